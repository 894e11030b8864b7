import { capitalised, date, joinWords, plural } from '../language/index.js';
import type { Recommendation, Response } from '../model/index.js';
import {
  escapeHtml,
  type Html,
  joinHtml,
  type ProseContext,
  paragraphHtml,
  proseHtml,
  proseInline,
} from '../prose/index.js';
import type { PaperRegister, RecommendationAsAt, ReviewAsAt } from '../register/index.js';
import type { AppendixA, RecommendationLine } from './types.js';
import { exemptRemark, reviewHeading, withheldWords } from './words.js';

/** How an answer is printed. */
export const ANSWERS: Readonly<Record<Response, string>> = {
  awaited: 'Awaited',
  accepted: 'Accepted',
  'accepted-in-part': 'Accepted in part',
  'accepted-in-principle': 'Accepted in principle',
  noted: 'Noted',
  rejected: 'Rejected',
};

const RESPONSES: readonly Response[] = [
  'accepted',
  'accepted-in-part',
  'accepted-in-principle',
  'noted',
  'rejected',
  'awaited',
];

/** Appendix A: what was recommended, and what the Executive answered. */
export function appendixAOf(register: PaperRegister, context: ProseContext): AppendixA | null {
  if (register.reviews.every(({ recommendations }) => recommendations.length === 0)) return null;
  const isSeveral = register.reviews.length > 1;
  const hasResponses = register.reviews.some((review) => review.recommendations.some(isRecorded));
  return {
    id: 'appendix-a',
    heading: hasResponses
      ? 'Appendix A. Recommendations and the Executive’s response'
      : 'Appendix A. Recommendations',
    responseColumn: hasResponses ? 'Response' : null,
    introduction: register.reviews.flatMap((review) => introductionOf(review, isSeveral)),
    groups: register.reviews.map((review, index) => ({
      id: `recommendations-${index + 1}`,
      heading: isSeveral ? reviewHeading(review) : null,
      recommendations: review.recommendations.map((recommendation) =>
        lineOf(recommendation, `recommendation-${index + 1}`, context),
      ),
    })),
  };
}

function introductionOf(reviewed: ReviewAsAt, isSeveral: boolean): readonly string[] {
  const { review, recommendations, withheld } = reviewed;
  if (withheld) return [];
  const answers = answersGiven(recommendations);
  const of = isSeveral ? ` of “${review.title}”` : '';
  const extent =
    answers === undefined
      ? []
      : [`${capitalised(plural(recommendations.length, 'recommendation'))}${of}: ${answers}.`];
  const sentences = [...extent, ...answerSentence(reviewed)];
  return sentences.length === 0 || (answers === undefined && !reviewed.isDeferred)
    ? []
    : [sentences.join(' ')];
}

/** When the Executive responded, or that it has deferred its response, which is not to respond. */
export function answerSentence({ review, isAnswered, isDeferred }: ReviewAsAt): readonly string[] {
  if (isDeferred) return ['The Executive has deferred its response.'];
  const day = isAnswered ? review.executiveResponse?.date : undefined;
  return day ? [`The Executive answered ${day.length === 10 ? 'on' : 'in'} ${date(day)}.`] : [];
}

function isRecorded({ response, withheld }: RecommendationAsAt): boolean {
  return response !== undefined || withheld !== undefined;
}

/** "12 accepted, 2 rejected, 1 not recorded and 1 withheld"; nothing where no response is recorded and public. */
export function answersGiven(recommendations: readonly RecommendationAsAt[]): string | undefined {
  const answers = RESPONSES.flatMap((response) => {
    const number = recommendations.filter(
      (recommendation) => recommendation.response === response && !recommendation.withheld,
    ).length;
    return number === 0 ? [] : [`${number} ${ANSWERS[response].toLowerCase()}`];
  });
  if (answers.length === 0) return undefined;
  const kept = recommendations.filter((recommendation) => recommendation.withheld).length;
  const unknown = recommendations.filter((recommendation) => !isRecorded(recommendation)).length;
  return joinWords([
    ...answers,
    ...(unknown > 0 ? [`${unknown} not recorded`] : []),
    ...(kept > 0 ? [`${kept} withheld`] : []),
  ]);
}

function lineOf(
  { recommendation, response, withheld }: RecommendationAsAt,
  group: string,
  context: ProseContext,
): RecommendationLine {
  const id = `${group}-${idOf(recommendation.ref)}`;
  if (withheld) {
    return {
      id,
      reference: recommendation.ref,
      html: escapeHtml(withheldWords(withheld)),
      beneath: null,
      response: 'Withheld',
      reason: null,
      notice: null,
    };
  }
  const words = proseInline(recommendation.text, context, recommendation.lang);
  return {
    id,
    reference: recommendation.ref,
    html: words.first,
    beneath: words.beneath,
    response: response ? answerWords(recommendation, response) : 'Not recorded',
    reason:
      recommendation.reason && response !== 'awaited'
        ? proseHtml(recommendation.reason, context, recommendation.lang)
        : null,
    notice: noticeOf(recommendation, context),
  };
}

/** How the Executive responded and, where that is not the day of its response to the review, when. */
export function answerWords({ responded }: Recommendation, response: Response): string {
  return `${ANSWERS[response]}${responded && response !== 'awaited' ? ` on ${date(responded)}` : ''}`;
}

/** Its own notice and, in the members' copy, that it is exempt. */
export function noticeOf({ notice, exempt, lang }: Recommendation, context: ProseContext): Html | null {
  const parts = [
    ...(exempt ? [paragraphHtml(exemptRemark(exempt))] : []),
    ...(notice ? [proseHtml(notice, context, lang)] : []),
  ];
  return parts.length === 0 ? null : joinHtml(parts);
}

/** A reference as part of an id: every other character by its number, so that no two references make the same id. */
export function idOf(reference: string): string {
  return reference.replace(
    /[^A-Za-z0-9]/g,
    (character) => `_${(character.codePointAt(0) ?? 0).toString(16)}`,
  );
}
