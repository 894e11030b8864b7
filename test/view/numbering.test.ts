import { expect, test } from 'vitest';
import { escapeHtml } from '../../src/markdown/index.js';
import { lettered } from '../../src/view/shared/numbering.js';

test('letters go on after z) as aa), ab) … az), ba)', () => {
  const letters = lettered(
    Array.from({ length: 703 }, () => ({ first: escapeHtml('To agree.'), beneath: null })),
  ).map(({ letter }) => letter);
  expect([0, 25, 26, 27, 51, 52, 701, 702].map((index) => letters[index])).toEqual([
    'a)',
    'z)',
    'aa)',
    'ab)',
    'az)',
    'ba)',
    'zz)',
    'aaa)',
  ]);
  expect(new Set(letters).size).toBe(703);
});
