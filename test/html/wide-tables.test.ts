import { describe, expect, test } from 'vitest';
import { beyondTheEdge, look, SIGHTS } from '../support/accessibility.js';
import { openPage } from '../support/browser.js';
import { pageOf } from '../support/papers.js';
import { readPdf } from '../support/read-pdf.js';
import { sharedBrowser } from '../support/shared-browser.js';

const MONTHS = ['Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec', 'Jan', 'Feb', 'Mar'];

/** A table of fourteen columns, whose first head says where it is. */
function wide(where: string): string {
  const figures = MONTHS.map((_, index) => `${index + 1},${String(index * 73).padStart(3, '0')}`);
  return [
    `As counted ${where}:`,
    '',
    `| ${[where, ...MONTHS, 'Responsible'].join(' | ')} |`,
    `|${'---|'.repeat(14)}`,
    `| Saltmarsh | ${figures.join(' | ')} | Neighbourhoods |`,
    '',
    'And so on.',
  ].join('\n');
}

const LONG_WORDS =
  'By name:\n\n| Responsibilities | Accountability |\n|---|---|\n| Multidisciplinary | Acknowledgement |';
const NARROW = 'In short:\n\n| Ward | Visits |\n|---|---|\n| Saltmarsh | 7 |';

type Level = 'one' | 'two';

/** A register with such a table wherever an author may write one. */
function tabled(level: Level): Readonly<Record<string, string>> {
  const reported = level === 'one' ? '1' : '1.1';
  const duty = (where: string) => ({
    owner: 'Head of Homes',
    due: '2020-01-31',
    'success-measure': wide(`${where}-measure`),
    notice: wide(`${where}-notice`),
  });
  const entry = (where: string) => ({
    [reported]: { rating: 'amber', note: wide(where) },
    // A table that has room in its column stays there.
    [level === 'one' ? '2' : '1.2']: { rating: 'amber', note: NARROW },
  });
  const files = {
    'data/council.yaml': {
      council: 'Ambridge Council',
      panels: { homes: 'Homes Scrutiny Panel' },
      notice: wide('council-notice'),
    },
    'data/reviews/repairs/review.yaml': {
      title: 'Repairs',
      panel: 'homes',
      background: wide('background'),
      'terms-of-reference': [wide('term'), 'to tell.'],
      evidence: [wide('evidence'), 'Another.'],
      oversight: wide('oversight'),
      recommendations: [
        {
          ref: '1',
          text: wide('recommendation-text'),
          response: 'accepted in part',
          reason: wide('reason'),
          notice: wide('recommendation-notice'),
          ...(level === 'one'
            ? { owner: 'Head of Homes', 'success-measure': wide('own-measure') }
            : {
                actions: [
                  { ref: '1.1', text: wide('action-text'), ...duty('action') },
                  { ref: '1.2', text: LONG_WORDS, owner: 'Head of Homes' },
                ],
              }),
        },
        { ref: '2', text: 'That it is so.', response: 'accepted', owner: 'Head of Homes' },
      ],
    },
    'data/reviews/repairs/progress/a.yaml': { 'as-at': '2020-02-10', progress: entry('published-note') },
    'data/reviews/repairs/progress/b.yaml': { 'as-at': '2020-02-27', progress: entry('later-note') },
    'data/meetings/m.yaml': {
      date: '2020-03-02',
      published: '2020-02-20',
      panel: 'homes',
      items: ['update', 'tracker', 'addendum'].map((report, index) => ({
        number: index + 4,
        title: 'Repairs',
        report,
        review: 'repairs',
        purpose: wide('purpose'),
        implications: { Financial: wide('implication') },
        sections: [{ title: 'Consultation', after: 'purpose', text: wide('section') }],
      })),
    },
  };
  return Object.fromEntries(Object.entries(files).map(([path, content]) => [path, JSON.stringify(content)]));
}

const EVERYWHERE = ['council-notice', 'purpose', 'implication', 'section'];
const PLAN = ['recommendation-text', 'reason', 'recommendation-notice'];
const ACTION = { one: ['own-measure'], two: ['action-text', 'action-measure', 'action-notice'] } as const;

/** Which tables a paper has. A tracker has no success measures, and notes in short. */
function tablesIn(kind: 'update' | 'tracker' | 'addendum', level: Level): readonly string[] {
  const action = ACTION[level];
  switch (kind) {
    case 'update':
      return [
        ...EVERYWHERE,
        ...PLAN,
        ...action,
        'background',
        'term',
        'evidence',
        'oversight',
        'published-note',
      ];
    case 'tracker':
      return [...EVERYWHERE, ...PLAN, ...action.filter((where) => !where.endsWith('measure'))];
    case 'addendum':
      return [
        ...EVERYWHERE,
        level === 'one' ? 'recommendation-text' : 'action-text',
        'published-note',
        'later-note',
      ];
  }
}

const CASES = (['update', 'tracker', 'addendum'] as const).flatMap((kind) =>
  (['one', 'two'] as const).map((level) => ({ kind, level })),
);

/** A page of A4 between its margins, in the browser's own dots. */
const A4 = { name: 'print', width: 620, height: 1123, isPrint: true };

describe('an author’s table of fourteen columns', () => {
  test.each(CASES)(
    'has the width of the page wherever it is in the $kind of a plan of $level level',
    async ({ kind, level }) => {
      const page = await openPage();
      await look(page, pageOf(tabled(level), kind), A4);
      const tables = await page.$$eval('.wide table', (found) =>
        found.map((table) => {
          const { width, right } = table.getBoundingClientRect();
          const cells = Array.from(table.querySelectorAll('td'));
          return {
            where: table.querySelector('th')?.textContent ?? '',
            isWide: width > 480 && right <= innerWidth + 0.5,
            broken: cells
              .filter(({ textContent }) => /^\d/.test(textContent ?? ''))
              .filter((cell) => {
                const range = document.createRange();
                range.selectNodeContents(cell);
                return range.getClientRects().length !== 1;
              })
              .map(({ textContent }) => textContent),
          };
        }),
      );
      const months = tables.filter(({ where }) => where !== 'Responsibilities');
      expect(months.map(({ where }) => where).toSorted()).toEqual(tablesIn(kind, level).toSorted());
      expect(months.filter(({ isWide, broken }) => !isWide || broken.length > 0)).toEqual([]);
    },
  );

  test.each(CASES)(
    'leaves no window in the $kind of a plan of $level level, and no figure of it breaks',
    async ({ kind, level }) => {
      const page = await openPage();
      const html = pageOf(tabled(level), kind);
      const faults: string[] = [];
      for (const sight of SIGHTS.filter(({ isPrint }) => !isPrint)) {
        await look(page, html, sight);
        faults.push(...(await beyondTheEdge(page)).map((fault) => `${sight.name}: ${fault}`));
      }
      expect(faults).toEqual([]);
    },
  );

  test('is whole in the PDF', async () => {
    const html = pageOf(tabled('two'), 'update');
    const { pages } = await readPdf(await (await sharedBrowser()).print(html, { day: '2020-02-20' }));
    const words = pages.flatMap((page) => page.words.filter(({ text }) => /^\d+,\d{3}$/.test(text)));
    expect(words.filter(({ text }) => text === '12,803')).toHaveLength(tablesIn('update', 'two').length);
    expect(words.filter(({ x }) => x < 60 || x > 535)).toEqual([]);
  });
});

test('what has no room in a row is beneath it, under a heading that says what it is', async () => {
  const page = await openPage();
  await look(page, pageOf(tabled('two'), 'update'), A4);
  const [row, below, report] = await page.$$eval('.plan tbody tr:is(.row, .more)', (rows) =>
    rows.slice(0, 3).map((found) => ({
      reference: found.querySelector('th')?.textContent,
      lines: Array.from(found.querySelectorAll(':scope > td > p, td > div > p, td > .notice > p')).map(
        ({ textContent }) => textContent,
      ),
    })),
  );
  expect(row).toEqual({
    reference: '1.1',
    lines: [
      'As counted action-text:',
      'Continued below.',
      'Head of Homes, due 31 January 2020',
      '20 days overdue at 20 February 2020',
      'Success measure: As counted action-measure:',
      'Continued below.',
      'As counted action-notice:',
      'Continued below.',
      'The full update is below.',
      'Rated Amber but overdue.',
      'Amber',
    ],
  });
  expect(below?.reference).toBe('1.1');
  expect(below?.lines.filter((line) => line?.endsWith('continued:'))).toEqual([
    'Action, continued:',
    'Success measure, continued:',
    'Notice, continued:',
  ]);
  expect(report?.lines[0]).toBe('As counted published-note:');
});

test('a table that has room in a column stays there; one of long words does not', async () => {
  const page = await openPage();
  await look(page, pageOf(tabled('two'), 'update'), A4);
  const second = await page.$$eval('.plan tbody tr:is(.row, .more)', (rows) =>
    rows
      .filter((row) => row.querySelector('th')?.textContent === '1.2')
      .map((row) => ({
        isBelow: row.classList.contains('more'),
        heads: Array.from(row.querySelectorAll(':scope table th')).map(({ textContent }) => textContent),
        broken: Array.from(row.querySelectorAll(':scope table :is(th, td)')).filter(
          (cell) => cell.getBoundingClientRect().height > 34,
        ).length,
      })),
  );
  expect(second).toEqual([
    { isBelow: false, heads: ['Ward', 'Visits'], broken: 0 },
    { isBelow: true, heads: ['Responsibilities', 'Accountability'], broken: 0 },
  ]);
});

test('a motion and a heading name what is to be done by its words before the table', () => {
  const html = pageOf(tabled('two'), 'update').slice(-60_000);
  expect(html).toContain('“As counted action-text …”');
  expect(html).toContain('<span class="what">As counted recommendation-text: …</span>');
  expect(html).not.toContain('As counted action-text: action-text, Apr');
});

test('a row that is longer than a page goes on over the page, with all its words', async () => {
  const words = Array.from({ length: 1800 }, (_, index) => `word${index + 1}`);
  const files = tabled('two');
  const review = JSON.parse(files['data/reviews/repairs/review.yaml'] ?? '');
  const table = `In one row:\n\n| Ward | Said |\n|---|---|\n| Saltmarsh | ${words.join(' ')} |`;
  const long = {
    ...files,
    'data/reviews/repairs/review.yaml': JSON.stringify({ ...review, background: table }),
  };
  const html = pageOf(long, 'update');
  const { pages } = await readPdf(await (await sharedBrowser()).print(html, { day: '2020-02-20' }));
  const placed = pages.flatMap((page) => page.words.filter(({ text }) => /word\d/.test(text)));
  const seen = new Set(placed.flatMap(({ text }) => text.match(/word\d+/g) ?? []));
  expect(words.filter((word) => !seen.has(word))).toEqual([]);
  expect(placed.filter(({ y }) => y < 50 || y > 800)).toEqual([]);
});
