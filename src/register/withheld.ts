import type { IsoDate } from '../calendar/index.js';
import type { Action, Exemption, Item, Model, Recommendation, Review } from '../model/index.js';
import { actionState } from './action-state.js';
import type { ActionAsAt, ActionState, Knowledge, News } from './types.js';

/** Whether a paper on these reviews has anything that its public copy leaves out. */
export function holdsExempt(item: Item, reviews: readonly Review[], day: IsoDate): boolean {
  return (
    item.exempt !== undefined ||
    reviews.some(
      ({ exempt, recommendations, progress }) =>
        exempt !== undefined ||
        recommendations.some(
          (recommendation) => recommendation.exempt ?? recommendation.actions.some((action) => action.exempt),
        ) ||
        progress.some((report) => report.asAt <= day && report.progress.some((entry) => entry.exempt)),
    )
  );
}

/** A withheld action: its reference, and that it is withheld. It stays in the table, since its leaving would tell that it has ended. */
export function withheldAction(
  review: Review,
  recommendation: Recommendation,
  action: Action,
  exempt: Exemption,
): ActionAsAt {
  return {
    review,
    recommendation,
    action,
    state: UNKNOWN,
    before: undefined,
    counted: { in: 'withheld', exempt },
    isReported: false,
    withheld: exempt,
    withheldEntry: undefined,
    withheldPart: undefined,
    direction: undefined,
    overdueDays: undefined,
    news: NO_NEWS,
    doubt: undefined,
    isShown: true,
  };
}

/** Where nothing can be compared. */
export const NO_NEWS: News = { isFirstRated: false, isNewlyOverdue: false, hasMoved: false };

const UNKNOWN: ActionState = {
  standing: 'open',
  decided: undefined,
  latest: undefined,
  rated: undefined,
  rating: undefined,
  due: {
    stands: undefined,
    original: undefined,
    revisions: [],
    moves: 0,
    asked: undefined,
    refused: undefined,
  },
};

/** Which parts of what is known of an action come from exempt entries. */
export interface Hidden {
  /** The latest report. */
  readonly latest: Exemption | undefined;
  /** The latest report or the rating that stands. */
  readonly rating: Exemption | undefined;
  /** Any of these, or a request for more time on which no meeting has decided. */
  readonly part: Exemption | undefined;
}

export const NOTHING_HIDDEN: Hidden = { latest: undefined, rating: undefined, part: undefined };

/**
 * What a public copy must not say of an action that is itself public.
 *
 * @param written the review with its exempt entries
 */
export function hiddenEntries(model: Model, written: Review, action: Action, knowledge: Knowledge): Hidden {
  const whole = actionState(model, written, action, knowledge);
  const latest = whole.latest?.exempt;
  const rating = latest ?? whole.rated?.exempt;
  return { latest, rating, part: rating ?? whole.due.asked?.entry.exempt };
}
