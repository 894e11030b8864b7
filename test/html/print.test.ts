import { beforeAll, describe, expect, test } from 'vitest';
import { readTemplates } from '../../src/files/index.js';
import { renderHtml } from '../../src/html/index.js';
import type { PaperBrowser } from '../../src/pdf/index.js';
import type { UpdatePaper } from '../../src/view/index.js';
import { openPage } from '../support/browser.js';
import { everyTag, heard, type ReadPage, type ReadPdf, readPdf, type Tag } from '../support/read-pdf.js';
import { sharedBrowser } from '../support/shared-browser.js';
import { shownWords } from '../support/shown.js';
import {
  AMBER,
  count,
  EVERY_MARK,
  group,
  paperOf,
  plan,
  prose,
  row,
  section,
  typicalPaper,
  words,
} from './papers.js';

const templates = readTemplates({ kind: 'update', own: undefined }).value;

let printer: PaperBrowser;
beforeAll(async () => {
  printer = await sharedBrowser();
});

function htmlOf(paper: UpdatePaper): string {
  const { value, diagnostics } = renderHtml(paper, templates);
  expect(diagnostics).toEqual([]);
  return value;
}

const prints = new Map<UpdatePaper, Promise<ReadPdf>>();

/** A paper in print, which is printed once for all that is asked about it. */
function printed(paper: UpdatePaper): Promise<ReadPdf> {
  const print =
    prints.get(paper) ?? printer.print(htmlOf(paper), { day: paper.day }).then((bytes) => readPdf(bytes));
  prints.set(paper, print);
  return print;
}

/** What the page shows in print, folded as what is heard is. */
async function shown(html: string): Promise<string> {
  return folded(await shownWords(html));
}

/** This reader of PDFs drops the space that ends a label now and then; it is there. */
function folded(text: string): string {
  return text
    .replace(/(?<= )(\d+\.)(?=[a-z])/g, '$1 ')
    .replace(/\s+/g, ' ')
    .trim();
}

/** The heads of a table that goes on over pages may be in the structure once for each page. */
function withoutRepeatedHeads(text: string): string {
  const heads = 'Ref Action, owner and due date Progress Rating';
  const first = text.indexOf(heads) + heads.length;
  return folded(`${text.slice(0, first)}${text.slice(first).replaceAll(heads, ' ')}`);
}

const structureOf = ({ pages }: ReadPdf): readonly (Tag | string)[] =>
  pages.flatMap(({ structure }) => structure);
const planPages = ({ pages }: ReadPdf): readonly ReadPage[] =>
  pages.slice(pages.findLastIndex(({ text }) => text.includes('Appendix B. Action plan and progress')));

const LONG = paperOf(
  plan([
    group('1', [
      row('1.1'),
      row('1.2', {
        mark: AMBER,
        isLong: true,
        progress: prose(
          Array.from({ length: 8 }, (_, index) => `Part ${index + 1}. ${words(250)}`).join('\n\n'),
        ),
      }),
      row('1.3'),
    ]),
  ]),
);

const KINDS: readonly (readonly [string, UpdatePaper])[] = [
  ['a typical paper', typicalPaper()],
  ['a report of 2,000 words', LONG],
  [
    'a confidential paper with every mark',
    typicalPaper({
      confidential:
        'NOT FOR PUBLICATION. Contains exempt information within paragraph 3 of Part 1 of Schedule 12A.',
      running: {
        ...typicalPaper().running,
        confidential: 'NOT FOR PUBLICATION. Contains exempt information',
      },
      appendixB: plan([
        group(
          '1',
          EVERY_MARK.map((mark, index) => row(`1.${index + 1}`, { mark })),
        ),
      ]),
    }),
  ],
  ['an exempt item', typicalPaper({ withheld: 'Withheld: exempt information.', notices: [] })],
  ['Appendix A alone', typicalPaper({ shows: { cover: false, appendixA: true, appendixB: false } })],
  ['Appendix B alone', typicalPaper({ shows: { cover: false, appendixA: false, appendixB: true } })],
  ['a paper without a plan', typicalPaper({ glance: null, asks: null, appendixB: null })],
  [
    'notes with lists, tables, quotations and links',
    paperOf(
      plan([
        group('1', [
          row('1.1', {
            progress: prose(
              'See <https://example.org/a>.\n\n1. one\n2. two\n   - three\n\n| a | b |\n|---|---|\n| 1 | |\n\n> quoted *words* and **bold**[^1]\n\n[^1]: A note.',
            ),
          }),
        ]),
      ]),
    ),
  ],
];

describe.each(KINDS)('%s', (_, paper) => {
  test('is heard as it is seen', async () => {
    const html = htmlOf(paper);
    const pdf = await printed(paper);
    expect(withoutRepeatedHeads(heard(structureOf(pdf)))).toBe(withoutRepeatedHeads(await shown(html)));
  });

  test('has one h1 first, no level skipped, no bookmark twice', async () => {
    const pdf = await printed(paper);
    const levels = everyTag(structureOf(pdf))
      .flatMap(({ role }) => /^H(\d)$/.exec(role)?.[1] ?? [])
      .map(Number);
    expect(levels[0]).toBe(1);
    expect(levels.filter((level) => level === 1)).toHaveLength(1);
    for (const [index, level] of levels.entries())
      expect(level).toBeLessThanOrEqual((levels[index - 1] ?? 0) + 1);
    expect(new Set(pdf.outline).size).toBe(pdf.outline.length);
    expect(pdf.outline).toHaveLength(levels.length);
  });

  test('is the same paper when it is printed from the web page', async () => {
    const page = await openPage();
    await page.setViewport({ width: 700, height: 500 });
    await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: 'dark' }]);
    await page.setContent(htmlOf(paper));
    const fromScreen = await readPdf(
      await page.pdf({ preferCSSPageSize: true, printBackground: true, tagged: true, outline: true }),
    );
    const pdf = await printed(paper);
    expect(fromScreen.pages.map(({ width, height, words: placed }) => ({ width, height, placed }))).toEqual(
      pdf.pages.map(({ width, height, words: placed }) => ({ width, height, placed })),
    );
  });

  test('has words in every cell of every table', async () => {
    const tables = everyTag(structureOf(await printed(paper))).filter(({ role }) => role === 'Table');
    // One that goes over several pages is several in the PDF.
    expect(tables.length).toBeGreaterThanOrEqual(htmlOf(paper).split('<table').length - 1);
    expect(tables.length > 0).toBe(htmlOf(paper).includes('<table'));
    for (const { children } of tables) {
      const cells = everyTag(children).filter(({ role }) => role === 'TD' || role === 'TH');
      expect(cells).not.toEqual([]);
      expect(cells.filter((cell) => heard([cell]) === '')).toEqual([]);
    }
  });
});

describe('a report of 2,000 words', () => {
  test('begins on the page of its action and leaves no page half empty', async () => {
    const pages = planPages(await printed(LONG));
    expect(pages.length).toBeLessThanOrEqual(4);
    const begins = pages.findIndex(({ text }) => text.includes('Part 1.'));
    expect(pages[begins]?.text).toMatch(/1\.2/);
    expect(begins).toBe(0);
    for (const page of pages.slice(0, -1))
      expect(Math.min(...page.words.filter(({ y }) => y > 54).map(({ y }) => y))).toBeLessThan(90);
  });

  test('runs in two columns that keep clear of each other, of the heads and of the foot', async () => {
    for (const page of planPages(await printed(LONG)).slice(1, -1)) {
      const body = page.words.filter(({ y }) => y > 54 && y < page.height - 85);
      const lefts = [...new Set(body.map(({ x }) => Math.round(x)))];
      expect(lefts).toHaveLength(2);
      const heads = page.words.filter(({ text }) => text === 'Progress');
      expect(heads).toHaveLength(1);
      const top = Math.max(...body.map(({ y }) => y));
      expect((heads[0]?.y ?? 0) - top).toBeGreaterThan(20);
    }
  });

  test('is followed by the next action', async () => {
    const last = planPages(await printed(LONG)).at(-1);
    expect(last?.text).toMatch(/1\.3 .*Green/);
  });
});

describe('headings at every height of a page', () => {
  test('are printed once each and are in no page twice', async () => {
    for (const extra of [0, 2, 4, 6, 8, 10, 12]) {
      const background = section(
        'background',
        'Background',
        6,
        Array.from({ length: extra + 3 }, () => words(40)),
      );
      const pdf = await printed(typicalPaper({ background }));
      expect(new Set(pdf.outline).size).toBe(pdf.outline.length);
      const headings = everyTag(structureOf(pdf)).filter(({ role }) => /^H\d$/.test(role));
      expect(headings.map((tag) => heard([tag]))).toEqual(pdf.outline);
    }
  });
});

describe('a file that holds one appendix', () => {
  test('has that appendix as its title, beneath the council’s head', async () => {
    const typical = typicalPaper();
    const pdf = await printed({
      ...typical,
      shows: { cover: false, appendixA: false, appendixB: true },
      head: { ...typical.head, appendix: typical.appendixB },
    });
    expect(pdf.outline[0]).toBe('Appendix B. Action plan and progress');
    expect(pdf.pages[0]?.text).toMatch(
      /^.*Ambridge Council.*Agenda item 6.*Appendix B\. Action plan and progress.*Children’s Services Update/,
    );
    expect(pdf.pages[0]?.text).not.toContain('Purpose of the report');
    expect(pdf.pages[0]?.text).toContain('Sample data.');
  });
});

describe('a members’ copy', () => {
  test('says so on every page', async () => {
    const { running } = typicalPaper();
    const pdf = await printed(
      typicalPaper({ running: { ...running, confidential: 'Members’ copy: not for publication' } }),
    );
    for (const page of pdf.pages) expect(page.text).toContain('Members’ copy: not for publication');
  });
});

describe('one action of two hundred', () => {
  test('is to be seen in the bar', async () => {
    const glance = typicalPaper().glance;
    if (!glance) throw new Error('no glance');
    const counts = EVERY_MARK.slice(0, 3).map((mark, index) => count(mark, index === 0 ? 198 : 1, 200));
    const page = await openPage();
    await page.setContent(htmlOf(typicalPaper({ glance: { ...glance, counts } })));
    const widths = await page.evaluate(() =>
      Array.from(document.querySelectorAll('.bar .part')).map((part) => part.getBoundingClientRect().width),
    );
    for (const width of widths) expect(width).toBeGreaterThan(12);
  });
});
