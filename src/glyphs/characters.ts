import { COVERAGE, type FontCoverage } from './coverage.js';
import { KEPT_JOINER } from './right-to-left.js';

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
const UNDRAWN: Ranges = [
  [0x200b, 0x200f],
  [0x2028, 0x202e],
  [0x2060, 0x206f],
  [0xfe00, 0xfe0f],
  [0xfeff, 0xfeff],
  [0xe0000, 0xe0fff],
];

/** A character with the accents that are on it, and its offset. */
interface Cluster {
  readonly characters: string;
  readonly index: number;
}

/** Every cluster beyond plain ASCII, which every file has. Most text is passed over quickly. */
function splitClusters(text: string): readonly Cluster[] {
  return [...text.matchAll(/[^\n\r\t\u0020-\u007e]+/gu)].flatMap(({ 0: run, index }) => {
    const from = /^\p{M}/u.test(run) ? Math.max(0, index - 1) : index;
    const whole = text.slice(from, index + run.length);
    return [...whole.matchAll(/\P{M}\p{M}*|\p{M}+/gu)].map((match) => ({
      characters: match[0],
      index: from + match.index,
    }));
  });
}

/** The characters of a text that would have no glyph. Line breaks and tabs are none. */
export function missingCharacters(text: string): readonly MissingCharacter[] {
  if (isPlain(text)) return [];
  return splitClusters(text).flatMap(({ characters, index }) => {
    // A letter and its accent may be written as two characters where the font has them as one.
    const composed = characters.normalize('NFC');
    const apart = marksApart(composed);
    return [...composed]
      .filter((character) => !isPlain(character) && (isMissing(character) || apart.has(character)))
      .map((character) => ({ character, index }));
  });
}

/** A text in which every character has a glyph: one without is printed by its number, such as `[U+1F600]`. */
export function printable(text: string): string {
  if (isPlain(text)) return text;
  const composed = text.normalize('NFC');
  const drawn = MARK.test(composed) ? composed.replace(ACCENTED, replaceCluster) : composed;
  return drawn.replace(BEYOND_ASCII, (character, joiner?: string) => joiner ?? printedAs(character));
}

type Ranges = readonly (readonly [number, number])[];

/** The font files that ship, smallest first, with the ranges of the characters that they have. */
export const SHIPPED_FONTS: readonly (FontCoverage & { readonly ranges: Ranges })[] = COVERAGE.map(
  (font) => ({
    ...font,
    ranges: [...font.unicodeRange.matchAll(/U\+(\w+)(?:-(\w+))?/g)].map(([, from = '', to = from]) => [
      Number.parseInt(from, 16),
      Number.parseInt(to, 16),
    ]),
  }),
);

/** The font files that a text needs, smallest first. */
export function fontsFor(text: string): readonly FontCoverage[] {
  // Letters and their accents are drawn by one file, so it must have them all.
  const needed = new Set(
    ['A', ...new Set(splitClusters(text).map(({ characters }) => characters))]
      .filter((cluster) => !isIn(UNDRAWN, cluster))
      .map((cluster) =>
        SHIPPED_FONTS.find(({ ranges }) => [...cluster].every((character) => isIn(ranges, character))),
      ),
  );
  return SHIPPED_FONTS.filter((each) => needed.has(each));
}

const BEYOND_ASCII = new RegExp(`(${KEPT_JOINER})|[^\\n\\r\\t\\u0020-\\u007e]`, 'gu');
const MARK = /\p{M}/u;
const ACCENTED = /\P{M}\p{M}+/gu;

function replaceCluster(cluster: string): string {
  const apart = marksApart(cluster);
  return apart.size === 0
    ? cluster
    : [...cluster].map((character) => (apart.has(character) ? byNumber(character) : character)).join('');
}

/** The marks of a cluster that no file has which has the letter and the marks before: they would be drawn in a font of the machine. */
function marksApart(cluster: string): ReadonlySet<string> {
  const apart = new Set<string>();
  const [letter = '', ...marks] = [...cluster];
  let files = SHIPPED_FONTS.filter(({ ranges }) => isIn(ranges, letter));
  if (files.length === 0) return apart;
  for (const mark of marks) {
    if (isIn(UNDRAWN, mark)) continue;
    const together = files.filter(({ ranges }) => isIn(ranges, mark));
    if (together.length === 0) apart.add(mark);
    else files = together;
  }
  return apart;
}

/** A paper uses few characters beyond ASCII, and each of them many times. */
const printed = new Map<string, string>();

function printedAs(character: string): string {
  const known = printed.get(character);
  if (known !== undefined) return known;
  const found =
    NEIGHBOURS[character] ??
    (isIn(UNDRAWN, character) ? '' : isShipped(character) ? character : byNumber(character));
  printed.set(character, found);
  return found;
}

function isMissing(character: string): boolean {
  return !(character in NEIGHBOURS) && !isIn(UNDRAWN, character) && !isShipped(character);
}

function isShipped(character: string): boolean {
  return SHIPPED_FONTS.some(({ ranges }) => isIn(ranges, character));
}

function byNumber(character: string): string {
  return `[U+${pointOf(character).toString(16).toUpperCase().padStart(4, '0')}]`;
}

function isIn(ranges: Ranges, character: string): boolean {
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
