import { escapeHtml, type Html, linkWithin } from '../../markdown/index.js';
import { joinWords, type Noun, phrases } from '../../phrases/index.js';
import type { ActionAsAt, PaperRegister } from '../../register/index.js';

/**
 * What these are called: "action", "actions", or "recommendation" where one without actions is tracked by itself. To call one an action
 * would send members to look for what is not in the review.
 */
export function chooseNoun(actions: readonly Pick<ActionAsAt, 'recommendation'>[]): string {
  const kind = kindOf(actions);
  return kind === 'both' ? phrases.nouns.both : phrases.nouns[kind](actions.length);
}

/** The same of each one: "action", "recommendation and action". */
export function eachOf(actions: readonly Pick<ActionAsAt, 'recommendation'>[]): string {
  return phrases.nouns.each[kindOf(actions)];
}

function kindOf(actions: readonly Pick<ActionAsAt, 'recommendation'>[]): Noun | 'both' {
  const own = actions.filter(({ recommendation }) => recommendation.ownAction).length;
  if (own > 0 && own < actions.length) return 'both';
  return own > 0 ? 'recommendation' : 'action';
}

/** "1.2, 1.3 and 2.1"; in a paper on several reviews each review's own with its title. */
export function referencesIn({ reviews }: PaperRegister, actions: readonly ActionAsAt[]): string {
  const groups = new Map<string, string[]>();
  for (const { review, action } of actions) {
    const refs = groups.get(review.title);
    if (refs) refs.push(action.ref);
    else groups.set(review.title, [action.ref]);
  }
  return [...groups]
    .map(([title, refs]) => (reviews.length > 1 ? phrases.nouns.ofReview(refs, title) : joinWords(refs)))
    .join('; ');
}

/** The id of an action's row in the same file, where it has one there. */
export type RowOf = (action: ActionAsAt) => string | undefined;

/** Where the rows of a plan are; in some a recommendation that is its own action has the row of a recommendation. */
export function rowsOf({ reviews }: PaperRegister, ofItself: Noun): RowOf {
  return ({ review, recommendation, action }) => {
    const number = reviews.findIndex((one) => one.review.key === review.key) + 1;
    return `${recommendation.ownAction ? ofItself : 'action'}-${number}-${makeId(action.ref)}`;
  };
}

/** A reference that leads to its row. */
export function referenceHtml(action: ActionAsAt, rowOf: RowOf): Html {
  const words = escapeHtml(action.action.ref);
  const id = rowOf(action);
  return id === undefined ? words : linkWithin(id, words);
}

/** So many letters fit beside each other in the column for references. */
const SHORT_REFERENCE = 6;

/** Whether a reference wants more than the usual column. */
export function isLongReference({ reference }: { readonly reference: string }): boolean {
  return reference.length > SHORT_REFERENCE;
}

/** A reference as part of an id: every other character by its number, so that no two references make the same id. */
export function makeId(reference: string): string {
  return reference.replace(
    /[^A-Za-z0-9]/g,
    (character) => `_${(character.codePointAt(0) ?? 0).toString(16)}`,
  );
}
