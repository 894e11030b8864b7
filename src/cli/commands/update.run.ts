import { type IsoDate, parseIsoDate } from '../../calendar/index.js';
import { UsageError } from '../../diagnostics/index.js';
import type { NewDocument } from '../../edit/index.js';
import type { Model } from '../../model/index.js';
import { writtenDue } from '../../model/index.js';
import { date } from '../../phrases/index.js';
import { findAction } from '../../workflows/find-action.js';
import { planUpdate, writtenPerson } from '../../workflows/plan-update.js';
import { buildStatus } from '../../workflows/query.js';
import { readDay } from '../../workflows/read-request.js';
import type { CommonOptions } from '../command.js';
import { UPDATE_FIELDS, UPDATED } from '../editing/addables.js';
import { edit, type Prepared, reviewsNamed } from '../editing/edit.js';
import { type Answers, isOn, many, one } from '../editing/fields.js';
import type { ExitCode } from '../exit.js';
import type { Host } from '../host.js';
import { sanitiseLine } from '../sanitise.js';

const REPORTED = ['rating', 'percent', 'complete', 'note', 'revisedDue'] as const;

/** Records an update. */
export async function update(options: Answers & CommonOptions, host: Host): Promise<ExitCode> {
  return edit(
    {
      words: ['update'],
      fields: [UPDATED, ...UPDATE_FIELDS],
      options,
      only: (answers, place) => reviewsNamed(answers, UPDATED.flag, place),
      prepare: (model, answers) => prepareUpdate(model, answers, host.today),
      plan: (register, answers) => {
        if (REPORTED.every((name) => answers[name] === undefined))
          throw new UsageError(
            'Say what was reported: --rating, --percent, --complete, --note or --revised-due.',
          );
        return planUpdate(register, {
          actions: many(answers, UPDATED.flag) ?? [],
          day: readDay('--as-at', one(answers, 'asAt') ?? host.today),
          by: one(answers, 'by'),
          rating: one(answers, 'rating'),
          percent: readPercent(one(answers, 'percent')),
          complete: isOn(answers, 'complete') ? true : undefined,
          note: one(answers, 'note'),
          revisedDue: one(answers, 'revisedDue'),
          reason: one(answers, 'reason'),
          evidence: many(answers, 'evidence')?.map(readDocument),
        });
      },
    },
    host,
  );
}

function readPercent(written: string | undefined): string | undefined {
  if (written === undefined) return undefined;
  const [, digits] = /^\s*(\d{1,2}|100)\s*%?\s*$/.exec(written) ?? [];
  if (digits !== undefined) return digits;
  throw new UsageError(`'${written}' is not a percentage. Write a whole number from 0 to 100, such as 75.`);
}

/** A title with the address at its end, if it has one. */
function readDocument(written: string): NewDocument {
  const [, title, link] = /^(.*[^\s,])[\s,]+<?(https?:\/\/[^\s>]+)>?$/.exec(written.trim()) ?? [];
  return title === undefined || link === undefined ? { title: written.trim() } : { title, link };
}

/** What is known of the actions, so that nobody reports in the dark; the day is today, and who reported last reports again. */
function prepareUpdate(model: Model, answers: Answers, today: IsoDate): Prepared {
  const found = (many(answers, UPDATED.flag) ?? []).map((written) =>
    findAction(model, model.reviews, written),
  );
  const known = found.flatMap(({ review, ref }) => {
    const { reviews } = buildStatus(model, { day: today, isConfidential: true, review: review.key });
    return reviews.flatMap(({ actions }) => actions.filter(({ action }) => action.ref === ref));
  });
  const last = known.at(-1);
  const entry = last?.state.latest;
  const by = entry?.reportedBy ?? last?.action.owners[0];
  return {
    lines: known.flatMap(({ review, action, state }) => [
      `${review.key}/${action.ref}  ${sanitiseLine(action.text)}`,
      ...(state.latest
        ? [
            `  last reported ${date(state.latest.asAt)}: ${[state.latest.rating?.label, state.latest.note]
              .filter((part) => part !== undefined)
              .map(sanitiseLine)
              .join(', ')}`,
          ]
        : ['  nothing was reported yet']),
      ...(state.due.stands ? [`  due ${dueWords(writtenDue(state.due.stands))}`] : []),
      ...(state.due.asked
        ? [`  asked for ${dueWords(writtenDue(state.due.asked.due))}; no meeting has decided`]
        : []),
    ]),
    usual: { asAt: today, ...(by ? { by: writtenPerson(by) } : {}) },
  };
}

function dueWords(written: string): string {
  const day = parseIsoDate(written);
  return day ? date(day) : sanitiseLine(written);
}
