import { beforeAll, describe, expect, test } from 'vitest';
import { heardOfPdf, type PaperBrowser } from '../../src/pdf/index.js';
import { makeRegister } from '../support/make-register.js';
import { htmlOf, printed } from '../support/papers.js';
import { everyTag, heard, type ReadPdf, type Tag } from '../support/read-pdf.js';
import { small } from '../support/registers.js';
import { sharedBrowser } from '../support/shared-browser.js';

let printer: PaperBrowser;
beforeAll(async () => {
  printer = await sharedBrowser();
});

const PROGRESS = 'data/reviews/repairs/progress/2020-02-10.yaml';
const REVIEW = 'data/reviews/repairs/review.yaml';
const REVIEW_TEXT = small()[REVIEW] ?? '';
const council = (more: string) => ({ 'data/council.yaml': `${small()['data/council.yaml'] ?? ''}${more}` });

function rowsOf({ pages }: ReadPdf): readonly Tag[] {
  return everyTag(pages.flatMap(({ structure }) => structure)).filter(({ role }) => role === 'TR');
}

/** The cells of the plan's row that begins with these words. */
function rowOf(pdf: ReadPdf, first: string): readonly string[] {
  const row = rowsOf(pdf).findLast(({ children }) => heard(children.slice(0, 1)) === first);
  return row?.children.map((cell) => heard([cell])) ?? [];
}

function lyingPages({ pages }: ReadPdf): number {
  return pages.filter(({ width, height }) => width > height).length;
}

describe('an action plan upright, as it is unless a council says otherwise', () => {
  test('has the owner and the date beneath the action, and the rating at the right', async () => {
    const pdf = await printed(printer, small());
    expect(lyingPages(pdf)).toBe(0);
    const heads = ['Ref', 'Action, owner and due date', 'Progress', 'Rating'];
    expect(rowsOf(pdf).map(({ children }) => children.map((cell) => heard([cell])))).toContainEqual(heads);
    expect(rowOf(pdf, '1.1')[1]).toMatch(/Head of Homes, due 31 January 2020/);
  });

  test('says once of which day the updates are, and in a row only where it is of another', async () => {
    const pdf = await printed(
      printer,
      small({
        [PROGRESS]: 'as-at: 2020-02-10\nprogress:\n  1.1: { rating: amber, note: Begun. }\n',
        'data/reviews/repairs/progress/2020-02-12.yaml':
          'as-at: 2020-02-12\nprogress:\n  1.2: { rating: green, note: Done., evidence: [ Invoice ] }\n  1.3: { rating: amber, note: Begun. }\n',
        [REVIEW]: REVIEW_TEXT.replace(/( +- \{ ref: )1\.2(.*\n)/, '$11.2$2$11.3$2'),
      }),
    );
    const text = pdf.pages.map((page) => page.text).join(' ');
    expect(text).toContain('Updates are of 12 February 2020 unless another date is given.');
    expect(rowOf(pdf, '1.1').join(' ')).toContain('Reported on 10 February 2020');
    expect(rowOf(pdf, '1.2').join(' ')).not.toContain('Reported on');
  });

  test('has no rating column where owners report in words, and still a head for each cell', async () => {
    const pdf = await printed(
      printer,
      small({
        ...council('ratings: none\n'),
        [PROGRESS]: 'as-at: 2020-02-10\nprogress:\n  1.1: { note: Begun., percent: 40 }\n',
      }),
    );
    const heads = ['Ref', 'Action, owner and due date', 'Progress'];
    expect(rowsOf(pdf).map(({ children }) => children.map((cell) => heard([cell])))).toContainEqual(heads);
    expect(rowOf(pdf, '1.1')).toHaveLength(3);
    expect(rowOf(pdf, '1.1')[2]).toMatch(/^40% complete Begun\./);
  });
});

describe('action-plan: landscape', () => {
  test('turns the plan, and only that, on its side with a column for due dates', async () => {
    const pdf = await printed(printer, small(council('action-plan: landscape\n')));
    const first = pdf.pages.findIndex(({ text }) => text.includes('Appendix B. Action plan and progress'));
    expect(first).toBeGreaterThan(0);
    pdf.pages.forEach(({ width, height }, index) => {
      expect(width > height).toBe(index >= first);
    });
    const heads = ['Ref', 'Action and owner', 'Due', 'Progress', 'Rating'];
    expect(rowsOf(pdf).map(({ children }) => children.map((cell) => heard([cell])))).toContainEqual(heads);
    expect(rowOf(pdf, '1.1')).toHaveLength(5);
  });
});

test('on a page on its side a word that ends a line in a hyphen is parted from the next', async () => {
  const page = htmlOf(small(council('action-plan: landscape\n')));
  const words = `Reason given that it is so and must be done by the panel by the end of it all with many more words beside ${'so-- z019e1 '.repeat(9)}and so on`;
  // Line ends at every place at the edge of the page.
  const lines = Array.from(
    { length: 40 },
    (_, index) => `<p style="text-indent:${24.2 + index * 0.05}px;max-width:none">${words}</p>`,
  );
  const [head = ''] = page.split('<body>');
  const html = `${head}<body><h1>Lines</h1><section class="sideways">${lines.join('')}</section></body></html>`;
  const said = await heardOfPdf(await printer.print(html, { day: '2020-02-10' }));
  expect(said.match(/so-- z019e1/g)?.length).toBe(360);
});

describe('long tables', () => {
  test('never end on a page of one row', async () => {
    for (const actionsEach of [4, 5, 6, 7, 8, 9]) {
      const { pages } = await printed(printer, makeRegister({ recommendations: 2, actionsEach }));
      const rows = pages.at(-1)?.words.filter(({ x, text }) => x < 90 && /^\d+\.\d+$/.test(text)) ?? [];
      expect(rows.length, `${2 * actionsEach} actions`).toBeGreaterThan(1);
    }
  });

  test('let a row go on over the page where it is taller than a quarter of one', async () => {
    const note = (words: number) => Array.from({ length: words }, (_, at) => `word${at}`).join(' ');
    const rows = Array.from({ length: 7 }, (_, at) => `  1.${at + 1}: { rating: amber, note: ${note(150)} }`);
    const actions = rows.map((_, at) => `      - { ref: 1.${at + 1}, text: Mend., owner: head-of-homes }`);
    const pdf = await printed(
      printer,
      small({
        [REVIEW]: REVIEW_TEXT.replace(/actions:\n[\s\S]*$/, `actions:\n${actions.join('\n')}\n`),
        [PROGRESS]: `as-at: 2020-02-10\nprogress:\n${rows.join('\n')}\n`,
      }),
    );
    const plan = pdf.pages.slice(
      pdf.pages.findLastIndex(({ text }) => text.includes('Appendix B. Action plan')),
    );
    expect(plan.length).toBeGreaterThan(1);
    // No page but the last has a third of itself left white.
    for (const page of plan.slice(0, -1))
      expect(Math.min(...page.words.filter(({ y }) => y > 54).map(({ y }) => y))).toBeLessThan(160);
  });
});

/** A review whose recommendations are these, in YAML. */
const recommending = (...recommendations: readonly string[]) => ({
  [REVIEW]: `${REVIEW_TEXT.slice(0, REVIEW_TEXT.indexOf('recommendations:'))}recommendations:\n${recommendations
    .map((each) => `  - ${each}\n`)
    .join('')}`,
});

describe('a plan of one level: each recommendation its own action', () => {
  const NOTE = 'The contract was let in January and the first forty homes are done. '.repeat(3);
  const eighteen = Array.from({ length: 18 }, (_, at) => at + 1);

  test('is one appendix with one row a recommendation, and eighteen are six pages at most', async () => {
    const pdf = await printed(
      printer,
      small({
        ...recommending(
          ...eighteen.map(
            (at) =>
              `{ ref: ${at}, text: That roof ${at} is mended by whoever owns it., response: accepted, owner: head-of-homes, due: 2020-06-30 }`,
          ),
        ),
        [PROGRESS]: `as-at: 2020-02-10\nprogress:\n${eighteen.map((at) => `  ${at}: { rating: amber, note: ${NOTE.trim()} }\n`).join('')}`,
      }),
    );
    const text = pdf.pages.map((page) => page.text).join(' ');
    expect(pdf.pages.length).toBeLessThanOrEqual(6);
    expect(text).toContain('Appendix A. Recommendations and progress');
    expect(text).toContain('All 18 recommendations were accepted.');
    expect(text).not.toContain('Appendix B');
    for (const at of eighteen) expect(text.split(`That roof ${at} is mended`)).toHaveLength(2);
    const rows = rowsOf(pdf).filter(({ children }) => /^\d+$/.test(heard(children.slice(0, 1))));
    expect(rows).toHaveLength(18);
    expect(rowOf(pdf, '3').slice(1)).toEqual([
      'That roof 3 is mended by whoever owns it. Head of Homes, due 30 June 2020',
      NOTE.trim(),
      'Amber',
    ]);
  });

  test('says of each how it was answered where they differ, with the reason', async () => {
    const pdf = await printed(
      printer,
      small({
        ...recommending(
          '{ ref: 1, text: Mend roofs., response: accepted-in-part, reason: Only ours., owner: Us }',
          '{ ref: 2, text: Mend walls., response: awaited }',
          '{ ref: 3, text: Mend gates., response: rejected, reason: No money. }',
        ),
        [PROGRESS]: 'as-at: 2020-02-10\nprogress:\n  1: { rating: amber, note: Begun. }\n',
      }),
    );
    expect(rowOf(pdf, '1')[1]).toBe('Mend roofs. Response: accepted in part. Only ours. Us, no due date');
    expect(rowOf(pdf, '2').slice(1)).toEqual(['Mend walls.', 'The response is awaited.', 'Response awaited']);
    expect(rowOf(pdf, '3').slice(1)).toEqual([
      'Mend gates. Response: rejected. No money.',
      'No progress is reported on it.',
      'No rating',
    ]);
  });
});

describe('a review of both levels', () => {
  test('has no band over a recommendation that is its own action, and no row without words of its own', async () => {
    const pdf = await printed(
      printer,
      small({
        ...recommending(
          '{ ref: 1, text: Mend roofs., response: accepted, actions: [{ ref: 1.1, text: Hire two roofers, owner: Us }] }',
          '{ ref: 2, text: Buy ladders., response: accepted, owner: Ladder Trust }',
        ),
        [PROGRESS]: 'as-at: 2020-02-10\nprogress:\n  2: { rating: amber, note: Bought two. }\n',
      }),
    );
    const rows = rowsOf(pdf).map(({ children }) => children.map((cell) => heard([cell])));
    expect(rows.slice(-3)).toEqual([
      ['Recommendation 1. Mend roofs.'],
      ['1.1', 'Hire two roofers Us, no due date', 'No update received for this meeting.', 'No update'],
      [
        '2',
        'Recommendation Buy ladders. Ladder Trust, no due date',
        'Bought two. Reported on 10 February 2020',
        'Amber',
      ],
    ]);
  });
});
