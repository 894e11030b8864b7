import { escapeHtml, type Html } from '../../markdown/index.js';
import { joinWords, plural } from '../../phrases/index.js';
import type { ActionAsAt, RecommendationAsAt, TrackerRegister } from '../../register/index.js';
import { countsOf } from '../../register/index.js';
import { type Numberer, paragraph } from '../shared/numbering.js';
import { shownTallies, talliesOf, tally } from '../shared/tally.js';
import { reviewHeading } from '../shared/wording.js';
import { derivedRating } from './derived-rating.js';
import type { Totals, TotalsRow } from './types.js';

/** Where each review stands, and all together; nothing where there is no action at all. */
export function totalsOf(register: TrackerRegister, number: Numberer): Totals | null {
  const { reviews, actions, council, counts } = register;
  if (actions.length === 0) return null;
  const recommendations = reviews.flatMap((review) => review.recommendations);
  const shown = shownTallies([counts]);
  const rowOf = (title: Html, isSum: boolean, counted: readonly ActionAsAt[]): TotalsRow => {
    const tallies = talliesOf(countsOf(council, counted));
    return {
      title,
      isSum,
      numbers: [
        tally('Actions', counted.length),
        ...shown.flatMap((index) => {
          const found = tallies[index];
          return found ? [tally(found.mark.word, found.number)] : [];
        }),
        tally('Overdue', counted.filter(({ overdueDays }) => overdueDays !== undefined).length),
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
    section: number.section('totals', reviews.length === 1 ? 'Totals' : 'Where each review stands', [
      paragraph(escapeHtml(standings(register, recommendations))),
    ]),
    columns: {
      review: 'Review',
      actions: 'Actions',
      counts: shown.flatMap((index) => talliesOf(counts)[index]?.mark ?? []),
      overdue: 'Overdue',
    },
    rows:
      ofReviews.length === 1 ? ofReviews : [...ofReviews, rowOf(escapeHtml('All reviews'), true, actions)],
  };
}

/**
 * How many recommendations stand at each of the ratings that follow from their actions. One without an open action is counted too, but has no
 * worst action.
 */
function standings({ council }: TrackerRegister, recommendations: readonly RecommendationAsAt[]): string {
  const open = recommendations.filter(hasOpenAction);
  const others = recommendations.filter((recommendation) => !hasOpenAction(recommendation));
  const [all, rated, rest] = [recommendations.length, open.length, others.length];
  const does =
    rated === 1 ? 'stands where its worst open action does' : 'stand where their worst open action does';
  const sentences =
    rest === 0
      ? [
          `${all === 1 ? 'The recommendation' : `Each of the ${all} recommendations`} stands where its worst open action does: ${numbered(council, open)}.`,
        ]
      : rated === 0
        ? [
            `${all === 1 ? 'The recommendation is' : `The ${all} recommendations are`} counted as ${numbered(council, others)}.`,
          ]
        : [
            `Of ${plural(all, 'recommendation')}, ${rated} ${does}: ${numbered(council, open, true)}.`,
            `The other${rest === 1 ? ' is' : ` ${rest} are`} counted as ${numbered(council, others)}.`,
          ];
  return `${sentences.join(' ')} The rule is at the head of Appendix A; the table counts the actions.`;
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
    [...new Set(words)].map((word) => (isCounted ? `${numbers.get(word) ?? 0} ${word}` : word)),
  );
}
