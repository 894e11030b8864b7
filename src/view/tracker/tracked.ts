import type { IsoDate } from '../../calendar/index.js';
import {
  escapeHtml,
  type Html,
  joinHtml,
  leadText,
  type ProseContext,
  plainText,
  proseHtml,
} from '../../markdown/index.js';
import { type Nouns, phrases } from '../../phrases/index.js';
import type { ActionAsAt, RecommendationAsAt, ReviewAsAt, TrackerRegister } from '../../register/index.js';
import type { Below } from '../paper-schema.js';
import { composeFilter } from '../shared/action-facts.js';
import { columnLines, composeRowNotice, type RowNotice } from '../shared/below.js';
import { hasOwnActions, levelsOf } from '../shared/levels.js';
import { handedOver, nounsOf } from '../shared/panels.js';
import { nameOwners } from '../shared/people.js';
import { composePlanRow, WITHHELD_ROW } from '../shared/plan-row.js';
import { composeKey, isLongMark, isRated } from '../shared/rating-marks.js';
import { isLongReference, makeId } from '../shared/references.js';
import { usualReportDay } from '../shared/reports.js';
import {
  addressees,
  answerSentence,
  answerWords,
  composeNotice,
  extentSentence,
  isAnsweredAlike,
} from '../shared/responses.js';
import { exemptRemarks, settledRemark, standingRemark } from '../shared/row-notes.js';
import {
  asSentence,
  exemptRemark,
  inLanguage,
  inShort,
  reviewHeading,
  WITHHELD,
  WITHHELD_OWNER,
  withheldWords,
} from '../shared/wording.js';
import { derivationRule, derivedRating } from './derived-rating.js';
import type { Tracked, TrackedAction, TrackedRecommendation, TrackedReview } from './tracker-schema.js';

const say = phrases.trackerAppendix;

/** So much of a report is in the table; the whole is in the update paper and in the history. */
const LATEST = 240;

/** Appendix A of a tracker: every recommendation with its answer, and its actions in short. */
export function composeTracked(register: TrackerRegister, context: ProseContext): Tracked | null {
  if (register.reviews.every(({ recommendations }) => recommendations.length === 0)) return null;
  const hasRatings = isRated(register.council);
  const isSideways = register.council.actionPlan === 'landscape';
  const levels = levelsOf(register);
  const table: Table = {
    register,
    context,
    hasRatings,
    label: levels === 'recommendation' ? null : say.labels.recommendation,
    usualDay: usualReportDay(register.actions),
  };
  const middle = isSideways ? 3 : 2;
  const reviews = register.reviews.map((review, index) => trackedReview(table, review, index + 1));
  return {
    id: 'appendix-a',
    heading: levels === 'recommendation' ? say.heading.oneLevel : say.heading.twoLevels,
    introduction: [introductionTo(table)],
    rule: hasRatings && levels !== 'recommendation' ? derivationRule(register) : null,
    isSideways,
    columns: {
      reference: say.columns.reference,
      action: (isSideways ? say.columns.action : say.columns.actionAndDue)[levels],
      due: isSideways ? say.columns.due : null,
      latest: say.columns.latest,
      rating: hasRatings ? say.columns.rating : null,
    },
    columnCount: String(middle + (hasRatings ? 2 : 1)),
    columnsBeside: String(middle + (hasRatings ? 1 : 0)),
    hasLongReferences: reviews.some(({ recommendations }) =>
      recommendations.some((one) => [one, ...one.rows].some(isLongReference)),
    ),
    hasLongRatings: reviews.some(({ recommendations }) =>
      recommendations.some(({ rating, itself, rows }) =>
        [rating.mark, itself?.mark, ...rows.map(({ mark }) => mark)].some((mark) => mark && isLongMark(mark)),
      ),
    ),
    middleColumns: String(middle),
    labels: { recommendation: table.label },
    reviews,
    key: composeKey(register),
    filter: composeFilter(
      reviews.flatMap(({ recommendations }) =>
        recommendations.flatMap(({ itself, rows }) => (itself ? [itself, ...rows] : rows)),
      ),
    ),
  };
}

/** What is the same for every row of the table. */
interface Table {
  readonly register: TrackerRegister;
  readonly context: ProseContext;
  readonly hasRatings: boolean;
  /** Before the words of a recommendation; null where the table has nothing else. */
  readonly label: string | null;
  /** The day of the reports that name none. */
  readonly usualDay: IsoDate | undefined;
}

function introductionTo({ register: { day, actions }, usualDay }: Table): string {
  const isShortened = actions.some(({ state: { latest }, isShown, withheld, withheldEntry }) => {
    const note = isShown && !withheld && !withheldEntry ? latest?.note : undefined;
    return note !== undefined && inShort(note, LATEST) !== plainText(note).replace(/\s+/g, ' ').trim();
  });
  return [
    say.asAt(day),
    ...(usualDay ? [phrases.reports.usual(usualDay)] : []),
    ...(isShortened ? [say.shortened] : []),
  ].join(' ');
}

function trackedReview(table: Table, review: ReviewAsAt, number: number): TrackedReview {
  const nouns = nounsOf(table.register);
  return {
    id: `review-${number}`,
    title: reviewHeading(review),
    remarks: review.withheld
      ? []
      : [
          ...(review.review.exempt ? [exemptRemark(review.review.exempt)] : []),
          ...extentRemark(nouns, review),
          ...answeredRemark(nouns, review),
          ...handedOver(table.register, review.review),
        ],
    recommendations: review.recommendations.map((recommendation) =>
      trackedRecommendation(table, review, recommendation, String(number)),
    ),
  };
}

function extentRemark(nouns: Nouns, review: ReviewAsAt): readonly string[] {
  const extent = extentSentence(nouns, review);
  return extent === undefined ? [] : [extent];
}

function answeredRemark(nouns: Nouns, review: ReviewAsAt): readonly string[] {
  const { recommendations } = review;
  if (recommendations.length === 0) return [say.noRecommendations];
  if (review.isAnswered || review.isDeferred) return answerSentence(nouns, review);
  // The sentence on the recommendations has said so of all of them.
  return recommendations.every(({ response, withheld }) => response === 'awaited' && !withheld)
    ? []
    : [say.notAnswered(nouns)];
}

function trackedRecommendation(
  table: Table,
  review: ReviewAsAt,
  tracked: RecommendationAsAt,
  number: string,
): TrackedRecommendation {
  const { register, context } = table;
  const { recommendation, withheld, actions } = tracked;
  const rows = actions.filter(({ isShown }) => isShown);
  const [itself] = rows.filter(() => !hasOwnActions(tracked));
  const parts = {
    reference: recommendation.ref,
    addressedTo: withheld ? null : addressees(recommendation),
    answer: withheld ? escapeHtml(say.responseWithheld) : composeAnswer(table, review, tracked),
  };
  const said = withheld
    ? withheldSaid(withheldWords(withheld))
    : composeSaid(
        columnLines(recommendation.text, context, recommendation.lang, 'recommendation'),
        reasonBelow(tracked, context),
        // Of one that is tracked by itself it is said beneath its progress that it is exempt.
        composeNotice(itself ? { ...recommendation, exempt: undefined } : recommendation, context),
      );
  const id = `recommendation-${number}-${makeId(recommendation.ref)}`;
  return {
    ...parts,
    id,
    html: said.words,
    beneath: said.beneath,
    notice: said.notice,
    below: said.below,
    remark: hasOwnActions(tracked) ? endedRemark(actions) : rows.length < actions.length ? say.closed : null,
    rating: derivedRating(register.council, tracked),
    itself: itself
      ? {
          ...trackedAction(table, itself, id, said),
          ...parts,
          ...(isPlainAnswer(recommendation) ? { answer: null, plainAnswer: parts.answer } : {}),
          label: table.label,
        }
      : null,
    rows: itself
      ? []
      : rows.map((action) =>
          trackedAction(
            table,
            action,
            `action-${number}-${makeId(action.action.ref)}`,
            composeActionWords(action, context),
          ),
        ),
  };
}

/** How the Executive responded to one recommendation, unless that is said otherwise: for all of its review, or in the cell for the rating. */
function composeAnswer(
  { hasRatings }: Table,
  review: ReviewAsAt,
  { recommendation, response, actions }: RecommendationAsAt,
): Html | null {
  if (!response || isAnsweredAlike(review)) return null;
  if (response === 'awaited') {
    return actions.length === 0 && hasRatings ? null : escapeHtml(say.awaited);
  }
  const answer = escapeHtml(say.response(answerWords(recommendation, response)));
  const { reason, lang } = recommendation;
  if (!reason) return answer;
  const said = leadText(reason).hasTable
    ? escapeHtml(phrases.below.reason)
    : inLanguage(lang, asSentence(plainText(reason)));
  return joinHtml([answer, said], escapeHtml(' '));
}

function isPlainAnswer({ reason }: RecommendationAsAt['recommendation']): boolean {
  return reason === undefined;
}

function endedRemark(actions: readonly ActionAsAt[]): string | null {
  const gone = actions.filter(({ isShown }) => !isShown).length;
  return gone === 0 ? null : say.gone(gone, actions.length);
}

/** What a row says of what is to be done. */
interface Said extends RowNotice {
  /** Inline HTML of the first paragraph. */
  readonly words: Html;
  readonly beneath: Html | null;
}

function composeSaid(
  words: ReturnType<typeof columnLines>,
  reason: readonly Below[],
  { notice, below }: RowNotice,
): Said {
  return { words: words.first, beneath: words.beneath, notice, below: [...words.below, ...reason, ...below] };
}

/** A reason with a table cannot be said in a line. */
function reasonBelow(
  { recommendation: { reason, lang }, response }: RecommendationAsAt,
  context: ProseContext,
): readonly Below[] {
  return reason && response && response !== 'awaited' && leadText(reason).hasTable
    ? [{ heading: phrases.below.headings.wholeReason, html: proseHtml(reason, context, lang) }]
    : [];
}

function withheldSaid(words: string): Said {
  return { words: escapeHtml(words), beneath: null, notice: null, below: [] };
}

function composeActionWords({ action, withheld }: ActionAsAt, context: ProseContext): Said {
  return withheld
    ? withheldSaid(withheldWords(withheld))
    : composeSaid(
        columnLines(action.text, context, action.lang, 'action'),
        [],
        composeRowNotice(action, context),
      );
}

function trackedAction(table: Table, action: ActionAsAt, id: string, said: Said): TrackedAction {
  const { register } = table;
  const { action: written } = action;
  if (action.withheld) return withheldAction(written.ref, id, said.words);
  return {
    id,
    reference: written.ref,
    label: null,
    action: said.words,
    beneath: said.beneath,
    addressedTo: null,
    answer: null,
    plainAnswer: null,
    owner: nameOwners(written),
    latest: latestWord(action),
    remarks: [
      ...reportedRemark(table, action),
      ...settledRemark(action),
      ...standingRemark(action),
      ...exemptRemarks(action),
    ],
    ...composePlanRow(register, action, said),
  };
}

function withheldAction(reference: string, id: string, words: Html): TrackedAction {
  return {
    id,
    reference,
    label: null,
    action: words,
    beneath: null,
    addressedTo: null,
    answer: null,
    plainAnswer: null,
    owner: WITHHELD_OWNER,
    latest: escapeHtml(WITHHELD),
    remarks: [],
    ...WITHHELD_ROW,
  };
}

function latestWord({ state: { latest }, withheldEntry }: ActionAsAt): Html {
  if (withheldEntry) return escapeHtml(`${withheldWords(withheldEntry)}.`);
  if (!latest) return escapeHtml(say.nothing);
  if (latest.note) return inLanguage(latest.lang, inShort(latest.note, LATEST));
  return escapeHtml(latest.rating ? phrases.reports.ratedWithoutWords : phrases.reports.noWords);
}

/** When it was said, and whether that was for this meeting. */
function reportedRemark(
  { register: { council }, usualDay }: Table,
  { counted, state: { latest, rating }, withheldPart, withheldEntry }: ActionAsAt,
): readonly Html[] {
  if (!latest || withheldEntry) return [];
  if (counted.in !== 'no-update')
    return latest.asAt === usualDay ? [] : [escapeHtml(phrases.reports.on(latest.asAt, undefined))];
  const isSaid = rating && !withheldPart && council.ratings.includes(rating);
  return [escapeHtml(say.noUpdate(latest.asAt, isSaid ? rating.label : undefined))];
}
