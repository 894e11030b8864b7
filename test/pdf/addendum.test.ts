import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { run } from '../../src/cli/index.js';
import { emptyFolder, writeFiles } from '../support/folder.js';
import { fakeHost } from '../support/host.js';
import { everyTag, heard, type ReadPdf, readPdf, type Tag } from '../support/read-pdf.js';
import { fixture } from '../support/registers.js';
import { shownWords } from '../support/shown.js';

const STEM = '06-progress-on-the-panels-recommendations-addendum';
const MEETING = 'data/meetings/2024-04-15-communities.yaml';

let cwd = '';
let paper: ReadPdf;
let html = '';

beforeAll(async () => {
  cwd = emptyFolder();
  writeFiles(cwd, fixture('tracker'));
  await made('out');
  const file = join(cwd, 'out', '2024-04-15-communities', STEM);
  paper = await readPdf(readFileSync(`${file}.pdf`));
  html = readFileSync(`${file}.html`, 'utf8');
});

afterAll(() => rmSync(cwd, { recursive: true, force: true }));

async function made(out: string, ...argv: readonly string[]): Promise<readonly string[]> {
  const host = fakeHost({ cwd });
  const asked = ['report', '-m', '2024-04-15', '--item', '6', '--out', join(cwd, out), ...argv];
  expect(await run(asked, host), host.err()).toBe(0);
  return readdirSync(join(cwd, out, '2024-04-15-communities')).sort();
}

function tags(role: string): readonly Tag[] {
  return everyTag(paper.pages.flatMap(({ structure }) => structure)).filter((tag) => tag.role === role);
}

const SECTIONS = [
  'Purpose of the report',
  'Summary',
  'The panel is now asked to:',
  'Updates received since publication',
  'Contact officer',
  'Background papers',
];

describe('the PDF of an addendum', () => {
  test('has every section in order, each with a bookmark', () => {
    expect(tags('H2').map((tag) => heard([tag]))).toEqual(SECTIONS);
    expect(paper.outline).toEqual(['Progress on the Panel’s Recommendations (Addendum)', ...SECTIONS]);
  });

  test('bears the day of the meeting, since it holds what was known by then', () => {
    expect(paper.created).toBe("D:20240415000000+00'00'");
    expect(paper.pages[0]?.text).not.toContain('This copy shows what was known on');
  });

  test('is upright throughout, with panel, date and item above every page but the first', () => {
    for (const [index, page] of paper.pages.entries()) {
      expect(page.height).toBeGreaterThan(page.width);
      const head = page.words.filter(({ y }) => y > page.height - 50).map(({ text }) => text);
      if (index > 0)
        expect(head.join(' ')).toMatch(/Communities Scrutiny Panel · 15 April 2024.*Item 6 · Progress/);
    }
  });

  test('reads each report, dated, beside what the paper says', () => {
    const rows = tags('TR').map((tag) => tag.children.map((cell) => heard([cell])));
    // The table of changed ratings has the same heads.
    expect(rows.filter((row) => row.join() === 'Ref,As published,Now')).toHaveLength(2);
    expect(rows).toContainEqual([
      '3.1 of “Surface Water Flooding in the Lower Town”',
      'Amber',
      'Green, better',
    ]);
    expect(rows).toContainEqual([
      '3.1',
      'Amber Wardens have been trained in ten of eleven streets. Due: November 2023; 127 days overdue at 5 April 2024 Reported on 2 April 2024 Rated Amber but overdue.',
      'Green, better A warden has been trained in the eleventh street. Reported on 11 April 2024 Evidence: List of wardens',
    ]);
    expect([...tags('TD'), ...tags('TH')].filter((tag) => heard([tag]) === '')).toEqual([]);
  });

  test('has whom to ask on a page with what came in', () => {
    for (const { text } of paper.pages)
      if (text.includes('Contact officer')) expect(text).toMatch(/As published|received since publication/);
  });

  test('has in its structure just the words that the page shows, in the same order', async () => {
    const shown = await shownWords(html);
    expect(
      heard(paper.pages.flatMap(({ structure }) => structure))
        .replace(/\s+/g, ' ')
        .trim(),
    ).toBe(shown);
  });
});

describe('the files of an addendum', () => {
  test('are the same to the byte when they are made again, and one file with --split', async () => {
    expect(await made('again', '--split')).toEqual([`${STEM}.html`, `${STEM}.pdf`]);
    for (const ending of ['pdf', 'html']) {
      const path = join('2024-04-15-communities', `${STEM}.${ending}`);
      expect(readFileSync(join(cwd, 'again', path)).equals(readFileSync(join(cwd, 'out', path)))).toBe(true);
    }
  });

  test('as at another day say so and hold what had come in by then', async () => {
    expect(await made('other', '--as-at', '2024-04-11', '--format', 'html')).toEqual([
      `${STEM}-as-at-2024-04-11.html`,
    ]);
    const text = readFileSync(
      join(cwd, 'other/2024-04-15-communities', `${STEM}-as-at-2024-04-11.html`),
      'utf8',
    ).replace(/<[^>]*>/g, '');
    expect(text).toContain('This copy shows what was known on 11 April 2024.');
    expect(text).toContain('A warden has been trained in the eleventh street.');
    expect(text).not.toContain('23 loans have been offered');
  });
});

test('an addendum to an agenda whose publication is not given is refused at its line, and nothing is made', async () => {
  const folder = emptyFolder();
  const files = fixture('tracker');
  writeFiles(folder, { ...files, [MEETING]: (files[MEETING] ?? '').replace('published: 2024-04-05\n', '') });
  const host = fakeHost({ cwd: folder });
  expect(await run(['report', '-m', '2024-04-15'], host)).toBe(1);
  expect(host.err()).toMatch(
    /^data\/meetings\/2024-04-15-communities\.yaml:7:\d+ error addendum-unpublished {2}item 6 is an addendum, but this meeting does not say when its agenda was published$/m,
  );
  expect(readdirSync(folder)).toEqual(['data']);
  rmSync(folder, { recursive: true, force: true });
});
