import type { Council, Response } from '../../model/index.js';
import { phrases } from '../../phrases/index.js';
import type { ActionAsAt, PaperRegister, RecommendationAsAt, StatusBucket } from '../../register/index.js';
import { actionMark, chooseMark, endedMark, PAUSED_MARK, WITHHELD_MARK } from '../shared/rating-marks.js';
import type { DerivedRating } from './tracker-schema.js';

const say = phrases.trackerAppendix;

/**
 * A recommendation's rating: that of its worst open action. Ratings are given to actions; what a recommendation shows is worked out by a
 * rule that is printed, and set by nobody.
 */
export function derivedRating(
  council: Council,
  { response, actions, withheld }: RecommendationAsAt,
): DerivedRating {
  if (withheld || actions.some(({ counted }) => counted.in === 'withheld')) return marked(WITHHELD_MARK);
  if (actions.length === 0)
    return { mark: null, words: (response && NO_ACTIONS[response]) ?? say.noActions, from: null };
  const open = actions.filter(({ state }) => state.standing === 'open');
  if (open.length > 0) {
    const worst = Math.max(...open.map(({ counted }) => badness(council, counted)));
    const setting = open.filter(({ counted }) => badness(council, counted) === worst);
    const [one] = setting;
    return {
      mark: one ? actionMark(one, council) : null,
      words: '',
      from: setting.length === actions.length ? null : say.ratedFrom(setting.map(({ action }) => action.ref)),
    };
  }
  if (actions.some(({ counted }) => counted.in === 'paused')) return marked(PAUSED_MARK);
  return marked(
    isWhollyOneEnd(actions) && actions[0]
      ? chooseMark(actions[0].counted, council)
      : endedMark(council.ratings),
  );
}

const NO_ACTIONS: Readonly<Partial<Record<Response, string>>> = {
  awaited: say.responseAwaited,
  rejected: say.noRating,
};

function marked(mark: DerivedRating['mark']): DerivedRating {
  return { mark, words: '', from: null };
}

/** An action of which nothing is known is worse than any but the worst: it may hide one. One reported without a rating comes next. */
function badness({ ratings }: Council, counted: StatusBucket): number {
  if (counted.in === 'rating') return counted.rating.rank;
  return ratings.length - (counted.in === 'not-rated' ? 1.75 : 1.5);
}

function isWhollyOneEnd(actions: readonly ActionAsAt[]): boolean {
  const ends = actions.map(({ counted }) => (counted.in === 'ended' ? counted.ending : undefined));
  return new Set(ends).size === 1;
}

/** The rule as it is printed. */
export function derivationRule({ council, counts, isWithholding }: PaperRegister): string {
  const worstFirst = council.ratings.toReversed().map(({ label }) => label);
  const order = [
    ...worstFirst.slice(0, 1),
    ...(counts.noUpdate > 0 ? [phrases.ratings.noUpdate] : []),
    ...(counts.notRated > 0 ? [phrases.ratings.notRated] : []),
    ...worstFirst.slice(1),
  ];
  return say.rule(order, isWithholding);
}
