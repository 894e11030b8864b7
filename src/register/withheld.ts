import type { IsoDate } from '../calendar/index.js';
import type { Action, Exemption, Item, Recommendation, Review } from '../model/index.js';
import { entriesUpTo } from './as-at.js';
import type { ActionAsAt, ActionState, PreviousPaper, SincePrevious } from './types.js';

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

/** A withheld action: its reference, and that it is withheld. It stays in the table, because dropping it would reveal that it has ended. */
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
    reports: [],
    isFirstPaper: false,
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
export const NO_NEWS: SincePrevious = { isFirstRated: false, isNewlyOverdue: false, hasMoved: false };

const UNKNOWN: ActionState = {
  standing: 'open',
  decided: undefined,
  latest: undefined,
  rated: undefined,
  rating: undefined,
  percent: undefined,
  isProposed: false,
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
 * What a public copy must not say of an action that is itself public. Of an exempt report only the reporting period is known here: what it
 * rates or asks for, and whether it came before or after a public one of the same period, would tell what is withheld.
 *
 * @param written the review with its exempt entries
 * @param papers the earlier papers on it, which end the reporting periods
 */
export function hiddenEntries(
  written: Review,
  action: Action,
  day: IsoDate,
  papers: readonly PreviousPaper[],
): Hidden {
  const ends = papers.flatMap((paper) => (paper.isDeferred ? [] : [paper.day]));
  const entries = entriesUpTo(written, action.ref, day).map(({ asAt, exempt, rating }) => ({
    period: ends.filter((end) => end < asAt).length,
    exempt,
    isRated: exempt === undefined && rating !== undefined,
  }));
  const hidden = entries.flatMap(({ period, exempt }) => (exempt ? [{ period, exempt }] : []));
  if (hidden.length === 0) return NOTHING_HIDDEN;
  const lastOf = (found: readonly { readonly period: number }[]) =>
    found.reduce((last, { period }) => Math.max(last, period), -1);
  const lastPublic = lastOf(entries.filter(({ exempt }) => !exempt));
  const lastRated = lastOf(entries.filter(({ isRated }) => isRated));
  const since = (period: number) =>
    hidden
      .filter((entry) => entry.period >= period)
      .map(({ exempt }) => exempt)
      .toSorted((a, b) => a.paragraph - b.paragraph)[0];
  const latest = since(lastPublic + 1);
  const rating = latest ?? since(lastRated + 1);
  return { latest, rating, part: rating ?? since(lastPublic) };
}
