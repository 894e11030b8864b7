import { escapeHtml, type Html } from '../../markdown/index.js';
import { phrases } from '../../phrases/index.js';
import type { ActionAsAt, RecommendationAsAt, TrackerRegister } from '../../register/index.js';
import { countActions } from '../../register/index.js';
import { type Numberer, paragraph } from '../shared/numbering.js';
import { isRated, NO_UPDATE_MARK, notRatedMark, PAUSED_MARK, WITHHELD_MARK } from '../shared/rating-marks.js';
import { listTallies, shownTallies, tally } from '../shared/tally.js';
import { reviewHeading } from '../shared/wording.js';
import { derivedRating } from './derived-rating.js';
import type { Totals, TotalsRow } from './tracker-schema.js';

const say = phrases.totals;

/** Where each review stands, and all together; nothing where there is no action at all. */
export function composeTotals(register: TrackerRegister, number: Numberer): Totals | null {
  const { reviews, actions, council, counts } = register;
  if (actions.length === 0) return null;
  const recommendations = reviews.flatMap((review) => review.recommendations);
  const shown = shownTallies([counts]);
  const composeRow = (title: Html, isSum: boolean, counted: readonly ActionAsAt[]): TotalsRow => {
    const tallies = listTallies(countActions(council, counted));
    return {
      title,
      isSum,
      numbers: [
        tally(say.actions, counted.length),
        ...shown.flatMap((index) => {
          const found = tallies[index];
          return found ? [tally(found.mark.word, found.number)] : [];
        }),
        tally(say.overdue, counted.filter(({ overdueDays }) => overdueDays !== undefined).length),
      ],
    };
  };
  const ofReviews = reviews.map((review) =>
    composeRow(
      reviewHeading(review),
      false,
      review.recommendations.flatMap((recommendation) => recommendation.actions),
    ),
  );
  return {
    section: number.section('totals', say.heading(reviews.length), [
      paragraph(escapeHtml(standings(register, recommendations))),
    ]),
    columns: {
      review: say.review,
      actions: say.actions,
      counts: shown.flatMap((index) => listTallies(counts)[index]?.mark ?? []),
      overdue: say.overdue,
    },
    rows:
      ofReviews.length === 1
        ? ofReviews
        : [...ofReviews, composeRow(escapeHtml(say.allReviews), true, actions)],
  };
}

/** How many recommendations are at each of the ratings that follow from their actions, and how many have none. */
function standings({ council }: TrackerRegister, recommendations: readonly RecommendationAsAt[]): string {
  const standing = recommendations.map((recommendation) => standingOf(council, recommendation));
  const numberOf = (of: string) => standing.filter((one) => one === of).length;
  const rated = council.ratings
    .map(({ label }) => ({ label, number: numberOf(`rating:${label}`) }))
    .filter(({ number }) => number > 0)
    .map(({ label, number }, index) => say.rated(number, label, index === 0));
  const others = OTHERS.flatMap((other) => {
    const number = numberOf(other);
    return number === 0 ? [] : [say.standings[other](number)];
  });
  return [
    rated.length > 0 ? say.byWorst(rated, others) : say.others(recommendations.length, others),
    ...(isRated(council) ? [say.rule] : []),
  ].join(' ');
}

type Other = keyof typeof say.standings;

/** In the order in which they are said. */
const OTHERS: readonly Other[] = [
  'reported',
  'notRated',
  'noUpdate',
  'paused',
  'ended',
  'noActions',
  'awaited',
  'rejected',
  'withheld',
];

function standingOf(
  council: TrackerRegister['council'],
  recommendation: RecommendationAsAt,
): Other | `rating:${string}` {
  const { mark } = derivedRating(council, recommendation);
  if (mark === null) {
    const { response } = recommendation;
    return response === 'awaited' || response === 'rejected' ? response : 'noActions';
  }
  if (mark === WITHHELD_MARK) return 'withheld';
  if (mark === NO_UPDATE_MARK) return 'noUpdate';
  if (mark === notRatedMark(council.ratings)) return isRated(council) ? 'notRated' : 'reported';
  if (mark === PAUSED_MARK) return 'paused';
  return recommendation.actions.some(({ state }) => state.standing === 'open')
    ? `rating:${mark.word}`
    : 'ended';
}
