import { COVERAGE } from './coverage.js';

/** A character that no shipped font has, and its offset in UTF-16 units. */
export interface MissingCharacter {
  readonly character: string;
  readonly index: number;
}

/** Drawn as their nearest neighbour: hyphens and spaces that look alike, letters joined by other programs, emoji that mean a plain sign. */
const NEIGHBOURS: Readonly<Record<string, string>> = {
  '\u2010': '-',
  '\u2011': '-',
  '\u00ad': '',
  '\u2002': ' ',
  '\u2003': ' ',
  '\u2004': ' ',
  '\u2005': ' ',
  '\u2006': '\u2009',
  '\u2007': '\u00a0',
  '\u2008': '\u2009',
  '\u200a': '\u2009',
  '\u202f': '\u00a0',
  '\u3000': ' ',
  '\ufb00': 'ff',
  '\ufb01': 'fi',
  '\ufb02': 'fl',
  '\ufb03': 'ffi',
  '\ufb04': 'ffl',
  '\u2705': '✓',
  '\u274c': '✗',
  '\u2794': '→',
  '\u279c': '→',
  '\u27a1': '→',
};

/** Characters that draw nothing by themselves: joiners, variation selectors, marks of direction, tags. */
const UNDRAWN: readonly (readonly [number, number])[] = [
  [0x200b, 0x200f],
  [0x2028, 0x202e],
  [0x2060, 0x206f],
  [0xfe00, 0xfe0f],
  [0xfeff, 0xfeff],
  [0xe0000, 0xe0fff],
];

/** A character with the accents that stand on it, and its offset. */
interface Cluster {
  readonly characters: string;
  readonly index: number;
}

/** Every cluster beyond plain ASCII, which every file has. Most text is passed over quickly. */
function clustersOf(text: string): readonly Cluster[] {
  return [...text.matchAll(/[^\n\r\t\u0020-\u007e]+/gu)].flatMap(({ 0: run, index }) => {
    const from = /^\p{M}/u.test(run) ? Math.max(0, index - 1) : index;
    const whole = text.slice(from, index + run.length);
    return [...whole.matchAll(/\P{M}\p{M}*|\p{M}+/gu)].map((match) => ({
      characters: match[0],
      index: from + match.index,
    }));
  });
}

/** The whole typeface, and before it the smaller files that hold its commonest parts. */
const WHOLE = COVERAGE.at(-1)?.ranges ?? [];

/** The characters of a text that would have no glyph. Line breaks and tabs are none. */
export function missingCharacters(text: string): readonly MissingCharacter[] {
  if (isPlain(text)) return [];
  return clustersOf(text).flatMap(({ characters, index }) =>
    // A letter and its accent may be written as two characters where the font has them as one.
    [...characters.normalize('NFC')]
      .filter((character) => !isPlain(character) && isMissing(character))
      .map((character) => ({ character, index })),
  );
}

/** A text in which every character has a glyph: one without is printed by its number, such as `[U+1F600]`. */
export function printable(text: string): string {
  if (isPlain(text)) return text;
  return text.normalize('NFC').replace(BEYOND_ASCII, printedAs);
}

/** The font files that a text needs, smallest first, with the characters each has, as CSS `unicode-range`. */
export function fontsFor(
  text: string,
): readonly { readonly subset: string; readonly unicodeRange: string }[] {
  // Letters and their accents are drawn by one file, so it must have them all.
  const needed = new Set(
    ['A', ...new Set(clustersOf(text).map(({ characters }) => characters))].map((cluster) =>
      COVERAGE.find(({ ranges }) => [...cluster].every((character) => isIn(ranges, character))),
    ),
  );
  return COVERAGE.filter((each) => needed.has(each)).map(({ subset, ranges }) => ({
    subset,
    unicodeRange: ranges
      .map(([from, to]) => (from === to ? hex(from) : `${hex(from)}-${to.toString(16)}`))
      .join(','),
  }));
}

const BEYOND_ASCII = /[^\n\r\t\u0020-\u007e]/gu;

/** A paper uses few characters beyond ASCII, and each of them many times. */
const printed = new Map<string, string>();

function printedAs(character: string): string {
  const known = printed.get(character);
  if (known !== undefined) return known;
  const found =
    NEIGHBOURS[character] ??
    (isIn(UNDRAWN, character)
      ? ''
      : isIn(WHOLE, character)
        ? character
        : `[U+${pointOf(character).toString(16).toUpperCase().padStart(4, '0')}]`);
  printed.set(character, found);
  return found;
}

function isMissing(character: string): boolean {
  return !(character in NEIGHBOURS) && !isIn(UNDRAWN, character) && !isIn(WHOLE, character);
}

function hex(point: number): string {
  return `U+${point.toString(16)}`;
}

function isIn(ranges: readonly (readonly [number, number])[], character: string): boolean {
  const point = pointOf(character);
  return ranges.some(([from, to]) => point >= from && point <= to);
}

function pointOf(character: string): number {
  return character.codePointAt(0) ?? 0;
}

/** Nearly all text is: printable ASCII and line breaks. */
function isPlain(text: string): boolean {
  return /^[\n\r\t\u0020-\u007e]*$/.test(text);
}
