import { type Html, joinHtml, type ProseContext, paragraphHtml, proseHtml } from '../../markdown/index.js';
import type { Recommendation, Response } from '../../model/index.js';
import { joinWords, phrases } from '../../phrases/index.js';
import type { RecommendationAsAt, ReviewAsAt } from '../../register/index.js';
import { exemptRemark } from './wording.js';

/** How an answer is printed. */
export const ANSWERS: Readonly<Record<Response, string>> = phrases.responses.answers;

const RESPONSES: readonly Response[] = [
  'accepted',
  'accepted-in-part',
  'accepted-in-principle',
  'noted',
  'rejected',
  'awaited',
];

/** When the Executive responded, or that it has deferred its response, which is not to respond. */
export function answerSentence({ review, isAnswered, isDeferred }: ReviewAsAt): readonly string[] {
  if (isDeferred) return [phrases.responses.deferred];
  const day = isAnswered ? review.executiveResponse?.date : undefined;
  return day ? [phrases.responses.answered(day)] : [];
}

export function isRecorded({ response, withheld }: RecommendationAsAt): boolean {
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
    ...(unknown > 0 ? [phrases.responses.notRecorded(unknown)] : []),
    ...(kept > 0 ? [phrases.responses.withheld(kept)] : []),
  ]);
}

/** How the Executive responded and, where that is not the day of its response to the review, when. */
export function answerWords({ responded }: Recommendation, response: Response): string {
  return responded && response !== 'awaited'
    ? phrases.responses.on(ANSWERS[response], responded)
    : ANSWERS[response];
}

/** Its own notice and, in the members' copy, that it is exempt. */
export function noticeOf({ notice, exempt, lang }: Recommendation, context: ProseContext): Html | null {
  const parts = [
    ...(exempt ? [paragraphHtml(exemptRemark(exempt))] : []),
    ...(notice ? [proseHtml(notice, context, lang)] : []),
  ];
  return parts.length === 0 ? null : joinHtml(parts);
}
