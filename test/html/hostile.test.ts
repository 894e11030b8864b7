import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readTemplates } from '../../src/files/index.js';
import { renderHtml } from '../../src/html/index.js';
import { cssString } from '../../src/html/styles.js';
import { escapeHtml } from '../../src/markdown/index.js';
import { paperSchemas, required, type Schema, text, type UpdatePaper } from '../../src/view/index.js';
import { openPage } from '../support/browser.js';
import { typicalPaper } from './papers.js';

const templates = readTemplates({ kind: 'update', own: undefined }).value;

const HOSTILE = [
  '<script>document.title="taken"</script>',
  '</style><script>document.title="taken"</script>',
  '"><img src=x onerror=\'document.title="taken"\'>',
  "' onmouseover='x' x='",
  '{{constructor}} {{> layout}} {{{x}}} {{#each}}',
  '"; } body { display: none } @page { content: "',
  '\\"; } body { display: none }',
  '*/ body { display: none } /*',
  '</title></head><body>taken',
  '<!-- ',
  ']]> <![CDATA[',
  '$& $1 $` $$ /*<typeface>*/',
  'line\nbreak\r\nand\u2028more\u0000\u0007',
  '&lt;b&gt; &amp;amp; &#60;',
  'a\u202eb\u200dc',
];

/** A paper with these words wherever a paper has words of somebody's own. */
function paperSaying(words: string): UpdatePaper {
  const everywhere = (value: unknown, key: string, given: Schema): unknown => {
    const schema = required(given);
    if (typeof value === 'string') {
      if (OURS.test(key)) return value;
      // Of what is HTML, the words without a mark of their own.
      if (schema.kind === 'html') return value.includes('<') ? value : escapeHtml(words);
      return words;
    }
    if (Array.isArray(value)) {
      const ofItem = schema.kind === 'list' ? schema.item : text;
      return value.map((item) => everywhere(item, key, ofItem));
    }
    if (typeof value === 'object' && value !== null)
      return Object.fromEntries(
        Object.entries(value).map(([name, inner]) => [
          name,
          everywhere(inner, name, (schema.kind === 'object' ? schema.fields[name] : undefined) ?? text),
        ]),
      );
    return value;
  };
  const paper = everywhere(typicalPaper({ confidential: words }), '', paperSchemas.update);
  if (!isPaper(paper)) throw new Error('not a paper');
  return paper;
}

/** What the program itself makes up: colours, ids, shapes, numbers of the bar, addresses that the model has checked. */
const OURS = /^(?:id|kind|language|day|colour|band|colourOnDark|shape|share|address)$/;

function isPaper(value: unknown): value is UpdatePaper {
  return typeof value === 'object' && value !== null && 'kind' in value && value.kind === 'update';
}

describe('words that try to be more than words', () => {
  test.each(HOSTILE)('are printed as they were typed: %j', async (words) => {
    const { value, diagnostics } = renderHtml(paperSaying(words), templates);
    expect(diagnostics).toEqual([]);
    const page = await openPage();
    await page.setContent(value);
    const seen = await page.evaluate(() => ({
      scripts: document.querySelectorAll('script, img, iframe').length,
      handlers: Array.from(document.querySelectorAll('*')).filter((element) =>
        Array.from(element.attributes).some(({ name }) => name.startsWith('on')),
      ).length,
      display: getComputedStyle(document.body).display,
      h1: document.querySelector('h1')?.textContent ?? '',
      title: document.title,
      hasFonts: document.querySelector('style')?.textContent?.includes('@font-face') ?? false,
      styles: document.querySelectorAll('style').length,
      sections: document.querySelectorAll('section').length,
    }));
    expect(seen).toMatchObject({
      scripts: 0,
      handlers: 0,
      display: 'block',
      styles: 1,
      hasFonts: true,
      sections: 11,
    });
    expect(plain(seen.h1)).toBe(plain(words));
    expect(plain(seen.title)).toBe(plain(words));
  });

  test('cannot end a string in the styles, nor the style', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => {
        const written = cssString(text);
        expect(written).toMatch(/^"(?:[^"\\\n\r\f<>]|\\[0-9a-f]{1,6} )*"$/u);
        const read = written
          .slice(1, -1)
          .replace(/\\([0-9a-f]{1,6}) /g, (_, hex) => String.fromCodePoint(Number.parseInt(hex, 16)));
        // Words from right to left are set apart by marks of their own.
        const unmarked = (words: string) => words.replace(/[\u2066-\u2069]/gu, '');
        expect(unmarked(read)).toBe(unmarked(text));
      }),
    );
  });
});

/** White space folded, and without what is never drawn. */
function plain(text: string): string {
  return text
    .replace(/[\u0000\u0007\ufffd\u2028\u202e\u200d]|\[U\+[0-9A-F]+\]/gu, '')
    .replace(/\s+/g, ' ')
    .trim();
}
