import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
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

/** Run before the program, in its process: the debugger is told of each script as it is read. */
const LISTENER = `import { Session } from 'node:inspector';
import { writeFileSync } from 'node:fs';
const urls = new Set();
const session = new Session();
session.connect();
session.on('Debugger.scriptParsed', ({ params }) => urls.add(params.url));
session.post('Debugger.enable');
process.on('exit', () => writeFileSync(process.env.LIST_OF_LOADED, [...urls].join('\\n')));
`;

function listLoaded(argv: readonly string[]): readonly string[] {
  const folder = folderWith({ 'listener.mjs': LISTENER });
  const list = join(folder, 'loaded.txt');
  const { status, stderr } = spawnSync(
    process.execPath,
    [
      '--import',
      pathToFileURL(join(folder, 'listener.mjs')).href,
      join(PROJECT, 'test', 'support', 'by-file.mjs'),
      ...argv,
    ],
    {
      cwd: sampleCopy(),
      encoding: 'utf8',
      timeout: 60_000,
      env: { ...process.env, LIST_OF_LOADED: list },
    },
  );
  expect(status, stderr).toBe(0);
  return readFileSync(list, 'utf8').split('\n');
}
