import { actionsOf, type Model, type Recommendation, type Review } from '../model/index.js';
import { collectTexts, type FieldText } from './field-texts.js';

/** What anybody may know because somewhere in the register it is public, by the model's tables. Words of prose are never among it. */
export interface PublicLabels {
  /** What council.yaml lists. */
  readonly listed: readonly string[];
  /** A firm that owns a public action is no secret for owning an exempt one too. */
  readonly names: readonly string[];
  /**
   * Withheld prose may speak of titles, but they make no name public: an item may be called after the very firm that is to be withheld.
   */
  readonly titles: readonly string[];
}

/** Names and titles of the council, and of whatever is public in meetings and reviews. */
export function publicLabels({ council, meetings, reviews }: Model): PublicLabels {
  const ofCouncil = [
    ...collectTexts('council', council),
    ...council.panels.flatMap((panel) => collectTexts('panel', panel)),
    ...council.services.flatMap((service) => collectTexts('service', service)),
    ...council.officers.flatMap((officer) => collectTexts('officer', officer)),
    ...council.ratings.flatMap((rating) => collectTexts('rating', rating)),
  ];
  const withheld = new Map(reviews.map((review) => [review.key, withheldReferences(review)]));
  const others = [
    ...meetings.flatMap((meeting) => [
      ...collectTexts('meeting', meeting),
      ...meeting.items.flatMap((item) => (item.exempt ? [] : collectTexts('item', item))),
      ...meeting.decisions.flatMap((decision) =>
        decision.kind === 'item' || withheld.get(decision.review)?.has(decision.ref) !== false
          ? []
          : collectTexts('actionDecision', decision),
      ),
    ]),
    ...reviews.flatMap((review) => ofReview(review, withheld.get(review.key) ?? new Set())),
  ].filter(isPrinted);
  // A document's title is a name: two reports may well have an "Attendance record" to show.
  const isTitle = ({ noun, kind }: FieldText) => kind === 'title' && noun !== 'reference';
  return {
    listed: ofCouncil.filter(isPrinted).map(({ text }) => text),
    names: others.filter((text) => !isTitle(text)).map(({ text }) => text),
    titles: others.filter(isTitle).map(({ text }) => text),
  };
}

/** Whether a paper prints it, and as a label. A reference is no name: "a)" would stand for every "a". */
function isPrinted({ key, kind, rule }: FieldText): boolean {
  return kind !== 'prose' && key !== 'ref' && key !== 'number' && rule.printed.length > 0;
}

function ofReview(review: Review, withheld: ReadonlySet<string>): readonly FieldText[] {
  if (review.exempt) return [];
  return [
    ...collectTexts('review', review),
    ...review.recommendations.flatMap((recommendation) =>
      recommendation.exempt
        ? []
        : [
            ...collectTexts('recommendation', recommendation),
            ...actionsOf(recommendation).flatMap((action) =>
              action.exempt ? [] : collectTexts('action', action),
            ),
          ],
    ),
    ...review.progress.flatMap((report) =>
      report.progress.flatMap((entry) =>
        entry.exempt || entry.refs.some((ref) => withheld.has(ref)) ? [] : collectTexts('progress', entry),
      ),
    ),
  ];
}

/** References of all that is exempt in a review. */
function withheldReferences({ exempt, recommendations }: Review): ReadonlySet<string> {
  return new Set(
    recommendations.flatMap((recommendation: Recommendation) => {
      const isAll = (exempt ?? recommendation.exempt) !== undefined;
      return [
        ...(isAll ? [recommendation.ref] : []),
        ...recommendation.actions.flatMap((action) => (isAll || action.exempt ? [action.ref] : [])),
      ];
    }),
  );
}
