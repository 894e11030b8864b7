import { type Code, type Diagnostic, nearest, type Span } from '../../diagnostics/index.js';
import { foldedWord } from '../shapes/choice.js';

/** A mention of a key, and the place to point at. */
export interface Mention {
  readonly key: string;
  readonly span: Span;
}

/** What a mention can name: its key, and the words that papers print for it. */
export interface Known {
  readonly key: string;
  readonly words?: string | undefined;
}

/** How a mention that names nothing is told. */
export interface Unknown {
  readonly code: Code;
  readonly noun: string;
  /** Where such things are defined. */
  readonly home: string;
  /** Whether a new one is added as a matter of course: officers come and go, but a council does not add a rating for one entry. */
  readonly isOpen?: boolean;
  /** Whether it may be defined all the same, in what could not be read. */
  mayBe?(key: string): boolean;
}

/** So many wrong names are guessed at: each is held against all that are known, and only the first few are read. */
export const MOST_GUESSES = 50;

/** An error for each mention of a key that nothing defines, with the nearest that something does. */
export function* unknownMentions(
  mentions: Iterable<Mention>,
  known: readonly Known[],
  { code, noun, home, isOpen = true, mayBe }: Unknown,
): Iterable<Diagnostic> {
  const keys = known.map(({ key }) => key);
  const names = new Set(keys);
  const guessed = new Map<string, string | undefined>();
  for (const { key, span } of mentions) {
    if (names.has(key) || mayBe?.(key) === true) continue;
    if (!guessed.has(key)) guessed.set(key, guessed.size < MOST_GUESSES ? likelyKey(key, known) : undefined);
    const near = guessed.get(key);
    const adding = isOpen ? ` Or add it to ${home}.` : '';
    yield {
      code,
      severity: 'error',
      span,
      message: `'${key}' is not ${noun} that ${home} knows`,
      hint: near
        ? `Did you mean '${near}'?`
        : known.length === 0
          ? `There is none yet: add it to ${home}.`
          : `Known here: ${shortList(keys)}.${adding}`,
    };
  }
}

/** The key of what was most likely meant by a wrong key, by the words that papers print, or by their first letter. */
function likelyKey(written: string, known: readonly Known[]): string | undefined {
  const keyOf = (words: string | undefined) =>
    words === undefined ? undefined : known.find((one) => one.words === words)?.key;
  const wordsOf = known.flatMap(({ words }) => words ?? []);
  const form = foldedWord(written);
  const begun = known.filter(({ key, words }) =>
    [key, words].some((name) => name !== undefined && foldedWord(name).startsWith(form)),
  );
  return (
    keyOf(wordsOf.find((words) => foldedWord(words) === form)) ??
    nearest(
      written,
      known.map(({ key }) => key),
    ) ??
    keyOf(nearest(written, wordsOf)) ??
    (begun.length === 1 ? begun[0]?.key : undefined)
  );
}

/** The first few of many names. */
export function shortList(names: readonly string[]): string {
  const shown = names.slice(0, 8);
  return names.length > shown.length
    ? `${shown.join(', ')} and ${names.length - shown.length} more`
    : shown.join(', ');
}
