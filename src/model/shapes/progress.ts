import { documentLinks, exemption, remarks, waiver } from './common.js';
import { day, due } from './dates.js';
import { keyed, needed, object, oneOrMany, optional, optionalButFilled } from './shape.js';
import { key, person, prose } from './words.js';

const entry = object('a progress entry', {
  rating: optional(key, 'The key of a rating'),
  note: optional(prose, 'What has been done, in a line or two'),
  revisedDue: optional(due, 'A later date that the owner asks for; it counts once a panel grants it'),
  reason: optional(prose, 'Why more time is needed'),
  evidence: optional(documentLinks, 'What shows it'),
  exempt: optionalButFilled(exemption, 'Keeps this entry out of every public paper'),
  allow: optional(oneOrMany(waiver), 'Rules that are knowingly not kept here'),
  lang: remarks.lang,
});

/** `reviews/KEY/progress/DATE.yaml`: what owners reported on that day. */
export const progressShape = object('a progress file', {
  asAt: needed(day, 'The day of the report'),
  reportedBy: optional(person, 'Who reported'),
  notice: remarks.notice,
  allow: remarks.allow,
  progress: needed(
    keyed('the progress', entry),
    'A reference, or several with commas, and what is reported of it',
    [],
  ),
});
