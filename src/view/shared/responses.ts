import { type ProseContext, paragraphHtml } from '../../markdown/index.js';
import type { Recommendation, Response } from '../../model/index.js';
import { type Nouns, phrases } from '../../phrases/index.js';
import type { RecommendationAsAt, ReviewAsAt } from '../../register/index.js';
import { composeRowNotice, type RowNotice } from './below.js';
import { nameInSentence } from './people.js';
import { exemptRemark } from './wording.js';

/** Who is asked to respond, where that is not the Executive as a whole. */
export function addressees({ addressedTo }: Recommendation): string | null {
  return addressedTo.length === 0
    ? null
    : phrases.appendixA.addressedTo(addressedTo.map((person) => nameInSentence(person)));
}

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
export function answerSentence(
  nouns: Nouns,
  { review, isAnswered, isDeferred }: ReviewAsAt,
): readonly string[] {
  if (isDeferred) return [phrases.responses.deferred(nouns)];
  const day = isAnswered ? review.executiveResponse?.date : undefined;
  return day ? [phrases.responses.answered(nouns, day)] : [];
}

export function isRecorded({ response, withheld }: RecommendationAsAt): boolean {
  return response !== undefined || withheld !== undefined;
}

/** How the recommendations of a review were answered; nothing where no response is recorded and public. */
export function extentSentence(
  nouns: Nouns,
  { recommendations, isDeferred }: ReviewAsAt,
  title?: string,
): string | undefined {
  const say = phrases.responses;
  const total = recommendations.length;
  const counted = RESPONSES.map((response) => ({
    response,
    number: recommendations.filter((one) => one.response === response && !one.withheld).length,
  })).filter(({ number }) => number > 0);
  const [first] = counted;
  if (!first) return undefined;
  if (first.number === total) {
    if (first.response !== 'awaited')
      return say.all.answered(total, ANSWERS[first.response].toLowerCase(), title);
    // That the response is deferred is said in a sentence of its own.
    return isDeferred ? undefined : say.all.awaited(nouns, total, title);
  }
  const numberOf = (is: (one: RecommendationAsAt) => boolean) => recommendations.filter(is).length;
  const awaited = counted.find(({ response }) => response === 'awaited')?.number ?? 0;
  const unknown = numberOf((one) => !isRecorded(one));
  const kept = numberOf(({ withheld }) => withheld !== undefined);
  return say.some(
    total,
    counted
      .filter(({ response }) => response !== 'awaited')
      .map(({ response, number }) => say.given(number, ANSWERS[response].toLowerCase())),
    [
      ...(awaited > 0 ? [say.open.awaited(awaited)] : []),
      ...(unknown > 0 ? [say.open.notRecorded(unknown)] : []),
      ...(kept > 0 ? [say.open.withheld(kept)] : []),
    ],
    title,
  );
}

/** How the Executive responded and, where that is not the day of its response to the review, when. */
export function answerWords({ responded }: Recommendation, response: Response): string {
  return responded && response !== 'awaited'
    ? phrases.responses.on(ANSWERS[response], responded)
    : ANSWERS[response];
}

/** Its own notice and, in the members' copy, that it is exempt. */
export function composeNotice(recommendation: Recommendation, context: ProseContext): RowNotice {
  const { exempt } = recommendation;
  return composeRowNotice(
    recommendation,
    context,
    exempt === undefined ? [] : [paragraphHtml(exemptRemark(exempt))],
  );
}

/** Whether the sentence on the review says of every recommendation all that there is to say. */
export function isAnsweredAlike({ recommendations }: ReviewAsAt): boolean {
  const [first] = recommendations;
  return recommendations.every(
    ({ response, withheld, recommendation: { reason, responded } }) =>
      response === first?.response && !withheld && !reason && !responded,
  );
}
