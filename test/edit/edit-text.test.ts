import { describe, expect, test } from 'vitest';
import { type Change, editText, makeMap, showChange, writeText } from '../../src/edit/index.js';
import { parseSource } from '../../src/source/index.js';

const FILE = { shown: 'data/a.yaml', path: 'a.yaml' };

function outcomeOf(text: string, changes: readonly Change[]) {
  return editText(parseSource({ ...FILE, text }), changes);
}

function edited(text: string, ...changes: readonly Change[]): string {
  const outcome = outcomeOf(text, changes);
  if ('refusal' in outcome) throw new Error(outcome.refusal);
  return outcome.file.value.text;
}

const set = (path: Change['path'], value: string): Change => ({ kind: 'set', path, value });

const REVIEW = `title:   "Repairs"   # as printed
x-file:  'H/12'

recommendations:
  - ref: 1
    text: Mend roofs.
    actions:
      - { ref: 1.1, text: Hire two roofers }   # first
    # more to come

  - ref: 2
    text: |
      Buy ladders.

# The end
`;

describe('what is new looks like its neighbours', () => {
  test('an action in braces, on a line after the last, before the comment that follows', () => {
    const action = makeMap({ ref: '1.2', text: 'Train them, and pay them' });
    const path = ['recommendations', { key: 'ref', is: '1' }, 'actions'];
    expect(edited(REVIEW, { kind: 'append', path, items: [action] })).toBe(
      REVIEW.replace('# first\n', '# first\n      - { ref: 1.2, text: "Train them, and pay them" }\n'),
    );
  });

  test('a recommendation, with an empty line before it as before the others', () => {
    const recommendation = makeMap({
      ref: '3',
      text: 'Ask tenants.\n\nThen act: soon.\n',
      reason: undefined,
    });
    expect(edited(REVIEW, { kind: 'append', path: ['recommendations'], items: [recommendation] })).toBe(
      REVIEW.replace(
        'Buy ladders.\n',
        'Buy ladders.\n\n  - ref: 3\n    text: |\n      Ask tenants.\n\n      Then act: soon.\n',
      ),
    );
  });

  test('a key after those that usually stand before it', () => {
    const path = ['recommendations', { key: 'ref', is: '1' }, 'response'];
    const order = ['ref', 'text', 'response', 'actions'];
    expect(edited(REVIEW, { kind: 'set', path, value: 'accepted', order })).toBe(
      REVIEW.replace('    text: Mend roofs.\n', '    text: Mend roofs.\n    response: accepted\n'),
    );
  });

  test('a value in the quotes of the one before, and its comment stays', () => {
    expect(edited(REVIEW, set(['title'], 'Repairs and more'))).toBe(
      REVIEW.replace('"Repairs"', '"Repairs and more"'),
    );
    expect(edited(REVIEW, set(['x-file'], "H's"))).toBe(REVIEW.replace("'H/12'", "'H''s'"));
  });

  test.each([
    [
      'indents of four, dashes under their key',
      'a:\n    b: 1\nlist:\n- x\n',
      'a:\n    b: 1\n    c:\n        d: 2\nlist:\n- x\n- y\n',
    ],
    [
      'CRLF and no line end at the end',
      'a:\r\n  b: 1\r\nlist:\r\n  - x',
      'a:\r\n  b: 1\r\n  c:\r\n    d: 2\r\nlist:\r\n  - x\r\n  - y',
    ],
    [
      'lists that are spread over lines',
      'a: { b: 1 }\nlist: [\n  x, # first\n  w  # second\n]\n',
      'a: { b: 1, c: { d: 2 } }\nlist: [\n  x, # first\n  w,  # second\n  y\n]\n',
    ],
    ['a comma at the end', 'a: {b: 1,}\nlist: [x,]\n', 'a: {b: 1, c: {d: 2},}\nlist: [x, y,]\n'],
    ['nothing yet', 'a: ~  # none\nlist: []  # none\n', 'a:  # none\n  c:\n    d: 2\nlist: [y]  # none\n'],
  ])('%s', (_, text, expected) => {
    expect(edited(text, set(['a', 'c', 'd'], '2'), { kind: 'append', path: ['list'], items: ['y'] })).toBe(
      expected,
    );
  });

  test('in a file of comments only', () => {
    expect(edited('# Nothing yet', set(['a'], 'b'))).toBe('# Nothing yet\na: b');
    expect(edited('', set(['a'], 'b'))).toBe('a: b\n');
  });
});

describe('words mean what was typed', () => {
  test.each([
    ['Every school, and college, took part.', 'note: Every school, and college, took part.\n'],
    ['Cost: 40%', 'note: "Cost: 40%"\n'],
    ['See item #4 # today', 'note: "See item #4 # today"\n'],
    ['He said "no": twice', `note: 'He said "no": twice'\n`],
    ['C:\\temp\\new', 'note: C:\\temp\\new\n'],
    ['- not a list', 'note: "- not a list"\n'],
    ['%', 'note: "%"\n'],
    ['null', 'note: "null"\n'],
    ['1.10', 'note: 1.10\n'],
    [' leading', 'note: " leading"\n'],
    ['tab\there', "note: 'tab\there'\n"],
    ['😀 done', 'note: 😀 done\n'],
    ['One.\n\nTwo: two.\n', 'note: |\n  One.\n\n  Two: two.\n'],
    ['One.\r\nTwo.', 'note: |-\n  One.\n  Two.\n'],
    ['  set in\nnot\n', 'note: |2\n    set in\n  not\n'],
    ['One.\n\n\n', 'note: "One.\\n\\n\\n"\n'],
    ['<<<<<<< ours\nx', 'note: "<<<<<<< ours\\nx"\n'],
  ])('%j', (words, written) => {
    const text = edited('', set(['note'], words));
    expect(text).toBe(written);
    const { value } = parseSource({ ...FILE, text });
    expect(value.root).toMatchObject({ fields: [{ value: { text: words.replace(/\r\n/g, '\n') } }] });
  });
});

describe('nothing is changed', () => {
  test.each([
    ['where the file has a fault', 'a: [1\n', ['a'], /correct that first$/],
    [
      'where a list has no such item',
      REVIEW,
      ['recommendations', { key: 'ref', is: '9' }, 'text'],
      /^there is no 'ref: 9'$/,
    ],
    ['where words stand instead of keys', REVIEW, ['title', 'deeper'], /^'deeper' has no place here/],
    ['where the key is written as no key of ours', '? a\n', ['a'], /edit the file by hand$/],
  ] as const)('%s', (_, text, path, refusal) => {
    expect(outcomeOf(text, [set(path, 'x')])).toEqual({ refusal: expect.stringMatching(refusal) });
  });
});

test('each change is told by the place where it stands afterwards', () => {
  const outcome = outcomeOf(REVIEW, [
    { kind: 'append', path: ['recommendations'], items: [makeMap({ ref: '3', text: 'Ask.' })] },
    set(['recommendations', { key: 'ref', is: '3' }, 'owner'], 'clerk'),
    set(['panel'], 'homes'),
  ]);
  if ('refusal' in outcome) throw new Error(outcome.refusal);
  expect(outcome.starts.map((start) => outcome.file.value.text.slice(start).split('\n')[0])).toEqual([
    'ref: 3',
    'owner: clerk',
    'panel: homes',
  ]);
});

test('a new file is set out as the others are', () => {
  const review = makeMap({
    title: 'Repairs: roofs',
    panel: 'homes',
    recommendations: [
      makeMap({
        ref: '1',
        text: 'Mend roofs.',
        actions: [makeMap({ ref: '1.1', text: 'Hire.', owner: ['a', 'b'] })],
      }),
      makeMap({ ref: '2', text: 'Buy.\n\nTwo.\n' }),
    ],
    'background-papers': [],
  });
  expect(writeText(review)).toBe(`title: "Repairs: roofs"
panel: homes

recommendations:
  - ref: 1
    text: Mend roofs.
    actions:
      - ref: 1.1
        text: Hire.
        owner: [a, b]

  - ref: 2
    text: |
      Buy.

      Two.

background-papers: []
`);
});

test('what changes is shown with the lines round it', () => {
  const after = edited(REVIEW, set(['title'], 'Roofs'));
  expect(showChange(REVIEW, after).map(({ kind, text }) => `${kind} ${text}`)).toEqual([
    'place @@ -1,4 +1,4 @@',
    'gone title:   "Repairs"   # as printed',
    'new title:   "Roofs"   # as printed',
    "same x-file:  'H/12'",
    'same ',
    'same recommendations:',
  ]);
});

test('a file of 5,000 actions is edited in less than a second', () => {
  const actions = Array.from({ length: 5_000 }, (_, index) =>
    makeMap({
      ref: `1.${index + 1}`,
      text: `Do thing ${index + 1}, and tell the panel.`,
      owner: 'head-of-homes',
      due: '2026-03-31',
    }),
  );
  const text = writeText(
    makeMap({ title: 'T', recommendations: [makeMap({ ref: '1', text: 'All', actions })] }),
  );
  const path = ['recommendations', { key: 'ref', is: '1' }, 'actions'];
  const read = parseSource({ ...FILE, text });
  // Time of this process alone, whatever else the machine does.
  const started = process.cpuUsage();
  const outcome = editText(read, [
    { kind: 'append', path, items: [makeMap({ ref: '1.5001', text: 'More.' })] },
    set([...path, { key: 'ref', is: '1.2500' }, 'due'], '2026-06-30'),
  ]);
  const { user, system } = process.cpuUsage(started);
  expect((user + system) / 1_000).toBeLessThan(1_000);
  expect('file' in outcome && outcome.file.value.text.length).toBe(
    text.length + '      - ref: 1.5001\n        text: More.\n'.length,
  );
});
