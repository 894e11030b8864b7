import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readTemplates } from '../../src/files/index.js';
import { UPDATE_NAMES } from '../../src/html/index.js';
import { isGroup, isList, isMaybe, type Names, sure } from '../../src/html/names.js';
import { PROJECT } from '../support/folder.js';

const page = readFileSync(join(PROJECT, 'docs', 'templates.md'), 'utf8');

/** The names as docs/templates.md lists them: `?` for what not every paper has, `[]` for a list, what is not words in brackets. */
function listed(names: Names): string {
  const told = new Map<Names, string>();
  const lines = (within: Names, indent: string, at: string): readonly string[] =>
    isGroup(within)
      ? Object.entries(within).flatMap(([name, given]) => {
          const found = sure(given);
          const item = isList(found) ? sure(found[0]) : found;
          const path = `${at}${name}${isList(found) ? '[]' : ''}`;
          const before = isGroup(item) ? told.get(item) : undefined;
          if (isGroup(item) && before === undefined) told.set(item, path);
          const kind =
            before !== undefined
              ? `  (as ${before})`
              : item === 'html'
                ? '  (HTML)'
                : item === 'flag'
                  ? '  (yes or no)'
                  : '';
          const line = `${indent}${name}${isMaybe(given) ? '?' : ''}${isList(found) ? '[]' : ''}${kind}`;
          return [line, ...(before === undefined ? lines(item, `${indent}  `, `${path}.`) : [])];
        })
      : [];
  return lines(names, '    ', '').join('\n');
}

test('docs/templates.md lists every name that a template may use, and no other', () => {
  const list = listed(UPDATE_NAMES);
  // Where the view has changed, put this list in the place of the old one.
  expect(page.includes(`\n${list}\n`), list).toBe(true);
});

test('docs/templates.md has a row for every part', () => {
  const rows = [...page.matchAll(/^\| `([\w.-]+)` \|/gm)].map((match) => match[1]);
  expect(rows.toSorted()).toEqual(
    [...readTemplates({ kind: 'update', own: undefined }).value.parts.keys()].toSorted(),
  );
});
