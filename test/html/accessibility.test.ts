import axe from 'axe-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { contrast } from '../../src/colours/index.js';
import type { Page } from '../../src/pdf/browser/puppeteer.js';
import { beyondTheEdge, faultsOf, look, pageFaults, SIGHTS } from '../support/accessibility.js';
import { openOwnPage } from '../support/browser.js';
import { pageOf } from '../support/papers.js';
import { fixture, SMALL, small } from '../support/registers.js';

const NOTE = [
  'A claim[^1] with [a link](https://example.org/a).',
  '| Ward | Visits |\n|---|---:|\n| North | 7 |',
  '| April | May | June | July | August | September |\n|--:|--:|--:|--:|--:|--:|\n| 1,234 | 2,345 | 3,456 | 4,567 | 5,678 | 6,789 |',
  '1. first\n   - inner\n2. second\n\n> Quoted.',
  `${'Donaudampfschiff'.repeat(6)} https://example.org/${'long/'.repeat(40)}`,
  '[^1]: Its source.',
].join('\n\n');

const PROGRESS = SMALL['data/reviews/repairs/progress/2020-02-10.yaml'] ?? '';

/** An update with all that an author may write in a note, and two notices. */
const RICH = small({
  'data/council.yaml': `${SMALL['data/council.yaml']}notice: Sample data.\n`,
  'data/meetings/2020-03-02-homes.yaml': `${SMALL['data/meetings/2020-03-02-homes.yaml']}notice: A draft.\n`,
  'data/reviews/repairs/progress/2020-02-10.yaml': PROGRESS.replace(
    'note: One roofer was hired.',
    `note: |\n${NOTE.replace(/^(?=.)/gm, '      ')}`,
  ),
});

/** Three requests, one late and one with a source, so that every kind of cell has words. */
const REQUESTS = small({
  'data/reviews/repairs/review.yaml': (SMALL['data/reviews/repairs/review.yaml'] ?? '').replace(
    '      - { ref: 1.2,',
    '      - { ref: 1.3, text: Mend gutters, owner: Ladder Trust, due: 2020-03-31 }\n      - { ref: 1.2,',
  ),
  'data/reviews/repairs/progress/2020-02-10.yaml':
    'as-at: 2020-02-10\nprogress:\n  1.1: { rating: red, note: Late., revised-due: 2020-06-30, reason: The tender was run again., evidence: { title: Minutes, link: "https://example.org/minutes" } }\n  1.2: { rating: amber, note: Late., revised-due: 2020-09-30 }\n  1.3: { rating: amber, note: Late., revised-due: 2020-02-28, reason: Frost. }\n',
});

const PAPERS: Readonly<Record<string, string>> = {
  'an update with much in it': pageOf(RICH, 'update'),
  'an update with a table of requests': pageOf(REQUESTS, 'update'),
  'a tracker': pageOf(fixture('tracker'), 'tracker'),
  'an addendum': pageOf(fixture('tracker'), 'addendum'),
};
const { 'an update with much in it': update = '', 'a tracker': tracker = '' } = PAPERS;

function sight(wanted: string) {
  const found = SIGHTS.find(({ name }) => name === wanted);
  if (!found) throw new Error(`nobody looks at papers so: ${wanted}`);
  return found;
}

/** One page for them all: `look` settles everything about it. */
let page: Page;
beforeAll(async () => {
  page = await openOwnPage();
});
afterAll(() => page.close());

describe.each(Object.entries(PAPERS))('%s', (_, html) => {
  test.each(SIGHTS)('has no fault that axe-core or we know of: $name', async (how) => {
    await look(page, html, how);
    expect(await faultsOf(page, how, { axe: axe.source, contrast })).toEqual([]);
  });

  test('is walked through by keyboard in its order, and its tables are heard alike on a telephone and at a desk', async () => {
    expect(await pageFaults(page, html)).toEqual([]);
  });
});

describe('the link to the paper itself', () => {
  test('is hidden until it has the focus, then is in the window, and leads on from there', async () => {
    await look(page, update, sight('telephone'));
    const place = () =>
      page.evaluate(() => {
        const { left, right, top, height } =
          document.querySelector('.skip')?.getBoundingClientRect() ?? new DOMRect();
        return { isSeen: left >= 0 && right <= innerWidth && top >= 0 && height >= 24 };
      });
    expect(await place()).toEqual({ isSeen: false });
    await page.keyboard.press('Tab');
    expect(await place()).toEqual({ isSeen: true });
    await page.keyboard.press('Enter');
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('MAIN');
    await page.keyboard.press('Tab');
    expect(
      await page.evaluate(
        () =>
          document.activeElement?.closest('main') !== null && document.activeElement?.matches('a, summary'),
      ),
    ).toBe(true);
  });
});

describe('a table that is wider than a telephone', () => {
  test('is moved sideways in its own frame, by keyboard too; the page stays where it is', async () => {
    await look(page, update, sight('400 %'));
    await page.focus('.wide');
    await page.keyboard.press('ArrowRight');
    await page.waitForFunction(() => (document.querySelector('.wide')?.scrollLeft ?? 0) > 0);
    expect(await page.evaluate(() => document.scrollingElement?.scrollLeft)).toBe(0);
  });
});

describe('in forced colours', () => {
  test.each(['forced colours', 'forced colours on a dark telephone'])(
    'ratings keep their shapes in the colour of the text, and the parts of the bar differ: %s',
    async (name) => {
      await look(page, tracker, sight(name));
      const seen = await page.evaluate(() => {
        const ground = getComputedStyle(document.body).backgroundColor;
        const words = getComputedStyle(document.body).color;
        const shapes = Array.from(document.querySelectorAll('.mark .shape'));
        const parts = Array.from(document.querySelectorAll('.glance .bar .part'))
          .filter((part) => part.getBoundingClientRect().width > 0)
          .map((part) => {
            const { backgroundImage, borderTopStyle } = getComputedStyle(part);
            const shape = part.querySelector('use')?.getAttribute('href') ?? '';
            const isDrawn = (document.querySelector(shape)?.childElementCount ?? 0) > 0;
            return `${borderTopStyle} ${backgroundImage !== 'none' ? 'hatched' : ''} ${isDrawn ? shape : ''}`;
          });
        return {
          shapes: shapes.length,
          pale: shapes.filter((shape) => [ground].includes(getComputedStyle(shape).color)).length,
          inWords: shapes.filter((shape) => getComputedStyle(shape).color === words).length,
          parts,
        };
      });
      expect(seen.shapes).toBeGreaterThan(10);
      expect(seen.pale).toBe(0);
      expect(seen.inWords).toBe(seen.shapes);
      expect(seen.parts.length).toBeGreaterThan(3);
      expect(new Set(seen.parts).size).toBe(seen.parts.length);
      expect(seen.parts.every((part) => part.startsWith('solid'))).toBe(true);
      // None is a mere frame.
      expect(seen.parts.filter((part) => part.trim() === 'solid')).toEqual([]);
    },
  );
});

describe('notices', () => {
  test('are one landmark, however many there are', async () => {
    await look(page, update, sight('desk'));
    expect(
      await page.evaluate(() =>
        Array.from(document.querySelectorAll('aside[aria-label]')).map((aside) => aside.children.length),
      ),
    ).toEqual([2]);
  });
});

describe('totals of more ratings than a line has room for', () => {
  const LABELS = ['Selbstverständlichkeit', 'On track', 'At risk', 'Wahrscheinlichkeit', 'Not started'];
  const RATINGS = LABELS.map((label, index) => `  r${index}: { label: ${label}, meaning: So }\n`).join('');
  const files = fixture('tracker');
  // Only ratings that occur have a column.
  let next = 0;
  const paper = pageOf(
    {
      ...Object.fromEntries(
        Object.entries(files).map(([path, text]) => [
          path,
          text.replaceAll(/rating: (?:green|amber|red)/g, () => {
            next += 1;
            return `rating: r${next % 5}`;
          }),
        ]),
      ),
      'data/council.yaml': `${(files['data/council.yaml'] ?? '').replace(/^ratings:\n(?: .*\n)*/m, '')}ratings:\n${RATINGS}`,
    },
    'tracker',
  );

  test.each([
    { where: 'on a printed page', width: 619, isPrint: true },
    { where: 'in a small window', width: 834, isPrint: false },
  ])('fit $where', async ({ width, isPrint }) => {
    await look(page, paper, { name: '', width, height: 900, isPrint });
    // The appendix has a page on its side.
    await page.evaluate(() => document.querySelector('.appendix')?.remove());
    expect(await page.$$eval('.totals .sum .counted', (counts) => counts.length)).toBeGreaterThan(3);
    expect(await beyondTheEdge(page)).toEqual([]);
  });
});
