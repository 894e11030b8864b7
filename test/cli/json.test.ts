import { describe, expect, test } from 'vitest';
import { deskWith } from '../support/at-desk.js';
import { keyPage, keyPaths } from '../support/listed-keys.js';
import { atOffice } from '../support/office.js';
import { SMALL } from '../support/registers.js';

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

  test('lists every key that add and update print, and no other', async () => {
    const desk = deskWith(SMALL);
    const runs = [
      ['add', 'action', 'repairs/1', '--text', 'More', '--json'],
      ['update', 'repairs/1.1', '--note', 'Done.', '--dry-run', '--json'],
    ];
    const found: unknown[] = [];
    for (const argv of runs) found.push(JSON.parse((await desk.type(argv)).out));
    const listed = PAGE.listed('add and update').filter((path) => path !== 'remarks[]');
    expect(keyPaths(found)).toEqual(listed.toSorted());
  });
});
