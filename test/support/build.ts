import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * Some tests run the command as people do, from dist/: it is built first where the sources have changed. What is temporary goes into one folder,
 * which is removed after the last test with whatever a browser left there that ended with its worker.
 */
export default function build(): () => void {
  execFileSync(process.execPath, [join(import.meta.dirname, '..', '..', 'scripts', 'build.mjs')], {
    stdio: 'inherit',
  });
  const temporary = mkdtempSync(join(tmpdir(), 'scrutiny-tests-'));
  process.env['TMPDIR'] = temporary;
  return () => rmSync(temporary, { recursive: true, force: true, maxRetries: 10, retryDelay: 50 });
}
