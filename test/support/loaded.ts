import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import { folderWith, PROJECT } from './folder.js';

/** The files of the program that one run of `report` loads, below dist/. The sample's, unless told otherwise. */
export function loadedBy(...asked: readonly string[]): readonly string[] {
  const traces = folderWith({});
  const { status, stderr } = spawnSync(
    process.execPath,
    [join(PROJECT, 'test', 'support', 'by-file.mjs'), 'report', '--out', folderWith({}), ...asked],
    { cwd: PROJECT, env: { ...process.env, NODE_V8_COVERAGE: traces }, encoding: 'utf8' },
  );
  expect(status, stderr).toBe(0);
  return readdirSync(traces).flatMap((name) =>
    [...readFileSync(join(traces, name), 'utf8').matchAll(/"url":"file:[^"]*\/dist\/([^"]+)"/g)].map(
      (match) => match[1] ?? '',
    ),
  );
}
