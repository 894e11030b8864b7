import { escapeHtml, type ProseContext } from '../../markdown/index.js';
import { type Nouns, phrases } from '../../phrases/index.js';
import type { PaperRegister, RecommendationAsAt, ReviewAsAt } from '../../register/index.js';
import { columnLines, columnProse } from '../shared/below.js';
import { nounsOf } from '../shared/panels.js';
import { makeId } from '../shared/references.js';
import {
  addressees,
  answerSentence,
  answerWords,
  composeNotice,
  extentSentence,
  isRecorded,
} from '../shared/responses.js';
import { reviewHeading, withheldWords } from '../shared/wording.js';
import type { AppendixA, RecommendationLine } from './update-schema.js';

/** Appendix A: what was recommended, and what the Executive answered. */
export function composeAppendixA(register: PaperRegister, context: ProseContext): AppendixA | null {
  if (register.reviews.every(({ recommendations }) => recommendations.length === 0)) return null;
  const nouns = nounsOf(register);
  const isSeveral = register.reviews.length > 1;
  const hasResponses = register.reviews.some((review) => review.recommendations.some(isRecorded));
  return {
    id: 'appendix-a',
    heading: hasResponses ? phrases.appendixA.heading(nouns) : phrases.appendixA.headingWithoutResponses,
    columns: phrases.appendixA.columns,
    responseColumn: hasResponses ? phrases.appendixA.responseColumn : null,
    introduction: introduceResponses(register),
    groups: register.reviews.map((review, index) => ({
      id: `recommendations-${index + 1}`,
      heading: isSeveral ? reviewHeading(review) : null,
      recommendations: review.recommendations.map((recommendation) =>
        composeLine(recommendation, `recommendation-${index + 1}`, context),
      ),
    })),
  };
}

/** How the reviews were answered, a sentence or two of each. */
export function introduceResponses(register: PaperRegister): readonly string[] {
  return register.reviews.flatMap((review) =>
    composeIntroduction(nounsOf(register), review, register.reviews.length > 1),
  );
}

function composeIntroduction(nouns: Nouns, reviewed: ReviewAsAt, isSeveral: boolean): readonly string[] {
  const { review, recommendations, withheld } = reviewed;
  if (withheld) return [];
  const extent = extentSentence(nouns, reviewed, isSeveral ? review.title : undefined);
  const hasAnswers = recommendations.some(({ response, withheld: kept }) => response !== undefined && !kept);
  const sentences = [...(extent === undefined ? [] : [extent]), ...answerSentence(nouns, reviewed)];
  return sentences.length === 0 || (!hasAnswers && !reviewed.isDeferred) ? [] : [sentences.join(' ')];
}

function composeLine(
  { recommendation, response, withheld }: RecommendationAsAt,
  group: string,
  context: ProseContext,
): RecommendationLine {
  const id = `${group}-${makeId(recommendation.ref)}`;
  if (withheld) {
    return {
      id,
      reference: recommendation.ref,
      html: escapeHtml(withheldWords(withheld)),
      beneath: null,
      addressedTo: null,
      response: phrases.appendixA.withheld,
      reason: null,
      notice: null,
      below: [],
    };
  }
  const { lang } = recommendation;
  const words = columnLines(recommendation.text, context, lang, 'recommendation');
  const reason =
    recommendation.reason && response !== 'awaited'
      ? columnProse(recommendation.reason, context, lang, 'reason')
      : null;
  const { notice, below } = composeNotice(recommendation, context);
  return {
    id,
    reference: recommendation.ref,
    html: words.first,
    beneath: words.beneath,
    addressedTo: addressees(recommendation),
    response: response ? answerWords(recommendation, response) : phrases.appendixA.notRecorded,
    reason: reason?.html ?? null,
    notice,
    below: [...words.below, ...(reason?.below ?? []), ...below],
  };
}
