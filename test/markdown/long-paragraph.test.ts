import { describe, expect, test } from 'vitest';
import { proseHtml, startFootnotes } from '../../src/markdown/index.js';

function html(markdown: string): string {
  return proseHtml(markdown, { notes: startFootnotes(), images: new Map(), headingLevel: 3 }, undefined);
}

/** Words without a space, longer than the pieces in which a paragraph is read. */
function letters(many: number): string {
  return 'abcdefghij'.repeat(many / 10);
}

const LINK = `https://example.org/${letters(400)}`;

/** Marks as typed, and as they are printed. */
const MARKS: readonly (readonly [string, string])[] = [
  ['**bold**', '<strong>bold</strong>'],
  [`**${letters(600)}**`, `<strong>${letters(600)}</strong>`],
  ['**one two. three four**', '<strong>one two. three four</strong>'],
  ['~~gone~~', '<del>gone</del>'],
  ['`a. b c`', '<code>a. b c</code>'],
  [`[the minutes. All](${LINK})`, `<a href="${LINK}">the minutes. All</a>`],
  [`![A map. Old](m.png)`, 'A map. Old'],
  ['[^note]', 'href="#note-1"'],
  ['&pound;', '£'],
  ['\\*', '*'],
];

describe('a paragraph that is longer than the pieces in which it is read', () => {
  test.each(MARKS)('is never cut within %s', (typed, printed) => {
    const before = 2_990;
    for (let back = 0; back <= typed.length + 10; back += 1) {
      const words = `${letters(before).slice(back)}(${typed})${letters(4_000)}`;
      expect(html(`${words}\n\n[^note]: Said there.`), `${back} letters earlier`).toContain(
        `(${printed}`.replace('(href', ''),
      );
    }
  });

  test('is cut before a mark that another follows at once, and within none of many', () => {
    const words = `${'**bold**(**more words. here**)'.repeat(400)}`;
    const found = html(words);
    expect(found.match(/<strong>/g)).toHaveLength(800);
    expect(found).not.toContain('**');
  });

  test('has a mark whole that is longer than two pieces, or as it was typed', () => {
    const address = `https://example.org/${letters(9_000)}`;
    expect(html(`x ${address} y`)).toContain(`<a href="${address}">`);
    const words = letters(9_000);
    expect(html(`**${words}**`).replace(/<\/?strong>|\*\*/g, '')).toBe(`<p>${words}</p>`);
  });
});
