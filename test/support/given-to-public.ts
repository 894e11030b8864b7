import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { run } from '../../src/cli/index.js';
import { emptyFolder, writeFiles } from './folder.js';
import { day, fakeHost } from './host.js';

/** All that commands give in a register of these files: exit codes, what they say, and the files that they make, by name. */
export async function givenToPublic(
  files: Readonly<Record<string, string | Uint8Array>>,
  today: string,
  commands: readonly (readonly string[])[],
): Promise<Readonly<Record<string, unknown>>> {
  const cwd = emptyFolder();
  try {
    writeFiles(cwd, files);
    const given: Record<string, unknown> = {};
    for (const command of commands) {
      const host = fakeHost({ cwd, today: day(today) });
      const code = await run([...command], host);
      given[command.join(' ')] = [code, host.out(), host.err()];
    }
    for (const entry of readdirSync(cwd, { recursive: true, withFileTypes: true })) {
      const path = join(entry.parentPath, entry.name).slice(cwd.length + 1);
      if (entry.isFile() && !path.startsWith('data/'))
        given[path] = readFileSync(join(cwd, path), path.endsWith('.pdf') ? 'latin1' : 'utf8');
    }
    return given;
  } finally {
    rmSync(cwd, { recursive: true, force: true });
  }
}
