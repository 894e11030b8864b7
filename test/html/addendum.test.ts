import { beforeAll, describe, expect, test } from 'vitest';
import { contrast } from '../../src/colours/index.js';
import { readTemplates } from '../../src/files/index.js';
import { renderHtml } from '../../src/html/index.js';
import type { Page } from '../../src/pdf/browser/puppeteer.js';
import { addendumRegister } from '../../src/register/index.js';
import { addendumPaper } from '../../src/view/index.js';
import { openPage } from '../support/browser.js';
import { fixture, soundModel } from '../support/registers.js';

let html = '';

beforeAll(async () => {
  const model = soundModel(fixture('tracker'));
  const meeting = model.meetings.at(-1);
  const item = meeting?.items.find(({ report }) => report === 'addendum');
  if (!meeting || !item) throw new Error('no addendum');
  const register = addendumRegister(model, { meeting, item, asAt: undefined, isConfidential: false });
  const { value, diagnostics } = renderHtml(
    addendumPaper(register, new Map()),
    readTemplates({ kind: 'addendum', own: undefined }).value,
  );
  expect(diagnostics).toEqual([]);
  html = value;
});

async function opened(width: number, scheme = 'light'): Promise<Page> {
  const page = await openPage();
  await page.setViewport({ width, height: 900 });
  await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }]);
  await page.setContent(html);
  return page;
}

describe('the page of an addendum', () => {
  test.each([320, 390, 768, 1280])('has nothing beyond the edge of a window %i wide', async (width) => {
    const page = await opened(width);
    const beyond = await page.evaluate(() =>
      Array.from(document.querySelectorAll('main *'))
        .filter((found) => found.getBoundingClientRect().right > innerWidth + 1)
        .map((found) => found.tagName),
    );
    expect(beyond).toEqual([]);
  });

  test('shows what is new beside what was known on a desk, and beneath it on a telephone', async () => {
    const places = async (width: number) => {
      const page = await opened(width);
      const found = await page.evaluate(() => {
        const row = document.querySelector('.arrivals tr:not(.group, .review) td')?.closest('tr');
        const [before, since] = Array.from(row?.querySelectorAll('td') ?? []).map((cell) =>
          cell.getBoundingClientRect(),
        );
        return before && since
          ? { beside: since.left >= before.right - 1, beneath: since.top >= before.bottom - 1 }
          : undefined;
      });
      return found;
    };
    expect(await places(1100)).toEqual({ beside: true, beneath: false });
    expect(await places(390)).toEqual({ beside: false, beneath: true });
  });

  test('keeps the table of changed ratings a table on a telephone, and says the reference of an update once', async () => {
    const page = await opened(390);
    const seen = await page.evaluate(() => {
      const row = document.querySelector('.changes > tbody > tr');
      const tops = Array.from(row?.children ?? []).map((cell) =>
        Math.round(cell.getBoundingClientRect().top),
      );
      const headers = Array.from(
        document.querySelectorAll('.arrivals > tbody > tr:not(.group, .review) > th'),
      );
      return {
        tops: new Set(tops).size,
        widths: headers.map((header) => header.getBoundingClientRect().width),
      };
    });
    expect(seen.tops).toBe(1);
    expect(seen.widths).toEqual([1, 1, 1]);
  });

  test.each(['light', 'dark'])('can be read against the tint of what is new: %s', async (scheme) => {
    const page = await opened(1100, scheme);
    const colours = await page.evaluate(() =>
      Array.from(document.querySelectorAll('.arrivals td:last-child p')).map((words) => {
        const hex = (colour: string) =>
          `#${(colour.match(/\d+/g) ?? [])
            .slice(0, 3)
            .map((channel) => Number(channel).toString(16).padStart(2, '0'))
            .join('')}`;
        const cell = words.closest('td');
        return [hex(getComputedStyle(words).color), hex(cell ? getComputedStyle(cell).backgroundColor : '')];
      }),
    );
    expect(colours.length).toBeGreaterThan(3);
    for (const [ink = '', ground = ''] of colours) expect(contrast(ink, ground)).toBeGreaterThanOrEqual(7);
  });
});
