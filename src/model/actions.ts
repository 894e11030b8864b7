import type { PartialDate } from '../calendar/index.js';
import { compareText } from '../order/index.js';
import type { Action, Model, Progress, Recommendation, Review } from './types.js';

/** The review that a key names, if there is one. */
export function findReview({ reviews }: Pick<Model, 'reviews'>, key: string): Review | undefined {
  return reviews.find((review) => review.key === key);
}

/** Every action of a recommendation, itself where it has none beneath it. */
export function actionsOf({ actions, ownAction }: Recommendation): readonly Action[] {
  return ownAction ? [ownAction] : actions;
}

/** When the Executive responded to a recommendation: on a day of its own, or with the review. To defer a response is not to give it. */
export function responseDate(
  { executiveResponse }: Pick<Review, 'executiveResponse'>,
  { responded }: Pick<Recommendation, 'responded'>,
): PartialDate | undefined {
  return responded ?? (executiveResponse?.decision === 'deferred' ? undefined : executiveResponse?.date);
}

const byReference = new WeakMap<Review, ReadonlyMap<string, readonly Progress[]>>();

/**
 * What was reported on each action, oldest first. Worked out once for a review: a large register asks for each of its actions many
 * times over.
 */
export function entriesByReference(review: Review): ReadonlyMap<string, readonly Progress[]> {
  const known = byReference.get(review);
  if (known) return known;
  const entries = new Map<string, Progress[]>();
  for (const entry of review.progress.flatMap(({ progress }) => progress)) {
    for (const ref of entry.refs) {
      const list = entries.get(ref);
      if (list) list.push(entry);
      else entries.set(ref, [entry]);
    }
  }
  for (const list of entries.values()) list.sort((a, b) => compareText(a.asAt, b.asAt));
  byReference.set(review, entries);
  return entries;
}

/** Whether an owner proposes completion: the rating decides where there is one; else so many words, or 100 per cent. */
export function proposesCompletion({ rating, percent, complete }: Progress): boolean {
  return rating ? rating.closes : complete || percent === 100;
}
