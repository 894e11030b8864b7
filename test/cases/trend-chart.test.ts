import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { openPage } from '../support/browser.js';
import { pageOf } from '../support/papers.js';
import { fixture } from '../support/registers.js';

/** Where, in a page whose longest date is the longest there is, the columns of the chart end, and how high and wide the words beneath them are; from a window or in print. */
async function measured(width: number, media: 'screen' | 'print' = 'screen') {
  const page = await openPage();
  await page.setViewport({ width, height: 900 });
  await page.emulateMediaType(media);
  await page.setContent(
    pageOf(fixture(join('cases', 'b-trend-base-lines')), 'tracker').replace('3 Nov', '22 Sep'),
  );
  const columns = await page.evaluate(() =>
    Array.from(document.querySelectorAll('.trend > thead th:not(:first-child)')).map((head) => {
      const cell = head.getBoundingClientRect();
      const lines = Array.from(head.querySelectorAll('.day, .year'))
        .map((line) => ({ line, range: document.createRange() }))
        .map(({ line, range }) => {
          range.selectNodeContents(line);
          return { shown: getComputedStyle(line), box: range.getBoundingClientRect() };
        })
        .filter(({ shown, box }) => shown.position !== 'absolute' && box.width > 0);
      return {
        foot: head.querySelector('.stack')?.getBoundingClientRect().bottom,
        line: head.querySelector('.plot')?.getBoundingClientRect().toJSON(),
        tops: lines.map(({ box }) => box.top),
        isWithin: lines.every(({ box }) => box.left >= cell.left - 0.5 && box.right <= cell.right + 0.5),
        value: head.querySelector('.value')?.textContent,
      };
    }),
  );
  return columns;
}

describe('b-trend-base-lines: the trend', () => {
  test.each([
    [1280, 'screen'],
    [834, 'screen'],
    [390, 'screen'],
    [643, 'print'],
  ] as const)('is on one line over dates of two lines, %i pixels wide on %s', async (width, media) => {
    const columns = await measured(width, media);
    expect(columns).toHaveLength(6);
    expect(new Set(columns.map(({ foot }) => foot)).size).toBe(1);
    expect(new Set(columns.map(({ tops }) => JSON.stringify(tops))).size).toBe(1);
    // The base line runs from column to column without a gap.
    for (const [index, { line }] of columns.entries())
      if (index > 0) expect(line?.left).toBeCloseTo(columns[index - 1]?.line?.right, 0);
    for (const { tops, isWithin, value } of columns) {
      expect(tops).toHaveLength(2);
      expect(isWithin).toBe(true);
      expect(value).toBe('1');
    }
  });
});
