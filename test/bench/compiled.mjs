// What the tests share is TypeScript without a build: esbuild turns it into what Node runs.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { transform } from 'esbuild';

/** A file of test/support/ that imports nothing, as a module. */
export async function compiled(name) {
  const source = join(import.meta.dirname, '..', 'support', name);
  const { code } = await transform(readFileSync(source, 'utf8'), { loader: 'ts', format: 'esm' });
  return import(`data:text/javascript;base64,${Buffer.from(code).toString('base64')}`);
}
