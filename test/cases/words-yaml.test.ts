import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { run } from '../../src/cli/index.js';
import { folderWith, PROJECT } from '../support/folder.js';
import { day, fakeHost } from '../support/host.js';

const PROGRESS = 'data/reviews/repairs/progress/2026-02-10.yaml';
const REVIEW = 'data/reviews/repairs/review.yaml';
const MEETING = 'data/meetings/2026-03-02-homes.yaml';

interface Found {
  readonly code: string;
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly message: string;
}

/** What `check` finds in a case, with some words of one file put in the place of others. */
async function found(name: string, file = PROGRESS, from = '', to = ''): Promise<readonly string[]> {
  const cwd = folderWith({});
  cpSync(join(PROJECT, 'test/fixtures/cases', name), cwd, { recursive: true });
  const text = readFileSync(join(cwd, file), 'utf8');
  expect(text).toContain(from);
  writeFileSync(
    join(cwd, file),
    text.replace(from, () => to),
  );
  const host = fakeHost({ cwd, today: day('2026-03-02') });
  await run(['check', '--format', 'json'], host);
  const { diagnostics }: { readonly diagnostics: readonly Found[] } = JSON.parse(host.out());
  return diagnostics.map(({ code, line, column, message }) => `${line}:${column} ${code} ${message}`);
}

const NOTE = 'note: Most tenants have had a letter.\n';
const cut = (words: string) => `YAML takes "${words}" for a comment, so it is no part of the words before it`;

describe('what YAML takes for a comment', () => {
  test('a-hash: is shown at each #, at the end of a line and on a line of its own', async () => {
    expect(await found('a-hash')).toEqual([
      `6:33 yaml-comment ${cut('#4471 and the order of 3 February.')}`,
      `10:7 yaml-comment ${cut('#88 of the store.')}`,
    ]);
  });

  test.each([
    [
      PROGRESS,
      NOTE,
      'note: Letters went to 12 wards #3 did not answer.\n',
      `6:36 yaml-comment ${cut('#3 did not answer.')}`,
    ],
    [
      PROGRESS,
      NOTE,
      'note: Roofs # 14 and 15 are next.\n',
      `6:17 yaml-comment ${cut('# 14 and 15 are next.')}`,
    ],
    [PROGRESS, NOTE, 'note: Roofs of\n      the wards #3 and 4\n', `7:17 yaml-comment ${cut('#3 and 4')}`],
    [PROGRESS, NOTE, 'note:\n      Roofs of ward\n      #3 and 4\n', `8:7 yaml-comment ${cut('#3 and 4')}`],
    [PROGRESS, NOTE, 'note: "Roofs" #3 and 4\n', `6:19 yaml-comment ${cut('#3 and 4')}`],
    [PROGRESS, NOTE, 'note: | #3 and 4\n      Roofs.\n', `6:13 yaml-comment ${cut('#3 and 4')}`],
    [PROGRESS, 'reported-by: head-of-homes', 'reported-by: Team #3', `2:19 yaml-comment ${cut('#3')}`],
    [MEETING, 'title: Repairs', 'title: Repairs to block #3', `6:29 yaml-comment ${cut('#3')}`],
    [REVIEW, 'due: 2026-08-15', 'due: when job #3 is done', `27:23 yaml-comment ${cut('#3 is done')}`],
    [REVIEW, 'ref: R7.', 'ref: Rec #7', `32:14 yaml-comment ${cut('#7')}`],
  ])('%s: %j as %j', async (file, from, to, said) => {
    expect(await found('d-slips', file, from, to)).toEqual([said]);
  });

  test.each([
    [PROGRESS, 'as-at: 2026-02-10', 'as-at: 2026-02-10   # to be confirmed'],
    [PROGRESS, 'rating: amber', 'rating: amber # two of three'],
    [PROGRESS, 'progress:\n', 'progress:   # from the spreadsheet\n'],
    [PROGRESS, NOTE, `${NOTE}    # the rest by telephone\n    #rating: red\n`],
    [PROGRESS, NOTE, `${NOTE}      # the rest by telephone\n      #reason: rain\n`],
    [PROGRESS, NOTE, 'note: "Job #4471 is done." # says Jo\n'],
    [PROGRESS, NOTE, 'note: | # as Jo sent it\n      Job #4471 is done.\n      #88 is not.\n'],
    [PROGRESS, NOTE, 'note: Job#4471 is done, see https://example.org/jobs#4471\n'],
    [REVIEW, 'due: 2026-08-15', 'due: ongoing   # until the form is agreed'],
    [REVIEW, 'owner: head-of-homes\n    due', 'owner: Cleveland Police   # to be asked\n    due'],
    [PROGRESS, NOTE, `${NOTE}x-ours: job #4471\n`],
  ])('an honest comment is not reported: %s, %j as %j', async (file, from, to) => {
    expect(await found('d-slips', file, from, to)).toEqual([]);
  });
});

describe('backslashes between double quotation marks', () => {
  const said = (code: string, what: string) =>
    `between double quotation marks YAML takes ${code} for ${what}`;

  test('a-backslash: the tab in a path is reported where it is', async () => {
    expect(await found('a-backslash')).toEqual([`6:23 yaml-escape ${said('\\t', 'a tab')}`]);
  });

  test.each([
    ['In S:\\teams\\north.', '\\t', 'a tab (2 times in these words)'],
    ['In S:\\north.', '\\n', 'a line break'],
    ['In S:\\homes\\north.', undefined, ''],
    ['In teams\\roofs.', '\\r', 'a line break'],
    ['In teams\\north.', '\\n', 'a line break'],
    ['In S:\\boards.', '\\b', 'a character that does not print'],
    ['In S:\\North.', '\\N', 'a character that does not print'],
    ['In S:\\0917.', '\\0', 'a character that does not print'],
    ['In S:\\x86.', '\\x86', 'a character that does not print'],
    ['In S:\\ (shared).', '\\', 'a space'],
  ])('%j', async (words, code, what) => {
    const got = await found('d-slips', PROGRESS, NOTE, `note: "${words}"\n`);
    if (code === undefined) expect(got.join()).toContain('yaml-syntax');
    else expect(got).toEqual([expect.stringContaining(`yaml-escape ${said(code, what)}`)]);
  });

  test.each([
    '"One roofer was hired.\\nThe other begins in March."',
    '"Agreed:\\n- Hill\\n- Dale"',
    '"Two\\n\\nparagraphs"',
    '"Windows\\r\\nlines"',
    '"Caf\\xe9 \\"Roof\\" at \\u00a33 and S:\\\\teams"',
    "'Saved in S:\\teams.'",
    'Saved in S:\\teams\\north.',
  ])('an intended backslash is not reported: %s', async (words) => {
    expect(await found('d-slips', PROGRESS, NOTE, `note: ${words}\n`)).toEqual([]);
  });
});

describe('lines that YAML joins', () => {
  const PARAGRAPHS = 'YAML joins the lines of these words, so that their paragraphs would run together';
  const LINES =
    'YAML joins the lines of these words, so that what stands on lines of its own would run together';

  test('a-folded: two paragraphs and a list after > are reported at the >', async () => {
    expect(await found('a-folded', REVIEW)).toEqual([`5:13 yaml-folded ${PARAGRAPHS}`]);
  });

  test.each([
    ['>-\n      One.\n\n      Two.', PARAGRAPHS],
    ['One.\n\n      Two.', PARAGRAPHS],
    ['\n      One.\n\n      Two.', PARAGRAPHS],
    ['"One.\n\n      Two."', PARAGRAPHS],
    ["'One.\n\n      Two.'", PARAGRAPHS],
    ['>\n      Done:\n      - Hill\n      - Dale', LINES],
    ['>\n      - Hill\n      - Dale', LINES],
    ['These.\n      - Hill', LINES],
    ['"Done\n      • Hill\n      • Dale"', LINES],
    ['>\n      Done\n      1. Hill\n      2. Dale', LINES],
    ['>\n      | Ward | Done |\n      | --- | --- |\n      | Hill | 3 |', LINES],
    ['>\n      # Done\n      Hill', undefined],
    ['>\n      One.\n      ## Two\n      Hill', LINES],
  ])('%j', async (words, said) => {
    const got = await found('d-slips', PROGRESS, NOTE, `note: ${words}\n`);
    expect(got).toEqual(
      said === undefined ? [] : [expect.stringMatching(new RegExp(`yaml-folded ${said}$`))],
    );
  });

  test.each([
    '>\n      A sentence that is\n      wrapped over lines.\n',
    'A sentence that is\n      wrapped over lines.\n',
    '"A sentence that is\n      wrapped over lines."\n',
    'A sentence of the year\n      2025. It is wrapped\n      - as if it were an item - over lines.\n',
    '>\n      One.\n\n\n      Two.\n',
    '|\n      One.\n\n      - Two.\n      - Three.\n',
  ])('a wrapped sentence, or breaks that stay, are not reported: %j', async (words) => {
    expect(await found('d-slips', PROGRESS, NOTE, `note: ${words}`)).toEqual([]);
  });
});
