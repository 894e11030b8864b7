import type {
  ACTION_FIELDS,
  Action,
  EXEMPTION_FIELDS,
  ExemptFields,
  Exemption,
  ITEM_FIELDS,
  Item,
  Progress,
  RECOMMENDATION_FIELDS,
  REVIEW_FIELDS,
  Recommendation,
  Review,
} from '../model/index.js';

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
    exempt: publicExemption(review.exempt),
    recommendations,
    progress: review.progress.map((report) => ({
      ...report,
      progress: report.progress.flatMap((entry) => publicEntry(entry, withheld)),
    })),
  };
}

/** An item as a public paper may know it. Its number and its exemption are on the agenda, so they stay. */
export function publicItem(item: Item): Item {
  return item.exempt ? { ...item, ...BLANK_ITEM, exempt: publicExemption(item.exempt) } : item;
}

// Each of these has every field that its table calls exempt, and no other: the compiler compares them.

const BLANK_ITEM: ExemptFields<Item, typeof ITEM_FIELDS> = {
  title: '',
  review: [],
  service: undefined,
  contact: undefined,
  presentedBy: undefined,
  purpose: undefined,
  notice: undefined,
  allow: [],
  lang: undefined,
};

const BLANK_REVIEW: ExemptFields<Review, typeof REVIEW_FIELDS> = {
  title: '',
  commissioned: undefined,
  finalReport: undefined,
  background: undefined,
  termsOfReference: [],
  evidence: [],
  oversight: undefined,
  backgroundPapers: [],
  notice: undefined,
  allow: [],
  lang: undefined,
};

const BLANK_RECOMMENDATION: ExemptFields<Recommendation, typeof RECOMMENDATION_FIELDS> = {
  text: '',
  response: undefined,
  responded: undefined,
  reason: undefined,
  notice: undefined,
  allow: [],
  lang: undefined,
};

const BLANK_ACTION: ExemptFields<Action, typeof ACTION_FIELDS> = {
  text: '',
  owners: [],
  due: undefined,
  successMeasure: undefined,
  notice: undefined,
  allow: [],
  lang: undefined,
};

const BLANK_EXEMPTION: ExemptFields<Exemption, typeof EXEMPTION_FIELDS> = { reason: undefined };

function publicRecommendation(recommendation: Recommendation, isWithheld: boolean): Recommendation {
  const isBlank = isWithheld || recommendation.exempt !== undefined;
  const { ownAction } = recommendation;
  return {
    ...recommendation,
    ...(isBlank ? BLANK_RECOMMENDATION : {}),
    exempt: publicExemption(recommendation.exempt),
    actions: recommendation.actions.map((action) => publicAction(action, isBlank)),
    ownAction: ownAction && publicAction(ownAction, isBlank),
  };
}

function publicAction(action: Action, isWithheld: boolean): Action {
  return isWithheld || action.exempt
    ? { ...action, ...BLANK_ACTION, exempt: publicExemption(action.exempt) }
    : action;
}

function publicExemption(exemption: Exemption | undefined): Exemption | undefined {
  return exemption && { ...exemption, ...BLANK_EXEMPTION };
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
