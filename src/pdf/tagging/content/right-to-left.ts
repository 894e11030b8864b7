import type { Font, Fonts } from './fonts.js';
import type { Cluster, Placed } from './types.js';

/**
 * Clusters as they are read, word by word. Skia writes a line as it is seen, from left to right; so do those who write a single word, and
 * programs that find words by their places turn its letters round. What tells letters apart, such as their dots, is a glyph of its own
 * that stands for nothing: all of a word are behind it, or programs would part the letters.
 */
export function asRead(clusters: readonly Cluster[], fonts: Fonts): readonly Cluster[] {
  if (!clusters.some(({ isReversed }) => isReversed)) return clusters;
  const passages = new Map<string, Cluster[]>();
  let count = 0;
  for (const cluster of clusters) {
    if (DIRECTION.test(cluster.words)) {
      count += 1;
      continue;
    }
    const place = `${count} ${cluster.line.split(' ')[5]}`;
    const passage = passages.get(place);
    if (passage) passage.push(cluster);
    else passages.set(place, [cluster]);
  }
  return [...passages.values()].flatMap((line) => {
    const isReversed = line.map((cluster) => cluster.isReversed);
    const from = isReversed.indexOf(true);
    if (from === -1) return line;
    // A number may be at either end of a line that is all from right to left.
    const isAll = !line.some((cluster) => !cluster.isReversed && /\p{L}/u.test(cluster.words));
    const [start, end] = isAll ? [0, line.length] : [from, isReversed.lastIndexOf(true) + 1];
    const words = splitWords(line.slice(start, end)).toReversed();
    return [
      ...line.slice(0, start),
      ...words.flatMap((word) => lettersFirst(word, fonts)),
      ...line.slice(end),
    ];
  });
}

/** What sets a passage apart in a running head; it is not copied with it. */
const DIRECTION = /^[\u2066-\u2069]+$/;

/** A number is read from left to right all the same, and is one block. */
function splitWords(line: readonly Cluster[]): readonly (readonly Cluster[])[] {
  const words: Cluster[][] = [];
  for (const cluster of line) {
    const word = words.at(-1);
    const last = word?.at(-1);
    const goesOn =
      last !== undefined &&
      last.isReversed === cluster.isReversed &&
      (cluster.isReversed ? !isSpace(last) && !isSpace(cluster) : last.block === cluster.block);
    if (goesOn) word?.push(cluster);
    else words.push([cluster]);
  }
  return words;
}

function isSpace({ words }: Cluster): boolean {
  return words.trim() === '';
}

function lettersFirst(word: readonly Cluster[], fonts: Fonts): readonly Cluster[] {
  const letters: Cluster[] = [];
  const dots: Cluster[] = [];
  for (const cluster of word) {
    const font = fonts.get(cluster.fontName);
    const codes = font && encodeCluster(cluster, font);
    if (!codes) {
      letters.push(cluster);
      continue;
    }
    const glyphs = cluster.glyphs.map(
      (glyph, index): Placed => ({ ...glyph, hex: codes[index] ?? glyph.hex }),
    );
    const [body, ...others] = glyphs;
    if (body && font.glyphs[Number.parseInt(body.hex, 16)] === cluster.words) {
      // One glyph says by itself what the letter is.
      letters.push({ ...cluster, glyphs: [body], actual: undefined });
      if (others.length > 0) dots.push({ ...cluster, glyphs: others, words: '', actual: '<FEFF>' });
    } else letters.push({ ...cluster, glyphs });
  }
  return [...letters, ...dots];
}

/**
 * Codes that say of each glyph what it stands for in this cluster, where letters join: one glyph draws the body of several letters, which
 * only their dots tell apart, and programs that pass over `ActualText` go by its code alone.
 */
function encodeCluster({ glyphs, words, isReversed }: Cluster, font: Font): readonly string[] | undefined {
  if (!isReversed || words === '') return undefined;
  const numbers = glyphs.map(({ hex }) => Number.parseInt(hex, 16));
  if (numbers.includes(0)) return undefined;
  const waiting = [...words];
  // A letter comes before its dots and marks; what is a mark of its own keeps what it stands for.
  const own = numbers.map((glyph) => {
    const at = waiting.indexOf(font.glyphs[glyph]?.normalize('NFKC') ?? '');
    return at === -1 ? undefined : waiting.splice(at, 1)[0];
  });
  const first = own.indexOf(undefined);
  if (first === -1 && waiting.length > 0) return undefined;
  return own
    .map((part, index) => part ?? (index === first ? waiting.join('') || NOTHING : NOTHING))
    .map((part, index) =>
      font
        .codeOf(numbers[index] ?? 0, part)
        .toString(16)
        .toUpperCase()
        .padStart(4, '0'),
    );
}

/** WORD JOINER: it is a character, as each glyph must stand for one (ISO 14289-1, 7.21.7), and adds nothing to the words. */
const NOTHING = '\u2060';
