import type { Nation } from '../../calendar/index.js';
import { NO_PARAGRAPH } from '../shapes/common.js';
import type { Exemption, Model } from '../types.js';
import { NATIONS } from './nations.js';
import type { Rule } from './rule.js';

/**
 * The paragraphs under which matter can be exempt. England: Local Government Act 1972, Schedule 12A, Part 1; Wales: the same, Part 4, as
 * S.I. 2007/969 (W. 86) put it there; Scotland: Local Government (Scotland) Act 1973, Schedule 7A, Part I, from the Local Government
 * (Access to Information) Act 1985, Schedule 1, Part II; Northern Ireland: Local Government Act (Northern Ireland) 2014, Schedule 6,
 * Part 1.
 */
const PARAGRAPHS: Readonly<Record<Nation, readonly [first: number, last: number]>> = {
  england: [1, 7],
  wales: [12, 18],
  scotland: [1, 15],
  'northern-ireland': [1, 7],
};

/** A paragraph that the law does not have exempts nothing. */
export const exemptionsReal: Rule = function* ({ model, isCouncilKnown }) {
  if (!isCouncilKnown) return;
  const { nation } = model.council;
  const [first, last] = PARAGRAPHS[nation];
  for (const { paragraph, spans, span } of exemptionsIn(model)) {
    if (paragraph === NO_PARAGRAPH || (paragraph >= first && paragraph <= last)) continue;
    yield {
      code: 'exempt-paragraph',
      severity: 'error',
      span: spans['paragraph'] ?? span,
      message: `nothing is exempt under paragraph ${paragraph}: in ${NATIONS[nation]} the paragraphs are ${first} to ${last}`,
      hint: "Write the paragraph under which it is exempt; 'nation:' in council.yaml says whose law holds.",
    };
  }
};

function exemptionsIn({ meetings, reviews }: Model): readonly Exemption[] {
  return [
    ...meetings.flatMap(({ items }) => items),
    ...reviews.flatMap((review) => [
      review,
      ...review.recommendations.flatMap((recommendation) => [recommendation, ...recommendation.actions]),
      ...review.progress.flatMap(({ progress }) => progress),
    ]),
  ].flatMap(({ exempt }) => exempt ?? []);
}
