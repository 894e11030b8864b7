import { COVERAGE } from './coverage.js';

/** A character that no shipped font has, and its offset in UTF-16 units. */
export interface MissingCharacter {
  readonly character: string;
  readonly index: number;
}

/** Drawn as their nearest shipped neighbour: the hyphens look alike, and the spaces differ by a hair. */
const NEIGHBOURS: Readonly<Record<string, string>> = {
  '\u2010': '-',
  '\u2011': '-',
  '\u00ad': '',
  '\u2007': '\u00a0',
  '\u2008': '\u2009',
  '\u200a': '\u2009',
  '\u202f': '\u00a0',
  '\u2002': ' ',
  '\u2003': ' ',
  '\u2004': ' ',
  '\u2005': ' ',
  '\u2006': '\u2009',
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

/** The characters of a text that would have no glyph. Line breaks and tabs are none. */
export function missingCharacters(text: string): readonly MissingCharacter[] {
  if (isPlain(text)) return [];
  const missing: MissingCharacter[] = [];
  // A letter and its accent may be written as two characters where the font has them as one.
  for (const match of text.matchAll(/\P{M}\p{M}*|\p{M}+/gu)) {
    for (const character of match[0].normalize('NFC')) {
      if (!isDrawable(character)) missing.push({ character, index: match.index });
    }
  }
  return missing;
}

/** A text in which every character has a glyph: one without is printed by its number, such as `[U+1F600]`. */
export function printable(text: string): string {
  if (isPlain(text)) return text;
  return text.normalize('NFC').replace(BEYOND_ASCII, printedAs);
}

/** The font subsets that a text needs, with the characters each is to serve, as CSS `unicode-range`. */
export function fontsFor(
  text: string,
): readonly { readonly subset: string; readonly unicodeRange: string }[] {
  const used = ['A', ...new Set(text.match(BEYOND_ASCII))];
  return COVERAGE.filter(({ ranges }) => used.some((character) => isIn(ranges, character))).map(
    ({ subset, ranges }) => ({
      subset,
      unicodeRange: ranges
        .map(([from, to]) => (from === to ? hex(from) : `${hex(from)}-${to.toString(16)}`))
        .join(','),
    }),
  );
}

const BEYOND_ASCII = /[^\n\r\t\u0020-\u007e]/gu;

/** A paper uses few characters beyond ASCII, and each of them many times. */
const printed = new Map<string, string>();

function printedAs(character: string): string {
  const known = printed.get(character);
  if (known !== undefined) return known;
  const found =
    NEIGHBOURS[character] ??
    (isShipped(character)
      ? character
      : isIn(UNDRAWN, character)
        ? ''
        : `[U+${pointOf(character).toString(16).toUpperCase().padStart(4, '0')}]`);
  printed.set(character, found);
  return found;
}

function hex(point: number): string {
  return `U+${point.toString(16)}`;
}

function isDrawable(character: string): boolean {
  return (
    isPlain(character) ||
    printedAs(character) === character ||
    character in NEIGHBOURS ||
    isIn(UNDRAWN, character)
  );
}

function isShipped(character: string): boolean {
  if (character === '\n' || character === '\t' || character === '\r') return true;
  return COVERAGE.some(({ ranges }) => isIn(ranges, character));
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
