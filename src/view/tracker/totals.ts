import { escapeHtml, type Html } from '../../markdown/index.js';
import { phrases } from '../../phrases/index.js';
import type { ActionAsAt, RecommendationAsAt, TrackerRegister } from '../../register/index.js';
import { countActions } from '../../register/index.js';
import { levelsOf } from '../shared/levels.js';
import { type Numberer, paragraph } from '../shared/numbering.js';
import { isRated, NO_UPDATE_MARK, notRatedMark, PAUSED_MARK, WITHHELD_MARK } from '../shared/rating-marks.js';
import { chooseNoun } from '../shared/references.js';
import { listTallies, tally } from '../shared/tally.js';
import { reviewHeading } from '../shared/wording.js';
import { derivedRating } from './derived-rating.js';
import type { Totals, TotalsRow } from './tracker-schema.js';

const say = phrases.totals;

/** So many letters stand beside each other in the column of counts; a number, its shape and the gap are as wide as some. */
const LETTERS_BESIDE = 43;
const LETTERS_OF_NUMBER = 5;

/** Where each review stands, and all together; nothing where there is no action at all. */
export function composeTotals(register: TrackerRegister, number: Numberer): Totals | null {
  const { reviews, actions, council, counts } = register;
  if (actions.length === 0) return null;
  const isOne = reviews.length === 1;
  const standing = standings(register);
  if (isOne && standing.length === 0) return null;
  const sentences = [...standing, ...(isOne ? overdueSentence(register) : [])];
  const marks = listTallies(counts).filter((found) => found.number > 0);
  const section = number.section(
    'totals',
    say.heading(reviews.length),
    sentences.map((sentence) => paragraph(escapeHtml(sentence))),
  );
  if (isOne) return { section, table: null };
  const widths = marks.map(({ mark }) => mark.word.length + LETTERS_OF_NUMBER);
  const columns = {
    review: say.review,
    total: say.total,
    counts: isRated(council) ? say.byRating : say.byUpdate,
    overdue: say.overdue,
  };
  const composeRow = (title: Html, isSum: boolean, counted: readonly ActionAsAt[]): TotalsRow => {
    const tallies = listTallies(countActions(council, counted));
    return {
      title,
      isSum,
      total: tally(columns.total, counted.length),
      counts: marks.flatMap(({ mark }, place) => {
        const found = tallies.find((one) => one.mark.word === mark.word)?.number ?? 0;
        return found === 0 ? [] : [{ mark, number: String(found), place: String(place + 1) }];
      }),
      noCounts: counted.length === 0 ? say.none : null,
      overdue: tally(columns.overdue, countOverdue(counted)),
    };
  };
  return {
    section,
    table: {
      columns,
      places: widths.map((width) => `${width}fr`).join(' '),
      isCrowded: widths.reduce((sum, width) => sum + width, 0) > LETTERS_BESIDE,
      rows: [
        composeRow(escapeHtml(say.allReviews), true, actions),
        ...reviews.map((review) =>
          composeRow(
            reviewHeading(review),
            false,
            review.recommendations.flatMap((recommendation) => recommendation.actions),
          ),
        ),
      ],
    },
  };
}

function countOverdue(actions: readonly ActionAsAt[]): number {
  return actions.filter(({ overdueDays }) => overdueDays !== undefined).length;
}

function overdueSentence({ actions, day }: TrackerRegister): readonly string[] {
  const overdue = countOverdue(actions);
  return overdue === 0 ? [] : [say.overdueOf(overdue, actions.length, chooseNoun(actions), day)];
}

/**
 * How many recommendations are at each of the ratings that follow from their actions, and how many have none. Where they are tracked
 * by themselves their ratings are at a glance and in the table, and are not counted a third time.
 */
function standings(register: TrackerRegister): readonly string[] {
  const { council, reviews } = register;
  const recommendations = reviews.flatMap((review) => review.recommendations);
  const standing = recommendations.map((recommendation) => standingOf(council, recommendation));
  const numberOf = (of: string) => standing.filter((one) => one === of).length;
  const othersOf = (kinds: readonly Other[]) =>
    kinds.flatMap((other) => {
      const number = numberOf(other);
      return number === 0 ? [] : [say.standings[other](number)];
    });
  if (levelsOf(register) === 'recommendation') {
    const others = othersOf(['noActions', 'awaited', 'rejected']);
    return others.length === 0 ? [] : [say.others(recommendations.length, others, false)];
  }
  const rated = council.ratings
    .map(({ label }) => ({ label, number: numberOf(`rating:${label}`) }))
    .filter(({ number }) => number > 0)
    .map(({ label, number }, index) => say.rated(number, label, index === 0));
  const others = othersOf(OTHERS);
  return [
    [
      rated.length > 0 ? say.byWorst(rated, others) : say.others(recommendations.length, others),
      ...(isRated(council) ? [say.rule] : []),
      ...(reviews.length > 1 ? [say.tableOfActions] : []),
    ].join(' '),
  ];
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
