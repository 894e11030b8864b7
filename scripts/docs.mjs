// Writes the pages and files that are made from the program itself, after a build: docs/rules.md, the names in docs/templates.md and schemas/.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { EXPORT_SCHEMA } from '../dist/exchange/out/write-json.js';
import { listNames } from '../dist/html/list-names.js';
import { SCHEMAS, schemaText } from '../dist/model/schemas.js';
import { rulesPage } from '../dist/rule-docs/index.js';

const root = join(import.meta.dirname, '..');
writeFileSync(join(root, 'docs', 'rules.md'), rulesPage());
const templates = join(root, 'docs', 'templates.md');
let page = readFileSync(templates, 'utf8');
for (const [kind, names] of listNames())
  page = page.replace(
    new RegExp(`(<!-- names: ${kind} -->\\n\\n)(?: {4}.*\\n)*`),
    (_, mark) => `${mark}${names}\n`,
  );
writeFileSync(templates, page);
for (const kind of Object.keys(SCHEMAS))
  writeFileSync(join(root, 'schemas', `${kind}.json`), schemaText(kind));
writeFileSync(join(root, 'schemas', 'export.json'), `${JSON.stringify(EXPORT_SCHEMA, null, 2)}\n`);
