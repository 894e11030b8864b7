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
import { keepCode, keptCode, keptFile } from '../../src/start/kept-code.js';
import { compiled } from '../../src/start/program.js';
import { folderWith, PROJECT } from '../support/folder.js';

const BIN = join(PROJECT, 'bin', 'scrutiny.js');
const LONG_AGO = new Date('2020-01-01T00:00:00Z');

/** A command on the sample, by somebody whose cache is this folder. */
function scrutiny(cache: string, argv: readonly string[], env: Readonly<Record<string, string>> = {}) {
  // Tests that count what was run would have nothing kept.
  const { NODE_V8_COVERAGE: _, NODE_DISABLE_COMPILE_CACHE: __, ...others } = process.env;
  return spawnSync(process.execPath, [BIN, ...argv], {
    cwd: PROJECT,
    encoding: 'utf8',
    timeout: 60_000,
    env: { ...others, XDG_CACHE_HOME: cache, ...env },
  });
}

function keptIn(cache: string): readonly string[] {
  const folder = join(cache, 'scrutiny', 'compiled');
  return existsSync(folder) ? readdirSync(folder).map((name) => join(folder, name)) : [];
}

function onlyKept(cache: string): string {
  const [file = '', ...others] = keptIn(cache);
  expect(others).toEqual([]);
  return file;
}

describe('the program as it was compiled', () => {
  test('is kept where only this user can open it, and the same command needs no more', () => {
    const cache = folderWith({});
    const first = scrutiny(cache, ['check']);
    const kept = onlyKept(cache);
    expect(statSync(kept).mode & 0o777).toBe(0o600);
    expect(statSync(join(kept, '..')).mode & 0o777).toBe(0o700);
    utimesSync(kept, LONG_AGO, LONG_AGO);

    const second = scrutiny(cache, ['check']);
    expect(second.stdout).toBe(first.stdout);
    expect(second.status).toBe(0);
    expect(statSync(onlyKept(cache)).mtime).toEqual(LONG_AGO);
  });

  test('is kept for each command, and anew once one has run more of it', () => {
    const cache = folderWith({});
    scrutiny(cache, ['show', '--help']);
    const small = statSync(onlyKept(cache)).size;
    const shown = scrutiny(cache, ['show', 'digital-safeguarding/4.2']);
    expect(shown.status).toBe(0);
    const large = onlyKept(cache);
    expect(statSync(large).size).toBeGreaterThan(small * 1.2);
    utimesSync(large, LONG_AGO, LONG_AGO);
    scrutiny(cache, ['show', '--help']);
    expect(statSync(onlyKept(cache)).mtime).toEqual(LONG_AGO);
    scrutiny(cache, ['check']);
    expect(keptIn(cache)).toHaveLength(2);
  });

  test('is compiled again where what was kept is damaged', () => {
    const cache = folderWith({});
    const good = scrutiny(cache, ['check']).stdout;
    const kept = onlyKept(cache);
    const bytes = readFileSync(kept);
    const middle = Math.floor(bytes.length / 2);
    bytes.fill(255, middle, middle + 64);
    writeFileSync(kept, bytes);

    const again = scrutiny(cache, ['check']);
    expect(again.stderr).toBe('');
    expect(again.stdout).toBe(good);
    expect(keptCode(onlyKept(cache))).toBeDefined();
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

  test('is not kept where no folder can be made, and nobody is troubled with that', () => {
    const notAFolder = join(folderWith({ taken: '' }), 'taken');
    const made = scrutiny(notAFolder, ['check']);
    expect([made.status, made.stderr]).toEqual([0, '']);
  });

  test("is not kept where Node is told to keep none, nor after a command line that can't be run", () => {
    const cache = folderWith({});
    scrutiny(cache, ['check'], { NODE_DISABLE_COMPILE_CACHE: '1' });
    expect(scrutiny(cache, ['chekc']).status).toBe(2);
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
    const kept = readFileSync(onlyKept(cache));
    for (const encoding of ['latin1', 'utf16le'] as const)
      expect(kept.toString(encoding)).not.toMatch(/zephyrhale/i);
    expect(kept.toString('latin1')).toContain('confidential');
  });

  test('is kept for a few versions, of which the oldest goes first', () => {
    const folder = folderWith({});
    const keep = (day: number) => {
      const file = join(folder, `day-${day}`);
      keepCode(file, { code: Buffer.from('code'), amount: 1 });
      const then = new Date(LONG_AGO.getTime() + day * 86_400_000);
      utimesSync(file, then, then);
    };
    for (let day = 10; day < 34; day += 1) keep(day);
    expect(readdirSync(folder)).toHaveLength(24);
    keep(34);
    expect(readdirSync(folder)).toHaveLength(24);
    expect(existsSync(join(folder, 'day-10'))).toBe(false);
  });

  test('is known by its text, not only by its length', () => {
    const env = { XDG_CACHE_HOME: folderWith({}) };
    const one = keptFile(Buffer.from('exports.a = 1'), 'check', env);
    expect(one).toBeDefined();
    expect(keptFile(Buffer.from('exports.a = 2'), 'check', env)).not.toBe(one);
  });

  test('is what runs the next time', () => {
    const file = join(folderWith({}), 'kept');
    const text = 'exports.sum = (a, b) => a + b';
    const first = compiled(text, 'program.cjs', undefined);
    keepCode(file, { code: first.createCachedData(), amount: 7 });
    const kept = keptCode(file);
    expect(kept?.amount).toBe(7);
    expect(compiled(text, 'program.cjs', kept).cachedDataRejected).toBe(false);
    expect(compiled(`${text} `, 'program.cjs', kept).cachedDataRejected).toBe(true);
  });
});
