import { bodyText } from '../markdown/index.js';
import type { Reading } from './fold.js';
import type { Secret, Withheld } from './types.js';

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
export function makeNeedles(secret: Secret, labels: Labels, reading: Reading): readonly Needle[] {
  const isProse = secret.kind === 'prose';
  if (!isProse && labels.isName(reading.folded(secret.text))) return [];
  return [
    ...(isProse ? [] : makeWholeNeedles(secret.text, reading)),
    ...(secret.kind === 'name'
      ? []
      : listForms(secret, reading).flatMap((text) => ofProse(text, labels, reading))),
  ];
}

/** The words as they are read, and as they are written: footnotes are in the second only. */
function listForms({ text, kind }: Secret, reading: Reading): readonly string[] {
  if (kind !== 'prose') return [text];
  const read = bodyText(text);
  return reading.folded(read) === reading.folded(text) ? [read] : [read, text];
}

function makeWholeNeedles(text: string, reading: Reading): readonly Needle[] {
  const letters = reading.folded(text);
  return letters.length < SHORTEST || isOtherOnce(text, reading)
    ? []
    : [{ letters, words: [letters], first: 0, length: 1 }];
}

/** Without its figures a short text is another: the minutes of 3 May are not those of 4 May. */
function isOtherOnce(text: string, { isWithoutFigures }: Reading): boolean {
  return isWithoutFigures && /\p{N}/u.test(text);
}

function ofProse(text: string, labels: Labels, reading: Reading): readonly Needle[] {
  return text.split(/\n\s*\n|\n(?=\s*[-*#|]|\s*\d+[.)])/).flatMap((block) => [
    ...makeRunNeedles(labels.joined(writtenWords(block, reading)), labels),
    ...splitSentences(block)
      .filter((sentence) => !isOtherOnce(sentence, reading))
      .flatMap((sentence) => ofSentence(writtenWords(sentence, reading), labels)),
  ]);
}

function makeRunNeedles(words: readonly string[], labels: Labels): readonly Needle[] {
  return words.slice(RUN - 1).flatMap((_, first) => {
    const run = words.slice(first, first + RUN);
    return run.some(labels.has) && ownLetters(run, labels) < SHORTEST
      ? []
      : [{ letters: run.join(''), words, first, length: RUN }];
  });
}

/** A whole sentence: one that is too short for runs, or that stands somewhere in public as a title or a name. */
function ofSentence(written: readonly Word[], labels: Labels): readonly Needle[] {
  const words = labels.joined(written);
  const letters = words.join('');
  const isTitle = written.length > 1 && letters.length >= SHORTEST && labels.isOther(letters);
  const isShort = words.length > 1 && words.length < RUN && ownLetters(words, labels) >= SHORTEST;
  return isTitle || isShort ? [{ letters, words, first: 0, length: words.length }] : [];
}

/** How many letters are not those of a public name: "of the … and the" between two panels is nobody's secret. */
function ownLetters(words: readonly string[], labels: Labels): number {
  return words.reduce((sum, word) => sum + (labels.has(word) ? 0 : word.length), 0);
}

function splitSentences(text: string): readonly string[] {
  return text.split(/(?<=[.!?…:;])\s+|\n/);
}

function splitWords(text: string, reading: Reading): readonly string[] {
  return writtenWords(text, reading).map(({ letters }) => letters);
}

/** A word as it is written, and folded. */
interface Word {
  readonly written: string;
  readonly letters: string;
}

function writtenWords(text: string, reading: Reading): readonly Word[] {
  return reading
    .of(text)
    .split(/\s+/)
    .map((written) => ({ written, letters: reading.folded(written) }))
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
  /** Whether a folded text is one that somebody chose: no name out of council.yaml, and nothing that the program says. */
  readonly isOther: (letters: string) => boolean;
  /** Words, folded, with every label in them that is written as one made one word. */
  readonly joined: (words: readonly Word[]) => readonly string[];
}

/** Labels ready to be looked up. */
export function labelsFrom({ listed, names, titles, standing }: Withheld, reading: Reading): Labels {
  const setOf = (texts: readonly string[]) => new Set(texts.map(reading.folded));
  const isStanding = setOf(standing);
  const isListed = setOf([...listed, ...standing]);
  const known = setOf([...listed, ...names]);
  const others = setOf([...names, ...titles]);
  const labels = [...listed, ...names, ...titles, ...standing];
  const whole = setOf(labels);
  const byFirstWord = new Map<string, (readonly string[])[]>();
  for (const words of labels
    .map((text) => splitWords(text, reading))
    .toSorted((a, b) => b.length - a.length)) {
    const [first] = words;
    if (first === undefined || words.length < 2) continue;
    byFirstWord.set(first, [...(byFirstWord.get(first) ?? []), words]);
  }
  return {
    isName: (letters) => known.has(letters),
    has: (letters) => whole.has(letters),
    isOther: (letters) => others.has(letters) && !isListed.has(letters),
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
