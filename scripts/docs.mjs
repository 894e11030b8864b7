// Writes the pages and files that are made from the program itself, after a build: docs/rules.md and schemas/.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { SCHEMAS, schemaText } from '../dist/model/schemas.js';
import { rulesPage } from '../dist/rule-docs/index.js';

const root = join(import.meta.dirname, '..');
writeFileSync(join(root, 'docs', 'rules.md'), rulesPage());
for (const kind of Object.keys(SCHEMAS))
  writeFileSync(join(root, 'schemas', `${kind}.json`), schemaText(kind));
