import type { Model, Progress } from '../model/index.js';
import type { RatingConcern, StatusBucket } from './types.js';

/** What an action's rating rests on, as far as a copy of a paper knows. */
export interface RatingGrounds {
  readonly counted: StatusBucket;
  readonly isProposed: boolean;
  /** Everything that was reported on the action. */
  readonly entries: readonly Progress[];
  readonly overdueDays: number | undefined;
  /** Whether this copy has what is exempt. */
  readonly isWhole: boolean;
}

/** What does not fit a rating, or undefined where nothing is amiss. The rating itself is the owner's and stays as it is. */
export function findConcern(
  { council }: Model,
  { counted, isProposed, entries, overdueDays, isWhole }: RatingGrounds,
): RatingConcern | undefined {
  if (counted.in !== 'rating' && counted.in !== 'not-rated') return undefined;
  if (isProposed) {
    // Whether there is evidence in an exempt report is not for the public to know.
    const isGiven = entries.some(({ evidence, exempt }) => (exempt && !isWhole) || evidence.length > 0);
    return isGiven ? undefined : 'no-evidence';
  }
  if (counted.in !== 'rating') return undefined;
  const { rating } = counted;
  const bestOpen = council.ratings.find(({ closes }) => !closes);
  // Where every rating but one closes, the one that does not says nothing good.
  const isGood = rating === bestOpen && rating !== council.ratings.at(-1);
  return isGood && overdueDays !== undefined ? 'overdue' : undefined;
}
