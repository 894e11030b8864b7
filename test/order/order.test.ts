import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compareReferences, compareText } from '../../src/order/index.js';

test('references are sorted as a person expects', () => {
  const refs = [
    'R10',
    'R2',
    '1.10',
    '1.2',
    'b)',
    'a)',
    '1 b)',
    '1 a)',
    'SR (25/26) 02',
    'SR (25/26) 01',
    '10',
    '9',
  ];
  expect(refs.toSorted(compareReferences)).toEqual([
    '1 a)',
    '1 b)',
    '1.2',
    '1.10',
    '9',
    '10',
    'R2',
    'R10',
    'SR (25/26) 01',
    'SR (25/26) 02',
    'a)',
    'b)',
  ]);
});

const reference = fc.string({
  unit: fc.constantFrom('1', '2', '0', '.', 'a', ')', ' ', 'R'),
  maxLength: 6,
});

describe.each([
  ['text', compareText, fc.string({ unit: 'binary', maxLength: 4 })],
  ['references', compareReferences, reference],
] as const)('the order of %s is total', (_, compare, texts) => {
  test('two texts compare as the same only if they are', () => {
    fc.assert(
      fc.property(texts, texts, (a, b) => {
        expect(compare(a, a)).toBe(0);
        expect(compare(a, b) === 0).toBe(a === b);
        expect(Math.sign(compare(a, b)) + Math.sign(compare(b, a))).toBe(0);
      }),
    );
  });

  test('what comes before a second comes before all that follow the second', () => {
    fc.assert(
      fc.property(texts, texts, texts, (a, b, c) => {
        if (compare(a, b) <= 0 && compare(b, c) <= 0) expect(compare(a, c)).toBeLessThanOrEqual(0);
      }),
    );
  });

  test('a list is sorted in one way, however it comes', () => {
    fc.assert(
      fc.property(fc.array(texts, { maxLength: 8 }), (list) => {
        expect(list.toReversed().toSorted(compare)).toEqual(list.toSorted(compare));
      }),
    );
  });
});
