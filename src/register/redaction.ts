import type {
  Action,
  ExemptFields,
  Exemption,
  Item,
  Model,
  Progress,
  Recommendation,
  Review,
} from '../model/index.js';

/**
 * A review as a public paper may know it. Exempt content is removed here, not merely flagged, so that no later stage can leak it: of
 * each exempt part only its reference and its exemption are left, and exempt entries are dropped.
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

const publicOf = new WeakMap<Model, Model>();

/**
 * The register as the public may know its agendas: an exempt item is there with its number and its exemption, and about no review. What is worked
 * out from it cannot depend on which review an exempt item is about.
 */
export function withPublicAgendas(model: Model): Model {
  const known = publicOf.get(model);
  if (known) return known;
  const meetings = model.meetings.map((meeting) => {
    const exempt = new Set(meeting.items.flatMap(({ exempt: why, number }) => (why ? [number] : [])));
    if (exempt.size === 0) return meeting;
    return {
      ...meeting,
      items: meeting.items.map(publicItem),
      decisions: meeting.decisions.map((decision) =>
        decision.kind === 'item' && exempt.has(decision.item)
          ? { ...decision, ...BLANK_ITEM_DECISION }
          : decision,
      ),
    };
  });
  const made = { ...model, meetings };
  publicOf.set(model, made);
  publicOf.set(made, made);
  return made;
}

/** An item as a public paper may know it. Its number and its exemption are on the agenda, so they stay. */
export function publicItem(item: Item): Item {
  return item.exempt ? { ...item, ...BLANK_ITEM, exempt: publicExemption(item.exempt) } : item;
}

// Each of these has every field that its table calls exempt, and no other: the compiler compares them.

const BLANK_ITEM: ExemptFields<'item'> = {
  title: '',
  review: [],
  service: undefined,
  contact: undefined,
  presentedBy: undefined,
  reportOf: undefined,
  author: undefined,
  purpose: undefined,
  implications: [],
  sections: [],
  notice: undefined,
  allow: [],
  lang: undefined,
};

const BLANK_ITEM_DECISION: ExemptFields<'itemDecision'> = {
  reason: undefined,
  minute: undefined,
};

const BLANK_REVIEW: ExemptFields<'review'> = {
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

const BLANK_RECOMMENDATION: ExemptFields<'recommendation'> = {
  text: '',
  response: undefined,
  responded: undefined,
  reason: undefined,
  addressedTo: [],
  notice: undefined,
  allow: [],
  lang: undefined,
};

const BLANK_ACTION: ExemptFields<'action'> = {
  text: '',
  owners: [],
  due: undefined,
  successMeasure: undefined,
  notice: undefined,
  allow: [],
  lang: undefined,
};

const BLANK_EXEMPTION: ExemptFields<'exemption'> = { reason: undefined };

function publicRecommendation(recommendation: Recommendation, isWithheld: boolean): Recommendation {
  const isBlank = isWithheld || recommendation.exempt !== undefined;
  const { ownAction } = recommendation;
  if (isBlank && recommendation.actions.length === 0) return blankRecommendation(recommendation);
  return {
    ...recommendation,
    ...(isBlank ? BLANK_RECOMMENDATION : {}),
    exempt: publicExemption(recommendation.exempt),
    actions: recommendation.actions.map((action) => publicAction(action, isBlank)),
    ownAction: ownAction && publicAction(ownAction, isBlank),
  };
}

/** Whether it is its own action depends on what is withheld, so for the public it always is. */
function blankRecommendation(recommendation: Recommendation): Recommendation {
  const { span, spans, ref, agreed } = recommendation;
  const exempt = publicExemption(recommendation.exempt);
  return {
    ...recommendation,
    ...BLANK_RECOMMENDATION,
    exempt,
    ownAction: { ...BLANK_ACTION, span, spans, ref, agreed, exempt },
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
