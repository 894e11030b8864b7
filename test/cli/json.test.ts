import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { PROJECT } from '../support/folder.js';
import { atOffice } from '../support/office.js';

const PAGE = readFileSync(join(PROJECT, 'docs', 'json.md'), 'utf8');

/** The rows of the table beneath a heading: a path, and what it says. */
function rowsUnder(heading: string): readonly (readonly [string, string])[] {
  const section = PAGE.split(/^## /m).find((part) => part.toLowerCase().startsWith(`${heading}\n`)) ?? '';
  return [...section.matchAll(/^\| `([^`]+)` \|(.*)\|$/gm)].map((row) => [row[1] ?? '', row[2] ?? '']);
}

/** Every path that the page lists for a command, shared shapes in full. */
function listed(heading: string): readonly string[] {
  return rowsUnder(heading).flatMap(([path, said]) => {
    const shape = /^ \[(an? [a-z ]+)\]/.exec(said)?.[1];
    return shape ? listed(shape).map((inner) => `${path}.${inner}`) : [path];
  });
}

/** Every path that a value has. */
function pathsOf(value: unknown, at = ''): readonly string[] {
  if (Array.isArray(value))
    return value.flatMap((item) => (typeof item === 'object' ? pathsOf(item, `${at}[]`) : [`${at}[]`]));
  if (typeof value !== 'object' || value === null) return [at];
  return Object.entries(value).flatMap(([key, inner]) => pathsOf(inner, at === '' ? key : `${at}.${key}`));
}

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
    const found = new Set<string>();
    for (const [today = '', ...argv] of runs) {
      const { code, out, err } = await atOffice(today, argv);
      expect(code, err).toBe(0);
      for (const path of pathsOf(JSON.parse(out))) found.add(path);
    }
    // Where a value may be nothing, its own path occurs beside those within it.
    const paths = [...found].filter((path) => ![...found].some((other) => other.startsWith(`${path}.`)));
    expect(paths.toSorted()).toEqual(listed(command).toSorted());
  });
});
