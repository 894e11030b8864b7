import { documentLinks, exemption, remarks, waiver } from './common.js';
import { day, due } from './dates.js';
import { optional, optionalNonEmpty, required } from './fields.js';
import { keyed } from './keyed.js';
import { object } from './object.js';
import { oneOrMany, type Shape } from './shape.js';
import { flag, key, percent, person, prose } from './words.js';

const rating: Shape<string> = { ...key, noun: 'a rating' };

const entry = object(
  'a progress entry',
  {
    rating: optional(rating, 'The key of a rating'),
    percent: optional(percent, 'How much is done: a whole number from 0 to 100'),
    complete: optional(flag, 'Without a rating: true where the owner says that the action is complete'),
    note: optional(prose, 'What has been done, in a line or two'),
    revisedDue: optional(due, 'A later date that the owner asks for; it counts once a panel grants it'),
    reason: optional(prose, 'Why more time is needed'),
    evidence: optional(documentLinks, 'What shows it: a title, or a list of titles with links'),
    reportedBy: optional(person, 'Who reported this, where it is not who reported the rest of the file'),
    exempt: optionalNonEmpty(exemption, 'Keeps this entry out of every public paper'),
    allow: optional(oneOrMany(waiver), 'Rules that are knowingly not kept here'),
    lang: remarks.lang,
  },
  {
    otherKeys: {
      rating: ['status', 'rag', 'rag rating', 'rag status', 'colour'],
      percent: ['percentage', 'per cent', 'percent complete', '% complete', '%'],
      complete: ['completed', 'done', 'closed', 'finished'],
      note: ['comment', 'comments', 'remark', 'remarks', 'text', 'update', 'progress', 'narrative', 'notes'],
      revisedDue: [
        ...['due', 'due date', 'new due', 'new date', 'new due date', 'revised date', 'revised due date'],
        ...['deadline', 'target date', 'extension'],
      ],
      reason: ['why'],
      evidence: ['proof', 'document', 'documents'],
      reportedBy: ['by', 'reporter', 'reported'],
    },
    together: { revisedDue: 'reason' },
  },
);

const EXAMPLE = `A progress file looks like this:
as-at: 2026-02-10
reported-by: head-of-homes
progress:
  6.2:
    rating: amber
    note: Most tenants have had a letter.`;

/** `reviews/KEY/progress/DATE.yaml`: what owners reported on that day. */
export const progressShape = object(
  'a progress file',
  {
    asAt: required(day, 'The day of the report'),
    reportedBy: optional(person, 'Who reported'),
    allow: remarks.allow,
    progress: required(
      keyed('the progress', entry),
      'A reference, or several with commas, and what is reported of it',
      [],
    ),
  },
  {
    otherKeys: {
      asAt: ['date', 'day', 'as of'],
      reportedBy: ['by', 'owner', 'officer', 'reporter', 'reported'],
      progress: ['actions', 'updates', 'update', 'entries'],
    },
    example: EXAMPLE,
  },
);
