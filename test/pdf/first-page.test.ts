import { beforeAll, describe, expect, test } from 'vitest';
import type { PaperBrowser } from '../../src/pdf/index.js';
import { openPage } from '../support/browser.js';
import { makeRegister } from '../support/make-register.js';
import { htmlOf, printed } from '../support/papers.js';
import type { ReadPdf } from '../support/read-pdf.js';
import { small } from '../support/registers.js';
import { sharedBrowser } from '../support/shared-browser.js';

let printer: PaperBrowser;
beforeAll(async () => {
  printer = await sharedBrowser();
});

const MEETING = 'data/meetings/2020-03-02-homes.yaml';
const COUNCIL = 'data/council.yaml';
const REVIEW = 'data/reviews/repairs/review.yaml';
const textOf = (path: string) => small()[path] ?? '';
const LONG_TITLE =
  'The Council’s Response to the Recommendations of the Scrutiny Review of Neighbourhood Working, Community Safety, Anti-social Behaviour and the Night-time Economy in the Town Centre and its Fringes, Part 2';
const titled = (title: string) => ({ [MEETING]: textOf(MEETING).replace('Homes Update', `"${title}"`) });

/** The words in the head of a page. */
function headOf(
  { pages }: ReadPdf,
  number: number,
): readonly { readonly y: number; readonly text: string }[] {
  const page = pages[number - 1];
  return page?.words.filter(({ y }) => y > page.height - 45) ?? [];
}

test('the head of the first page is 45 mm high at most, however long its title', async () => {
  for (const title of ['Homes Update', LONG_TITLE]) {
    const page = await openPage();
    await page.setViewport({ width: 620, height: 900 });
    await page.emulateMediaType('print');
    await page.setContent(htmlOf(small(titled(title))));
    const height = await page.evaluate(
      () => document.querySelector('.masthead')?.getBoundingClientRect().height ?? 0,
    );
    expect((height / 96) * 25.4).toBeLessThanOrEqual(45);
  }
});

test('the head of every other page is one line, with the date and the item’s number', async () => {
  const pdf = await printed(
    printer,
    small({
      ...titled(LONG_TITLE),
      [COUNCIL]: textOf(COUNCIL).replace(
        'homes: Homes Panel',
        'homes: { name: "Health, Housing, Adult Social Care, Environment, Culture, Leisure, Highways and Neighbourhoods Overview and Scrutiny Panel" }',
      ),
    }),
  );
  const head = headOf(pdf, 2);
  expect(new Set(head.map(({ y }) => Math.round(y))).size).toBe(1);
  const words = head.map(({ text }) => text).join(' ');
  expect(words).toMatch(/^Health, .* … · 2 March 2020/);
  expect(words).toMatch(/Item 4 · The Council’s .* …$/);
});

test('a subtitle does not repeat the title', () => {
  expect(htmlOf(small(titled('Repairs')))).not.toContain('class="subtitle"');
  expect(htmlOf(small())).toContain('<p class="subtitle">Repairs</p>');
});

test('several notices are in one box', () => {
  const html = htmlOf(
    small({
      [COUNCIL]: `${textOf(COUNCIL)}notice: Sample data.\n`,
      [MEETING]: `${textOf(MEETING)}notice: Draft.\n`,
      [REVIEW]: `${textOf(REVIEW)}notice: Corrected.\n`,
    }),
  );
  expect(html.split('class="notice"')).toHaveLength(2);
  for (const notice of ['Sample data.', 'Draft.', 'Corrected.']) expect(html).toContain(`<p>${notice}</p>`);
});

describe('what needs attention', () => {
  test('is the most pressing first, each with its row’s link, its date and why', () => {
    const html = htmlOf(
      small({
        'data/reviews/repairs/progress/2020-02-10.yaml':
          'as-at: 2020-02-10\nprogress:\n  1.2: { rating: red, note: None to be had., revised-due: 2020-12, reason: No stock. }\n',
      }),
    );
    const table = /<table class="pressing"[\s\S]*?<\/table>/.exec(html)?.[0] ?? '';
    const rows = table.split('<tr').slice(2);
    const words = rows.map((row) =>
      `<tr${row}`
        .replace(/<[^>]*>/g, ' ')
        .replace(/\s+/g, ' ')
        .trim(),
    );
    expect(words).toEqual([
      '1.1 Hire two roofers 31 January 2020 21 days overdue; no update',
      '1.2 Buy ladders June 2020 Red; December 2020 requested',
    ]);
    for (const [, id] of table.matchAll(/href="#([^"]+)"/g))
      expect(html).toContain(`<tr role="row" id="${id}"`);
  });

  test('is twelve rows at most, and says of how many', () => {
    const html = htmlOf(makeRegister({ recommendations: 12, actionsEach: 5 }));
    const table = /<table class="pressing"[\s\S]*?<\/table>/.exec(html)?.[0] ?? '';
    expect(table.split('<tr')).toHaveLength(2 + 12);
    expect(html).toMatch(/The 12 most pressing of \d\d; the plan has them all\./);
  });
});

test('no page begins with the contact officer, wherever the text before ends', async () => {
  const meeting = textOf(MEETING).replace('review: repairs', 'review: repairs, contact: clerk');
  for (const paragraphs of [6, 7, 8, 9, 10, 11]) {
    const background = Array.from(
      { length: paragraphs },
      () => `  ${'Words about roofs and ladders. '.repeat(9)}\n`,
    ).join('\n');
    const { pages } = await printed(
      printer,
      small({ [MEETING]: meeting, [REVIEW]: `${textOf(REVIEW)}background: |\n${background}` }),
    );
    for (const page of pages) {
      const body = page.words.filter(({ y }) => y < page.height - 45);
      const first = body.toSorted((a, b) => b.y - a.y || a.x - b.x)[0];
      expect(first?.text, `${paragraphs} paragraphs`).not.toMatch(/^(?:Contact|Background papers|Made by)/);
    }
  }
});

test('a list of thirty may go on over the page', async () => {
  const terms = Array.from({ length: 30 }, (_, at) => `to ask about thing ${at + 1} and about what was done`);
  const { pages } = await printed(
    printer,
    small({ [REVIEW]: `${textOf(REVIEW)}terms-of-reference: [ ${terms.join(', ')} ]\n` }),
  );
  const with1 = pages.findIndex(({ text }) => text.includes('to ask about thing 1 and'));
  const with30 = pages.findIndex(({ text }) => text.includes('to ask about thing 30 and'));
  expect(with30).toBe(with1 + 1);
});
