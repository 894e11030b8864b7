import { describe, expect, test } from 'vitest';
import { Text } from '../../../src/pdf/syntax/values.js';
import { finish } from '../../../src/pdf/tagging/index.js';
import { InaccessiblePdf } from '../../../src/pdf/tagging/refusals/index.js';
import { readContents } from '../../support/contents.js';
import { everyTag, heard, readPdf } from '../../support/read-pdf.js';
import { INFO, pageOf, printer } from './page.js';

const { raw, finished } = printer();

const STYLES = `<style>
nav:not([data-contents="printed"]) { display: none; }
body { margin: 0; } nav ol { list-style: none; padding: 0; } nav li { break-inside: avoid; }
nav a { display: block; position: relative; padding-right: 3em; } .page { position: absolute; right: 0; bottom: 0; }
section h2 { break-before: page; }
</style>`;

const numbersTo = (last: number) => Array.from({ length: last }, (_, index) => index + 1);

function listOf(lines: readonly string[]): string {
  return `<nav data-contents aria-labelledby="c"><h2 id="c">Contents</h2><ol>${lines.join('')}</ol></nav>`;
}

const lineTo = (id: string, words: string, more = '') => `<li><a href="#${id}">${words}</a>${more}</li>`;

/** A paper of so many pages, with its contents on the first or without: each section has a page of its own. */
function paperOf(pages: number, words = 'Words.'): string {
  const sections = numbersTo(pages - 1);
  return pageOf(
    `<h1>A paper</h1>${listOf(sections.map((which) => lineTo(`s${which}`, `Section ${which}`)))}${sections
      .map((which) => `<section><h2 id="s${which}">Section ${which}</h2><p>${words}</p></section>`)
      .join('')}`,
    STYLES,
  );
}

async function refusalOf(html: string): Promise<string> {
  const failure: unknown = await finished(html).catch((thrown: unknown) => thrown);
  return failure instanceof InaccessiblePdf
    ? failure.refusals.map(({ code, message }) => `${code}: ${message}`).join('\n')
    : `not refused: ${failure}`;
}

describe('a paper', () => {
  test.each([
    [9, false],
    [10, false],
    [11, true],
    [12, true],
  ])('of %d pages opens with its contents: %s', async (length, hasContents) => {
    const { pages, lines } = await readContents(await finished(paperOf(length)));
    expect(pages).toHaveLength(length);
    expect(lines).toHaveLength(hasContents ? length - 1 : 0);
    expect(pages[0]?.text.includes('Contents')).toBe(hasContents);
  });

  test('of few pages has none, however much it says', async () => {
    const much = 'So many words that it would be long in any other type. '.repeat(300);
    const html = paperOf(3, much).replace(STYLES, `${STYLES}<style>section p { font-size: 3pt; }</style>`);
    const { pages, lines } = await readContents(await finished(html));
    expect(html.length).toBeGreaterThan(33_000);
    expect(pages).toHaveLength(3);
    expect(lines).toEqual([]);
    expect(pages[0]?.text).not.toContain('Contents');
    expect(pages[0]?.text).not.toContain('0123456789');
  });

  test('of many pages without a list of contents is printed as it is', async () => {
    const html = paperOf(12).replace(/<nav.*<\/nav>/, '');
    const { pages, lines } = await readContents(await finished(html));
    expect([pages.length, lines.length]).toEqual([12, 0]);
  });
});

describe('the numbers of a paper of more than a hundred pages', () => {
  test('are true, end at the same edge, and are heard, read and led to alike', async () => {
    const { pages, lines } = await readContents(await finished(paperOf(140)));
    // Three pages of lines before the first section.
    expect(lines).toHaveLength(139);
    expect(lines.at(-1)?.number).toBeGreaterThan(140);
    for (const { words, number, leadsTo } of lines) {
      expect(leadsTo, words).toBe(number);
      const headings = everyTag(pages[number - 1]?.structure ?? []).filter(({ role }) => role === 'H2');
      expect(
        headings.map((tag) => heard([tag])),
        `page ${number}`,
      ).toEqual([words]);
    }
    expect(new Set(lines.map(({ number }) => String(number).length))).toEqual(new Set([1, 2, 3]));
    const edges = lines.map(({ right }) => right);
    expect(Math.max(...edges) - Math.min(...edges)).toBeLessThan(0.05);
    // The right margin is 20 mm wide.
    expect(Math.abs((edges[0] ?? 0) - (190 / 25.4) * 72)).toBeLessThan(1);
  });

  test('stand in no other form anywhere in the file', async () => {
    const { pages, raw: source } = await readPdf(await finished(paperOf(12)));
    expect(pages.map(({ text }) => text).join(' ')).not.toContain('0123456789');
    expect(source).not.toContain(Text.of('0123456789').source.slice(5, -1));
  });

  test('are part of what the link is called', async () => {
    const { raw: source } = await readPdf(await finished(paperOf(12)));
    expect(source).toContain(Text.of('Section 11, page 12').source);
  });

  test('are the same to the byte in every printing', async () => {
    const html = paperOf(12);
    const [once, again] = [await finished(html), await finished(html)];
    expect(Buffer.from(once).equals(Buffer.from(again))).toBe(true);
    const printed = await raw(html);
    const twice = await Promise.all([finish(printed, INFO), finish(printed, INFO)]);
    expect(Buffer.from(twice[0]).equals(Buffer.from(twice[1]))).toBe(true);
  });
});

describe('the structure of the contents', () => {
  test('is a table of contents, its lines references, those of an appendix beneath it', async () => {
    const html = paperOf(12).replace(
      lineTo('s3', 'Section 3'),
      lineTo('s3', 'Section 3', `<ol>${lineTo('s4', 'A part')}${lineTo('s5', 'Another')}</ol>`),
    );
    const { pages } = await readPdf(await finished(html));
    const [outer] = everyTag(pages[0]?.structure ?? []).filter(({ role }) => role === 'TOC');
    const shape = (tags: typeof outer): unknown =>
      tags && [
        tags.role,
        ...tags.children.flatMap((child) => (typeof child === 'string' ? [] : [shape(child)])),
      ];
    const line = ['TOCI', ['Reference', ['Link']]];
    expect(shape(outer)).toEqual([
      'TOC',
      line,
      line,
      ['TOCI', ['Reference', ['Link']], ['TOC', line, line]],
      ...numbersTo(8).map(() => line),
    ]);
    expect(heard([...(outer?.children.slice(1, 3) ?? [])])).toBe(
      'Section 2 3 Section 3 4 A part 5 Another 6',
    );
  });

  test('has the contents among the bookmarks', async () => {
    const { outline } = await readPdf(await finished(paperOf(11)));
    expect(outline.slice(0, 3)).toEqual(['A paper', 'Contents', 'Section 1']);
  });

  test('leaves a list of an author’s own a list', async () => {
    const list = '<ol style="list-style: none"><li><a href="https://example.org/">0123456789</a></li></ol>';
    const { pages } = await readPdf(await finished(paperOf(12, `Words.</p>${list}<p>More.`)));
    const tags = everyTag(pages.flatMap(({ structure }) => structure));
    expect(tags.filter(({ role }) => role === 'TOC')).toHaveLength(1);
    expect(tags.filter(({ role }) => role === 'L')).toHaveLength(11);
  });
});

describe('a council’s own templates', () => {
  test('may leave out what the contents name: the line goes too', async () => {
    const html = paperOf(13).replace('<h2 id="s2">Section 2</h2>', '<h2>Section 2</h2>');
    const { lines } = await readContents(await finished(html));
    expect(lines.map(({ words }) => words).slice(0, 2)).toEqual(['Section 1', 'Section 3']);
  });

  test('are stopped where an id is on another page than its heading (paper-contents)', async () => {
    const html = paperOf(12).replace('<h2 id="s2">', '<a id="s2">Next</a><h2>').replace('>Next<', '><');
    expect(await refusalOf(html)).toBe(
      "paper-contents: the contents cannot say on which page 'Section 2' is",
    );
  });

  test('are stopped where a line is no item of a list', async () => {
    const html = paperOf(12)
      .replace(lineTo('s2', 'Section 2'), '')
      .replace('<ol>', '<p><a href="#s2">Section 2</a></p><ol>');
    expect(await refusalOf(html)).toBe(
      'paper-contents: of 11 lines in the contents 10 can be given a page number',
    );
  });
});
