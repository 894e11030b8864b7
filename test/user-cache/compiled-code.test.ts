import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, statSync, symlinkSync } from 'node:fs';
import module from 'node:module';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { folderWith, PROJECT } from '../support/folder.js';

/** Node 20 cannot keep compiled code; what is said of the others is that nothing is kept there. */
const KEEPS = 'enableCompileCache' in module;

/** A command on the sample, by somebody whose cache is this folder. */
function scrutiny(cache: string, argv: readonly string[], env: Readonly<Record<string, string>> = {}) {
  // Coverage and the runs of others keep nothing.
  const {
    NODE_V8_COVERAGE: _,
    NODE_DISABLE_COMPILE_CACHE: __,
    NODE_COMPILE_CACHE: ___,
    ...rest
  } = process.env;
  return spawnSync(process.execPath, [join(PROJECT, 'bin', 'scrutiny.js'), ...argv], {
    cwd: PROJECT,
    encoding: 'utf8',
    timeout: 60_000,
    env: { ...rest, XDG_CACHE_HOME: cache, ...env },
  });
}

/** The files that Node has kept, wherever in the folder it puts them. */
function keptIn(cache: string): readonly string[] {
  const folder = join(cache, 'scrutiny', 'compiled');
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((found) => found.isFile())
    .map((found) => join(found.parentPath, found.name));
}

describe('the compiled program', () => {
  test('is kept where only this user can open it, and the next run says the same', () => {
    const cache = folderWith({});
    const first = scrutiny(cache, ['check']);
    expect(first.status).toBe(0);
    expect(keptIn(cache).length > 0).toBe(KEEPS);
    if (KEEPS) expect(statSync(join(cache, 'scrutiny', 'compiled')).mode & 0o777).toBe(0o700);
    const second = scrutiny(cache, ['check']);
    expect([second.status, second.stdout, second.stderr]).toEqual([0, first.stdout, first.stderr]);
  });

  test('is neither read from nor put into a folder in which others may write, or a link', () => {
    const open = folderWith({});
    mkdirSync(join(open, 'scrutiny'), { mode: 0o700 });
    chmodSync(join(open, 'scrutiny'), 0o777);
    const linked = folderWith({});
    symlinkSync(folderWith({}), join(linked, 'scrutiny'));
    for (const cache of [open, linked]) {
      expect(scrutiny(cache, ['check']).status).toBe(0);
      expect(keptIn(cache)).toEqual([]);
    }
  });

  test('is not kept where no folder can be made, and nothing is said of that', () => {
    const notAFolder = join(folderWith({ taken: '' }), 'taken');
    const made = scrutiny(notAFolder, ['check']);
    expect([made.status, made.stderr]).toEqual([0, '']);
  });

  test('is not kept where Node is set to keep none', () => {
    const cache = folderWith({});
    expect(scrutiny(cache, ['check'], { NODE_DISABLE_COMPILE_CACHE: '1' }).status).toBe(0);
    expect(keptIn(cache)).toEqual([]);
  });

  test('has nothing in it of what the program was given to read', () => {
    const cache = folderWith({});
    const out = folderWith({});
    const data = join(PROJECT, 'test', 'fixtures', 'exempt', 'data');
    const asked = ['report', '-m', '2020-03-02', '--confidential', '--format', 'html', '--out', out];
    expect(scrutiny(cache, ['--data', data, ...asked]).status).toBe(0);
    // What that register withholds names Zephyrhale.
    const pages = readdirSync(out, { recursive: true, encoding: 'utf8' }).filter((path) =>
      path.endsWith('.html'),
    );
    expect(pages.some((path) => readFileSync(join(out, path), 'utf8').includes('Zephyrhale'))).toBe(true);
    for (const file of keptIn(cache)) {
      const kept = readFileSync(file);
      for (const encoding of ['latin1', 'utf16le'] as const)
        expect(kept.toString(encoding)).not.toMatch(/zephyrhale/i);
    }
  });
});
