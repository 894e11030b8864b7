import { readFileSync, rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { type ReadContents, readContents } from '../support/contents.js';
import { emptyFolder, writeFiles } from '../support/folder.js';
import { makeRegister, type RegisterSize } from '../support/make-register.js';
import { everyTag, heard, type ReadPage } from '../support/read-pdf.js';
import { reportShared } from '../support/shared-browser.js';

const MEETING = 'data/meetings/2018-02-19-all.yaml';
const COUNCIL = 'data/council.yaml';

/** What a register's one item is. */
interface Asked {
  readonly report?: 'update' | 'tracker' | 'addendum';
  readonly review?: string;
  readonly numbering?: string;
  /** The language of every review. */
  readonly lang?: string;
  readonly isSplit?: boolean;
}

/** The PDFs that `report` makes of a register, by name. */
async function papers(size: RegisterSize, asked: Asked = {}): Promise<ReadonlyMap<string, ReadContents>> {
  const { report = 'update', review = 'review-001', numbering = 'continuous', lang, isSplit = false } = asked;
  const drawn = makeRegister(size);
  const files = Object.fromEntries(
    Object.entries(drawn).map(([path, text]) => [
      path,
      lang && path.endsWith('review.yaml') ? `lang: ${lang}\n${text}` : text,
    ]),
  );
  const cwd = emptyFolder();
  writeFiles(cwd, {
    ...files,
    [COUNCIL]: `${files[COUNCIL]}numbering: ${numbering}\n`,
    [MEETING]: `date: 2018-02-19\npublished: 2018-02-10\npanel: all\nitems:\n  - { number: 6, title: Report, report: ${report}, review: ${review} }\n`,
  });
  const written = await reportShared(cwd, '2018-02-19', join(cwd, 'out'), { formats: ['pdf'], isSplit });
  const read = new Map<string, ReadContents>();
  for (const path of written) read.set(basename(path, '.pdf'), await readContents(readFileSync(path)));
  rmSync(cwd, { recursive: true, force: true });
  return read;
}

async function paper(size: RegisterSize, asked?: Asked): Promise<ReadContents> {
  const [first] = [...(await papers(size, asked)).values()];
  if (!first) throw new Error('there is no paper');
  return first;
}

function headings({ pages }: ReadContents): readonly string[] {
  return everyTag(pages.flatMap(({ structure }) => structure))
    .filter(({ role }) => role === 'H2')
    .map((tag) => heard([tag]));
}

/** The headings of sections and appendices, which the contents list; whom to ask and what was drawn on are at hand. */
function listed(read: ReadContents): readonly string[] {
  return headings(read)
    .filter((heading) => !/^(?:Contents|Contact officer|Background papers)$/.test(heading))
    .map((heading) => heading.replace(/:$/, ''));
}

/** What is over what a line leads to: of "Recommendations 6 to 10" the first. */
function leadingWords(words: string): string {
  return words
    .replace(/^(Recommendation|Action)s (\S+) to .*/, '$1 $2')
    .replace(/^(Recommendation|Action) .*/, '$&.');
}

/** Whether words are on a page; a tracker has the reference of a recommendation in a cell of its own, "1" for "Recommendation 1.". */
function standsOn(page: ReadPage | undefined, words: string): boolean {
  const [, reference] = /^Recommendation (.*)\.$/.exec(words) ?? [];
  const rows = everyTag(page?.structure ?? []).filter(({ role }) => role === 'TH');
  return (
    (page?.text.replace(/\s+/g, ' ').includes(words) ?? false) ||
    (reference !== undefined && rows.some((tag) => heard([tag]) === reference))
  );
}

/** Every line's number is where its link leads, and where its words are; all numbers of a column end at one edge. */
function expectTrue({ pages, lines }: ReadContents): void {
  for (const { words, number, leadsTo } of lines) {
    expect(leadsTo, words).toBe(number);
    expect(standsOn(pages[number - 1], leadingWords(words)), `'${words}' on page ${number}`).toBe(true);
  }
  const edges = new Set(lines.map(({ right }) => Math.round(right)));
  // The whole width, and the first column of what is beneath an appendix.
  expect(edges.size).toBeLessThanOrEqual(2);
}

describe('around ten pages', () => {
  test('a paper has its contents from eleven on, and none up to ten', async () => {
    const sizes: readonly (readonly [number, number])[] = [
      [6, 5],
      [7, 5],
      [7, 6],
      [9, 4],
      [24, 1],
      [26, 1],
      [30, 1],
    ];
    const found: { readonly pages: number; readonly hasContents: boolean }[] = [];
    for (const [recommendations, actionsEach] of sizes) {
      const read = await paper({ recommendations, actionsEach });
      expectTrue(read);
      found.push({ pages: read.pages.length, hasContents: read.lines.length > 0 });
    }
    for (const { pages, hasContents } of found) expect(hasContents, `${pages} pages`).toBe(pages > 10);
    expect(found).toContainEqual({ pages: 10, hasContents: false });
    expect(found).toContainEqual({ pages: 11, hasContents: true });
  });
});

describe('the contents of an update', () => {
  test('have each section in its order, and the recommendations of one review beneath Appendix B', async () => {
    const read = await paper({ recommendations: 9, actionsEach: 5 });
    expectTrue(read);
    const words = read.lines.map((line) => line.words);
    expect(words.filter((line) => !line.startsWith('Recommendation'))).toEqual(listed(read));
    expect(words.slice(-10)).toEqual([
      'Appendix B. Action plan and progress',
      ...Array.from({ length: 9 }, (_, index) => `Recommendation ${index + 1}`),
    ]);
    const sections = headings(read);
    // What members decide on comes before them.
    expect(sections.slice(0, sections.indexOf('Contents'))).toEqual([
      'Purpose of the report',
      'The panel is asked to:',
      'At a glance',
      'Needs attention',
    ]);
  });

  test('name many recommendations in runs, on more than a hundred pages', async () => {
    const read = await paper({ recommendations: 118, actionsEach: 5 });
    expectTrue(read);
    expect(read.pages.length).toBeGreaterThan(100);
    const words = read.lines.map((line) => line.words);
    expect(words.at(-1)).toBe('Recommendations 111 to 118');
    expect(words.filter((line) => line.startsWith('Recommendations'))).toHaveLength(12);
    expect(read.lines.at(-1)?.number).toBeGreaterThan(100);
    // They begin on one of the first two pages and end on the next.
    expect(read.pages[3]?.text).not.toContain('Recommendations 111 to 118');
  });

  test('name the reviews beneath each appendix where there are several, and do so by-section too', async () => {
    const read = await paper(
      { reviews: 3, recommendations: 3, actionsEach: 4 },
      { review: '[review-002, review-001, review-003]', numbering: 'by-section' },
    );
    expectTrue(read);
    const words = read.lines.map((line) => line.words);
    const of = (appendix: string) => words.findIndex((line) => line.startsWith(appendix));
    const reviews = words.slice(of('Appendix B') + 1);
    expect(reviews).toHaveLength(3);
    expect(words.slice(of('Appendix A') + 1, of('Appendix B'))).toEqual(reviews);
  });

  test('name a review in its own language', async () => {
    const read = await paper(
      { reviews: 2, recommendations: 4, actionsEach: 5 },
      { review: '[review-001, review-002]', lang: 'cy' },
    );
    expectTrue(read);
    const marked = everyTag(read.pages.flatMap(({ structure }) => structure)).filter(
      ({ role }) => role === 'TOCI',
    );
    const languages = marked.map((line) => everyTag([line]).flatMap(({ lang }) => lang ?? []));
    expect(languages.filter((found) => found.includes('cy'))).not.toEqual([]);
    const welsh = everyTag(marked).filter(({ lang }) => lang === 'cy');
    // The number is in the language of the paper.
    for (const words of welsh) expect(heard([words])).not.toMatch(/\d/);
  });

  test('are each file’s own with --split', async () => {
    const read = await papers({ recommendations: 25, actionsEach: 5 }, { isSplit: true });
    expect([...read.keys()]).toEqual(['06-report-appendix-a', '06-report-appendix-b', '06-report']);
    for (const each of read.values()) {
      expectTrue(each);
      expect(each.lines.length > 0).toBe(each.pages.length > 10);
    }
    const plan = read.get('06-report-appendix-b');
    expect(plan?.lines[0]?.words).toBe('Recommendations 1 to 5');
    expect(plan?.lines.at(-1)?.words).toBe('Recommendations 21 to 25');
    expect(read.get('06-report')?.lines).toEqual([]);
  });
});

describe('the contents of a tracker', () => {
  test('name its reviews', async () => {
    const read = await paper(
      { reviews: 8, recommendations: 3, actionsEach: 3 },
      { report: 'tracker', review: 'all' },
    );
    expectTrue(read);
    const words = read.lines.map((line) => line.words);
    const reviews = words.slice(words.findIndex((line) => line.startsWith('Appendix A')) + 1);
    expect(reviews).toHaveLength(8);
    expect(words.slice(0, -8)).toEqual(listed(read));
  });

  test('name the recommendations where it has one review', async () => {
    const read = await paper({ recommendations: 24, actionsEach: 3 }, { report: 'tracker' });
    expectTrue(read);
    expect(read.lines.at(-1)?.words).toBe('Recommendations 23 to 24');
  });
});

describe('the contents of an addendum', () => {
  const reportedOn = ['2018-02-09', '2018-02-12'];

  test('name the actions on which something has come in', async () => {
    const read = await paper({ recommendations: 12, actionsEach: 5, reportedOn }, { report: 'addendum' });
    expectTrue(read);
    const sections = read.lines.filter(({ words }) => !words.startsWith('Action'));
    expect(sections.map(({ words }) => words)).toEqual(listed(read));
    expect(read.lines.some(({ words }) => /^Actions 1\.1 to /.test(words))).toBe(true);
  });
});
