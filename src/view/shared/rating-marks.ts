import { legible } from '../../colours/index.js';
import type { Council, Ending, Rating } from '../../model/index.js';
import { phrases } from '../../phrases/index.js';
import type { ActionAsAt, PaperRegister, StatusBucket } from '../../register/index.js';
import type { Mark, RatingKey, Shape } from '../paper-schema.js';

const GREY = '#5f686e';

/** How each end is said in a table. */
export const ENDING_LABELS: Readonly<Record<Ending, string>> = phrases.ratings.endings;

/** A rating as word, shape and colour. */
export function ratingMark({ label, shape, colour }: Rating): Mark {
  return mark(label, shape, colour);
}

/** Reported in words alone. */
const NOT_RATED_MARK: Mark = mark(phrases.ratings.notRated, 'lines', GREY);
/** The same, where nobody rates. */
const REPORTED_MARK: Mark = mark(phrases.ratings.reported, 'lines', GREY);
export const NO_UPDATE_MARK: Mark = mark(phrases.ratings.noUpdate, 'dashes', GREY);
export const PAUSED_MARK: Mark = mark(phrases.ratings.paused, 'pause', GREY);
const ENDED_MARK: Mark = mark(phrases.ratings.ended, 'end', GREY);
const ENDED_BESIDE_CLOSED: Mark = { ...ENDED_MARK, word: phrases.ratings.endedBesideClosed };
/** In place of a rating where nothing is tracked. */
export const NOTHING_TRACKED_MARKS = {
  awaited: mark(phrases.appendixB.listed.awaited.rating, 'dashes', GREY),
  other: mark(phrases.appendixB.listed.other.rating, 'lines', GREY),
} as const;
export const WITHHELD_MARK: Mark = mark(phrases.ratings.withheld, 'withheld', GREY);

/** So many letters of a word fit beside its shape in the column for ratings. */
const SHORT_WORD = 8;

/** Whether a mark wants more than the usual column. */
export function isLongMark({ word }: Mark): boolean {
  return word.split(/[\s-]/).some((part) => part.length > SHORT_WORD);
}

/** "75% complete": how much is done, as last reported, where that may be said. */
export function percentWords({ state: { percent }, counted }: ActionAsAt): string | null {
  return percent === undefined || counted.in === 'withheld' ? null : phrases.ratings.percent(percent);
}

/** The mark of an action in a table. */
export function actionMark({ counted }: ActionAsAt, council: Council): Mark {
  return chooseMark(counted, council);
}

/** The mark of what an action is counted in. */
export function chooseMark(counted: StatusBucket, council: Council): Mark {
  switch (counted.in) {
    case 'rating':
      return ratingMark(counted.rating);
    case 'not-rated':
      return notRatedMark(council.ratings);
    case 'no-update':
      return NO_UPDATE_MARK;
    case 'paused':
      return PAUSED_MARK;
    case 'ended':
      return counted.rating
        ? ratingMark(counted.rating)
        : { ...ENDED_MARK, word: ENDING_LABELS[counted.ending] };
    case 'withheld':
      return WITHHELD_MARK;
  }
}

function mark(word: string, shape: Shape, colour: string): Mark {
  return {
    word,
    shape,
    colour: legible(colour, 'shapes', 'light'),
    colourOnDark: legible(colour, 'shapes', 'dark'),
  };
}

/** Whether owners rate. */
export function isRated({ ratings }: Pick<Council, 'ratings'>): boolean {
  return ratings.length > 0;
}

/** For what has ended, in whatever way; a rating of the council may have its usual word. */
export function endedMark(ratings: readonly Pick<Rating, 'label'>[]): Mark {
  const isTaken = ratings.some(({ label }) => label.toLowerCase() === ENDED_MARK.word.toLowerCase());
  return isTaken ? ENDED_BESIDE_CLOSED : ENDED_MARK;
}

/** How what was reported without a rating is said. */
export function notRatedWord(ratings: readonly unknown[]): string {
  return notRatedMark(ratings).word;
}

/** For what was reported without a rating. */
export function notRatedMark(ratings: readonly unknown[]): Mark {
  return ratings.length === 0 ? REPORTED_MARK : NOT_RATED_MARK;
}

/** The council's own key, and the standings that occur in this paper. */
export function composeKey({ council, counts }: PaperRegister): RatingKey {
  if (council.ratings.length === 0) return { heading: phrases.ratings.key.heading, meanings: [] };
  const standings = [
    ...(counts.notRated > 0 ? [{ mark: NOT_RATED_MARK, meaning: phrases.ratings.key.notRated }] : []),
    ...(counts.noUpdate > 0
      ? [
          {
            mark: NO_UPDATE_MARK,
            meaning: phrases.ratings.key.noUpdate,
          },
        ]
      : []),
    ...(counts.withheld > 0 ? [{ mark: WITHHELD_MARK, meaning: phrases.ratings.key.withheld }] : []),
  ];
  return {
    heading: phrases.ratings.key.heading,
    meanings: [
      ...council.ratings.map((rating) => ({
        mark: ratingMark(rating),
        // A meaning that only repeats the label is not said again.
        meaning: rating.meaning === rating.label ? null : (rating.meaning ?? null),
      })),
      ...standings,
    ],
  };
}
