// The same generator as the tests use. It is TypeScript without a build, so Vite's own compiler turns it into what Node runs.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { transformWithEsbuild } from 'vite';

const source = join(import.meta.dirname, '..', 'support', 'make-register.ts');
const { code } = await transformWithEsbuild(readFileSync(source, 'utf8'), source, {
  format: 'esm',
  sourcemap: false,
});
const { makeRegister } = await import(`data:text/javascript;base64,${Buffer.from(code).toString('base64')}`);

export { makeRegister };
