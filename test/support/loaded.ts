import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect } from 'vitest';
import { folderWith, PROJECT, sampleCopy } from './folder.js';

const known = new Map<string, readonly string[]>();

/**
 * The addresses of the modules that a command loads, in the sample register unless `--data` names another. Each command line is run once for all
 * that is asked about it.
 */
export function loadedBy(argv: readonly string[]): readonly string[] {
  const key = JSON.stringify(argv);
  const loaded = known.get(key) ?? listLoaded(argv);
  known.set(key, loaded);
  return loaded;
}

function listLoaded(argv: readonly string[]): readonly string[] {
  const hooks = folderWith({});
  const list = join(hooks, 'loaded.txt');
  writeFileSync(
    join(hooks, 'hooks.mjs'),
    `import { appendFileSync } from 'node:fs';\nexport async function load(url, context, next) {\n  appendFileSync(${JSON.stringify(list)}, url + '\\n');\n  return next(url, context);\n}\n`,
  );
  const start = join(hooks, 'start.mjs');
  writeFileSync(
    start,
    `import { register } from 'node:module';\nregister(${JSON.stringify(pathToFileURL(join(hooks, 'hooks.mjs')).href)});\n`,
  );
  const { status, stderr } = spawnSync(
    process.execPath,
    ['--import', pathToFileURL(start).href, join(PROJECT, 'test', 'support', 'by-file.mjs'), ...argv],
    { cwd: sampleCopy(), encoding: 'utf8', timeout: 60_000 },
  );
  expect(status, stderr).toBe(0);
  return existsSync(list) ? readFileSync(list, 'utf8').trim().split('\n') : [];
}
