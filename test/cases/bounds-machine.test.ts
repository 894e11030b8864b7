import { execFileSync, spawn, spawnSync } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { run } from '../../src/cli/index.js';
import { markOfRun, removeLeftovers } from '../../src/user-cache/index.js';
import { folderWith, PROJECT, sampleCopy } from '../support/folder.js';
import { fakeHost } from '../support/host.js';

const REPORT = ['report', '--meeting', '2026-03-02'];
const PDF = 'out/2026-03-02-homes/05-repairs.pdf';

function caseCopy(name: string): string {
  const folder = folderWith({});
  cpSync(join(PROJECT, 'test/fixtures/cases', name), folder, { recursive: true });
  return folder;
}

describe('a command line without a value', () => {
  test.each([
    ['--format', ''],
    ['--format', ' , '],
    ['--out', ''],
    ['--panel', ''],
    ['--item', ' '],
    ['--as-at', ''],
    ['--data', ''],
    ['--browser', ''],
  ])('e-format-empty: report %s %j is refused and nothing is made', async (option, value) => {
    const cwd = caseCopy('e-format-empty');
    const host = fakeHost({ cwd });
    expect(await run([...REPORT, option, value], host)).toBe(2);
    expect(host.err()).not.toBe('');
    expect(existsSync(join(cwd, 'out'))).toBe(false);
  });

  test('says which option has nothing after it', async () => {
    const host = fakeHost({ cwd: caseCopy('e-format-empty') });
    expect(await run(['status', '--owner', ''], host)).toBe(2);
    expect(host.err()).toContain("nothing is written after '--owner <key>'");
    const other = fakeHost({ cwd: sampleCopy() });
    expect(await run(['show', ''], other)).toBe(2);
    expect(other.err()).toContain("'review/ref' is empty");
  });
});

describe.runIf(process.platform === 'linux')('a machine that cannot do it', () => {
  test('e-out-hangs: a folder that cannot be made ends the run at once', async () => {
    const host = fakeHost({ cwd: caseCopy('e-out-hangs') });
    expect(await run([...REPORT, '--format', 'html', '--out', '/proc/1/x'], host)).toBe(3);
    expect(host.err()).toContain('could not be written');
  });

  test('e-temporary-folder-gone: the folder is named, not the browser', () => {
    const cwd = caseCopy('e-temporary-folder-gone');
    const ended = spawnCommand(cwd, [...REPORT, '--format', 'pdf'], { TMPDIR: '/nonexistent' });
    expect(ended.code).toBe(3);
    expect(ended.err).toContain('The folder for temporary files, /nonexistent (TMPDIR), is not there');
    expect(ended.err).not.toContain('There is no browser');
  });

  test('e-verify-without-browser: an altered paper is called so by its own id', async () => {
    const cwd = caseCopy('e-verify-without-browser');
    expect(await run([...REPORT, '--format', 'pdf'], fakeHost({ cwd }))).toBe(0);
    const file = join(cwd, PDF);
    const whole = readFileSync(file);
    const env = { ...process.env, SCRUTINY_BROWSER: '/nonexistent' };
    for (const at of [1000, 3000, Math.floor(whole.length / 2), whole.length - 3000]) {
      const altered = Buffer.from(whole);
      altered[at] = (altered[at] ?? 0) ^ 1;
      writeFileSync(file, altered);
      const host = fakeHost({ cwd, env });
      expect(await run(['verify', PDF], host)).toBe(1);
      expect(host.out()).toContain('altered. It is not as it was made');
    }
    writeFileSync(file, whole);
    const host = fakeHost({ cwd, env });
    expect(await run(['verify', PDF], host)).toBe(3);
    expect(host.out()).toContain('It could not be printed again: There is no browser at /nonexistent');
  });
});

function spawnCommand(cwd: string, args: readonly string[], env: Readonly<Record<string, string>>) {
  try {
    const out = execFileSync(process.execPath, [join(PROJECT, 'bin/scrutiny.js'), ...args], {
      cwd,
      env: { ...process.env, ...env },
      stdio: 'pipe',
    });
    return { code: 0, out: String(out), err: '' };
  } catch (failure) {
    if (!(failure instanceof Error) || !('status' in failure) || !('stderr' in failure)) throw failure;
    return { code: failure.status, out: '', err: String(failure.stderr) };
  }
}

describe('check --fix', () => {
  test('mends in memory what needs several rounds, and names what it left', async () => {
    const cwd = caseCopy('a-hash');
    const progress = join(cwd, 'data/reviews/repairs/progress/2026-02-10.yaml');
    writeFileSync(progress, readFileSync(progress, 'utf8').replace('2026-02-10', '10/02/2026'));
    writeFileSync(join(cwd, 'data/broken.yaml'), Buffer.from([0xff, 0xfe, 0x00]));
    const host = fakeHost({ cwd });
    await run(['check', '--fix'], host);
    expect(readFileSync(progress, 'utf8')).toContain('as-at: 2026-02-10');
    expect(host.err()).toContain('left data/broken.yaml as it was');
  });

  test('stopped before it writes has written nothing', async () => {
    const cwd = caseCopy('a-hash');
    const progress = join(cwd, 'data/reviews/repairs/progress/2026-02-10.yaml');
    writeFileSync(progress, readFileSync(progress, 'utf8').replace('2026-02-10', '10/02/2026'));
    const before = readFileSync(progress, 'utf8');
    const host = fakeHost({ cwd, signal: AbortSignal.abort() });
    expect(await run(['check', '--fix'], host)).toBe(130);
    expect(host.err()).toContain('interrupted: nothing was written');
    expect(readFileSync(progress, 'utf8')).toBe(before);
  });
});

describe.runIf(process.platform === 'linux')('what a killed run has left', () => {
  const KIND = { begins: 'scrutiny-profile-', ends: '', isFolder: true };

  test('is removed; what a living run, a link or a stranger has there stays', async () => {
    const folder = folderWith({ 'scrutiny-profile-notes/a': 'mine', precious: 'kept' });
    const alive = `scrutiny-profile-${markOfRun()}`;
    mkdirSync(join(folder, alive));
    const child = spawn(process.execPath, ['-e', 'process.stdin.resume()'], {
      stdio: ['pipe', 'ignore', 'ignore'],
    });
    const ended = new Promise((resolve) => child.once('exit', resolve));
    const pid = (child.pid ?? 0).toString(16).padStart(8, '0');
    const mark = markOfRun();
    const dead = `scrutiny-profile-${mark.slice(0, 8)}${pid}${mark.slice(16)}`;
    child.kill('SIGKILL');
    await ended;
    mkdirSync(join(folder, dead));
    writeFileSync(join(folder, dead, 'file'), '');
    const link = dead.replace(/.$/, (last) => (last === '0' ? '1' : '0'));
    symlinkSync(join(folder, 'scrutiny-profile-notes'), join(folder, link));
    // From another machine, and not yet a day old.
    const elsewhere = `scrutiny-profile-${'0'.repeat(8)}${pid}${mark.slice(16)}`;
    mkdirSync(join(folder, elsewhere));
    removeLeftovers(folder, KIND);
    expect(readdirSync(folder).sort()).toEqual(
      ['precious', 'scrutiny-profile-notes', alive, elsewhere, link].sort(),
    );
  });
});

describe.runIf(process.platform === 'linux')('Ctrl-C', () => {
  /** A browser that presses Ctrl-C as soon as it is started, and then neither answers nor ends. */
  function stoppingBrowser(): string {
    const folder = folderWith({ 'chrome.sh': '#!/bin/sh\nkill -INT $PPID\nexec sleep 30\n' });
    chmodSync(join(folder, 'chrome.sh'), 0o755);
    return join(folder, 'chrome.sh');
  }

  test('ends the program with exit code 130 and a sentence, and nothing is written', () => {
    const cwd = caseCopy('e-out-hangs');
    const bin = join(PROJECT, 'bin/scrutiny.js');
    const { status, signal, stdout, stderr } = spawnSync(
      process.execPath,
      [bin, ...REPORT, '--browser', stoppingBrowser()],
      { cwd, encoding: 'utf8' },
    );
    expect({ status, signal, stdout, stderr }).toEqual({
      status: 130,
      signal: null,
      stdout: '',
      stderr: 'interrupted: nothing was written\n',
    });
    expect(existsSync(join(cwd, 'out'))).toBe(false);
  });

  test('is heard once: a second signal, whichever it is, ends the program at once', async () => {
    // Something of the program's own goes on for ever.
    const busy = `data:text/javascript,${encodeURIComponent('setInterval(() => {}, 1000)')}`;
    const child = spawn(
      process.execPath,
      ['--import', busy, join(PROJECT, 'bin/scrutiny.js'), ...REPORT, '--browser', stoppingBrowser()],
      { cwd: caseCopy('e-out-hangs'), stdio: ['ignore', 'ignore', 'pipe'] },
    );
    const ended = new Promise((resolve) => child.once('exit', (code, signal) => resolve(signal ?? code)));
    await new Promise((resolve) => child.stderr?.once('data', resolve));
    child.kill('SIGTERM');
    expect(await ended).toBe('SIGTERM');
  });
});
