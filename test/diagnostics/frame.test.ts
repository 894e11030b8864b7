import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type Diagnostic,
  nearest,
  type Severity,
  SourceTexts,
  worstFirst,
} from '../../src/diagnostics/index.js';

function frameIn(text: string, start: number, end: number): string | undefined {
  return new SourceTexts([['f', text]]).frameOf({ file: 'f', start, end });
}

function frame(text: string, words: string): string {
  const start = text.indexOf(words);
  return frameIn(text, start, start + words.length) ?? '';
}

describe('a frame', () => {
  test('shows the line and points at the words', () => {
    expect(frame('one: 1\ntwo: grean\n', 'grean')).toBe('  2 │ two: grean\n    ╵      ^^^^^');
  });

  test('keeps tabs, so that the pointer stays beneath the words', () => {
    expect(frame('a:\n\tb: x\n', 'x')).toBe('  2 │ \tb: x\n    ╵ \t   ^');
  });

  test('knows the line ends of Windows', () => {
    expect(frame('one: 1\r\ntwo: 2\r\n', '2')).toBe('  2 │ two: 2\n    ╵      ^');
  });

  test('shortens a line of 2,000 words round the fault', () => {
    const shown = frame(`note: ${'word '.repeat(1000)}GREAN ${'word '.repeat(1000)}`, 'GREAN');
    expect(shown.length).toBeLessThan(240);
    const [line = '', pointer = ''] = shown.split('\n');
    expect(line.slice(pointer.indexOf('^'), pointer.lastIndexOf('^') + 1)).toBe('GREAN');
  });

  test('stands at the end of a file too', () => {
    expect(frameIn('a: 1', 4, 4)).toBe('  1 │ a: 1\n    ╵     ^');
  });

  test('is not there for an empty file, nor for one without a text', () => {
    expect(frameIn('', 0, 0)).toBeUndefined();
    expect(new SourceTexts().frameOf({ file: 'f', start: 3, end: 4 })).toBeUndefined();
    expect(new SourceTexts().positionOf('f', 3)).toEqual({ line: 1, column: 1 });
  });
});

test('line and column agree with a plain count', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: fc.constantFrom('a', '\n', '\r\n', 'é', '😀') }),
      fc.nat(),
      (text, somewhere) => {
        const offset = text.length === 0 ? 0 : somewhere % text.length;
        if (text[offset - 1] === '\r' && text[offset] === '\n') return;
        const before = text.slice(0, offset).split(/\r\n|\n|\r/);
        expect(new SourceTexts([['f', text]]).positionOf('f', offset)).toEqual({
          line: before.length,
          column: (before.at(-1)?.length ?? 0) + 1,
        });
      },
    ),
  );
});

test('texts put together keep their places', () => {
  const both = new SourceTexts([['a', 'one\ntwo']]).with(new SourceTexts([['b', '\n\nthree']]));
  expect([both.positionOf('a', 4), both.positionOf('b', 3)]).toEqual([
    { line: 2, column: 1 },
    { line: 3, column: 2 },
  ]);
});

describe('the nearest name', () => {
  test.each([
    ['revisd-due', ['revised-due', 'rating', 'reason'], 'revised-due'],
    ['ntoe', ['note', 'notice'], 'note'],
    ['Grean', ['green', 'amber', 'red'], 'green'],
    ['elephant', ['green', 'amber', 'red'], undefined],
  ])('to %s', (written, known, expected) => {
    expect(nearest(written, known)).toBe(expected);
  });
});

test('diagnostics are sorted by what they weigh, then by file and place, however they were found', () => {
  const at = (severity: Severity, file: string, start: number): Diagnostic => ({
    code: 'key-unknown',
    severity,
    message: 'm',
    span: { file, start, end: start },
  });
  const found = [
    at('info', 'a', 1),
    at('error', 'b', 1),
    at('warning', 'a', 3),
    at('error', 'a', 9),
    at('error', 'a', 2),
  ];
  expect(worstFirst(found).map(({ severity, span }) => `${severity} ${span.file}${span.start}`)).toEqual([
    'error a2',
    'error a9',
    'error b1',
    'warning a3',
    'info a1',
  ]);
});
