import type { Progress, Recommendation } from '../model/index.js';
import { actionsOf, type PaperRegister, type ReviewAsAt } from '../register/index.js';
import { collectTexts } from './field-texts.js';
import type { Secret } from './types.js';

/**
 * Everything in a paper that its public copy withholds: of whatever is exempt, the words of each field that the model's tables call exempt.
 *
 * It is gathered from the members' copy, and without asking what the public copy was made from: a guard that believed the gate-keeper
 * would let through whatever the gate-keeper forgot.
 *
 * @param members what the members' copy of the same paper knows
 */
export function collectSecrets({ item, reviews, day, decisions }: PaperRegister): readonly Secret[] {
  const isAll = item.exempt !== undefined;
  const refs = new Set(
    reviews.flatMap((review) => withheldIn(review, isAll).map((ref) => `${review.review.key}/${ref}`)),
  );
  return [
    ...(isAll ? exemptTexts('item', item) : []),
    ...reviews.flatMap((review) => ofReviewAsAt(review, isAll, day)),
    ...decisions.flatMap(({ decision }) =>
      refs.has(`${decision.review}/${decision.ref}`) ? exemptTexts('actionDecision', decision) : [],
    ),
  ];
}

function exemptTexts(...asked: Parameters<typeof collectTexts>): readonly Secret[] {
  return collectTexts(...asked).flatMap(({ rule, kind, text, span }) =>
    rule.whenExempt === 'exempt' ? [{ text, kind, span, isShared: false }] : [],
  );
}

function ofReviewAsAt(reviewAsAt: ReviewAsAt, isAll: boolean, day: string): readonly Secret[] {
  const { review, recommendations } = reviewAsAt;
  const isWhole = isAll || review.exempt !== undefined;
  const refs = new Set(withheldIn(reviewAsAt, isAll));
  const entries = review.progress.flatMap(({ progress }) => progress).filter(({ asAt }) => asAt <= day);
  return [
    ...(isWhole ? exemptTexts('review', review) : []),
    ...recommendations.flatMap(({ recommendation }) => ofRecommendation(recommendation, isWhole)),
    ...entries.flatMap((entry) => ofEntry(entry, refs)),
  ];
}

/** References of the actions that are withheld. */
function withheldIn({ review, recommendations }: ReviewAsAt, isAll: boolean): readonly string[] {
  return recommendations.flatMap(({ recommendation }) =>
    actionsOf(recommendation).flatMap(({ ref, exempt }) =>
      isAll || (review.exempt ?? recommendation.exempt ?? exempt) ? [ref] : [],
    ),
  );
}

function ofRecommendation(recommendation: Recommendation, isAll: boolean): readonly Secret[] {
  const isWhole = isAll || recommendation.exempt !== undefined;
  return [
    ...(isWhole ? exemptTexts('recommendation', recommendation) : []),
    ...actionsOf(recommendation).flatMap((action) =>
      isWhole || action.exempt ? exemptTexts('action', action) : [],
    ),
  ];
}

function ofEntry(entry: Progress, withheld: ReadonlySet<string>): readonly Secret[] {
  if (!entry.exempt && !entry.refs.some((ref) => withheld.has(ref))) return [];
  const isShared = !entry.exempt && entry.refs.some((ref) => !withheld.has(ref));
  return exemptTexts('progress', entry).map((secret) => ({ ...secret, isShared }));
}
