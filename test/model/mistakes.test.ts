import { describe, expect, test } from 'vitest';
import { SourceTexts } from '../../src/diagnostics/index.js';
import { modelOf, SMALL, small } from '../support/registers.js';

const COUNCIL = 'data/council.yaml';
const MEETING = 'data/meetings/2020-03-02-homes.yaml';
const REVIEW = 'data/reviews/repairs/review.yaml';
const PROGRESS = 'data/reviews/repairs/progress/2020-02-10.yaml';

function changed(file: string, from: string, to: string): Readonly<Record<string, string>> {
  const text = SMALL[file] ?? '';
  if (!text.includes(from)) throw new Error(`${file} has no '${from}'`);
  return small({ [file]: text.replace(from, to) });
}

/** What is wrong, as `line:column code`. */
function found(files: Readonly<Record<string, string>>): readonly string[] {
  const texts = new SourceTexts(Object.entries(files));
  return modelOf(files).diagnostics.map(({ span, code, message, hint }) => {
    const { line, column } = texts.positionOf(span.file, span.start);
    return `${span.file.slice(span.file.lastIndexOf('/') + 1)}:${line}:${column} ${code} | ${message} | ${hint ?? ''}`;
  });
}

test('the small register has nothing wrong with it', () => {
  expect(found(SMALL)).toEqual([]);
});

/** One mistake each; one message each, at its place, with what to write instead. */
const MISTAKES: readonly (readonly [what: string, files: Readonly<Record<string, string>>, said: RegExp])[] =
  [
    [
      'an unknown key',
      changed(PROGRESS, 'note:', 'ntoe:'),
      /^2020-02-10\.yaml:6:5 key-unknown \| 'ntoe' is not a key of a progress entry \| Did you mean 'note'\?$/,
    ],
    [
      'an underscore for a hyphen',
      changed(PROGRESS, 'reported-by', 'reported_by'),
      /key-unknown .* Did you mean 'reported-by'\?$/,
    ],
    [
      'a missing key',
      changed(REVIEW, 'title: Repairs\n', ''),
      /^review\.yaml:1:1 key-missing \| 'title' is missing from a review \| Add a line 'title: …' here\.$/,
    ],
    [
      'a key with nothing after it',
      changed(REVIEW, 'title: Repairs', 'title:'),
      /^review\.yaml:1:1 value-empty/,
    ],
    [
      'an exemption with nothing after it, which would publish what was to be withheld',
      changed(REVIEW, 'owner: head-of-homes, ', 'owner: head-of-homes, exempt: , '),
      /^review\.yaml:9:\d+ value-empty \| nothing is written after 'exempt' \| Write an exemption after the colon\.$/,
    ],
    [
      'an exemption of an entry with nothing after it',
      changed(PROGRESS, '    rating: amber', '    exempt:\n    rating: amber'),
      /^2020-02-10\.yaml:5:5 value-empty \| nothing is written after 'exempt'/,
    ],
    [
      'a list where words belong',
      changed(REVIEW, 'title: Repairs', 'title: [ Repairs ]'),
      /^review\.yaml:1:8 value-type \| this must be text, not a list/,
    ],
    [
      'words where a list belongs',
      changed(MEETING, 'items:\n  - ', 'items: one\nx-note:\n  - '),
      /value-type \| this must be a list/,
    ],
    [
      'a day that does not exist',
      changed(MEETING, '2020-03-02', '2020-02-30'),
      /^2020-03-02-homes\.yaml:1:7 date-invalid \| there is no such date as 2020-02-30/,
    ],
    [
      'a date the British way',
      changed(MEETING, 'published: 2020-02-21', 'published: 21/02/2020'),
      /^2020-03-02-homes\.yaml:2:12 date-format .* Write 2020-02-21: year, month, day\.$/,
    ],
    [
      'a year of two digits',
      changed(REVIEW, 'due: 2020-01-31', 'due: 31/01/20'),
      /date-format .* Write 2020-01-31/,
    ],
    [
      'a month where a day belongs',
      changed(MEETING, 'published: 2020-02-21', 'published: 2020-02'),
      /date-format \| '2020-02' is not a whole day/,
    ],
    [
      'a due date in words that is wholly a date',
      changed(REVIEW, 'due: 2020-06 ', 'due: June 2020 '),
      /date-format .* Write 2020-06/,
    ],
    [
      'an unknown panel',
      changed(MEETING, 'panel: homes', 'panel: homse'),
      /panel-unknown .* Did you mean 'homes'\?$/,
    ],
    [
      'an unknown service',
      changed(COUNCIL, 'role: Clerk', 'role: Clerk, service: housing'),
      /service-unknown .* There is none yet: add it to council\.yaml\.$/,
    ],
    [
      'an unknown officer',
      changed(PROGRESS, 'reported-by: head-of-homes', 'reported-by: head-of-hoems'),
      /officer-unknown .* Did you mean 'head-of-homes'\?/,
    ],
    [
      'an unknown rating',
      changed(PROGRESS, 'rating: amber', 'rating: ambre'),
      /^2020-02-10\.yaml:5:13 rating-unknown .* Did you mean 'amber'\?$/,
    ],
    [
      'an unknown review',
      changed(MEETING, 'review: repairs', 'review: repair'),
      /review-unknown .* Did you mean 'repairs'\?$/,
    ],
    [
      'progress on an action that is not there',
      changed(PROGRESS, '1.1:', '1.11:'),
      /^2020-02-10\.yaml:4:3 ref-unknown .* Did you mean '1\.1'\?$/,
    ],
    [
      'progress on a recommendation that has actions',
      changed(PROGRESS, '  1.1:', '  1:'),
      /ref-has-actions .* Name the action: 1\.1, 1\.2\.$/,
    ],
    ['a reference used twice', changed(REVIEW, 'ref: 1.2', 'ref: 1.1'), /^review\.yaml:10:16 ref-duplicate/],
    [
      'two reports on one action for one day',
      small({
        'data/reviews/repairs/progress/2020-02-10-again.yaml':
          'as-at: 2020-02-10\nprogress:\n  1.1: { rating: green }\n',
      }),
      /progress-duplicate/,
    ],
    [
      'a comma inside braces',
      changed(REVIEW, 'text: Buy ladders, owner', 'text: Buy ladders, and ropes, owner'),
      /^review\.yaml:10:27 yaml-split-note \| the comma ends 'text' here.*quote its words: text: "…"$/,
    ],
    ['an indent by a tab', changed(PROGRESS, '    note:', '\tnote:'), /^2020-02-10\.yaml:6:1 yaml-tab/],
    [
      'a conflict that git left',
      changed(
        PROGRESS,
        '    rating: amber\n',
        '<<<<<<< HEAD\n    rating: amber\n=======\n    rating: green\n>>>>>>> other\n',
      ),
      /^2020-02-10\.yaml:5:1 yaml-conflict \| git has left a conflict here/,
    ],
    ['a quotation mark that is not closed', changed(PROGRESS, 'note: One', 'note: "One'), /yaml-syntax/],
    [
      'a repeated value by anchor',
      changed(PROGRESS, 'note: One roofer was hired.', 'note: *other'),
      /yaml-alias/,
    ],
    [
      'a file named for another day',
      small({ [PROGRESS]: '', 'data/reviews/repairs/progress/2020-02-11.yaml': SMALL[PROGRESS] ?? '' }),
      /file-date/,
    ],
    ['a file that nothing reads', small({ 'data/reviews/repairs.yaml': 'title: lost\n' }), /file-unused/],
    [
      'progress without a review',
      small({ 'data/reviews/lost/progress/2020-02-10.yaml': 'as-at: 2020-02-10\nprogress: {}\n' }),
      /file-missing/,
    ],
    [
      'the same panel twice on a day',
      small({ 'data/meetings/2020-03-02-b.yaml': 'date: 2020-03-02\npanel: homes\n' }),
      /meeting-duplicate/,
    ],
    [
      'an item number used twice',
      changed(MEETING, '  - { number: 4', '  - { number: 4, title: Other }\n  - { number: 4'),
      /item-duplicate/,
    ],
    [
      'a deferral to a meeting that does not list the item',
      small({
        'data/meetings/2020-04-06.yaml': 'date: 2020-04-06\npanel: homes\n',
        [MEETING]: `${SMALL[MEETING]}decisions:\n  - { item: 4, decision: deferred, to: 2020-04-06 }\n`,
      }),
      /deferral-not-listed/,
    ],
    [
      'a deferral to a meeting that has an addendum on it alone',
      small({
        'data/meetings/2020-04-06.yaml':
          'date: 2020-04-06\npublished: 2020-03-27\npanel: homes\nitems:\n  - { number: 4, title: Late News, report: addendum, review: repairs }\n',
        [MEETING]: `${SMALL[MEETING]}decisions:\n  - { item: 4, decision: deferred, to: 2020-04-06 }\n`,
      }),
      /deferral-not-listed/,
    ],
    [
      'an extension without a date',
      small({
        [MEETING]: `${SMALL[MEETING]}decisions:\n  - { action: repairs/1.1, decision: extension-granted }\n`,
      }),
      /decision-incomplete/,
    ],
    [
      'a decision on an unknown action',
      small({
        [MEETING]: `${SMALL[MEETING]}decisions:\n  - { action: repairs/1.3, decision: signed-off }\n`,
      }),
      /ref-unknown/,
    ],
    ['papers in Welsh', small({ [COUNCIL]: `${SMALL[COUNCIL]}language: cy-GB\n` }), /language-unsupported/],
    [
      'two ratings of one shape',
      small({
        [COUNCIL]: `${SMALL[COUNCIL]}ratings:\n  good: { label: Good, shape: tick }\n  bad: { label: Bad, shape: tick }\n`,
        [PROGRESS]: '',
      }),
      /rating-shape/,
    ],
    [
      'a link to a script',
      changed(PROGRESS, 'One roofer', '"[One](javascript:alert) roofer"'),
      /yaml-syntax|link-scheme/,
    ],
    [
      'a picture that is not there',
      changed(PROGRESS, 'One roofer was hired.', '"![A roof](roof.png)"'),
      /^2020-02-10\.yaml:6:12 image-missing/,
    ],
    [
      'a picture that is not there in a text of several lines',
      changed(
        PROGRESS,
        'note: One roofer was hired.',
        'note: |\n      One roofer was hired.\n\n      See ![a roof](roof.png).',
      ),
      /^2020-02-10\.yaml:9:11 image-missing/,
    ],
    [
      'a picture that is not there in one of several terms of reference',
      changed(
        REVIEW,
        'background-papers',
        'terms-of-reference:\n  - The roofs\n  - |\n    The walls ![a wall](wall.png)\nbackground-papers',
      ),
      /^review\.yaml:14:15 image-missing/,
    ],
    [
      'a picture outside the register',
      changed(PROGRESS, 'One roofer was hired.', '"![A roof](../roof.png)"'),
      /image-outside/,
    ],
    [
      'a footnote that is missing',
      changed(PROGRESS, 'One roofer was hired.', '"One roofer[^1] was hired."'),
      /footnote-missing/,
    ],
    [
      'a character without a glyph',
      changed(PROGRESS, 'One roofer was hired.', 'One roofer 😀'),
      /^2020-02-10\.yaml:6:22 glyph-missing .* printed as \[U\+1F600\]/,
    ],
  ];

describe('one mistake gives one message, at its place', () => {
  test.each(MISTAKES)('%s', (_what, files, said) => {
    const all = found(files);
    expect(all.join('\n')).toMatch(said);
    expect(all).toHaveLength(1);
  });
});

test('one broken file does not make every mention of it wrong', () => {
  expect(found(small({ [COUNCIL]: 'council: "Ambridge\n' }))).toHaveLength(1);
  expect(found(small({ [REVIEW]: 'title: "Repairs\n' }))).toHaveLength(1);
});

test('forty mistakes are all reported, in order', () => {
  const wrong = Array.from({ length: 40 }, (_, index) => `  1.${index + 3}: { rating: green }`).join('\n');
  const all = found(small({ [PROGRESS]: `as-at: 2020-02-10\nprogress:\n${wrong}\n` }));
  expect(all.map((line) => Number(/:(\d+):/.exec(line)?.[1]))).toEqual(
    Array.from({ length: 40 }, (_, index) => index + 3),
  );
});
