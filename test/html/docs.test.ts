import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readTemplates, templateFolders } from '../../src/files/index.js';
import { listNames } from '../../src/html/list-names.js';
import { PROJECT } from '../support/folder.js';

const page = readFileSync(join(PROJECT, 'docs', 'templates.md'), 'utf8');

test('docs/templates.md lists every name that a template may use, and no other', () => {
  // `npm run docs` writes them.
  for (const [kind, names] of listNames()) expect(page).toContain(`<!-- names: ${kind} -->\n\n${names}\n\n`);
});

test('docs/templates.md has a row for every part', () => {
  const rows = [...page.matchAll(/^\| `([\w./-]+)` \|/gm)].map((match) => match[1]);
  const parts = templateFolders().flatMap((kind) =>
    [...readTemplates({ kind, own: undefined }).value.parts.values()].filter(({ folder }) => folder === kind),
  );
  expect(rows.toSorted()).toEqual(parts.map(({ folder, name }) => `${folder}/${name}`).toSorted());
});
