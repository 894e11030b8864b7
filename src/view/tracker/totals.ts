import { escapeHtml, type Html } from '../../markdown/index.js';
import { joinWords, phrases } from '../../phrases/index.js';
import type { ActionAsAt, RecommendationAsAt, TrackerRegister } from '../../register/index.js';
import { countActions } from '../../register/index.js';
import { type Numberer, paragraph } from '../shared/numbering.js';
import { shownTallies, talliesOf, tally } from '../shared/tally.js';
import { reviewHeading } from '../shared/wording.js';
import { derivedRating } from './derived-rating.js';
import type { Totals, TotalsRow } from './tracker-schema.js';

const say = phrases.totals;

/** Where each review stands, and all together; nothing where there is no action at all. */
export function totalsOf(register: TrackerRegister, number: Numberer): Totals | null {
  const { reviews, actions, council, counts } = register;
  if (actions.length === 0) return null;
  const recommendations = reviews.flatMap((review) => review.recommendations);
  const shown = shownTallies([counts]);
  const rowOf = (title: Html, isSum: boolean, counted: readonly ActionAsAt[]): TotalsRow => {
    const tallies = talliesOf(countActions(council, counted));
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
    rowOf(
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
      counts: shown.flatMap((index) => talliesOf(counts)[index]?.mark ?? []),
      overdue: say.overdue,
    },
    rows:
      ofReviews.length === 1 ? ofReviews : [...ofReviews, rowOf(escapeHtml(say.allReviews), true, actions)],
  };
}

/**
 * How many recommendations are at each of the ratings that follow from their actions. One without an open action is counted too, but has no
 * worst action.
 */
function standings({ council }: TrackerRegister, recommendations: readonly RecommendationAsAt[]): string {
  const open = recommendations.filter(hasOpenAction);
  const others = recommendations.filter((recommendation) => !hasOpenAction(recommendation));
  const [all, rated, rest] = [recommendations.length, open.length, others.length];
  const sentences =
    rest === 0
      ? [say.allOpen(all, numbered(council, open))]
      : rated === 0
        ? [say.noneOpen(all, numbered(council, others))]
        : [
            say.someOpen(all, rated, numbered(council, open, true)),
            say.others(rest, numbered(council, others)),
          ];
  return [...sentences, say.rule].join(' ');
}

/** Of what is withheld nobody is told whether it is open. */
function hasOpenAction({ withheld, actions }: RecommendationAsAt): boolean {
  return (
    !withheld &&
    actions.every(({ counted }) => counted.in !== 'withheld') &&
    actions.some(({ state }) => state.standing === 'open')
  );
}

/** "3 Green and 1 Red"; of one, its word alone. */
function numbered(
  council: TrackerRegister['council'],
  recommendations: readonly RecommendationAsAt[],
  isCounted = recommendations.length > 1,
): string {
  const numbers = new Map<string, number>();
  for (const recommendation of recommendations) {
    const { mark, words } = derivedRating(council, recommendation);
    const word = mark?.word ?? words;
    numbers.set(word, (numbers.get(word) ?? 0) + 1);
  }
  // The ratings first, best first; then what has none, in the order in which it is met.
  const ratings = council.ratings.map(({ label }) => label);
  const words = [...ratings.filter((label) => numbers.has(label)), ...numbers.keys()];
  return joinWords(
    [...new Set(words)].map((word) => (isCounted ? say.counted(numbers.get(word) ?? 0, word) : word)),
  );
}
