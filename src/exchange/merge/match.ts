import { plainText } from '../../markdown/index.js';
import { type Action, type Model, makeSlug, type Recommendation, type Review } from '../../model/index.js';
import { foldReference } from '../recognise/references.js';
import type { ImportedAction, ImportedRecommendation, ImportedReview } from '../recognise/types.js';

/** Words as they are compared: small letters, one space, and none of the marks of Markdown. */
export function foldWords(markdown: string): string {
  return plainText(markdown)
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** The review of a register that a tracker is the next version of: by its key or title, or because most of its recommendations are there. */
export function matchReview(imported: ImportedReview, model: Model): Review | undefined {
  const named = model.reviews.find(
    ({ key, title }) => key === imported.key || makeSlug(title) === makeSlug(imported.title),
  );
  if (named) return named;
  const scored = model.reviews.map((review) => {
    const found = imported.recommendations.filter((one) => matchRecommendation(one, review) !== undefined);
    return { review, share: found.length / imported.recommendations.length };
  });
  const best = scored.toSorted((a, b) => b.share - a.share)[0];
  return best && best.share >= 0.5 ? best.review : undefined;
}

/** Which recommendation it is: by reference and words, then by words alone, then by reference alone where the words are much alike. */
export function matchRecommendation(
  imported: ImportedRecommendation,
  { recommendations }: Review,
): Recommendation | undefined {
  return matchThing(imported, recommendations);
}

/** The same of an action. */
export function matchAction(imported: ImportedAction, actions: readonly Action[]): Action | undefined {
  return matchThing(imported, actions);
}

function matchThing<T extends Pick<Action, 'ref' | 'text'>>(
  { ref, hasOwnRef, text }: ImportedAction,
  things: readonly T[],
): T | undefined {
  const byRef = hasOwnRef ? things.find((one) => foldReference(one.ref) === foldReference(ref)) : undefined;
  if (byRef && likeness(text, byRef.text) >= 0.3) return byRef;
  const words = foldWords(text);
  const byWords = things.filter((one) => foldWords(one.text) === words);
  if (byWords.length === 1) return byWords[0];
  if (byRef) return byRef;
  const alike = things.filter((one) => likeness(text, one.text) >= 0.8);
  return alike.length === 1 ? alike[0] : undefined;
}

/** How much two texts share: their common words of all their words. */
function likeness(one: string, other: string): number {
  const [a, b] = [one, other].map((text) => new Set(foldWords(text).split(' ')));
  if (!a || !b) return 0;
  const common = [...a].filter((word) => b.has(word)).length;
  return common / (a.size + b.size - common);
}
