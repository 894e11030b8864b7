/**
 * What was reported of actions, as an edit of the progress file of its review and day.
 */
import { UsageError } from '../diagnostics/index.js';
import { type FileEdit, type NewUpdate, recordUpdate } from '../edit/index.js';
import type { Person, Review } from '../model/index.js';
import { assertPeople, findRating } from './assert-known.js';
import type { RegisterToEdit } from './edit-register.js';
import { findAction } from './find-action.js';
import type { Planned } from './plan-additions.js';

/** What was reported, of actions as they were typed. */
export type UpdateWanted = Omit<NewUpdate, 'review' | 'refs'> & { readonly actions: readonly string[] };

/** The same report on one action or several, in one or more reviews. */
export function planUpdate({ model, pathOf }: RegisterToEdit, wanted: UpdateWanted): Planned {
  const { council, reviews } = model;
  const { actions, ...update } = wanted;
  assertPeople(council, update.by);
  const rating = update.rating === undefined ? undefined : findRating(council, update.rating).key;
  const found = actions.map((written) => findAction(model, reviews, written));
  const named = [...new Set(found.map(({ review }) => review))];
  return {
    edits: named.map((review) => {
      const refs = [...new Set(found.filter((one) => one.review === review).map(({ ref }) => ref))];
      return asEdit(
        recordUpdate(progressFiles(review, pathOf), { ...update, rating, review: review.key, refs }),
      );
    }),
    added: found.map(({ review, ref }) => ({ kind: 'update', name: `${review.key}/${ref}` })),
  };
}

function asEdit(outcome: FileEdit | string): FileEdit {
  if (typeof outcome === 'string') throw new UsageError(`${outcome}.`);
  return outcome;
}

function progressFiles({ progress }: Review, pathOf: (shown: string) => string) {
  return progress.map(({ file, asAt, reportedBy, progress: entries }) => ({
    path: pathOf(file),
    day: asAt,
    by: reportedBy && writtenPerson(reportedBy),
    entries: entries.map(({ written, refs }) => ({ written, refs })),
  }));
}

/** Somebody as the register writes them. */
export function writtenPerson(person: Person): string {
  return person.kind === 'officer' ? person.officer.key : person.words;
}
