import { beforeAll, describe, expect, test } from 'vitest';
import { readTemplates } from '../../src/files/index.js';
import { SHIPPED_FONTS } from '../../src/glyphs/characters.js';
import { printable } from '../../src/glyphs/index.js';
import { renderHtml } from '../../src/html/index.js';
import { escapeHtml } from '../../src/markdown/index.js';
import type { PaperBrowser } from '../../src/pdf/index.js';
import { fontsOf, readPdf } from '../support/read-pdf.js';
import { sharedBrowser } from '../support/shared-browser.js';
import { group, plan, prose, row, typicalPaper } from './papers.js';

const templates = readTemplates({ kind: 'update', own: undefined }).value;

/** A paper in which these words stand, in a weight of each kind. */
function pageWith(words: string): string {
  const paper = typicalPaper({
    appendixB: plan([group('1', [row('1.1', { progress: prose(words) })], 'That something is done.')]),
    notices: [],
  });
  return renderHtml(paper, templates).value;
}

/** Which font files a page brings: their subset told by the range they serve, their face by weight and style. */
function facesIn(html: string): readonly string[] {
  const first = (unicodeRange: string) =>
    SHIPPED_FONTS.find(({ ranges: [range] }) => unicodeRange.startsWith(`U+${range?.[0].toString(16)}`))
      ?.subset;
  return [
    ...html.matchAll(/@font-face\{[^}]*font-weight:(\d+);font-style:(\w+)[^}]*unicode-range:([^}]*)\}/g),
  ]
    .map(([, weight, style, range = '']) => `${first(range)}-${weight}-${style}`)
    .sort();
}

let browser: PaperBrowser;
beforeAll(async () => {
  browser = await sharedBrowser();
});

describe('a page brings', () => {
  test('three weights of the Latin letters, and no more, where nothing else is used', () => {
    expect(facesIn(pageWith('Plain words.'))).toEqual([
      'latin-400-normal',
      'latin-600-normal',
      'latin-700-normal',
    ]);
  });

  test('the slanted face only where something is slanted', () => {
    expect(facesIn(pageWith('It is *done*.'))).toContain('latin-400-italic');
  });

  test('letters beyond those only where they are used', () => {
    const plain = pageWith('Cyngor.').length;
    expect(pageWith('Tŷ a dŵr.').length).toBeGreaterThan(plain + 90_000);
    expect(pageWith('Caf\u00e9.').length).toBeLessThan(plain + 1_000);
  });
});

describe('every character that is shipped', () => {
  test('is printed in the typeface that ships, alone and with an accent on it', async () => {
    const all = SHIPPED_FONTS.flatMap(({ ranges }) => ranges)
      .flatMap(([from, to]) =>
        Array.from({ length: to - from + 1 }, (_, index) => String.fromCodePoint(from + index)),
      )
      .filter((character) => printable(character) === character && /[\p{L}\p{N}\p{S}]/u.test(character));
    const characters = [...new Set(all)].filter((character) => !/[<>`*_~|&\\#$^=+]/.test(character));
    expect(characters.length).toBeGreaterThan(1_200);
    const accented = ['x\u0302', 'q\u0304', 'м\u0301', 'α\u0304', 'g\u0303'];
    const html = pageWith(
      `${characters.join(' ')}\n\n**${characters.join(' ')}**\n\n*${characters.join(' ')}*\n\n${accented.join(' ')}`,
    );
    const bytes = await browser.print(html, { day: '2018-02-09' });
    for (const name of await fontsOf(bytes))
      expect(name).toMatch(/^(?:[A-Z]{6}\+)?(?:SourceSans3|NotoSans(?:Arabic|Hebrew))/);
    // A character without a glyph would be a box, and its text would be lost. Capitals with accents are drawn from two pieces, and some
    // signs share one piece with another, which this reader cannot tell; they are in the same files as the others.
    const { pages } = await readPdf(bytes);
    const text = pages
      .map((page) => page.text)
      .join(' ')
      .normalize('NFC');
    const ofOnePiece = characters.filter(
      (character) =>
        character.normalize('NFD') === character &&
        !'ϕ∆⁼΅'.includes(character) &&
        // Letters that join are heard as typed: test/cases/letters-scripts.test.ts.
        !/[\p{Script=Arabic}\p{Script=Hebrew}]/u.test(character),
    );
    expect(ofOnePiece.length).toBeGreaterThan(700);
    expect(ofOnePiece.filter((character) => !text.includes(character))).toEqual([]);
    for (const each of accented) expect(text).toContain(each.normalize('NFC'));
  });
});

describe('a character that no shipped font has', () => {
  test('is printed by its number, never in a font of the machine', async () => {
    const html = pageWith('Done 😀 today, \u4e2d\u6587.');
    expect(html).toContain('Done [U+1F600] today, [U+4E2D][U+6587].');
    expect(html).not.toMatch(/[\u{1f600}\u4e2d]/u);
  });

  test('neither comes by way of the head, the margins or the title', () => {
    const sample = typicalPaper();
    const html = renderHtml(
      {
        ...sample,
        documentTitle: 'Update 😀',
        running: { left: 'Panel 😀', right: 'x', foot: 'y', confidential: null },
        head: { ...sample.head, title: escapeHtml('Update 😀') },
      },
      templates,
    ).value;
    expect(html).toContain('<title>Update [U+1F600]</title>');
    expect(html).toContain('content:"Panel [U+1F600]"');
    expect(html).toContain('<h1>Update [U+1F600]</h1>');
  });
});
