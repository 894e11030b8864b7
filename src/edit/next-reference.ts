import { compareReferences } from '../order/index.js';

/** What a recommendation is called, and its actions. */
export interface NumberedRecommendation {
  readonly ref: string;
  readonly actions: readonly string[];
}

/**
 * The reference of a further recommendation, in the review's own pattern: one above the highest.
 *
 * @param used everything that the review, its reports or decisions call something
 */
export function nextRecommendation(
  recommendations: readonly NumberedRecommendation[],
  used: ReadonlySet<string>,
): string {
  const highest = recommendations
    .map(({ ref }) => ref)
    .toSorted(compareReferences)
    .at(-1);
  return highest === undefined ? firstFree('1', used) : firstFree(raise(highest), used);
}

/** The reference of a further action of a recommendation. */
export function nextAction(
  recommendations: readonly NumberedRecommendation[],
  recommendation: NumberedRecommendation,
  used: ReadonlySet<string>,
): string {
  const own = recommendation.actions.toSorted(compareReferences).at(-1);
  const isNamedAfter = ({ ref, actions }: NumberedRecommendation) =>
    actions.length > 0 && actions.every((action) => action.startsWith(stem(ref)));
  const named = recommendations.filter(({ actions }) => actions.length > 0);
  if (own !== undefined && (isNamedAfter(recommendation) || !named.some(isNamedAfter)))
    return firstFree(raise(named.some(isNamedAfter) ? own : (highestOf(named) ?? own)), used);
  const example = named.find(isNamedAfter);
  if (example) {
    const [first = ''] = example.actions.toSorted(compareReferences);
    return firstFree(stem(recommendation.ref) + toFirst(first.slice(stem(example.ref).length)), used);
  }
  const highest = highestOf(named);
  return firstFree(highest === undefined ? `${stem(recommendation.ref)}.1` : raise(highest), used);
}

function highestOf(recommendations: readonly NumberedRecommendation[]): string | undefined {
  return recommendations
    .flatMap(({ actions }) => actions)
    .toSorted(compareReferences)
    .at(-1);
}

/** A reference without the marks at its end: `R1.` and `1)` begin their actions with `R1` and `1`. */
function stem(ref: string): string {
  return ref.replace(/[\s.):-]+$/, '');
}

/** The end of an action's reference, such as `.3` or ` c)`, as that of a first one. */
function toFirst(end: string): string {
  const number = /\d+(?=\D*$)/.exec(end);
  if (number)
    return replaceAt(end, number, '1'.padStart(number[0].startsWith('0') ? number[0].length : 1, '0'));
  const letter = LAST_LETTER.exec(end);
  return letter ? replaceAt(end, letter, letter[0] === letter[0].toUpperCase() ? 'A' : 'a') : `${end}1`;
}

/** A letter that counts: it stands alone, or after a digit. */
const LAST_LETTER = /(?<![\p{L}])[a-z](?=[^\p{L}\p{N}]*$)/iu;

/** The reference that follows: its last number is one higher, or its last letter where that is what counts. */
function raise(ref: string): string {
  const letter = LAST_LETTER.exec(ref);
  if (letter) return replaceAt(ref, letter, nextLetter(letter[0]));
  const number = /\d+(?=\D*$)/.exec(ref);
  if (!number) return `${ref} 2`;
  return replaceAt(ref, number, String(BigInt(number[0]) + 1n).padStart(number[0].length, '0'));
}

function nextLetter(letter: string): string {
  if (letter === 'z') return 'aa';
  if (letter === 'Z') return 'AA';
  return String.fromCharCode(letter.charCodeAt(0) + 1);
}

function replaceAt(text: string, { 0: found, index }: RegExpExecArray, words: string): string {
  return text.slice(0, index) + words + text.slice(index + found.length);
}

function firstFree(ref: string, used: ReadonlySet<string>): string {
  let free = ref;
  for (let tried = 0; used.has(free) && tried <= used.size; tried += 1) free = raise(free);
  return free;
}
