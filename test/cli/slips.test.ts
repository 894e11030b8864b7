import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { run } from '../../src/cli/index.js';
import { sampleCopy } from '../support/folder.js';
import { fakeHost } from '../support/host.js';

const COUNCIL = 'council.yaml';
const MEETING = 'meetings/2018-02-19-culture-and-community.yaml';
const REVIEW = 'reviews/digital-safeguarding/review.yaml';
const FIRST = 'reviews/digital-safeguarding/progress/2017-12-08.yaml';
const PROGRESS = 'reviews/digital-safeguarding/progress/2018-02-09.yaml';
const NOTE = '    note: Every secondary school has the pack.\n';

/** Slips of people who are no programmers, made in the sample register: what was typed, and the one thing that is said of it. */
const SLIPS: readonly (readonly [slip: string, file: string, from: string, to: string, said: RegExp])[] = [
  [
    'a colon is deleted after a key',
    PROGRESS,
    NOTE,
    '    note Every school has it.\n',
    /:6:5 .* this line has no colon/,
  ],
  ['a colon is deleted after a reference', PROGRESS, '  1.2:\n', '  1.2\n', /:8:3 .* this line has no colon/],
  [
    'no space after a colon',
    PROGRESS,
    '    rating: green\n    note: Every',
    '    rating:green\n    note: Every',
    /:5:11 .* a space is missing after 'rating:'/,
  ],
  ['a full-width colon', PROGRESS, '    note: Every', '    note：Every', /:6:9 .* this looks like a colon/],
  [
    'a space from a web page before a key',
    PROGRESS,
    '    note: Every',
    '\u00a0\u00a0\u00a0\u00a0note: Every',
    /:6:1 .* these are non-breaking spaces/,
  ],
  [
    'a space from a web page after a colon',
    PROGRESS,
    '    note: Every',
    '    note:\u00a0Every',
    /:6:10 .* these are non-breaking spaces/,
  ],
  [
    'a line too far to the right',
    PROGRESS,
    '    note: Every',
    '      note: Every',
    /:6:7 .* 'note' begins further right than 'rating'/,
  ],
  [
    'a line too far to the left',
    PROGRESS,
    '    note: Every',
    '  note: Every',
    /:6:3 .* 'note' begins further left than 'rating'/,
  ],
  [
    'a line at the margin',
    PROGRESS,
    '    note: Every',
    'note: Every',
    /:6:1 .* 'note' begins further left than 'rating'/,
  ],
  [
    'an item of a list too far to the left',
    REVIEW,
    '      - ref: 1.2',
    '    - ref: 1.2',
    /:49:5 .* does not begin under the other items of its list/,
  ],
  [
    'a panel at the margin',
    COUNCIL,
    '  culture-and-community: Culture',
    'culture-and-community: Culture',
    /:10:1 .* does not begin under/,
  ],
  [
    'a key with a group is deleted',
    PROGRESS,
    'progress:\n',
    '',
    /:3:3 .* does not begin under the line above it/,
  ],
  [
    'actions: is deleted',
    REVIEW,
    '    actions:\n      - ref: 1.1',
    '      - ref: 1.1',
    /:43:7 .* does not begin under the line above it/,
  ],
  [
    'recommendations: is deleted',
    REVIEW,
    'recommendations:\n',
    '',
    /:39:3 .* does not begin under the line above it/,
  ],
  [
    'the first dash is missing',
    REVIEW,
    '      - ref: 1.1',
    '        ref: 1.1',
    /:44:9 .* a dash is missing here/,
  ],
  [
    'a later dash is missing',
    REVIEW,
    '      - ref: 1.2',
    '        ref: 1.2',
    /:49:9 .* 'ref' is written twice here[\s\S]*put '- ' before it/,
  ],
  [
    'a dash of a word processor',
    REVIEW,
    '  - to find out',
    '  – to find out',
    /:21:3 .* this must be a list/,
  ],
  ['no space after a dash', REVIEW, '  - to find out', '  -to find out', /:21:3 .* this must be a list/],
  [
    'quotation marks of a word processor',
    REVIEW,
    'title: "Digital Safeguarding: Sexting and Youth Produced Sexual Imagery"',
    'title: “Digital Safeguarding: Sexting and Youth Produced Sexual Imagery”',
    /:1:8 .* curly quotation mark/,
  ],
  [
    'a quotation mark that is not closed',
    PROGRESS,
    '    note: Every',
    '    note: "Every',
    /:6:11 .* the quotation mark that opens here is not closed/,
  ],
  [
    'an apostrophe that is not closed',
    PROGRESS,
    '    note: Every',
    "    note: 'Every",
    /:6:11 .* the quotation mark that opens here is not closed/,
  ],
  [
    'an apostrophe within apostrophes',
    PROGRESS,
    NOTE,
    "    note: 'Every school's pack'\n",
    /:6:25 .* the quotation marks end before the words do/,
  ],
  [
    'words after the quotation marks',
    REVIEW,
    'Sexual Imagery"',
    'Sexual Imagery" (final)',
    /:1:74 .* the quotation marks end before the words do/,
  ],
  [
    'a colon within words',
    PROGRESS,
    'note: Every',
    'note: Done: every',
    /:6:15 .* this colon stands in the words of 'note'/,
  ],
  [
    'a bracket that is not closed',
    PROGRESS,
    'schools and dates } ]',
    'schools and dates }',
    /:7:15 .* this \[ is never closed/,
  ],
  [
    'a brace that is not closed',
    PROGRESS,
    'schools and dates } ]',
    'schools and dates ]',
    /:7:17 .* this \{ is never closed/,
  ],
  [
    'a comma missing within braces',
    MEETING,
    'item: 6, decision',
    'item: 6 decision',
    /:16:13 .* a comma is missing here/,
  ],
  [
    'words that begin with a star',
    PROGRESS,
    'note: Every',
    'note: *Every*',
    /:6:11 .* words cannot begin with \*/,
  ],
  [
    'words that begin with an at sign',
    PROGRESS,
    'note: Every',
    'note: @Every',
    /:6:11 .* words cannot begin with @/,
  ],
  [
    'words that begin with a bracket',
    PROGRESS,
    'note: Every',
    'note: [1] Every',
    /:6:11 .* words cannot begin with \[/,
  ],
  [
    'words that begin with an ampersand, which YAML swallows',
    PROGRESS,
    'note: Every',
    'note: &Every',
    /:6:11 .* '&Every' .* would be left out/,
  ],
  [
    'words that begin with an exclamation mark, which YAML swallows',
    PROGRESS,
    'note: Every',
    'note: !Every',
    /:6:11 .* '!Every' .* would be left out/,
  ],
  [
    'words that begin with a number sign, which YAML swallows',
    PROGRESS,
    NOTE,
    '    note: #1 of the list\n',
    /:6:5 .* nothing is written after 'note'/,
  ],
  [
    'a note that is not indented',
    PROGRESS,
    '    note: |\n      Answers',
    '    note: |\nAnswers',
    /:14:1 .* these words are not indented, .* 'note'/,
  ],
  ['an indent by a tab', PROGRESS, '  1.2:\n    rating', '  1.2:\n\trating', /:9:1 .* indented with a tab/],
  [
    'a conflict that git left',
    PROGRESS,
    NOTE,
    '<<<<<<< HEAD\n    note: A\n=======\n    note: B\n>>>>>>> x\n',
    /:6:1 error yaml-conflict .* git has left a conflict here/,
  ],
  [
    'a conflict in the style of diff3',
    PROGRESS,
    NOTE,
    '<<<<<<< HEAD\n    note: A\n||||||| base\n    note: 0\n=======\n    note: B\n>>>>>>> x\n',
    /:6:1 error yaml-conflict/,
  ],
  ['the last marker of a conflict', PROGRESS, NOTE, `${NOTE}=======\n`, /:7:1 error yaml-conflict/],
  [
    'a capital in a key',
    PROGRESS,
    '    rating: green\n    note: Every',
    '    Rating: green\n    note: Every',
    /:5:5 .* Did you mean 'rating'\?/s,
  ],
  [
    'a letter too many in a rating',
    PROGRESS,
    '    rating: green\n    note: Every',
    '    rating: Greeen\n    note: Every',
    /:5:13 .* Did you mean 'green'\?/s,
  ],
  [
    'an action pasted twice',
    PROGRESS,
    '  1.2:\n',
    '  1.1:\n    rating: red\n  1.2:\n',
    /:8:3 .* '1\.1' is written twice here/,
  ],
  ['a comma for a point in a reference', PROGRESS, '  1.1:', '  1,1:', /:4:3 error ref-has-actions/],
  [
    'a space in the key of a review',
    MEETING,
    'review: digital-safeguarding',
    'review: digital safeguarding',
    /:9:13 .* Did you mean 'digital-safeguarding'\?/s,
  ],
  [
    'a file that ends in the midst of a rating',
    FIRST,
    'rating: green\n    note: Eleven',
    'rating: gr\n    note: Eleven',
    /:\d+:13 error rating-unknown/,
  ],
  [
    'the name of the council is deleted',
    COUNCIL,
    'council: Middlesbrough Council\n',
    '',
    /:4:1 .* 'council' is missing/,
  ],
];

async function saidOf(file: string, change: (text: string) => string): Promise<string> {
  const cwd = sampleCopy();
  const path = join(cwd, 'data', file);
  const before = readFileSync(path, 'utf8');
  const after = change(before);
  expect(after).not.toBe(before);
  writeFileSync(path, after);
  const host = fakeHost({ cwd });
  await run(['check'], host);
  return host.out();
}

describe('a slip in the sample register gives one message, at its line', () => {
  test.each(SLIPS)('%s', async (_slip, file, from, to, said) => {
    const all = await saidOf(file, (text) => text.replace(from, () => to));
    expect(all).toMatch(said);
    expect(all).toContain(`data/${file}:`);
    expect(all).toMatch(/\n1 error in 7 files\./);
  });

  test('an empty file', async () => {
    expect(await saidOf(PROGRESS, () => '')).toMatch(/this file is empty[\s\S]*\n1 error in 7 files/);
  });
});

test.each([
  ['the line ends of Windows', (text: string) => text.replaceAll('\n', '\r\n')],
  ['the mark that Windows puts at the beginning of a file', (text: string) => `\ufeff${text}`],
])('%s are no mistake', async (_what, change) => {
  expect(await saidOf(PROGRESS, change)).toBe('No problems in 7 files.\n');
});

interface Found {
  readonly file: string;
  readonly line: number;
  readonly code: string;
  readonly severity: string;
}

test('forty mistakes of many kinds in one file are all reported, errors first, in the order of their lines', async () => {
  const lines = [
    'title: [ Repairs ]',
    'panel: homse',
    'monitored-by: strets',
    'comissioned: 2019',
    'commissioned: 31/31/2019',
    'final-report: { date: 1 July 2019, sent-to-executive: 2019-02-30, to: Cabinet }',
    'executive-response: { date: 1/10/2019, decision: accepted }',
    'evidence: none',
    'notice: "[See](javascript:alert)"',
    'lang: en',
    'exempt:',
    'background-papers:',
    '  - title: Survey',
    '    link: C:\\survey.docx',
    '    page: 3',
    '  -',
    'recommendations:',
    '  - ref: 1',
    '    text: Mend roofs.',
    '    response: agreed',
    '    agreed: Tuesday',
    '    actions: yes',
    '  - ref: 1',
    '    text: Mend roofs again.',
    '    response: rejected',
    '  - text: A third.',
    '    response: accepted-in-part',
    '  - ref: 4',
    '    txt: A fourth.',
    '    response: accepted',
    '    actions:',
    '      - { ref: 4, text: Same, due: 30/06/2020, owner: head-of-hoems }',
    '      - { ref: 4.2, text: { a: b }, due: [ 2020 ], sucess-measure: x }',
    '      - { ref: 4.3, text: Roofs, and ropes, owner: nobody-here, due: 2020-13 }',
    '      - { ref: 4.3, text: A, exempt: { paragraph: three }, allow: { rule: nothing, until: soon } }',
    '      - { ref: 4.5, text: "![](../a.png)", due: 2020-02-31, agreed: 2020 }',
    '',
  ];
  const cwd = sampleCopy();
  writeFileSync(join(cwd, 'data', REVIEW), lines.join('\n'));
  const host = fakeHost({ cwd });
  await run(['check', '--format', 'json'], host);
  const found: readonly Found[] = JSON.parse(host.out()).diagnostics;
  const here = found.filter(({ file }) => file.endsWith('review.yaml'));
  expect(here.length).toBeGreaterThanOrEqual(40);
  expect(new Set(here.map(({ code }) => code)).size).toBeGreaterThanOrEqual(12);
  const ranks = here.map(({ severity }) => ['error', 'warning', 'info'].indexOf(severity));
  expect(ranks).toEqual(ranks.toSorted((a, b) => a - b));
  for (const wanted of ['error', 'warning']) {
    const lines = here.filter(({ severity }) => severity === wanted).map(({ line }) => line);
    expect(lines).toEqual(lines.toSorted((a, b) => a - b));
  }
});
