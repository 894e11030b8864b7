import type { Action, Item, Progress, Recommendation, Review } from '../model/index.js';

/**
 * A review as a public paper may know it. What is exempt is not marked here but gone, so that nothing later on the line has it to let
 * slip: of each exempt part only its reference and its exemption are left, and exempt entries were never made.
 *
 * @param isWhollyWithheld where the item that takes the review is exempt itself
 */
export function publicReview(review: Review, isWhollyWithheld: boolean): Review {
  const isWithheld = isWhollyWithheld || review.exempt !== undefined;
  const recommendations = review.recommendations.map((recommendation) =>
    publicRecommendation(recommendation, isWithheld),
  );
  const withheld = withheldReferences(recommendations, isWithheld);
  return {
    ...review,
    ...(isWithheld ? BLANK_REVIEW : {}),
    recommendations,
    progress: review.progress.map((report) => ({
      ...report,
      progress: report.progress.flatMap((entry) => publicEntry(entry, withheld)),
    })),
  };
}

/** An item as a public paper may know it. Its number and its exemption are on the agenda, so they stay. */
export function publicItem(item: Item): Item {
  return item.exempt
    ? {
        ...item,
        title: '',
        service: undefined,
        contact: undefined,
        presentedBy: undefined,
        purpose: undefined,
        notice: undefined,
        lang: undefined,
      }
    : item;
}

/** The Executive's answer stays: which actions there are, and so how many lines are withheld, depends on its date. */
const BLANK_REVIEW = {
  title: '',
  commissioned: undefined,
  finalReport: undefined,
  background: undefined,
  termsOfReference: [],
  evidence: [],
  oversight: undefined,
  backgroundPapers: [],
  notice: undefined,
  lang: undefined,
} as const satisfies Partial<Review>;

const BLANK_WORDS = { text: '', notice: undefined, lang: undefined } as const;

function publicRecommendation(recommendation: Recommendation, isWithheld: boolean): Recommendation {
  const isBlank = isWithheld || recommendation.exempt !== undefined;
  const { ownAction } = recommendation;
  return {
    ...recommendation,
    ...(isBlank ? { ...BLANK_WORDS, reason: undefined } : {}),
    actions: recommendation.actions.map((action) => publicAction(action, isBlank)),
    ownAction: ownAction && publicAction(ownAction, isBlank),
  };
}

function publicAction(action: Action, isWithheld: boolean): Action {
  return isWithheld || action.exempt
    ? { ...action, ...BLANK_WORDS, owners: [], due: undefined, successMeasure: undefined }
    : action;
}

function withheldReferences(
  recommendations: readonly Recommendation[],
  isWithheld: boolean,
): ReadonlySet<string> {
  return new Set(
    recommendations.flatMap((recommendation) => {
      const isAll = isWithheld || recommendation.exempt !== undefined;
      return [
        ...(isAll ? [recommendation.ref] : []),
        ...recommendation.actions.flatMap(({ ref, exempt }) => (isAll || exempt ? [ref] : [])),
      ];
    }),
  );
}

/** An entry for several actions remains for those that are public. */
function publicEntry(entry: Progress, withheld: ReadonlySet<string>): readonly Progress[] {
  if (entry.exempt) return [];
  const refs = entry.refs.filter((ref) => !withheld.has(ref));
  return refs.length === 0 ? [] : [{ ...entry, refs }];
}
