import { beforeAll, describe, expect, test } from 'vitest';
import { readTemplates } from '../../src/files/index.js';
import { renderHtml } from '../../src/html/index.js';
import type { Page } from '../../src/pdf/browser/puppeteer.js';
import { trackerRegister } from '../../src/register/index.js';
import { trackerPaper } from '../../src/view/index.js';
import { openPage } from '../support/browser.js';
import { fixture, soundModel } from '../support/registers.js';

let html = '';

beforeAll(() => {
  html = trackerOf('2024-04-15');
});

function trackerOf(date: string): string {
  const model = soundModel(fixture('tracker'));
  const meeting = model.meetings.find((one) => one.date === date);
  const item = meeting?.items.find(({ report }) => report === 'tracker');
  if (!meeting || !item) throw new Error('no tracker');
  const register = trackerRegister(model, { meeting, item, asAt: undefined, isConfidential: false });
  const { value, diagnostics } = renderHtml(
    trackerPaper(register, new Map()),
    readTemplates({ kind: 'tracker', own: undefined }).value,
  );
  expect(diagnostics).toEqual([]);
  return value;
}

async function opened(width: number, scheme = 'light'): Promise<Page> {
  const page = await openPage();
  await page.setViewport({ width, height: 900 });
  await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }]);
  await page.setContent(html);
  return page;
}

describe('the page of a tracker', () => {
  test.each([320, 390, 768, 1280])('has nothing beyond the edge of a window %i wide', async (width) => {
    const page = await opened(width);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
  });

  test('has its columns on one line, each as high as its numbers say', async () => {
    const page = await opened(1100);
    const columns = await page.evaluate(() =>
      Array.from(document.querySelectorAll('.stack')).map((stack) => {
        const frame = stack.getBoundingClientRect();
        const height = frame.height - Number.parseFloat(getComputedStyle(stack).paddingTop);
        const parts = Array.from(stack.querySelectorAll('.part')).map((part) => part.getBoundingClientRect());
        return {
          foot: Math.round(frame.bottom - Math.max(...parts.map(({ bottom }) => bottom))),
          share: Math.round(
            (100 *
              (Math.max(...parts.map(({ bottom }) => bottom)) - Math.min(...parts.map(({ top }) => top)))) /
              height,
          ),
        };
      }),
    );
    // 5, 9, 11, 11 and 11 actions; the gaps between the parts add a little.
    expect(columns.map(({ foot }) => foot)).toEqual([0, 0, 0, 0, 0]);
    const [first = 0, second = 0, ...full] = columns.map(({ share }) => share);
    expect(first).toBeGreaterThan(43);
    expect(first).toBeLessThan(50);
    expect(second).toBeGreaterThan(79);
    expect(second).toBeLessThan(88);
    for (const share of full) expect(share).toBeGreaterThanOrEqual(98);
  });

  test('has each column over its figures', async () => {
    const page = await opened(1100);
    const apart = await page.evaluate(() => {
      const middle = (found: Element) => {
        const { left, right } = found.getBoundingClientRect();
        return (left + right) / 2;
      };
      const stacks = Array.from(document.querySelectorAll('.stack')).map(middle);
      const cells = Array.from(document.querySelectorAll('.trend > tbody > tr:first-child > td'));
      return cells.map((cell, index) => Math.abs(middle(cell) - (stacks[index] ?? 0)));
    });
    expect(apart).toHaveLength(5);
    for (const distance of apart) expect(distance).toBeLessThan(2);
  });

  test('has beside each part how many it is of, as the table beneath says, unless the part is too low', async () => {
    const page = await opened(1100);
    const parts = await page.$$eval('.stack', (stacks) =>
      stacks.flatMap((stack, column) =>
        Array.from(stack.querySelectorAll('.part')).map((part) => {
          const shape = part.querySelector('use')?.getAttribute('href')?.replace('#white-', '');
          const row = Array.from(document.querySelectorAll('.trend tbody tr')).find((found) =>
            found.querySelector(`use[href="#${shape}"]`),
          );
          const [box, number] = [part, part.querySelector('.number')].map((one) =>
            one?.getBoundingClientRect(),
          );
          return {
            said: part.querySelector('.number')?.textContent,
            counted: row?.querySelectorAll('td')[column]?.textContent,
            height: box?.height ?? 0,
            isBeside: !number || (number.left >= (box?.right ?? 0) && number.width > 0),
          };
        }),
      ),
    );
    expect(parts.length).toBeGreaterThan(15);
    expect(parts.filter(({ said, counted, isBeside }) => !isBeside || (said && said !== counted))).toEqual(
      [],
    );
    expect(parts.filter(({ said, height }) => (said === undefined) !== height < 11.7)).toEqual([]);
    const phone = await opened(390);
    const shown = await phone.$$eval('.stack .number', (all) => all.filter((one) => one.checkVisibility()));
    expect(shown).toEqual([]);
  });

  test('can be read without colour: the parts of a column differ in shape, and each word has its shape', async () => {
    const page = await opened(1100);
    const shapes = await page.evaluate(() => ({
      parts: Array.from(document.querySelectorAll('th:last-child > .stack use')).map((use) =>
        use.getAttribute('href'),
      ),
      words: Array.from(document.querySelectorAll('.trend > tbody .mark')).map(
        (mark) => `${mark.querySelector('use')?.getAttribute('href')} ${mark.textContent}`,
      ),
    }));
    expect(new Set(shapes.parts).size).toBe(shapes.parts.length);
    expect(shapes.words).toEqual([
      '#tick Green',
      '#triangle Amber',
      '#bar Red',
      '#dashes No update',
      '#end Closed',
    ]);
  });

  test('is a card for each review on a telephone, every number beside its word and its shape', async () => {
    const page = await opened(390);
    const card = await page.evaluate(() => {
      const row = document.querySelector('.totals > tbody > tr');
      const counted = Array.from(row?.querySelectorAll('.counted') ?? []);
      return {
        display: row ? getComputedStyle(row).display : '',
        words: counted.map((count) => count.textContent?.trim()),
        areShapesSeen: counted.every(
          (count) => (count.querySelector('.shape')?.getBoundingClientRect().width ?? 0) > 5,
        ),
      };
    });
    expect(card).toEqual({
      display: 'grid',
      words: ['2 Green', '2 Amber', '1 Red', '3 No update', '3 Closed'],
      areShapesSeen: true,
    });
  });

  test('has counts of one kind under each other, however many reviews have none of it', async () => {
    const page = await openPage();
    await page.setViewport({ width: 1100, height: 900 });
    await page.setContent(trackerOf('2023-06-19'));
    const lefts = await page.evaluate(() =>
      Array.from(document.querySelectorAll('.totals .counted')).map((count) => [
        count.querySelector('.mark')?.textContent ?? '',
        Math.round(count.getBoundingClientRect().left),
      ]),
    );
    const places = new Map<unknown, Set<unknown>>();
    for (const [word, left] of lefts) places.set(word, (places.get(word) ?? new Set()).add(left));
    expect(places.size).toBeGreaterThan(2);
    for (const left of places.values()) expect(left.size).toBe(1);
  });

  test('begins each card of a telephone with reference, rating and due date, and says none of them twice', async () => {
    const page = await opened(390);
    const cards = await page.evaluate(() =>
      Array.from(document.querySelectorAll('.tracked > tbody > .tracks')).map((row) => {
        const middle = (found: Element | null) => {
          const { top = 0, height = 0 } = found?.getBoundingClientRect() ?? {};
          return top + height / 2;
        };
        const parts = [row.querySelector('th'), row.querySelector('.mark'), row.querySelector('.due')];
        const labels = Array.from(row.children).map((cell) => getComputedStyle(cell, '::before').content);
        return {
          apart: Math.abs(middle(parts[0] ?? null) - middle(parts[1] ?? null)),
          // Beneath them only where a long rating leaves it no room.
          isFirst: parts.every((part) => middle(part) <= middle(parts[0] ?? null) + 30),
          labels: labels.filter((label) => label !== 'none' && label !== 'normal'),
        };
      }),
    );
    expect(cards.length).toBeGreaterThan(5);
    for (const { apart, isFirst, labels } of cards) {
      expect(apart).toBeLessThan(8);
      expect(isFirst).toBe(true);
      expect(labels).toEqual([]);
    }
  });

  test('has the reference and the rating of a recommendation on one line over its words', async () => {
    const page = await opened(390);
    const heads = await page.evaluate(() =>
      Array.from(document.querySelectorAll('.tracked > tbody > .group')).map((row) => {
        const [reference, words, rating] = Array.from(row.children).map((cell) =>
          cell.getBoundingClientRect(),
        );
        return {
          level: Math.abs((reference?.top ?? 0) - (rating?.top ?? 99)),
          isOver: (rating?.bottom ?? 0) <= (words?.top ?? 0) + 1,
          label: Array.from(row.children).map((cell) => getComputedStyle(cell, '::before').content),
        };
      }),
    );
    expect(heads.length).toBeGreaterThan(5);
    for (const { level, isOver, label } of heads) {
      expect(level).toBeLessThan(6);
      expect(isOver).toBe(true);
      expect(label.every((one) => one === 'none' || one === 'normal')).toBe(true);
    }
  });

  test('gives those who listen tables on a telephone too', async () => {
    const page = await opened(390);
    const tables = await page.evaluate(() =>
      Array.from(document.querySelectorAll('[role="table"], table.trend')).map((table) => [
        document.getElementById(table.getAttribute('aria-labelledby') ?? '')?.textContent,
        table.querySelectorAll('tr').length > 1,
      ]),
    );
    expect(tables).toEqual([
      ['Where each review stands', true],
      ['Recommendations and actions by rating at the panel’s last five meetings', true],
      ['Appendix A. Recommendations and their actions', true],
    ]);
  });

  test('leaves out no level of headings', async () => {
    const page = await opened(1100);
    const levels = await page.evaluate(() =>
      Array.from(document.querySelectorAll('h1, h2, h3')).map(({ tagName }) => Number(tagName.slice(1))),
    );
    expect(levels.filter((level) => level === 1)).toHaveLength(1);
    for (const [index, level] of levels.entries())
      expect(level - (levels[index - 1] ?? 0)).toBeLessThanOrEqual(1);
  });
});
