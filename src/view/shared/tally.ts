import type { Counts } from '../../register/index.js';
import type { Mark, Tally } from '../paper-schema.js';
import {
  endedMark,
  NO_UPDATE_MARK,
  notRatedMark,
  PAUSED_MARK,
  ratingMark,
  WITHHELD_MARK,
} from './rating-marks.js';

/** How many actions are under one mark. */
export interface Tallied {
  readonly mark: Mark;
  readonly number: number;
}

/** Counts as marks and numbers, always in the same order, those with none too: ratings best first, then what has none. */
export function listTallies(counts: Counts): readonly Tallied[] {
  return [
    ...counts.ratings.map(({ rating, number }) => ({ mark: ratingMark(rating), number })),
    { mark: notRatedMark(counts.ratings), number: counts.notRated },
    { mark: NO_UPDATE_MARK, number: counts.noUpdate },
    { mark: PAUSED_MARK, number: counts.paused },
    { mark: endedMark(counts.ratings.map(({ rating }) => rating)), number: counts.ended },
    { mark: WITHHELD_MARK, number: counts.withheld },
  ];
}

/** Which of the tallies a table of several counts has to show: every rating, and of the rest what occurs in any of them. */
export function shownTallies(all: readonly Counts[]): readonly number[] {
  const first = all[0];
  if (!first) return [];
  return listTallies(first).flatMap((_, index) =>
    index < first.ratings.length || all.some((counts) => (listTallies(counts)[index]?.number ?? 0) > 0)
      ? [index]
      : [],
  );
}

/** A number in a table. */
export function tally(column: string, number: number): Tally {
  return { column, number: String(number), isNone: number === 0 };
}
