import type { Span } from '../diagnostics/index.js';
import type {
  Action,
  Exemption,
  Item,
  Markdown,
  Person,
  Placed,
  Progress,
  Recommendation,
  Reference,
  Remarks,
  Review,
} from '../model/index.js';
import { actionsOf, type PaperRegister, type ReviewAsAt } from '../register/index.js';
import type { Secret } from './types.js';

/**
 * Everything in a paper that its public copy withholds.
 *
 * It is gathered from the members' copy, and without asking what the public copy was made from: a guard that believed the gate-keeper
 * would let through whatever the gate-keeper forgot.
 *
 * @param members what the members' copy of the same paper knows
 */
export function secretsOf({ item, reviews, day, decisions }: PaperRegister): readonly Secret[] {
  const isAll = item.exempt !== undefined;
  const refs = new Set(
    reviews.flatMap((review) => withheldIn(review, isAll).map((ref) => `${review.review.key}/${ref}`)),
  );
  return [
    ...(item.exempt ? ofItem(item) : []),
    ...reviews.flatMap((review) => ofReviewAsAt(review, isAll, day)),
    ...decisions.flatMap(({ decision }) =>
      refs.has(`${decision.review}/${decision.ref}`)
        ? [...prose(decision, 'reason', decision.reason), ...name(decision, 'to', decision.to)]
        : [],
    ),
  ];
}

function ofItem(item: Item): readonly Secret[] {
  return [
    ...title(item, 'title', item.title),
    ...prose(item, 'purpose', item.purpose),
    ...person(item.contact),
    ...person(item.presentedBy),
    ...remarks(item),
  ];
}

function ofReviewAsAt(reviewAsAt: ReviewAsAt, isAll: boolean, day: string): readonly Secret[] {
  const { review, recommendations } = reviewAsAt;
  const isWhole = isAll || review.exempt !== undefined;
  const refs = new Set(withheldIn(reviewAsAt, isAll));
  const entries = review.progress.flatMap(({ progress }) => progress).filter(({ asAt }) => asAt <= day);
  return [
    ...(isWhole ? ofReview(review) : []),
    ...recommendations.flatMap(({ recommendation }) => ofRecommendation(recommendation, isWhole)),
    ...entries.flatMap((entry) => {
      if (entry.exempt) return ofEntry(entry);
      const isShared = entry.refs.some((ref) => !refs.has(ref));
      return entry.refs.some((ref) => refs.has(ref))
        ? ofEntry(entry).map((secret) => ({ ...secret, isShared }))
        : [];
    }),
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

function ofReview(review: Review): readonly Secret[] {
  return [
    ...title(review, 'title', review.title),
    ...prose(review, 'background', review.background),
    ...review.termsOfReference.flatMap((words) => prose(review, 'termsOfReference', words)),
    ...review.evidence.flatMap((words) => prose(review, 'evidence', words)),
    ...prose(review, 'oversight', review.oversight),
    ...review.backgroundPapers.flatMap(document),
    ...remarks(review),
  ];
}

function ofRecommendation(recommendation: Recommendation, isAll: boolean): readonly Secret[] {
  const isWhole = isAll || recommendation.exempt !== undefined;
  const { ownAction } = recommendation;
  return [
    ...(isWhole
      ? [
          ...prose(recommendation, 'text', recommendation.text),
          ...prose(recommendation, 'reason', recommendation.reason),
          ...remarks(recommendation),
          ...(ownAction ? ofDuty(ownAction) : []),
        ]
      : []),
    ...recommendation.actions.flatMap((action) =>
      isWhole || action.exempt
        ? [...prose(action, 'text', action.text), ...remarks(action), ...ofDuty(action)]
        : [],
    ),
  ];
}

/** Who does it, by when, and how anyone will know. */
function ofDuty(action: Action): readonly Secret[] {
  return [
    ...action.owners.flatMap(person),
    ...(action.due?.kind === 'words' ? name(action, 'due', action.due.words) : []),
    ...prose(action, 'successMeasure', action.successMeasure),
  ];
}

function ofEntry(entry: Progress): readonly Secret[] {
  return [
    ...prose(entry, 'note', entry.note),
    ...prose(entry, 'reason', entry.reason),
    ...(entry.revisedDue?.kind === 'words' ? name(entry, 'revisedDue', entry.revisedDue.words) : []),
    ...person(entry.reportedBy),
    ...entry.evidence.flatMap(document),
    ...reasonOf(entry.exempt),
  ];
}

function remarks(placed: Placed & Pick<Remarks, 'notice' | 'exempt'>): readonly Secret[] {
  return [...prose(placed, 'notice', placed.notice), ...reasonOf(placed.exempt)];
}

function reasonOf(exempt: Exemption | undefined): readonly Secret[] {
  return exempt ? prose(exempt, 'reason', exempt.reason) : [];
}

function document(reference: Reference): readonly Secret[] {
  return [...title(reference, 'title', reference.title), ...name(reference, 'link', reference.link)];
}

/** Officers are listed in council.yaml, and so public. */
function person(who: Person | undefined): readonly Secret[] {
  return who?.kind === 'words' ? [{ text: who.words, kind: 'name', span: who.span, isShared: false }] : [];
}

function prose(placed: Placed, key: string, text: Markdown | undefined): readonly Secret[] {
  return text === undefined ? [] : [{ text, kind: 'prose', span: spanOf(placed, key), isShared: false }];
}

function title(placed: Placed, key: string, text: string | undefined): readonly Secret[] {
  return text === undefined ? [] : [{ text, kind: 'title', span: spanOf(placed, key), isShared: false }];
}

function name(placed: Placed, key: string, text: string | undefined): readonly Secret[] {
  return text === undefined ? [] : [{ text, kind: 'name', span: spanOf(placed, key), isShared: false }];
}

function spanOf({ span, spans }: Placed, key: string): Span {
  return spans[key] ?? span;
}
