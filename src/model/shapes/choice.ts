import { nearest } from '../../diagnostics/index.js';
import { type JsonSchema, reportError, type Shape, textShape } from './shape.js';

/** Between the words of a value people type spaces, hyphens and the dashes that word processors make of them. */
const GAP = String.raw`[\s\u2010-\u2015\u2212-]+`;
const GAPS = new RegExp(GAP, 'gu');

/** A word as it is compared: small letters, with one hyphen wherever somebody put a space, a hyphen or a dash. */
export function foldedWord(written: string): string {
  return written.trim().toLowerCase().replace(GAPS, '-');
}

/** What people write for a word that can be here. */
export interface OtherWords<T extends string> {
  /** Taken to mean it. */
  readonly synonyms?: Partial<Readonly<Record<T, readonly string[]>>>;
  /** Not taken, because it could mean something else, but worth asking whether it was meant. */
  readonly likely?: Partial<Readonly<Record<T, readonly string[]>>>;
}

/** One of a few words, in whatever form people write it: `Accepted in part` is `accepted-in-part`. */
export function choice<const T extends string>(
  words: readonly T[],
  { synonyms = {}, likely = {} }: OtherWords<T> = {},
): Shape<T> {
  const noun = `one of ${words.join(', ')}`;
  const taken = wordsByForm(words, synonyms);
  const guessed = new Map([...taken, ...wordsByForm([], likely)]);
  return textShape(noun, makeSchema(words, taken.keys()), (node, reading) => {
    const form = foldedWord(node.text);
    const found = taken.get(form);
    if (found !== undefined) return found;
    const near = likelyWord(form, guessed);
    return reportError(
      reading,
      'value-choice',
      node.span,
      `'${node.text}' is not one of the words that can stand here`,
      near ? `Did you mean '${near}'? The words are ${words.join(', ')}.` : `Write ${noun}.`,
    );
  });
}

function wordsByForm<T extends string>(
  words: readonly T[],
  others: Partial<Readonly<Record<T, readonly string[]>>>,
): Map<string, T> {
  const forms = new Map(words.map((word) => [word.toLowerCase(), word]));
  for (const word in others) for (const other of others[word] ?? []) forms.set(foldedWord(other), word);
  return forms;
}

/** The word that is written here, in whatever form; undefined where it is another. */
export function wordNamed<const T extends string>(
  written: string,
  words: readonly T[],
  { synonyms = {} }: OtherWords<T> = {},
): T | undefined {
  return wordsByForm(words, synonyms).get(foldedWord(written));
}

/** The word that was most likely meant: one that is spelt nearly so, or else the one that shares most of its parts. */
function likelyWord<T extends string>(form: string, known: ReadonlyMap<string, T>): T | undefined {
  const near = nearest(form, known.keys());
  if (near !== undefined) return known.get(near);
  const parts = form.split('-').filter((part) => part.length > 3);
  const shared = (other: string) => other.split('-').filter((part) => parts.includes(part)).length;
  const [best] = [...known].toSorted(([a], [b]) => shared(b) - shared(a));
  return best && shared(best[0]) > 0 ? best[1] : undefined;
}

/** The words for editors to offer, and a pattern for the other forms, whose letters may be large or small. */
function makeSchema(words: readonly string[], forms: Iterable<string>): JsonSchema {
  const patterns = [...forms].map((form) =>
    [...form].map((letter) => (letter === '-' ? GAP : eitherCase(letter))).join(''),
  );
  return { anyOf: [{ enum: words }, { type: 'string', pattern: `^\\s*(?:${patterns.join('|')})\\s*$` }] };
}

function eitherCase(letter: string): string {
  const capital = letter.toUpperCase();
  return capital === letter ? letter : `[${capital}${letter}]`;
}
