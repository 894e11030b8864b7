// Writes the pages and files that are made from the program itself, after a build: docs/rules.md.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { rulesPage } from '../dist/handbook/index.js';

const root = join(import.meta.dirname, '..');
writeFileSync(join(root, 'docs', 'rules.md'), rulesPage());
