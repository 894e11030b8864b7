// What the tests share is TypeScript without a build: Vite's own compiler turns it into what Node runs.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { transformWithEsbuild } from 'vite';

/** A file of test/support/ that imports nothing, as a module. */
export async function compiled(name) {
  const source = join(import.meta.dirname, '..', 'support', name);
  const { code } = await transformWithEsbuild(readFileSync(source, 'utf8'), source, {
    format: 'esm',
    sourcemap: false,
  });
  return import(`data:text/javascript;base64,${Buffer.from(code).toString('base64')}`);
}
