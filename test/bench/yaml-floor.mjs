// What the YAML library alone takes for the files of a register: each text parsed once, as `status` and `check` have to.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseDocument } from 'yaml';

const [, , folder] = process.argv;
for (const path of readdirSync(folder, { recursive: true }))
  if (path.endsWith('.yaml')) parseDocument(readFileSync(join(folder, path), 'utf8'));
