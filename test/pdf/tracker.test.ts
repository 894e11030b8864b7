import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { run } from '../../src/cli/index.js';
import { emptyFolder, writeFiles } from '../support/folder.js';
import { fakeHost } from '../support/host.js';
import { makeRegister } from '../support/make-register.js';
import { everyTag, heard, type ReadPage, type ReadPdf, readPdf, type Tag } from '../support/read-pdf.js';
import { fixture } from '../support/registers.js';
import { shownWords } from '../support/shown.js';

/** The tracker of 15 April 2024, as the command makes it. */
let cwd = '';
let paper: ReadPdf;
let html = '';

beforeAll(async () => {
  cwd = emptyFolder();
  writeFiles(cwd, fixture('tracker'));
  await made('out');
  const file = join(cwd, 'out', '2024-04-15-communities', '05-progress-on-the-panels-recommendations');
  paper = await readPdf(readFileSync(`${file}.pdf`));
  html = readFileSync(`${file}.html`, 'utf8');
});

afterAll(() => rmSync(cwd, { recursive: true, force: true }));

/** The files that a run leaves, below the meeting's folder. */
async function made(out: string, ...argv: readonly string[]): Promise<readonly string[]> {
  const host = fakeHost({ cwd });
  const asked = ['report', '-m', '2024-04-15', '--item', '5', '--out', join(cwd, out), ...argv];
  expect(await run(asked, host), host.err()).toBe(0);
  return readdirSync(join(cwd, out, '2024-04-15-communities')).sort();
}

function tags(role: string): readonly Tag[] {
  return everyTag(paper.pages.flatMap(({ structure }) => structure)).filter((tag) => tag.role === role);
}

const SECTIONS = [
  'Purpose of the report',
  'The panel is asked to:',
  'At a glance',
  'Where each review stands',
  'Recommendations and actions by rating at the panel’s last five meetings',
  'Contact officer',
  'Background papers',
  'Appendix A. Recommendations and their actions',
];

describe('the PDF of a tracker', () => {
  test('has every section in order, each with a bookmark', () => {
    expect(tags('H2').map((tag) => heard([tag]))).toEqual(SECTIONS);
    expect(paper.outline).toEqual(['Progress on the Panel’s Recommendations', ...SECTIONS]);
  });

  test('has its title, its language and its own day as its date', () => {
    expect(paper.title).toBe(
      'Progress on the Panel’s Recommendations, Communities Scrutiny Panel, 15 April 2024',
    );
    expect(paper.language).toBe('en-GB');
    expect(paper.created).toBe("D:20240405000000+00'00'");
  });

  test('has panel, date and title above every page but the first, and "3 of 6" at the foot', () => {
    for (const [index, page] of paper.pages.entries()) {
      const head = page.words.filter(({ y }) => y > page.height - 50).map(({ text }) => text);
      const foot = page.words.filter(({ y }) => y < 62).map(({ text }) => text);
      if (index > 0)
        expect(head.join(' ')).toMatch(/Communities Scrutiny Panel · 15 April 2024.*Item 5 · Progress on/);
      expect(foot.join(' ')).toContain(`${index + 1} of ${paper.pages.length}`);
    }
  });

  test('is upright throughout, the column heads of the appendix on each of its pages', () => {
    const first = firstOfAppendix(paper.pages);
    for (const [index, page] of paper.pages.entries()) {
      expect(page.width < page.height, `page ${index + 1}`).toBe(true);
      if (index >= first) expect(page.text).toMatch(/Ref Recommendation or action.*Latest progress.*Rating/);
    }
    expect(first).toBeGreaterThan(0);
  });

  test('has its appendix, and only that, on its side where the council has its action plan so', async () => {
    const council = 'data/council.yaml';
    writeFiles(cwd, { [council]: `${fixture('tracker')[council]}action-plan: landscape\n` });
    await made('sideways', '--format', 'pdf');
    writeFiles(cwd, { [council]: fixture('tracker')[council] ?? '' });
    const file = join(cwd, 'sideways/2024-04-15-communities/05-progress-on-the-panels-recommendations.pdf');
    const { pages } = await readPdf(readFileSync(file));
    const first = firstOfAppendix(pages);
    for (const [index, page] of pages.entries()) {
      expect(page.width > page.height, `page ${index + 1}`).toBe(index >= first);
      if (index >= first)
        expect(page.text).toMatch(/Ref.*Recommendation or action.*Due.*Latest progress.*Rating/);
    }
  });

  test('leaves the sum of the reviews with a line that it sums', () => {
    const sum = paper.pages.filter(({ text }) => text.includes('All reviews'));
    expect(sum).toHaveLength(1);
    expect(sum[0]?.text).toMatch(/All reviews.*Bringing Empty Homes/);
  });

  test('keeps the chart with its heading and its figures on one page', () => {
    const pages = paper.pages.filter(({ text }) => /5 20 Mar 2023|Overdue 0 0 2/.test(text));
    expect(pages).toHaveLength(1);
    expect(pages[0]?.text).toMatch(
      /by rating at the panel’s last five meetings.* 5 20 Mar 2023 .* Green 0 1 1 2 2 .* Overdue 0 0 2 2 4/,
    );
  });

  test('gives those who listen a table for the chart, each number under its meeting', () => {
    const row = tags('TR').map((tag) => tag.children.map((cell) => heard([cell])));
    expect(row).toContainEqual([
      'Rating',
      '20 Mar 2023',
      '19 Jun 2023',
      '16 Oct 2023',
      '22 Jan 2024',
      '15 Apr 2024',
    ]);
    expect(row).toContainEqual(['No update', '3', '4', '2', '2', '3']);
    expect(row).toContainEqual(['All reviews', '11', '2 Green 2 Amber 1 Red 3 No update 3 Closed', '4']);
  });

  test('has a word in every cell, and each rating in words', () => {
    const cells = [...tags('TD'), ...tags('TH')].map((tag) => heard([tag]));
    expect(cells.filter((cell) => cell === '')).toEqual([]);
    const rows = tags('TR').map((tag) => tag.children.map((cell) => heard([cell])));
    const ratings = rows.flatMap((row) => (/^Recommendation: /.test(row[1] ?? '') ? [row.at(-1)] : []));
    expect(ratings).toEqual([
      'Agreed complete',
      'No update from R2b',
      'Amber',
      'Green from 1.2',
      'Red from 2.1',
      'Amber',
      'No rating',
      'No update from 1.2',
      'Response awaited',
    ]);
    expect(rows).toContainEqual([
      '3.1',
      'Offer training to volunteers in all eleven streets. Principal Drainage Engineer, due November 2023 127 days overdue at 5 April 2024',
      'Wardens have been trained in ten of eleven streets. Reported on 2 April 2024',
      'Amber no change',
    ]);
  });

  test('has in its structure just the words that the page shows, in the same order', async () => {
    const shown = await shownWords(html);
    const heads = 'Ref Recommendation or action Latest progress Rating';
    const all = heard(paper.pages.flatMap(({ structure }) => structure));
    const first = all.indexOf(heads) + heads.length;
    const once = `${all.slice(0, first)}${all.slice(first).replaceAll(heads, ' ')}`;
    expect(once.replace(/\s+/g, ' ').trim()).toBe(shown);
  });
});

describe('a tracker of many reviews', () => {
  let pages: readonly ReadPage[] = [];

  beforeAll(async () => {
    pages = await manyReviews({ reviews: 12, recommendations: 3, actionsEach: 3 });
  });

  const appendix = () => pages.slice(firstOfAppendix(pages));

  test('keeps every row whole, and lets none run over the foot of a page', () => {
    const seen: string[] = [];
    for (const page of appendix()) {
      const body = page.words.filter(({ y, text }) => y > 52 && y < page.height - 50 && text.trim() !== '');
      const refs = body.filter(({ x, text }) => x < 95 && /^\d+\.\d+$/.test(text));
      const groups = body.filter(({ text }) => /^Recommendation:$/.test(text));
      // Shape and word of a rating for each row, of an action or a recommendation.
      const ratings = body.filter(({ x, text }) => x > 440 && /^(Green|Amber|Red|No update)$/.test(text));
      expect(ratings.length).toBe(refs.length + groups.length);
      seen.push(...refs.map(({ text }) => text));
      const marginal = page.words.filter(({ y, text }) => y <= 52 && text.trim() !== '');
      expect(marginal.every(({ text }) => /of \d+$|Ambridge Council/.test(text))).toBe(true);
    }
    expect(seen).toHaveLength(108);
  });

  test('never leaves a recommendation, or a review’s title, alone at the foot of a page', () => {
    expect(appendix().length).toBeGreaterThan(8);
    for (const page of appendix()) {
      const body = page.words.filter(
        // How the paper was made is the last line of all.
        ({ x, y, text, size }) =>
          x < 72 && y > 52 && y < page.height - 50 && size > 10.2 && text.trim() !== '',
      );
      const last = body.toSorted((a, b) => a.y - b.y)[0];
      expect(last?.text).toMatch(/^\d+\.\d+$/);
    }
  });
});

test('a tracker repeats the head of its totals where they go over a page', async () => {
  const totals = (await manyReviews({ reviews: 40, recommendations: 1, actionsEach: 1 })).filter(
    ({ width, height, text }) => width < height && /Review Total/.test(text),
  );
  expect(totals.length).toBeGreaterThan(1);
  expect(totals[0]?.text).toContain('All reviews');
});

/** Contents name the appendix too, so it is found by its column heads. */
function firstOfAppendix(pages: readonly ReadPage[]): number {
  return pages.findIndex(({ text }) => /Ref .*Latest progress/.test(text));
}

/** The pages of a tracker of drawn reviews. */
async function manyReviews(size: Parameters<typeof makeRegister>[0]): Promise<readonly ReadPage[]> {
  const folder = emptyFolder();
  writeFiles(folder, {
    ...makeRegister(size),
    'data/meetings/2018-02-19-all.yaml':
      'date: 2018-02-19\npanel: all\nitems:\n  - { number: 6, title: Tracker, report: tracker }\n',
  });
  const host = fakeHost({ cwd: folder });
  expect(await run(['report', '-m', '2018-02-19', '--format', 'pdf'], host), host.err()).toBe(0);
  const { pages } = await readPdf(readFileSync(join(folder, 'out/2018-02-19-all/06-tracker.pdf')));
  rmSync(folder, { recursive: true, force: true });
  return pages;
}
