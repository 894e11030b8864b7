import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { emptyFolder, PROJECT, writeFiles } from '../support/folder.js';
import { type HeardPaper, heardPapers } from '../support/heard.js';
import { makeRegister } from '../support/make-register.js';

/** The papers whose every line was read as somebody who sees nothing would hear it; the commit of each says what was wrong then. */
const READ: readonly (readonly [name: string, register: string, meeting: string, item: string])[] = [
  ['update-first', '.', '2018-02-19', '6'],
  ['update-second', '.', '2018-03-26', '5'],
  ['tracker', 'test/fixtures/tracker', '2024-04-15', '5'],
  ['addendum', 'test/fixtures/tracker', '2024-04-15', '6'],
  ['awkward-update', 'test/fixtures/heard', '2021-03-08', '5'],
  ['awkward-tracker', 'test/fixtures/heard', '2021-06-14', '4'],
];

test.each(READ)('%s is heard as when its lines were last read', async (name, register, meeting, item) => {
  const [paper] = await heardPapers(join(PROJECT, register), meeting, { item });
  expect(paper?.heard).toBe(readFileSync(join(PROJECT, 'test/fixtures/as-heard', `${name}.txt`), 'utf8'));
});

/** Meetings whose papers nobody has read so. */
const OTHERS: readonly (readonly [
  register: string,
  meeting: string,
  more?: Parameters<typeof heardPapers>[2],
])[] = [
  ['.', '2018-03-26', { isSplit: true }],
  ['test/fixtures/heard', '2021-03-08', { isSplit: true }],
  ['test/fixtures/heard', '2021-06-14', { isSplit: true }],
  ['test/fixtures/awkward', '2019-03-04'],
  ['test/fixtures/awkward', '2019-09-02'],
  ['test/fixtures/awkward', '2020-06-01'],
  ['test/fixtures/exempt', '2020-03-02'],
  ['test/fixtures/exempt', '2020-06-01'],
  ['test/fixtures/exempt', '2020-06-01', { isConfidential: true }],
  ['test/fixtures/office', '2024-10-07', { panel: 'places' }],
  ['test/fixtures/tracker', '2023-03-20'],
  ['test/fixtures/tracker', '2023-10-16'],
];

describe('in whatever paper', () => {
  const papers: (HeardPaper & { readonly of: string })[] = [];

  beforeAll(async () => {
    for (const [register, meeting, more] of OTHERS)
      for (const paper of await heardPapers(join(PROJECT, register), meeting, more))
        papers.push({ ...paper, of: `${register} ${meeting} ${JSON.stringify(more)}` });
    for (const size of [
      { recommendations: 2, actionsEach: 1, longestNote: 900 },
      { recommendations: 9, actionsEach: 4, longestNote: 60 },
    ]) {
      const folder = emptyFolder();
      writeFiles(folder, makeRegister(size));
      for (const paper of await heardPapers(folder, '2018-02-19')) papers.push({ ...paper, of: 'drawn' });
    }
  });

  /** What is wrong in any paper, with its place. */
  function faults(of: (lines: readonly string[], paper: HeardPaper) => readonly string[]): readonly string[] {
    expect(papers.length).toBe(20);
    return papers.flatMap((paper) =>
      of(paper.heard.split('\n'), paper).map((fault) => `${paper.of}: ${fault}`),
    );
  }

  test('no heading is said twice in a row', () => {
    expect(
      faults((lines) =>
        lines.filter((line, index) => {
          const words = /^Heading \d: (.*)$/.exec(line)?.[1];
          return words !== undefined && lines[index + 1]?.replace(/^[A-Z][a-z]+( \d)?: /, '') === words;
        }),
      ),
    ).toEqual([]);
  });

  test('no cell is heard without a heading, and nothing is met that has no words', () => {
    expect(faults((lines) => lines.filter((line) => /no heading|\(nothing\)/.test(line)))).toEqual([]);
  });

  test('a cell is heard under a heading that its table has', () => {
    // Those of a table within a cell are further in.
    expect(
      faults((lines) => {
        let heads: readonly string[] = [];
        return lines.filter((line) => {
          const found = /^ {2}Row 1, headings: (.*)$/.exec(line)?.[1];
          if (found !== undefined) heads = found.split('; ');
          const where = /^ {2}(Row \d+, .*?): /.exec(line)?.[1];
          if (where === undefined || /headings$|across \d+ columns$/.test(where)) return false;
          return !heads.some((head) => where.endsWith(`, ${head}`));
        });
      }),
    ).toEqual([]);
  });

  // A trend ends with the rows for all and for what is overdue.
  test('every rating has its word', () => {
    const words =
      /^(Green|Amber|Red|Blue|No update|Paused|Withheld|Agreed complete|Closed|Superseded|Not feasible|Withdrawn|Transferred|Ended|Response awaited|No rating|No actions|All|Overdue)/;
    const ratings = faults((lines) =>
      lines.flatMap((line) => /^ +Row \d+, .*Rating: (.*)$/.exec(line)?.[1] ?? []),
    );
    expect(ratings.length).toBeGreaterThan(100);
    expect(ratings.filter((said) => !words.test(said.replace(/^.*: /, '')))).toEqual([]);
  });

  test('no decoration is said: no shape, arrow or row of dots', () => {
    expect(
      faults((lines) =>
        lines.filter((line) => /[\u2190-\u21ff\u25a0-\u27bf·]|\.{3}|(\. ){3}|_{2}/.test(line)),
      ),
    ).toEqual([]);
  });

  test('no two words are said as one: each is a word of the page', () => {
    const wordsOf = (text: string) => text.normalize('NFKC').split(/[^\p{L}\p{N}]+/u);
    expect(
      faults((lines, { html }) => {
        const known = new Set(wordsOf(html));
        const said = lines
          .slice(3)
          .map((line) =>
            line.replace(/^ *(Heading|Paragraph|List|Contents|Table|Figure|Row|Quotation)\b/, ''),
          );
        const ours = new Set(
          'headings across columns column rows row items item lines line link figure English Welsh'.split(
            ' ',
          ),
        );
        return wordsOf(said.join(' ')).filter(
          (word) => /\p{L}/u.test(word) && !known.has(word) && !ours.has(word),
        );
      }),
    ).toEqual([]);
  });

  test('a link says where it goes', () => {
    expect(
      faults((lines) =>
        // A reference in a motion leads to its row, as the words round it say; so does one at the head of a request.
        lines.flatMap((line) =>
          [
            ...line
              .replace(
                /^Paragraph: \d+\. (?:agree|decide|consider|request)\b.*|, (?:Ref|Action): \[link: [^\]]*\]/,
                '',
              )
              .matchAll(/\[link: (\[?[^\]]*)\]/g),
          ]
            .map((match) => match[1] ?? '')
            .filter((words) => words.length < 4 || /^(\d+\.?|here|this|link|more|https?:.*)$/i.test(words)),
        ),
      ),
    ).toEqual([]);
  });
});
