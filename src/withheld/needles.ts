import { bodyText } from '../prose/index.js';
import { folded } from './fold.js';
import type { Secret } from './types.js';

/** Words in a row that are taken for a quotation, not for chance. */
const RUN = 5;
/** Letters of a name, a title or a short sentence below which chance is likelier than a leak. */
const SHORTEST = 12;

/** A stretch of a secret that must not be found, folded. */
export interface Needle {
  readonly letters: string;
  /** The secret's words from this one on, folded, so that a find can be followed to its end. */
  readonly words: readonly string[];
  readonly first: number;
  readonly length: number;
}

/** What a secret is searched for by. Public names within it are single words, since a panel's name alone has five. */
export function needlesOf(secret: Secret, labels: Labels): readonly Needle[] {
  const isProse = secret.kind === 'prose';
  if (!isProse && labels.isName(folded(secret.text))) return [];
  return [
    ...(isProse ? [] : wholeOf(secret.text)),
    ...(secret.kind === 'name' ? [] : formsOf(secret).flatMap((text) => ofProse(text, labels))),
  ];
}

/** The words as they are read, and as they are written: footnotes stand in the second only. */
function formsOf({ text, kind }: Secret): readonly string[] {
  if (kind !== 'prose') return [text];
  const read = bodyText(text);
  return folded(read) === folded(text) ? [read] : [read, text];
}

function wholeOf(text: string): readonly Needle[] {
  const letters = folded(text);
  return letters.length < SHORTEST ? [] : [{ letters, words: [letters], first: 0, length: 1 }];
}

function ofProse(text: string, labels: Labels): readonly Needle[] {
  return text
    .split(/\n\s*\n|\n(?=\s*[-*#|]|\s*\d+[.)])/)
    .flatMap((block) => [
      ...runsOf(labels.joined(writtenWords(block)), labels),
      ...sentencesOf(block).flatMap((sentence) =>
        shortSentence(labels.joined(writtenWords(sentence)), labels),
      ),
    ]);
}

function runsOf(words: readonly string[], labels: Labels): readonly Needle[] {
  return words.slice(RUN - 1).flatMap((_, first) => {
    const run = words.slice(first, first + RUN);
    return run.some(labels.has) && ownLetters(run, labels) < SHORTEST
      ? []
      : [{ letters: run.join(''), words, first, length: RUN }];
  });
}

function shortSentence(words: readonly string[], labels: Labels): readonly Needle[] {
  return words.length < 2 || words.length >= RUN || ownLetters(words, labels) < SHORTEST
    ? []
    : [{ letters: words.join(''), words, first: 0, length: words.length }];
}

/** How many letters are not those of a public name: "of the … and the" between two panels is nobody's secret. */
function ownLetters(words: readonly string[], labels: Labels): number {
  return words.reduce((sum, word) => sum + (labels.has(word) ? 0 : word.length), 0);
}

function sentencesOf(text: string): readonly string[] {
  return text.split(/(?<=[.!?…:;])\s+|\n/);
}

function wordsOf(text: string): readonly string[] {
  return writtenWords(text).map(({ letters }) => letters);
}

/** A word as it is written, and folded. */
interface Word {
  readonly written: string;
  readonly letters: string;
}

function writtenWords(text: string): readonly Word[] {
  return text
    .split(/\s+/)
    .map((written) => ({ written, letters: folded(written) }))
    .filter(({ letters }) => letters !== '');
}

/**
 * Whether words are written as a name: in capitals but for the small words, or in quotation marks. A sentence of withheld prose is no name for
 * standing somewhere as a title.
 */
function isWrittenAsName(words: readonly Word[]): boolean {
  const isQuoted =
    /^\p{P}*["“‘'*_]/u.test(words[0]?.written ?? '') && /["”’'*_]\p{P}*$/u.test(words.at(-1)?.written ?? '');
  return (
    isQuoted ||
    words.every(
      ({ written, letters }) =>
        letters.length < 4 || /^\P{L}*[\p{Lu}\p{Lt}\p{N}]/u.test(written) || !/\p{Ll}/u.test(written),
    )
  );
}

/** Names and titles that anybody may know. */
export interface Labels {
  /** Whether a folded text is one of the names. */
  readonly isName: (letters: string) => boolean;
  /** Whether a folded text is one of them. */
  readonly has: (letters: string) => boolean;
  /** Words, folded, with every label in them that is written as one made one word. */
  readonly joined: (words: readonly Word[]) => readonly string[];
}

/** Labels ready to be looked up. */
export function labelsFrom(
  names: readonly string[],
  titles: readonly string[],
  standing: readonly string[],
): Labels {
  const labels = [...names, ...titles, ...standing];
  const isStanding = new Set(standing.map(folded));
  const known = new Set(names.map(folded));
  const whole = new Set(labels.map(folded));
  const byFirstWord = new Map<string, (readonly string[])[]>();
  for (const words of labels.map(wordsOf).toSorted((a, b) => b.length - a.length)) {
    const [first] = words;
    if (first === undefined || words.length < 2) continue;
    byFirstWord.set(first, [...(byFirstWord.get(first) ?? []), words]);
  }
  return {
    isName: (letters) => known.has(letters),
    has: (letters) => whole.has(letters),
    joined: (words) => {
      const joined: string[] = [];
      for (let at = 0; at < words.length; ) {
        const from = at;
        const label = byFirstWord
          .get(words[at]?.letters ?? '')
          ?.find(
            (candidate) =>
              candidate.every((word, index) => words[from + index]?.letters === word) &&
              (isStanding.has(candidate.join('')) ||
                isWrittenAsName(words.slice(from, from + candidate.length))),
          );
        at += label?.length ?? 1;
        joined.push(
          words
            .slice(from, at)
            .map(({ letters }) => letters)
            .join(''),
        );
      }
      return joined;
    },
  };
}
