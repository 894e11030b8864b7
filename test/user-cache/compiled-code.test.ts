import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { loadProgram, markOfRun } from '../../src/user-cache/index.js';
import { folderWith, PROJECT } from '../support/folder.js';

/** A command on the sample, by somebody whose cache is this folder. */
function scrutiny(cache: string, argv: readonly string[], env: Readonly<Record<string, string>> = {}) {
  // Coverage and the runs of others keep nothing.
  const { NODE_V8_COVERAGE: _, NODE_DISABLE_COMPILE_CACHE: __, ...rest } = process.env;
  return spawnSync(process.execPath, [join(PROJECT, 'bin', 'scrutiny.js'), ...argv], {
    cwd: PROJECT,
    encoding: 'utf8',
    timeout: 60_000,
    env: { ...rest, XDG_CACHE_HOME: cache, ...env },
  });
}

/** The files that are kept. */
function keptIn(cache: string): readonly string[] {
  const folder = join(cache, 'scrutiny', 'compiled');
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .toSorted()
    .map((name) => join(folder, name));
}

describe('the compiled program', () => {
  test('is kept where only this user can open it, and the next run says the same', () => {
    const cache = folderWith({});
    const first = scrutiny(cache, ['check']);
    expect(first.status).toBe(0);
    expect(statSync(join(cache, 'scrutiny', 'compiled')).mode & 0o777).toBe(0o700);
    const [file = '', ...others] = keptIn(cache);
    expect([others, statSync(file).mode & 0o777]).toEqual([[], 0o600]);
    const { mtimeMs, size } = statSync(file);
    const second = scrutiny(cache, ['check']);
    expect([second.status, second.stdout, second.stderr]).toEqual([0, first.stdout, first.stderr]);
    // It was used and found complete, so it is not written again.
    expect([statSync(file).mtimeMs, statSync(file).size, keptIn(cache)]).toEqual([mtimeMs, size, [file]]);
  });

  test('is kept for each command by itself, and not for one that cannot be run', () => {
    const cache = folderWith({});
    expect(scrutiny(cache, ['status', '--as-at', '2018-04-01']).status).toBe(0);
    expect(scrutiny(cache, ['--help']).status).toBe(0);
    expect(scrutiny(cache, ['raport']).status).toBe(2);
    expect(keptIn(cache).map((file) => file.replace(/.*-/, ''))).toEqual(['help', 'status']);
  });

  test('is compiled again where it was cut short', () => {
    const cache = folderWith({});
    const first = scrutiny(cache, ['--help']);
    const [file = ''] = keptIn(cache);
    const kept = readFileSync(file);
    for (const bytes of [kept.subarray(0, kept.length / 2), Buffer.alloc(0)]) {
      writeFileSync(file, bytes);
      const again = scrutiny(cache, ['--help']);
      expect([again.status, again.stdout, again.stderr]).toEqual([0, first.stdout, '']);
      expect(readFileSync(file).equals(bytes)).toBe(false);
    }
  });

  test('is kept of the newest 40, and what a killed run was writing is removed', () => {
    const cache = folderWith({});
    const folder = join(cache, 'scrutiny', 'compiled');
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    chmodSync(join(cache, 'scrutiny'), 0o700);
    for (let day = 1; day <= 41; day += 1) {
      const file = join(folder, `v1.0.0-x64-${day}-check`);
      writeFileSync(file, '');
      utimesSync(file, day, day);
    }
    // The mark of a process whose number no process has.
    const part = `${process.version}-x64-1-check.${markOfRun().replace(/^(.{8}).{8}/, '$1ffffffff')}.part`;
    writeFileSync(join(folder, part), '');
    expect(scrutiny(cache, ['--help']).status).toBe(0);
    const names = readdirSync(folder);
    expect(names).toHaveLength(40);
    expect(names.filter((name) => !name.startsWith('v1'))).toHaveLength(1);
    expect(names).not.toContain('v1.0.0-x64-2-check');
    expect(names).toContain('v1.0.0-x64-3-check');
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

  test('loads a file beside it once, however many modules require it', () => {
    const folder = folderWith({
      'build-id': 'trial',
      'program.cjs': "module.exports = [require('./part.cjs'), require('./part.cjs')];",
      'part.cjs': 'module.exports = {};',
    });
    // With a cache, and where none can be made.
    for (const cache of [folderWith({}), join(folderWith({ taken: '' }), 'taken')]) {
      const { exports } = loadProgram(join(folder, 'program.cjs'), ['check'], { XDG_CACHE_HOME: cache });
      const [one, other] = Array.isArray(exports) ? exports : [];
      expect(one).toEqual({});
      expect(other).toBe(one);
    }
  });
});
