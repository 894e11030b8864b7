import { hasRightToLeft } from '../../../glyphs/index.js';
import { decodeText, Text } from '../../syntax/values.js';
import type { Font, Fonts } from './fonts.js';
import { asRead } from './right-to-left.js';
import type { Cluster, Placed } from './types.js';

/** Blocks that follow each other: a line that runs in both directions has several. */
const BLOCKS = /(?:BT\n(?:(?!ET\n).*\n)+ET\n)+/g;
const SPAN = '/Span<</ActualText ';
/** ISO 32000-1, 14.8.2.3.3. */
const REVERSED = '/ReversedChars BMC';
/** What is left of a space behind the last word of a line: Skia leaves out what would stand beyond the edge of the page. */
const EMPTY_BLOCK = 'BT\nET\n';

/**
 * The content of a page whose letters can be copied as typed. A letter that is drawn from several glyphs ends where its widest glyph ends:
 * otherwise programs take what is left of it behind an accent for a space. What each glyph stands for is noted with its font. A space that
 * was left out is reported in words, or what it parts would be one word.
 */
export function settleClusters(bytes: Uint8Array, fonts: Fonts): Uint8Array {
  const content = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (![SPAN, REVERSED, EMPTY_BLOCK].some((written) => content.includes(written))) return bytes;
  const source = content.toString('latin1');
  const spaced = withSpaces(source);
  const settled = spaced.replace(BLOCKS, (blocks) => {
    if (!blocks.includes(SPAN) && !blocks.includes(REVERSED)) return blocks;
    const clusters = clustersIn(blocks, fonts);
    if (!clusters) return blocks;
    if (clusters.some(({ isReversed, glyphs }) => isReversed || glyphs.length > 1))
      return writeClusters(asRead(clusters, fonts), fonts);
    for (const cluster of clusters) learnFrom(cluster, fonts);
    return blocks;
  });
  return settled === source ? bytes : Buffer.from(settled, 'latin1');
}

/** What is before the first mark is a running head or foot, which has no structure. */
function withSpaces(source: string): string {
  const first = source.indexOf('/MCID ');
  if (first === -1) return source;
  const marked = source
    .slice(first)
    .replace(/(?<=\/MCID \d+ >>BDC\n|\nET\n)BT\nET\n/g, `${SPAN}${Text.of(' ').source} >> BDC\nEMC\n`);
  return source.slice(0, first) + marked;
}

/** Notes what the glyphs of a cluster stand for that says what it reads as. */
function learnFrom({ actual, fontName, glyphs, words }: Cluster, fonts: Fonts): void {
  if (actual === undefined) return;
  const numbers = glyphs.map(({ hex }) => Number.parseInt(hex, 16));
  fonts.get(fontName)?.learn(numbers, words);
}

const FONT = /^\/(\S+) ([\d.]+) Tf$/;
const LINE = /^(?:[-\d.]+ ){6}Tm$/;
const GLYPH = /^(?:([-\d.]+) ([-\d.]+) Td )?<((?:[0-9A-F]{4})+)> Tj$/;
const ACTUAL = /^\/Span<<\/ActualText (<[0-9A-F]*>) >> BDC$/;

/** Undefined where the text is written in a way that is not known here. */
function clustersIn(blocks: string, fonts: Fonts): readonly Cluster[] | undefined {
  const clusters: Cluster[] = [];
  let font = { name: '', size: 0 };
  let line = '';
  let [x, y] = [0, 0];
  let actual: string | undefined;
  let glyphs: Placed[] = [];
  let isReversed = false;
  let block = 0;
  const end = () => {
    if (glyphs.length === 0) return;
    const drawn = fonts.get(font.name);
    const words =
      actual === undefined
        ? glyphs.map(({ hex }) => wordsBehind(hex, drawn)).join('')
        : decodeText(new Text(actual));
    // A letter by itself is not said to be reversed, and has its dots before it all the same.
    const isTurned = isReversed || (hasRightToLeft(words) && !/\p{N}/u.test(words));
    clusters.push({
      fontName: font.name,
      size: font.size,
      line,
      // A letter comes before its dots and marks.
      glyphs: isTurned ? glyphs.toReversed() : glyphs,
      actual,
      words,
      isReversed: isTurned,
      block,
    });
    glyphs = [];
  };
  for (const operator of blocks.split('\n')) {
    const [glyph, given] = [GLYPH.exec(operator), ACTUAL.exec(operator)];
    const [isFont, isLine] = [FONT.exec(operator), LINE.exec(operator)];
    if (glyph) {
      [x, y] = [x + Number(glyph[1] ?? 0), y + Number(glyph[2] ?? 0)];
      // Where each glyph stands just behind the one before it, one string has them all.
      let advance = 0;
      for (const hex of glyph[3]?.match(/.{4}/g) ?? []) {
        glyphs.push({ hex, x: x + advance, y });
        advance += measureWidth(hex, fonts.get(font.name), font.size);
        if (actual === undefined) end();
      }
    } else if (given) actual = given[1];
    else if (isFont) font = { name: isFont[1] ?? '', size: Number(isFont[2]) };
    else if (isLine) {
      line = operator;
      [x, y] = [0, 0];
    } else if (operator === REVERSED) isReversed = true;
    else if (operator === 'BT') block += 1;
    else if (operator === 'EMC') {
      end();
      if (actual === undefined) isReversed = false;
      actual = undefined;
    } else if (!['ET', ''].includes(operator)) return undefined;
  }
  return clusters.some(({ fontName, line: at }) => fontName === '' || at === '') ? undefined : clusters;
}

function measureWidth(hex: string, font: Font | undefined, size: number): number {
  return ((font?.widths[Number.parseInt(hex, 16)] ?? 0) * size) / 1000;
}

function wordsBehind(hex: string, font: Font | undefined): string {
  return font?.glyphs[Number.parseInt(hex, 16)] ?? '';
}

function writeClusters(clusters: readonly Cluster[], fonts: Fonts): string {
  const lines = ['BT'];
  let [font, line] = ['', ''];
  let [x, y] = [0, 0];
  for (const cluster of clusters) {
    const drawn = fonts.get(cluster.fontName);
    if (cluster.actual !== undefined) lines.push(`${SPAN}${cluster.actual} >> BDC`);
    const wanted = `/${cluster.fontName} ${cluster.size} Tf`;
    if (wanted !== font) lines.push(wanted);
    if (cluster.line !== line) {
      lines.push(cluster.line);
      [x, y] = [0, 0];
    }
    [font, line] = [wanted, cluster.line];
    const { glyphs } = cluster;
    for (const [index, glyph] of glyphs.entries()) {
      const end = Math.max(...glyphs.map((each) => each.x + measureWidth(each.hex, drawn, cluster.size)));
      const room = end - glyph.x - measureWidth(glyph.hex, drawn, cluster.size);
      const isLast = index > 0 && index === glyphs.length - 1 && room > 0;
      if (isLast) lines.push(`${writeNumber(room)} Tc`);
      const [dx, dy] = [writeNumber(glyph.x - x), writeNumber(glyph.y - y)];
      lines.push(`${dx === '0' && dy === '0' ? '' : `${dx} ${dy} Td `}<${glyph.hex}> Tj`);
      if (isLast) lines.push('0 Tc');
      [x, y] = [glyph.x, glyph.y];
    }
    if (cluster.actual !== undefined) {
      lines.push('EMC');
      if (!cluster.isReversed) learnFrom(cluster, fonts);
    }
  }
  return `${[...lines, 'ET'].join('\n')}\n`;
}

function writeNumber(value: number): string {
  return String(Number(value.toFixed(6))).replace(/^-0$/, '0');
}
