import { describe, expect, test } from 'vitest';
import { keyPage, keyPaths } from '../support/listed-keys.js';
import { atOffice } from '../support/office.js';

const PAGE = keyPage('json.md');

describe('docs/json.md', () => {
  test.each([
    [
      'status',
      [
        ['2024-10-01', 'status', '--json', '--confidential'],
        ['2024-06-01', 'status', '--json'],
      ],
    ],
    [
      'show',
      ['parks/1', 'parks/R2', 'parks/1.10']
        .map((of) => ['2024-10-01', 'show', of, '--json', '--as-at', '2024-06-05'])
        .concat([['2024-10-01', 'show', 'parks/1', '--json']]),
    ],
    [
      'changes',
      ['2023-01-01', '2024-03-11'].map((since) => ['2024-10-05', 'changes', '--since', since, '--json']),
    ],
    [
      'chase',
      [
        ['2024-09-20', 'chase', '-m', '2024-10-07', '--panel', 'places', '--json'],
        ['2024-02-01', 'chase', '-m', '2024-03-11', '--json'],
      ],
    ],
  ])('lists every key that %s prints, and no other', async (command, runs) => {
    const found: unknown[] = [];
    for (const [today = '', ...argv] of runs) {
      const { code, out, err } = await atOffice(today, argv);
      expect(code, err).toBe(0);
      found.push(JSON.parse(out));
    }
    expect(keyPaths(found)).toEqual(PAGE.listed(command).toSorted());
  });
});
