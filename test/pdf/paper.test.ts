import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { run } from '../../src/cli/index.js';
import { emptyFolder, PROJECT } from '../support/folder.js';
import { fakeHost } from '../support/host.js';
import { everyTag, heard, type ReadPdf, readPdf } from '../support/read-pdf.js';
import { shownWords } from '../support/shown.js';

/** The sample paper of 19 February 2018, read from its PDF. */
let paper: ReadPdf;
let html = '';
let text = '';

beforeAll(async () => {
  const out = emptyFolder();
  const host = fakeHost({ cwd: PROJECT });
  expect(await run(['report', '--meeting', '2018-02-19', '--out', out], host)).toBe(0);
  const file = join(out, '2018-02-19-culture-and-community', '06-childrens-services-update');
  paper = await readPdf(readFileSync(`${file}.pdf`));
  html = readFileSync(`${file}.html`, 'utf8');
  text = paper.pages.map((page) => page.text).join(' ');
  rmSync(out, { recursive: true, force: true });
});

const SECTIONS = [
  'Purpose of the report',
  'The panel is asked to:',
  'At a glance',
  'Needs attention',
  'Background',
  'Evidence',
  'Decisions',
  'Oversight',
  'Contact officer',
  'Background papers',
  'Appendix A. Recommendations and the Executive’s response',
  'Appendix B. Action plan and progress',
];

describe('the PDF of the sample paper', () => {
  test('has every section in order', () => {
    const headings = everyTag(paper.pages.flatMap(({ structure }) => structure))
      .filter(({ role }) => role === 'H2')
      .map((tag) => heard([tag]));
    expect(headings).toEqual(SECTIONS);
  });

  test('begins with the council, the item, the panel, the date and the title', () => {
    expect(paper.pages[0]?.text).toMatch(
      /^.*Middlesbrough Council.*Agenda item 6.*Culture and Community Scrutiny Panel.*Monday 19 February 2018.*Children’s Services Update/,
    );
  });

  test('says before anything else that its appendices are sample data', () => {
    expect(text.indexOf('Sample data.')).toBeGreaterThan(0);
    expect(text.indexOf('Sample data.')).toBeLessThan(text.indexOf('Purpose of the report'));
  });

  test('numbers its paragraphs in one run', () => {
    const paragraphs = everyTag(paper.pages.flatMap(({ structure }) => structure))
      .filter(({ role }) => role === 'P')
      .map((tag) => heard([tag]));
    const numbers = paragraphs.flatMap((words) => /^(\d+)\. /.exec(words)?.[1] ?? []).map(Number);
    expect(numbers).toEqual(Array.from({ length: 13 }, (_, index) => index + 1));
  });

  test('letters the terms of reference', () => {
    const letters = everyTag(paper.pages.flatMap(({ structure }) => structure))
      .filter(({ role }) => role === 'LI')
      .map((tag) => heard([tag]).slice(0, 2));
    expect(letters).toEqual(expect.arrayContaining(['a)', 'b)', 'c)']));
  });

  test('refers to appendices that are there', () => {
    const spokenOf = new Set([...text.matchAll(/Appendi(?:x|ces) ([A-Z])(?!\w)/g)].map((match) => match[1]));
    expect([...spokenOf].sort()).toEqual(['A', 'B']);
    for (const letter of spokenOf)
      expect(paper.outline.some((title) => title.startsWith(`Appendix ${letter}.`))).toBe(true);
  });

  test('says "3 of 7" at the foot of each page', () => {
    const total = paper.pages.length;
    paper.pages.forEach((page, index) => {
      const foot = page.words
        .filter(({ y }) => y < 62)
        .map((words) => words.text)
        .join(' ');
      expect(foot).toContain(`${index + 1} of ${total}`);
      expect(foot).toContain('Middlesbrough Council');
    });
  });

  test('has panel, date and title above every page but the first', () => {
    const heads = paper.pages.map((page) =>
      page.words
        .filter(({ y }) => y > page.height - 50)
        .map((words) => words.text)
        .join(' '),
    );
    expect(heads[0]).not.toContain('Item 6');
    for (const head of heads.slice(1))
      expect(head).toMatch(
        /Culture and Community Scrutiny Panel · 19 February 2018.*Item 6 · Children’s Services Update/,
      );
  });

  test('has a bookmark for each heading', () => {
    expect(paper.outline[0]).toBe('Children’s Services Update');
    expect(paper.outline.filter((title) => SECTIONS.includes(title))).toEqual(SECTIONS);
  });

  test('has its title, its language and its own day as its date', () => {
    expect(paper.title).toBe(
      'Children’s Services Update, Culture and Community Scrutiny Panel, 19 February 2018',
    );
    expect(paper.language).toBe('en-GB');
    expect(paper.created).toBe("D:20180209000000+00'00'");
    expect(paper.showsTitle).toBe(true);
    expect(paper.isTagged).toBe(true);
  });

  test('embeds every font, and knows no other than the typeface that ships', () => {
    const descriptors = paper.raw.split('\n').filter((line) => line.includes('/Type/FontDescriptor'));
    expect(descriptors.length).toBeGreaterThan(0);
    for (const descriptor of descriptors) {
      expect(descriptor).toMatch(/\/FontFile[23]? \d+ 0 R/);
      expect(descriptor).toMatch(/\/FontName\/[A-Z]{6}\+SourceSans3/);
    }
    expect(paper.raw).not.toContain('/Type3');
  });

  test('has every page upright, A4', () => {
    for (const { width, height } of paper.pages)
      expect([Math.round(width), Math.round(height)]).toEqual([595, 842]);
  });

  test('repeats the column headings on every page of Appendix B', () => {
    const first = paper.pages.findLastIndex((page) =>
      page.text.includes('Appendix B. Action plan and progress'),
    );
    const plan = paper.pages.slice(first);
    expect(plan.length).toBeGreaterThan(1);
    for (const page of plan) expect(page.text).toMatch(/Ref.*Action, owner and due date.*Progress.*Rating/);
  });

  test('shows the actions in natural order, each rating in words', () => {
    const rows = everyTag(paper.pages.flatMap(({ structure }) => structure))
      .filter(({ role }) => role === 'TR')
      .map((tag) => heard([tag]));
    const actions = rows
      .slice(rows.indexOf('Ref Action, owner and due date Progress Rating'))
      .filter((row) => /^\d\.\d /.test(row));
    expect(actions.map((row) => row.slice(0, 3))).toEqual([
      '1.1',
      '1.2',
      '1.3',
      '2.1',
      '2.2',
      '2.3',
      '3.1',
      '3.2',
      '3.3',
      '4.1',
      '4.2',
      '4.3',
      '5.1',
      '5.2',
      '6.1',
      '6.2',
      '7.1',
      '7.2',
    ]);
    expect(actions.filter((row) => row.endsWith('Green'))).toHaveLength(11);
    expect(actions.filter((row) => row.endsWith('Amber'))).toHaveLength(5);
    expect(actions.filter((row) => row.endsWith('Red'))).toHaveLength(1);
    expect(actions.filter((row) => row.endsWith('No update'))).toHaveLength(1);
  });

  test('has in its structure just the words that the page shows, in the same order', async () => {
    const shown = await shownWords(html);
    expect(withoutRepeatedHeads(paper)).toBe(shown);
  });
});

/** A head that is printed again on each page of a table is in the structure again. */
function withoutRepeatedHeads({ pages }: ReadPdf): string {
  const heads = 'Ref Action, owner and due date Progress Rating';
  const all = heard(pages.flatMap(({ structure }) => structure));
  const first = all.indexOf(heads) + heads.length;
  return `${all.slice(0, first)}${all.slice(first).replaceAll(heads, ' ')}`.replace(/\s+/g, ' ').trim();
}
