import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readTemplates, templateFolders } from '../../src/files/index.js';
import { namesOf } from '../../src/html/index.js';
import { isGroup, isList, isMaybe, type Names, sure } from '../../src/html/template-schema.js';
import { PROJECT } from '../support/folder.js';

const page = readFileSync(join(PROJECT, 'docs', 'templates.md'), 'utf8');

/** What has been listed of an earlier kind of paper is not listed again. */
const told = new Map<Names, string>();

/** The names as docs/templates.md lists them: `?` for what not every paper has, `[]` for a list, what is not words in brackets. */
function listed(names: Names): string {
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

test.each(['update', 'tracker', 'addendum'] as const)(
  'docs/templates.md lists every name that a template of the %s may use, and no other',
  (kind) => {
    const list = listed(namesOf(kind));
    // Where the view has changed, put this list in the place of the old one.
    expect(page.includes(`\n${list}\n`), list).toBe(true);
  },
);

test('docs/templates.md has a row for every part', () => {
  const rows = [...page.matchAll(/^\| `([\w./-]+)` \|/gm)].map((match) => match[1]);
  const parts = templateFolders().flatMap((kind) =>
    [...readTemplates({ kind, own: undefined }).value.parts.values()].filter(({ folder }) => folder === kind),
  );
  expect(rows.toSorted()).toEqual(parts.map(({ folder, name }) => `${folder}/${name}`).toSorted());
});
