import type { IsoDate } from '../../calendar/index.js';
import {
  escapeHtml,
  type Html,
  joinHtml,
  type ProseContext,
  plainText,
  proseHtml,
  proseInline,
} from '../../markdown/index.js';
import { type Nouns, phrases } from '../../phrases/index.js';
import type { ActionAsAt, RecommendationAsAt, ReviewAsAt, TrackerRegister } from '../../register/index.js';
import { handedOver, nounsOf } from '../shared/panels.js';
import { nameOwners } from '../shared/people.js';
import { actionMark, composeKey, isRated, percentWords, WITHHELD_MARK } from '../shared/rating-marks.js';
import { makeId } from '../shared/references.js';
import {
  addressees,
  answerSentence,
  answerWords,
  composeNotice,
  extentSentence,
} from '../shared/responses.js';
import { dueRemarks, exemptRemarks, settledRemark, standingRemark, standsHtml } from '../shared/row-notes.js';
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
  return {
    id: 'appendix-a',
    heading: say.heading,
    introduction: [say.introduction(register.day)],
    rule: hasRatings ? derivationRule(register) : null,
    columns: { ...say.columns, rating: hasRatings ? say.columns.rating : null },
    columnCount: hasRatings ? '5' : '4',
    labels: say.labels,
    reviews: register.reviews.map((review, index) => trackedReview(register, review, index + 1, context)),
    key: composeKey(register),
  };
}

function trackedReview(
  register: TrackerRegister,
  review: ReviewAsAt,
  number: number,
  context: ProseContext,
): TrackedReview {
  const nouns = nounsOf(register);
  return {
    id: `review-${number}`,
    title: reviewHeading(review),
    remarks: review.withheld
      ? []
      : [
          ...(review.review.exempt ? [exemptRemark(review.review.exempt)] : []),
          ...extentRemark(nouns, review),
          ...answeredRemark(nouns, review),
          ...handedOver(register, review.review),
        ],
    recommendations: review.recommendations.map((recommendation) =>
      trackedRecommendation(register, recommendation, String(number), context),
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
  register: TrackerRegister,
  tracked: RecommendationAsAt,
  review: string,
  context: ProseContext,
): TrackedRecommendation {
  const { recommendation, withheld, actions } = tracked;
  const words = withheld
    ? { first: escapeHtml(withheldWords(withheld)), beneath: null }
    : proseInline(recommendation.text, context, recommendation.lang);
  return {
    id: `recommendation-${review}-${makeId(recommendation.ref)}`,
    reference: recommendation.ref,
    html: words.first,
    beneath: words.beneath,
    addressedTo: withheld ? null : addressees(recommendation),
    // Where nothing is done yet, the cell for the rating says that the response is awaited.
    answer: withheld
      ? escapeHtml(say.responseWithheld)
      : tracked.response === 'awaited' && actions.length === 0
        ? null
        : composeAnswer(tracked),
    remark: endedRemark(actions),
    notice: withheld ? null : composeNotice(recommendation, context),
    rating: derivedRating(register.council, tracked),
    rows: actions
      .filter(({ isShown }) => isShown)
      .map((action) =>
        trackedAction(register, action, `action-${review}-${makeId(action.action.ref)}`, context),
      ),
  };
}

function composeAnswer({ recommendation, response }: RecommendationAsAt): Html | null {
  if (!response) return null;
  const answer = escapeHtml(say.response(answerWords(recommendation, response)));
  const { reason, lang } = recommendation;
  return reason && response !== 'awaited'
    ? joinHtml([answer, inLanguage(lang, asSentence(plainText(reason)))], escapeHtml(' '))
    : answer;
}

function endedRemark(actions: readonly ActionAsAt[]): string | null {
  const gone = actions.filter(({ isShown }) => !isShown).length;
  return gone === 0 ? null : say.gone(gone, actions.length);
}

function trackedAction(
  register: TrackerRegister,
  action: ActionAsAt,
  id: string,
  context: ProseContext,
): TrackedAction {
  const { action: written, state, recommendation } = action;
  if (action.withheld) return withheldAction(written.ref, id, withheldWords(action.withheld));
  const { latest } = state;
  return {
    id,
    reference: written.ref,
    action: recommendation.ownAction
      ? escapeHtml(say.ownAction)
      : inLanguage(written.lang, inShort(written.text)),
    owner: nameOwners(written),
    due: standsHtml(action),
    dueRemarks: dueRemarks(register, action),
    latest: latestWord(action),
    remarks: [
      ...(latest && !action.withheldEntry ? [escapeHtml(reportedOn(register, action, latest.asAt))] : []),
      ...settledRemark(action),
      ...standingRemark(action),
      ...exemptRemarks(action),
    ],
    notice: written.notice ? proseHtml(written.notice, context, written.lang) : null,
    mark: actionMark(action, register.council),
    percent: percentWords(action),
    direction: action.direction ?? null,
    isWithheld: false,
  };
}

function withheldAction(reference: string, id: string, words: string): TrackedAction {
  return {
    id,
    reference,
    action: escapeHtml(words),
    owner: WITHHELD_OWNER,
    due: escapeHtml(WITHHELD),
    dueRemarks: [],
    latest: escapeHtml(WITHHELD),
    remarks: [],
    notice: null,
    mark: WITHHELD_MARK,
    percent: null,
    direction: null,
    isWithheld: true,
  };
}

function latestWord({ state: { latest }, withheldEntry }: ActionAsAt): Html {
  if (withheldEntry) return escapeHtml(`${withheldWords(withheldEntry)}.`);
  if (!latest) return escapeHtml(say.nothing);
  if (latest.note) return inLanguage(latest.lang, inShort(latest.note, LATEST));
  return escapeHtml(latest.rating ? phrases.reports.ratedWithoutWords : phrases.reports.noWords);
}

/** When it was said, and whether that was for this meeting. */
function reportedOn(
  { council }: TrackerRegister,
  { counted, state: { rating }, withheldPart }: ActionAsAt,
  day: IsoDate,
): string {
  if (counted.in !== 'no-update') return phrases.reports.on(day, undefined);
  const isSaid = rating && !withheldPart && council.ratings.includes(rating);
  return say.noUpdate(day, isSaid ? rating.label : undefined);
}
