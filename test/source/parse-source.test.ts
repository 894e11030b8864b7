import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseSource, placeWithin, type SourceNode } from '../../src/source/index.js';

function parsed(text: string) {
  return parseSource({ shown: 'data/x.yaml', path: 'x.yaml', text });
}

function textAt(node: SourceNode | undefined, key: string): string | undefined {
  const value = node?.kind === 'map' ? node.fields.find((field) => field.key.text === key)?.value : undefined;
  return value?.kind === 'text' ? value.text : undefined;
}

describe('scalars stay as they were written', () => {
  test.each(['1.10', 'no', 'on', '0123', '2018-02-19', '1e3', 'true', '0x1F', '.5'])('%s', (written) => {
    expect(textAt(parsed(`a: ${written}\n`).value.root, 'a')).toBe(written);
  });

  test('and nothing is nothing', () => {
    for (const written of ['', '~', 'null'])
      expect(textAt(parsed(`a: ${written}\n`).value.root, 'a')).toBeUndefined();
    expect(textAt(parsed('a: ""\n').value.root, 'a')).toBe('');
  });
});

test('every value knows its place', () => {
  const text = 'a: one\nb:\n  - two\n  - c: "three"\n';
  const { root } = parsed(text).value;
  const spans: string[] = [];
  const walk = (node: SourceNode | undefined): void => {
    if (!node) return;
    if (node.kind === 'text') spans.push(text.slice(node.span.start, node.span.end));
    else if (node.kind === 'map') for (const field of node.fields) walk(field.value);
    else for (const item of node.items) walk(item);
  };
  walk(root);
  expect(spans).toEqual(['one', 'two', '"three"']);
});

test('words within block text are found where they are in the file', () => {
  const text = 'note: |\n  first line\n  second word here\n';
  const { root } = parsed(text).value;
  const node = root?.kind === 'map' ? root.fields[0]?.value : undefined;
  if (node?.kind !== 'text') throw new Error('no note');
  const start = node.text.indexOf('word');
  const span = placeWithin(node, text, start, start + 4);
  expect(text.slice(span.start, span.end)).toBe('word');
  expect(span.start).toBe(text.indexOf('word'));
});

test('a file that nests without end is refused in one sentence', () => {
  for (const text of ['['.repeat(10_000), '- '.repeat(10_000), '{a: '.repeat(2_000)]) {
    const { diagnostics } = parsed(text);
    expect(diagnostics.map(({ code }) => code)).toEqual(['yaml-too-deep']);
  }
});

test.each([
  ['a line of dashes', `note: |\n  ${'-'.repeat(80)}\n  Done.\n`],
  ['boxes that are not ticked', `note: |\n${'  [ roof\n'.repeat(60)}`],
  ['braces in a quoted text', `note: "${'{'.repeat(80)}"\n`],
])('%s in a note does not nest', (_, text) => {
  expect(parsed(text).diagnostics).toEqual([]);
});

test('whatever is in a file, reading it never throws', () => {
  const yamlish = fc.string({
    unit: fc.constantFrom(
      'a',
      ':',
      ' ',
      '\n',
      '-',
      '{',
      '}',
      '[',
      ']',
      '"',
      "'",
      '|',
      '>',
      '#',
      '&',
      '*',
      '!',
      '%',
      '\t',
      ',',
      '?',
      '~',
      'é',
      '\u0000',
      '\r',
    ),
    maxLength: 60,
  });
  fc.assert(
    fc.property(yamlish, (text) => {
      const { value, diagnostics } = parsed(text);
      for (const { span } of diagnostics) {
        expect(span.start).toBeGreaterThanOrEqual(0);
        expect(span.start).toBeLessThanOrEqual(text.length);
      }
      if (!value.isComplete) expect(diagnostics).not.toEqual([]);
    }),
    { numRuns: 2_000 },
  );
});
