import { execFileSync } from 'node:child_process';
import { join } from 'node:path';

/** Some tests run the command as people do, from dist/: it is built first where the sources have changed. */
export default function build(): void {
  execFileSync(process.execPath, [join(import.meta.dirname, '..', '..', 'scripts', 'build.mjs')], {
    stdio: 'inherit',
  });
}
