import { describe, expect, test } from 'vitest';
import { SourceTexts } from '../../src/diagnostics/index.js';
import { SCHEMAS } from '../../src/model/schemas.js';
import { parseSource } from '../../src/source/index.js';
import { KEYS, LISTS, PROSE } from '../../src/source/register-keys.js';

const HEAD = 'as-at: 2026-02-10\nreported-by: head-of-homes\nprogress:\n';
const ENTRY = `${HEAD}  6.2:\n    rating: amber\n`;
const NOTE = '    note: Most tenants have had a letter.\n';
const NEXT = '  6.1:\n    rating: green\n    note: Done.\n';
const BLOCK = `${ENTRY}    note: |\n      Most tenants.\n`;
const MEETING = `date: 2026-03-02
panel: homes
items:
  - number: 5
    title: Repairs
    report: update
  - number: 6
    title: Roofs
    report: update
decisions:
  - { action: repairs/1.1, decision: signed-off }
`;
const REVIEW = `title: Repairs
recommendations:
  - ref: 1
    text: Mend roofs within a week.
    actions:
      - ref: 1.1
        text: Hire two roofers
        owner: head-of-homes
      - ref: 1.2
        text: Buy ladders
  - ref: 2
    text: Tell tenants.
`;

/** All that is said of a text: where, and what. */
function said(text: string): readonly string[] {
  const texts = new SourceTexts([['data/x.yaml', text]]);
  const { diagnostics } = parseSource({ shown: 'data/x.yaml', path: 'x.yaml', text });
  return diagnostics.map(({ span, message }) => {
    const { line, column } = texts.positionOf(span.file, span.start);
    return `${line}:${column} ${message}`;
  });
}

const outside = (key: string) =>
  `these words are not indented, so YAML cannot tell that they belong to '${key}' above`;
const colon = (place: string, key = 'note') =>
  `because of the colon ${place} this line YAML takes it for a key, not for words of '${key}'`;
const OPEN = 'the quotation mark that opens here is not closed, so YAML takes the lines after it for words';
const NBSP = 'these are non-breaking spaces, as web pages have them, which YAML does not take for spaces';
const NO_SPACE =
  'these are characters that only look like spaces, as web pages have them, which YAML does not take for spaces';
const dash = (what: string, list: string) =>
  `a dash is missing before ${what}: each item of '${list}' begins with '- '`;

const SLIPS: Readonly<
  Record<string, Readonly<Record<string, readonly [text: string, place: string, message: string]>>>
> = {
  'words that are not indented': {
    'at the margin': [`${ENTRY}${NOTE}The rest will follow in May.\n`, '7:1', outside('note')],
    'after an empty line': [`${ENTRY}${NOTE}\nThe rest will follow.\n\n${NEXT}`, '8:1', outside('note')],
    'of two lines': [`${ENTRY}${NOTE}The rest will follow.\nIn May.\n${NEXT}`, '7:1', outside('note')],
    'with a colon': [`${ENTRY}${NOTE}Still to do: the rest.\n${NEXT}`, '7:1', outside('note')],
    'with an address': [
      `${ENTRY}${NOTE}See https://example.org/x for more.\n${NEXT}`,
      '7:1',
      outside('note'),
    ],
    'under a reference': [`${ENTRY}${NOTE}  The rest will follow.\n${NEXT}`, '7:3', outside('note')],
    'under the key': [`${ENTRY}${NOTE}    The rest will follow.\n${NEXT}`, '7:5', outside('note')],
    'after quotation marks': [
      `${ENTRY}    note: "Most."\nThe rest will follow.\n${NEXT}`,
      '7:1',
      outside('note'),
    ],
    'after a block': [`${BLOCK}\nThe rest will follow.\n${NEXT}`, '9:1', outside('note')],
    'after a block, at its end': [`${BLOCK}\n    The rest will follow.\n`, '9:5', outside('note')],
    'as a list': [`${ENTRY}${NOTE}- Hill\n- Dale\n${NEXT}`, '7:1', outside('note')],
    'as a list after a block': [`${BLOCK}- Hill\n- Dale\n${NEXT}`, '8:1', outside('note')],
    'of a review': [
      'title: x\nbackground: It began.\n\nIt met often.\npanel: homes\n',
      '4:1',
      outside('background'),
    ],
    'with a small letter': [REVIEW.replace('two roofers', 'two\nand a mate.'), '8:1', outside('text')],
  },
  'a colon in words of several lines': {
    'at the end of a line': [
      `${ENTRY}    note: Letters went out.\n      These wards are next:\n      Hill and Dale\n`,
      '7:27',
      colon('at the end of'),
    ],
    'before a list': [
      `${ENTRY}    note: Letters went out.\n      Next are:\n      - Hill\n${NEXT}`,
      '7:15',
      colon('at the end of'),
    ],
    'at the end of the words': [
      `${ENTRY}    note: Letters went out.\n      Next are:\n${NEXT}`,
      '7:15',
      colon('at the end of'),
    ],
    'in a line': [`${ENTRY}    note: Letters went out.\n      Next: Hill\n${NEXT}`, '7:11', colon('in')],
    'in the third line': [
      `${ENTRY}    note: Letters went\n      out.\n      These are next:\n      Hill\n`,
      '8:21',
      colon('at the end of'),
    ],
    'of a review': [
      'title: x\nbackground: The panel\n  met these people:\n  Ann and Bob\n',
      '3:19',
      colon('at the end of', 'background'),
    ],
  },
  'a key out of its column': {
    'two further right': [`${ENTRY}  ${NOTE}`, '6:7', "'note' begins further right than 'rating'"],
    'one further right': [`${ENTRY} ${NOTE}${NEXT}`, '6:6', "'note' begins further right than 'rating'"],
    'with a block': [
      `${ENTRY}      note: |\n        Most.\n${NEXT}`,
      '6:7',
      "'note' begins further right than 'rating'",
    ],
    'after words': [
      `${ENTRY}${NOTE}      evidence: Minutes\n${NEXT}`,
      '7:7',
      "'evidence' begins further right than 'note'",
    ],
    'one further left': [
      `${ENTRY}   note: Most.\n${NEXT}`,
      '6:4',
      "'note' begins further left than 'rating'",
    ],
    'at the margin': [`${ENTRY}note: Most.\n${NEXT}`, '6:1', "'note' begins further left than 'rating'"],
    'at the margin, the first': [
      `${HEAD}  6.2:\nrating: amber\n${NOTE}`,
      '5:1',
      "'rating' begins further left than 'note'",
    ],
    'in an item': [
      MEETING.replace('    title: Rep', '      title: Rep'),
      '5:7',
      "'title' begins further right than 'number'",
    ],
    'in an item, left': [
      MEETING.replace('    title: Rep', '   title: Rep'),
      '5:4',
      "'title' begins further left than 'number'",
    ],
    'in an action': [
      REVIEW.replace('        owner', '          owner'),
      '8:11',
      "'owner' begins further right than 'text'",
    ],
    'at the top': [MEETING.replace('panel', '  panel'), '2:3', "'panel' begins further right than 'date'"],
  },
  'spaces that are none': {
    'before a key': [`${ENTRY}\u00a0\u00a0\u00a0\u00a0note: Most.\n`, '6:1', NBSP],
    'beside spaces': [`${ENTRY}  \u00a0\u00a0note: Most.\n${NEXT}`, '6:3', NBSP],
    'narrow ones': [`${ENTRY}\u202f\u202f\u202f\u202fnote: Most.\n${NEXT}`, '6:1', NBSP],
    'as wide as a figure': [`${ENTRY}\u2007\u2007\u2007\u2007note: Most.\n${NEXT}`, '6:1', NO_SPACE],
    'without a width': [`${ENTRY}\u200b    note: Most.\n${NEXT}`, '6:1', NO_SPACE],
    'a mark of byte order': [`${ENTRY}\ufeff    note: Most.\n${NEXT}`, '6:1', NO_SPACE],
    'in a block': [`${ENTRY}    note: |\n\u00a0\u00a0\u00a0\u00a0\u00a0\u00a0Most.\n`, '7:1', NBSP],
    'in many lines': [
      `${HEAD}\u00a0\u00a06.2:\n\u00a0\u00a0\u00a0\u00a0rating: amber\n\u00a0\u00a0\u00a0\u00a0note: x\n`,
      '4:1',
      `${NBSP}; 2 more lines have them`,
    ],
    'after a colon': [`${ENTRY}    note:\u00a0Most.\n${NEXT}`, '6:10', NBSP],
    'after a dash': ['title: x\nrecommendations:\n  -\u00a0ref: 1\n    text: x\n', '3:4', NBSP],
  },
  'a quotation mark that is not closed': {
    'at the end of the file': [`${ENTRY}    note: "Most tenants.\n`, '6:11', OPEN],
    'a single one': [`${ENTRY}    note: 'Most tenants.\n`, '6:11', OPEN],
    'before other keys': [`${ENTRY}    note: "Most tenants.\n${NEXT}`, '6:11', OPEN],
    'of two lines': [`${ENTRY}    note: "Most tenants.\n      And more.\n`, '6:11', OPEN],
    'before another that opens': [
      `${ENTRY}    note: "Most.\n${NEXT.replace('Done.', '"Done."')}`,
      '6:11',
      OPEN,
    ],
    'before words in marks': [
      `${ENTRY}    note: "Most.\n${NEXT.replace('Done.', 'A "yes" to it.')}`,
      '6:11',
      OPEN,
    ],
    'in a list': ['title: x\nterms-of-reference:\n  - "to find\n  - to say\n', '3:5', OPEN],
    'in braces': [
      'title: x\nrecommendations:\n  - actions: [ { ref: 1.1, text: "Hire, owner: x } ]\n    text: y\n',
      '3:34',
      OPEN,
    ],
    'of a key': [`${HEAD}  "6.2:\n    rating: amber\n`, '4:3', OPEN],
  },
  'a space that is missing': {
    'before the last value': [`${ENTRY}    note:Most tenants.\n`, '6:9', "a space is missing after 'note:'"],
    'before other keys': [
      `${ENTRY}    note:Most tenants.\n${NEXT}`,
      '6:9',
      "a space is missing after 'note:'",
    ],
    'before quotation marks': [
      `${ENTRY}    note:"Most tenants."\n${NEXT}`,
      '6:9',
      "a space is missing after 'note:'",
    ],
    'before a block': [`${ENTRY}    note:|\n      Most.\n${NEXT}`, '6:9', "a space is missing after 'note:'"],
    'at the top': ['title:Repairs\npanel: homes\n', '1:6', "a space is missing after 'title:'"],
    'in braces': [MEETING.replace('action: ', 'action:'), '11:13', "a space is missing after 'action:'"],
    'after a dash': [
      MEETING.replace('- number: 5', '-number: 5'),
      '4:3',
      'a space is missing after this dash',
    ],
  },
  'a dash that is missing': {
    'before the first item': [MEETING.replace('- number: 5', 'number: 5'), '4:3', dash("'number'", 'items')],
    'before the second item': [MEETING.replace('- number: 6', 'number: 6'), '7:3', dash("'number'", 'items')],
    'before the only item': [
      MEETING.replace('- number: 5', 'number: 5').replace(/ {2}- number: 6\n.*\n.*\n/, ''),
      '4:3',
      dash("'number'", 'items'),
    ],
    'before a recommendation': [
      REVIEW.replace('- ref: 1\n', 'ref: 1\n'),
      '3:3',
      dash("'ref'", 'recommendations'),
    ],
    'before an action': [REVIEW.replace('- ref: 1.1', 'ref: 1.1'), '6:7', dash("'ref'", 'actions')],
    'before the last recommendation': [
      REVIEW.replace('- ref: 2', 'ref: 2'),
      '11:3',
      dash("'ref'", 'recommendations'),
    ],
    'before words': [
      'title: x\nterms-of-reference:\n  - to find\n  to say\n  - to hear\n',
      '4:3',
      dash('these words', 'terms-of-reference'),
    ],
  },
  'a comment that cuts off more than its line': {
    'in braces': [
      REVIEW.replace(
        '- ref: 1.2\n        text: Buy ladders\n',
        '- { ref: 1.2, text: Buy #3 ladders, owner: x }\n',
      ),
      '9:31',
      'YAML takes "#3 ladders, owner: x }" for a comment, and the bracket before it is never closed',
    ],
    'in words of two lines': [
      `${ENTRY}    note: Most of #3 had\n      a letter\n${NEXT}`,
      '6:19',
      'YAML takes "#3 had" for a comment, and the words after it belong to nothing',
    ],
    'on a line between': [
      `${ENTRY}    note: Most of\n      #3 had\n      a letter\n${NEXT}`,
      '7:7',
      'YAML takes "#3 had" for a comment, and the words after it belong to nothing',
    ],
  },
  'a value that repeats another': {
    'is told once': [
      `${ENTRY}    note: &a Most.\n  6.1:\n    note: *a\n`,
      '8:11',
      "'*a' repeats something written elsewhere, which a register does not allow",
    ],
  },
};

describe.each(Object.entries(SLIPS))('%s', (_kind, slips) => {
  test.each(Object.entries(slips))('%s', (_name, [text, place, message]) => {
    expect(said(text)).toEqual([`${place} ${message}`]);
  });
});

test('what the slips were made in is sound', () => {
  for (const text of [`${ENTRY}${NOTE}${NEXT}`, `${BLOCK}${NEXT}`, MEETING, REVIEW])
    expect(said(text)).toEqual([]);
});

test('a repeated value is read in its place, so that nothing else seems to be missing', () => {
  const text = 'a: &x One.\nb: *x\n';
  const { root } = parseSource({ shown: 'data/x.yaml', path: 'x.yaml', text }).value;
  const value = root?.kind === 'map' ? root.fields[1]?.value : undefined;
  expect(value).toMatchObject({ kind: 'text', text: 'One.', span: { start: text.indexOf('*x') } });
});

test('the keys by which slips are known are those of the schemas', () => {
  const keys = new Set<string>();
  const lists = new Set<string>();
  const walk = (schema: unknown): void => {
    if (Array.isArray(schema)) schema.forEach(walk);
    if (typeof schema !== 'object' || schema === null || Array.isArray(schema)) return;
    for (const [name, value] of Object.entries(schema)) {
      if (name === 'properties')
        for (const [key, shape] of Object.entries(value ?? {})) {
          keys.add(key);
          if (JSON.stringify(shape).includes('"array"')) lists.add(key);
        }
      walk(value);
    }
  };
  walk(SCHEMAS);
  expect([...KEYS].toSorted()).toEqual([...keys].toSorted());
  expect([...LISTS].filter((key) => !lists.has(key))).toEqual([]);
  expect([...PROSE].filter((key) => !keys.has(key))).toEqual([]);
});
