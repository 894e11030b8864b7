import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { contrast } from '../../src/colours/index.js';
import { readTemplates } from '../../src/files/index.js';
import { renderHtml } from '../../src/html/index.js';
import type { Page } from '../../src/pdf/browser/puppeteer.js';
import type { PaperBrowser } from '../../src/pdf/index.js';
import { updatePaper } from '../../src/view/index.js';
import { openPage } from '../support/browser.js';
import { makeRegister } from '../support/make-register.js';
import { htmlOf, pageOf, printed } from '../support/papers.js';
import type { ReadPage, ReadPdf } from '../support/read-pdf.js';
import { paperOn, registerIn } from '../support/read-register.js';
import { fixture, SMALL, small } from '../support/registers.js';
import { sharedBrowser } from '../support/shared-browser.js';
import { count, EVERY_MARK, typicalPaper } from './papers.js';

let printer: PaperBrowser;
let long: ReadPdf;

beforeAll(async () => {
  printer = await sharedBrowser();
  long = await printed(printer, makeRegister({ recommendations: 25, actionsEach: 8 }));
});

async function opened(
  html: string,
  width: number,
  features: readonly { readonly name: string; readonly value: string }[] = [],
): Promise<Page> {
  const page = await openPage();
  await page.setViewport({ width, height: 900 });
  await page.emulateMediaFeatures([...features]);
  await page.setContent(html);
  return page;
}

/** The sample's paper of a meeting as a page. */
function wordsOfSample(date: string): string {
  const paper = updatePaper(paperOn(registerIn('.'), date), new Map());
  return renderHtml(paper, readTemplates({ kind: 'update', own: undefined }).value).value;
}

const REVIEW = SMALL['data/reviews/repairs/review.yaml'] ?? '';
const PROGRESS = SMALL['data/reviews/repairs/progress/2020-02-10.yaml'] ?? '';

/** A register whose one reported note is this. */
function withNote(note: string): Readonly<Record<string, string>> {
  const block = note
    .split('\n')
    .map((line) => `      ${line}`.trimEnd())
    .join('\n');
  return small({
    'data/reviews/repairs/progress/2020-02-10.yaml': PROGRESS.replace(
      'note: One roofer was hired.',
      `note: |\n${block}`,
    ),
  });
}

/** The pages of the action plan, which is the last of a paper. */
function planPages({ pages }: ReadPdf): readonly ReadPage[] {
  return pages.slice(
    pages.findLastIndex(({ text }) => text.includes('Appendix B. Action plan and progress')),
  );
}

describe('a table of 200 actions', () => {
  test('keeps every row whole: a reference and its rating are on one page', () => {
    const pages = planPages(long);
    expect(pages.length).toBeGreaterThan(20);
    const seen: string[] = [];
    for (const page of pages) {
      const refs = page.words.filter(({ x, text }) => x < 90 && /^\d+\.\d+$/.test(text));
      const ratings = page.words.filter(
        ({ x, text }) => x > 450 && /^(Green|Amber|Red|No update)$/.test(text),
      );
      expect(ratings.length).toBe(refs.length);
      seen.push(...refs.map(({ text }) => text));
    }
    expect(seen).toHaveLength(200);
    expect(new Set(seen).size).toBe(200);
  });

  test('lets no row run over the foot of a page', () => {
    for (const page of planPages(long)) {
      const lowest = Math.min(
        ...page.words
          .filter(({ text }) => !/ of \d+$/.test(text) && text !== 'Ambridge Council')
          .map(({ y }) => y),
      );
      expect(lowest).toBeGreaterThan(52);
    }
  });

  test('repeats the column headings at the head of each page', () => {
    const pages = planPages(long);
    expect(pages.length).toBeGreaterThan(2);
    for (const page of pages) expect(page.text).toContain('Progress');
  });

  test('never leaves the heading of a recommendation alone at the foot', () => {
    const isHeading = ({ text }: { readonly text: string }) => /^Recommendation \d+\.$/.test(text);
    expect(planPages(long).filter(({ words }) => words.some(isHeading)).length).toBeGreaterThan(1);
    for (const page of planPages(long)) {
      const headings = page.words.filter(isHeading);
      for (const heading of headings) {
        const rowBelow = page.words.some(
          ({ x, y, text }) => x < 90 && y < heading.y && /^\d+\.\d+$/.test(text),
        );
        expect(rowBelow, `${heading.text} on a page of its own`).toBe(true);
      }
    }
  });
});

describe('a heading', () => {
  test('is never the last thing on a page', async () => {
    // Ever longer backgrounds push each heading through every height of the page.
    for (const paragraphs of [4, 5, 6, 7, 8, 9]) {
      const background = Array.from(
        { length: paragraphs },
        (_, index) => `  Paragraph ${index} ${'of some words '.repeat(30)}.\n`,
      ).join('\n');
      const pdf = await printed(
        printer,
        small({
          'data/reviews/repairs/review.yaml': `${REVIEW}background: |\n${background}evidence: [ One thing., Another thing. ]\noversight: The board watches.\n`,
        }),
      );
      for (const page of pdf.pages) {
        const body = page.words.filter(({ y }) => y > 60 && y < page.height - 50);
        const last = body.toSorted((a, b) => a.y - b.y)[0];
        expect(last?.text).not.toMatch(
          /^(Background|Evidence|Oversight|Contact officer|Decisions|At a glance|The panel is asked to:)$/,
        );
      }
    }
  });
});

describe('a note of 2,000 words', () => {
  test('flows over pages and loses none of them', async () => {
    const words = Array.from({ length: 2000 }, (_, index) => `word${index + 1}`);
    const pdf = await printed(printer, withNote(words.join(' ')));
    const text = planPages(pdf)
      .map((page) => page.text)
      .join(' ');
    expect(words.filter((word) => !text.includes(word))).toEqual([]);
    expect(planPages(pdf).length).toBeGreaterThan(2);
    // It begins on the page with its own row's reference, under the column headings.
    expect(planPages(pdf).find((page) => page.text.includes('word1 '))?.text).toMatch(/Progress.*1\.1/);
  });
});

describe('long words and addresses', () => {
  test('stay in their cell', async () => {
    const page = await opened(
      htmlOf(withNote(`See https://example.org/${'a'.repeat(300)} and ${'Donaudampfschiff'.repeat(20)}`)),
      1200,
    );
    const overflowing = await page.evaluate(
      () =>
        Array.from(document.querySelectorAll('td, th')).filter(
          (cell) => cell.scrollWidth > cell.clientWidth + 1,
        ).length,
    );
    expect(overflowing).toBe(0);
  });

  test('leave the tables of requests and of what needs attention within the page', async () => {
    const word = 'Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft';
    const refs = ['1.1', '1.2', '1.3', '1.4'];
    const files = small({
      'data/reviews/repairs/review.yaml': `title: Repairs\npanel: homes\nexecutive-response: { date: 2019-10-01, decision: agreed }\nbackground-papers: []\nrecommendations:\n  - ref: 1\n    text: ${word}\n    actions:\n${refs.map((ref) => `      - { ref: ${ref}, text: ${word}, owner: ${word}, due: 2020-01-31 }\n`).join('')}`,
      'data/reviews/repairs/progress/2020-02-10.yaml': `as-at: 2020-02-10\nprogress:\n${refs.map((ref) => `  ${ref}: { rating: amber, revised-due: 2020-09-30, reason: ${word} }\n`).join('')}`,
    });
    // As wide as the text of an A4 page.
    const page = await opened(htmlOf(files), 620);
    await page.emulateMediaType('print');
    const tables = await page.$$eval('.requests, .pressing', (found) =>
      found.map((table) => ({
        rows: table.querySelectorAll('tbody > tr').length,
        isWithin: Array.from(table.querySelectorAll('th, td')).every(
          (cell) => cell.getBoundingClientRect().right <= innerWidth + 1,
        ),
      })),
    );
    expect(tables).toEqual([
      { rows: 4, isWithin: true },
      { rows: 4, isWithin: true },
    ]);
  });
});

describe('a plan without actions', () => {
  test('says so in the text and has no appendix for it', async () => {
    const pdf = await printed(
      printer,
      small({
        'data/reviews/repairs/review.yaml':
          'title: Repairs\npanel: homes\nrecommendations:\n  - { ref: 1, text: Mend roofs., response: awaited }\n',
        'data/reviews/repairs/progress/2020-02-10.yaml': '',
      }),
    );
    const text = pdf.pages.map((page) => page.text).join(' ');
    expect(text).toContain('No action plan has been received yet.');
    expect(text).not.toContain('Appendix B');
    expect(text).toContain('Awaited');
    expect(text).not.toContain('At a glance');
  });
});

describe('a plan of one action', () => {
  test('speaks of it in the singular', async () => {
    const pdf = await printed(
      printer,
      small({ 'data/reviews/repairs/review.yaml': REVIEW.replace(/ {6}- \{ ref: 1\.2.*\n/, '') }),
    );
    const text = pdf.pages.map((page) => page.text).join(' ');
    expect(text).toContain('action in the plan');
    expect(text).toContain('The one action is rated Amber.');
  });
});

describe('on a copier without colour', () => {
  test('each rating has its word and its own shape', async () => {
    const page = await opened(htmlOf(makeRegister({ recommendations: 4, actionsEach: 5 })), 1200);
    const marks = await page.evaluate(() =>
      Array.from(document.querySelectorAll('.mark')).map((mark) => ({
        word: mark.textContent?.trim() ?? '',
        shape: mark.querySelector('use')?.getAttribute('href') ?? '',
      })),
    );
    const shapes = new Map<string, string>();
    for (const { word, shape } of marks) {
      expect(word).not.toBe('');
      expect(await page.evaluate((id) => document.querySelector(id)?.tagName, shape)).toBe('symbol');
      shapes.set(word.replace('No update received', 'No update'), shape);
    }
    expect(shapes.size).toBeGreaterThan(3);
    expect(new Set(shapes.values()).size).toBe(shapes.size);
  });

  test('the parts of the bar are parted by gaps and marked by their shapes', async () => {
    const page = await opened(htmlOf(makeRegister({ recommendations: 4, actionsEach: 5 })), 1200);
    const parts = await page.evaluate(() =>
      Array.from(document.querySelectorAll('.bar .part'))
        .filter((part) => part.getBoundingClientRect().width > 0)
        .map((part) => ({
          left: part.getBoundingClientRect().left,
          right: part.getBoundingClientRect().right,
          shape: part.className,
        })),
    );
    expect(new Set(parts.map(({ shape }) => shape)).size).toBe(parts.length);
    for (const [index, part] of parts.entries())
      if (index > 0) expect(part.left - (parts[index - 1]?.right ?? 0)).toBeGreaterThanOrEqual(1.5);
  });
});

describe('type', () => {
  test('is 12 pt in the body, never under 10 pt in tables and never under 9.5 pt elsewhere', async () => {
    const page = await opened(
      htmlOf(withNote('A note.[^1]\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n[^1]: A footnote.')),
      1200,
    );
    await page.emulateMediaType('print');
    const sizes = await page.evaluate(() => {
      const points = (element: Element) =>
        Math.round(Number.parseFloat(getComputedStyle(element).fontSize) * 75) / 100;
      const withText = Array.from(document.body.querySelectorAll('*')).filter(
        (element) =>
          !element.closest('svg, sup') &&
          Array.from(element.childNodes).some(
            (node) => node.nodeType === Node.TEXT_NODE && node.textContent?.trim(),
          ),
      );
      return withText.map((element) => ({
        points: points(element),
        inTable: element.closest('table') !== null,
        isParagraph: element.matches('.para'),
      }));
    });
    expect(
      Math.min(...sizes.filter(({ inTable }) => inTable).map(({ points }) => points)),
    ).toBeGreaterThanOrEqual(10);
    expect(Math.min(...sizes.map(({ points }) => points))).toBeGreaterThanOrEqual(9.5);
    for (const { points } of sizes.filter(({ isParagraph }) => isParagraph)) expect(points).toBe(12);
  });

  test('is set in the typeface that ships, flush left and without hyphenation', async () => {
    const page = await opened(htmlOf(SMALL), 1200);
    const [families, aligned, hyphens] = await page.evaluate(() => {
      const all = Array.from(document.body.querySelectorAll('p, td, th, h1, h2, h3, li'));
      const values = (name: string) => [
        ...new Set(all.map((element) => getComputedStyle(element).getPropertyValue(name))),
      ];
      return [values('font-family'), values('text-align'), values('hyphens')] as const;
    });
    expect(families).toEqual(['"Source Sans 3", sans-serif']);
    expect(aligned.every((value) => value === 'left' || value === 'start')).toBe(true);
    expect(hyphens).toEqual(['manual']);
  });
});

/** A register whose council chose these colours for its headings and for a rating. */
function coloured(council: string, rating: string): Readonly<Record<string, string>> {
  const files = makeRegister({ recommendations: 3, actionsEach: 5 });
  const ratings = `ratings:
  green: { label: Green, closes: true, colour: "${rating}" }
  amber: { label: Amber }
  red: { label: Red }
`;
  return {
    ...files,
    'data/council.yaml': `${files['data/council.yaml']}branding: { colour: "${council}" }\n${ratings}`,
  };
}

describe.each(['light', 'dark'])('contrast on a %s page', (scheme) => {
  test.each([
    ['our own colours', makeRegister({ recommendations: 3, actionsEach: 5 })],
    ['a council’s pale ones', coloured('#ffe680', '#c8f7c5')],
    ['a council’s dark ones', coloured('#140014', '#00001c')],
  ])('is at least 7:1 for text and 3:1 for shapes: %s', async (_, files) => {
    const page = await opened(htmlOf(files), 1200, [{ name: 'prefers-color-scheme', value: scheme }]);
    const found = await page.evaluate(() => {
      const backgroundOf = (element: Element | null): string => {
        if (!element) return 'rgb(255, 255, 255)';
        const { backgroundColor } = getComputedStyle(element);
        return backgroundColor === 'rgba(0, 0, 0, 0)' ? backgroundOf(element.parentElement) : backgroundColor;
      };
      const texts = Array.from(document.body.querySelectorAll('*')).filter(
        (element) =>
          !element.closest('svg, .bar') &&
          Array.from(element.childNodes).some(
            (node) => node.nodeType === Node.TEXT_NODE && node.textContent?.trim(),
          ),
      );
      const shapes = Array.from(document.querySelectorAll('.mark .shape'));
      const pair = (element: Element) => [getComputedStyle(element).color, backgroundOf(element)] as const;
      return { texts: texts.map(pair), shapes: shapes.map(pair) };
    });
    expect(found.texts.length).toBeGreaterThan(50);
    for (const [ink, ground] of found.texts)
      expect(contrast(hex(ink), hex(ground)), `${ink} on ${ground}`).toBeGreaterThanOrEqual(7);
    for (const [ink, ground] of found.shapes)
      expect(contrast(hex(ink), hex(ground)), `${ink} on ${ground}`).toBeGreaterThanOrEqual(3);
  });
});

describe('the purpose and what members are asked', () => {
  const papers = [
    ['the sample', wordsOfSample('2018-02-19')],
    ...(['cabinet', 'colours', 'unanswered', 'words'] as const).flatMap((office) =>
      (['update', 'tracker'] as const).flatMap((kind) => {
        const files = fixture(join('cases', `office-${office}`));
        return Object.values(files).some((text) => text.includes(`report: ${kind}`))
          ? [[`${kind} of office-${office}`, pageOf(files, kind)] as const]
          : [];
      }),
    ),
  ] as const;

  test.each([
    { where: 'a desk of 1280 by 800, without scrolling', width: 1280, height: 800 },
    { where: 'a telephone, within two screens', width: 390, height: 2 * 844 },
  ])('are seen at $where', async ({ width, height }) => {
    for (const [name, html] of papers) {
      const page = await opened(html, width);
      const foot = await page.evaluate(() => {
        const motions = Array.from(document.querySelectorAll('section:has(> #asks) > .para')).slice(0, 5);
        return Math.round((motions.at(-1)?.getBoundingClientRect().bottom ?? 0) + scrollY);
      });
      expect(foot, name).toBeGreaterThan(300);
      expect(foot, name).toBeLessThanOrEqual(height);
    }
  });
});

describe('on a telephone', () => {
  test('nothing has to be moved sideways, and the first line of each card says reference, rating and due date', async () => {
    const page = await opened(htmlOf(makeRegister({ recommendations: 3, actionsEach: 3 })), 360);
    const cards = await page.evaluate(() =>
      Array.from(document.querySelectorAll('table.actions tbody tr:not(.group)')).map((row) => {
        const line = (selector: string) => row.querySelector(selector)?.getBoundingClientRect();
        const places = ['th', 'td .mark', '.due'].map(line);
        const words = row.querySelector('.owner')?.getBoundingClientRect().top ?? 0;
        return {
          isOneLine: places
            .slice(0, 2)
            .every((place) => Math.abs((place?.bottom ?? 0) - (places[0]?.bottom ?? 0)) < 8),
          // A due date that does not fit beside a long rating is beneath it, and still above all else.
          isFirst: places.every((place) => (place?.bottom ?? 0) < words),
        };
      }),
    );
    expect(cards).toHaveLength(9);
    for (const card of cards) expect(card).toEqual({ isOneLine: true, isFirst: true });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
  });

  test('no card repeats the heads of the columns for the eye', async () => {
    const page = await opened(htmlOf(makeRegister({ recommendations: 3, actionsEach: 3 })), 360);
    const heads = await page.evaluate(() =>
      Array.from(document.querySelectorAll('table.actions tbody :is(th, td)')).map(
        (cell) => getComputedStyle(cell, '::before').content,
      ),
    );
    expect(new Set(heads)).toEqual(new Set(['none']));
  });

  test('shows all rows or those that need attention, without a script', async () => {
    const page = await opened(htmlOf(makeRegister({ recommendations: 3, actionsEach: 3 })), 360);
    await page.setJavaScriptEnabled(false);
    const shown = () =>
      page.$$eval('table.actions tbody tr[id]:not(.group, .review)', (rows) =>
        rows.filter((row) => row.checkVisibility()).map((row) => row.classList.contains('needs-attention')),
      );
    const all = await shown();
    expect(all).toHaveLength(9);
    const pressing = all.filter(Boolean).length;
    expect(pressing).toBeGreaterThan(0);
    expect(pressing).toBeLessThan(9);
    await page.click('#rows-needing-attention');
    expect(await shown()).toEqual(Array.from({ length: pressing }, () => true));
    // On paper nothing is chosen from.
    await page.emulateMediaType('print');
    expect(await shown()).toHaveLength(9);
    expect(await page.$eval('.filter', (filter) => filter.checkVisibility())).toBe(false);
  });

  test.each([
    [767, 'flex'],
    [768, 'table-row'],
    [834, 'table-row'],
  ])('a window %i wide shows a row as %s', async (width, display) => {
    const page = await opened(htmlOf(makeRegister({ recommendations: 3, actionsEach: 3 })), width);
    expect(
      await page.evaluate(
        () =>
          getComputedStyle(document.querySelector('table.actions tbody tr:not(.group)') ?? document.body)
            .display,
      ),
    ).toBe(display);
  });

  test('a narrow window at large type is no different', async () => {
    const page = await opened(htmlOf(makeRegister({ recommendations: 3, actionsEach: 3 })), 320);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
    // Twice as large, as somebody who sees badly sets it.
    await page.setViewport({ width: 390, height: 900 });
    await page.setContent(
      htmlOf(makeRegister({ recommendations: 3, actionsEach: 3 })).replace(
        '</style>',
        'html { font-size: 225% !important }</style>',
      ),
    );
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  });

  test('those who listen still hear a table, with its heads and rows', async () => {
    const html = htmlOf(makeRegister({ recommendations: 1, actionsEach: 2 }));
    // Beside those of the two appendices, what needs attention.
    const pressing =
      (/<table class="pressing"[\s\S]*?<\/table>/.exec(html)?.[0] ?? '').split('<tr').length - 1;
    const page = await opened(html, 360);
    const roles: string[] = [];
    const walk = (node: { readonly role: string; readonly children?: readonly unknown[] } | null) => {
      if (!node) return;
      roles.push(node.role);
      for (const child of node.children ?? []) if (isNode(child)) walk(child);
    };
    walk(await page.accessibility.snapshot({ interestingOnly: false }));
    expect(roles.filter((role) => role === 'table')).toHaveLength(2 + Number(pressing > 0));
    expect(roles.filter((role) => role === 'row')).toHaveLength(2 + 1 + 3 + pressing);
    expect(roles.filter((role) => role === 'columnheader')).toHaveLength(3 + 4 + (pressing > 0 ? 4 : 0));
    expect(roles.filter((role) => role === 'rowheader').length).toBeGreaterThanOrEqual(3);
    // ARIA in HTML allows a role in no table that has its own: the checkers of public bodies call each an error.
    expect(
      await page.evaluate(
        () => document.querySelectorAll('table:not([role="presentation"]) > * > tr > [role]').length,
      ),
    ).toBe(0);
  });
});

describe('the page', () => {
  test('asks for nothing and holds no script', () => {
    const html = htmlOf(SMALL);
    expect(html).not.toMatch(/<script|<link|@import/i);
    expect(
      [...html.matchAll(/(?:src|href)="([^"]*)"/g)]
        .map((match) => match[1] ?? '')
        .filter((address) => !/^(?:#|data:|mailto:|tel:)/.test(address)),
    ).toEqual([]);
    expect([...html.matchAll(/url\(([^)]{0,20})/g)].every((match) => match[1]?.startsWith('data:'))).toBe(
      true,
    );
  });

  test('has one h1, landmarks, a language and no id twice', async () => {
    const page = await opened(htmlOf(makeRegister({ recommendations: 3, actionsEach: 3 })), 1200);
    const seen = await page.evaluate(() => {
      const ids = Array.from(document.querySelectorAll('[id]')).map(({ id }) => id);
      return {
        h1: document.querySelectorAll('h1').length,
        main: document.querySelectorAll('main').length,
        header: document.querySelectorAll('header').length,
        lang: document.documentElement.lang,
        skip: document.querySelector('a.skip')?.getAttribute('href'),
        twice: ids.filter((id, index) => ids.indexOf(id) !== index),
      };
    });
    expect(seen).toEqual({ h1: 1, main: 1, header: 1, lang: 'en-GB', skip: '#paper', twice: [] });
  });
});

function isNode(value: unknown): value is { readonly role: string; readonly children?: readonly unknown[] } {
  return typeof value === 'object' && value !== null && 'role' in value;
}

function hex(colour: string): string {
  const [red = 0, green = 0, blue = 0] = (colour.match(/\d+/g) ?? []).map(Number);
  return `#${[red, green, blue].map((channel) => channel.toString(16).padStart(2, '0')).join('')}`;
}

describe('the numbers at a glance', () => {
  test.each([390, 640, 1100])('more than one line holds are in even columns at %i px', async (width) => {
    const page = await opened(renderedGlance(), width);
    try {
      const places = await page.$$eval('.counts > li', (items) =>
        items.map((item) => ({
          left: Math.round(item.getBoundingClientRect().left),
          top: Math.round(item.getBoundingClientRect().top),
        })),
      );
      expect(places.length).toBeGreaterThan(6);
      const [first] = places;
      const columns = places.filter(({ top }) => top === first?.top).map(({ left }) => left);
      expect(columns.length).toBeGreaterThan(1);
      for (const { left } of places) expect(columns).toContain(left);
    } finally {
    }
  });
});

function renderedGlance(): string {
  const marks = EVERY_MARK.slice(0, 6);
  return renderHtml(
    typicalPaper({
      glance: {
        id: 'at-a-glance',
        heading: 'At a glance',
        total: '14',
        totalWords: 'actions in the plan',
        counts: marks.map((mark) => count(mark, 2, 14)),
        sentence: 'Of 14 actions, 2 stand everywhere.',
        remarks: [],
      },
    }),
    readTemplates({ kind: 'update', own: undefined }).value,
  ).value;
}
