import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { addAction, type FileEdit } from '../../src/edit/index.js';
import { findRegister } from '../../src/files/index.js';
import { markOfRun } from '../../src/user-cache/index.js';
import { editRegister, type RegisterToEdit, readToEdit } from '../../src/workflows/edit-register.js';
import { deskWith } from '../support/at-desk.js';
import { folderWith, PROJECT } from '../support/folder.js';
import { day } from '../support/host.js';
import { SMALL } from '../support/registers.js';

const BIN = join(PROJECT, 'bin', 'scrutiny.js');
const REVIEW = 'data/reviews/repairs/review.yaml';
const LOCK = 'data/.scrutiny-lock';

function signal() {
  return new AbortController().signal;
}

/** Adds an action in this process, with something that happens between reading the register and writing it. */
function addMeanwhile(cwd: string, meanwhile: () => void, basedOn?: RegisterToEdit['seen']) {
  return editRegister({
    place: findRegister(cwd, undefined),
    day: day('2020-03-10'),
    plan: (): readonly FileEdit[] => {
      meanwhile();
      return [addAction('repairs', '1', { ref: '1.3', text: 'Ours.' })];
    },
    basedOn,
    signal: signal(),
  });
}

/** Every file below a folder, hidden ones too. */
function filesIn(cwd: string): readonly string[] {
  return readdirSync(join(cwd, 'data'), { recursive: true, encoding: 'utf8' });
}

describe('a file that somebody else saves meanwhile', () => {
  test('stays as they saved it, and what they changed is shown', async () => {
    const cwd = folderWith(SMALL);
    const theirs = (SMALL[REVIEW] ?? '').replace('Buy ladders', 'Buy tall ladders');
    const before = filesIn(cwd);
    const result = await addMeanwhile(cwd, () => writeFileSync(join(cwd, REVIEW), theirs));
    expect(readFileSync(join(cwd, REVIEW), 'utf8')).toBe(theirs);
    expect(result).toMatchObject({ kind: 'clash', shown: REVIEW });
    const lines = result.kind === 'clash' ? result.theirs : [];
    expect(lines.filter(({ kind }) => kind === 'new').map(({ text }) => text)).toEqual([
      expect.stringContaining('Buy tall ladders'),
    ]);
    expect(filesIn(cwd)).toEqual(before);
  });

  test('while a person answers questions stays so too', async () => {
    const desk = deskWith(SMALL);
    const place = findRegister(desk.cwd, undefined);
    const seen = readToEdit({ place, day: day('2020-03-10') });
    if ('kind' in seen) throw new Error('the register has errors');
    const theirs = `${SMALL[REVIEW]}# a remark\n`;
    writeFileSync(join(desk.cwd, REVIEW), theirs);
    const result = await addMeanwhile(desk.cwd, () => {}, seen.seen);
    expect(result).toMatchObject({ kind: 'clash', shown: REVIEW });
    expect(desk.text(REVIEW)).toBe(theirs);
  });

  test('is told with what to do', async () => {
    const desk = deskWith(SMALL);
    const asked = ['repairs/1', 'Ours.', '', '', ''];
    const { code, err } = await desk.type(['add', 'action'], asked, '', () =>
      writeFileSync(join(desk.cwd, REVIEW), `${SMALL[REVIEW]}# a remark\n`),
    );
    expect(code).toBe(3);
    expect(err).toContain(
      `error: ${REVIEW} was changed by somebody else meanwhile, and nothing was written.\n`,
    );
    expect(err).toMatch(/^\+# a remark\nLook at their change, then run the command again\.\n$/m);
    expect(err).toContain('The same in one line:\n  scrutiny add action repairs/1 --text Ours.\n');
  });
});

test('a new file never takes the place of one that has come there meanwhile', async () => {
  const cwd = folderWith(SMALL);
  const result = await editRegister({
    place: findRegister(cwd, undefined),
    day: day('2020-03-10'),
    plan: () => [
      { kind: 'create', path: 'meetings/2020-05-11-homes.yaml', text: 'date: 2020-05-11\npanel: homes\n' },
    ],
    signal: signal(),
  });
  expect(result.kind).toBe('edited');
  const again = editRegister({
    place: findRegister(cwd, undefined),
    day: day('2020-03-10'),
    plan: () => [
      { kind: 'create', path: 'meetings/2020-05-11-homes.yaml', text: 'date: 2020-05-11\npanel: homes\n' },
    ],
    signal: signal(),
  });
  await expect(again).rejects.toThrow('data/meetings/2020-05-11-homes.yaml is there already.');
});

describe('two edits at once', () => {
  test('are both made: one waits for the other', async () => {
    const cwd = folderWith(SMALL);
    const runs = Array.from({ length: 5 }, (_, index) =>
      spawn(process.execPath, [BIN, 'add', 'action', 'repairs/1', '--text', `Number ${index}`], {
        cwd,
        stdio: 'ignore',
      }),
    );
    const codes = await Promise.all(runs.map(async (run) => (await once(run, 'exit'))[0]));
    expect(codes).toEqual([0, 0, 0, 0, 0]);
    const text = readFileSync(join(cwd, REVIEW), 'utf8');
    expect([...text.matchAll(/Number \d/g)].map(([words]) => words).sort()).toEqual([
      'Number 0',
      'Number 1',
      'Number 2',
      'Number 3',
      'Number 4',
    ]);
    expect([...text.matchAll(/ref: (1\.\d)/g)].map(([, ref]) => ref)).toEqual([
      '1.1',
      '1.2',
      '1.3',
      '1.4',
      '1.5',
      '1.6',
      '1.7',
    ]);
    expect(existsSync(join(cwd, LOCK))).toBe(false);
  });

  test('are refused where the other never ends', async () => {
    const cwd = folderWith({ ...SMALL, [LOCK]: markOfRun() });
    const stop = new AbortController();
    const waiting = editRegister({
      place: findRegister(cwd, undefined),
      day: day('2020-03-10'),
      plan: () => [],
      signal: stop.signal,
    });
    stop.abort();
    await expect(waiting).rejects.toThrow('stopped while another edit was waited for');
    expect(existsSync(join(cwd, LOCK))).toBe(true);
  });
});

test('what a killed process has left behind stops nobody, and is taken away', async () => {
  // A process of this machine that is over, so that its mark can be told from one that is at work.
  const script = "import { markOfRun } from './dist/user-cache/index.js'; process.stdout.write(markOfRun());";
  const gone = spawnSync(process.execPath, ['--input-type=module', '-e', script], {
    cwd: PROJECT,
    encoding: 'utf8',
  });
  expect(gone.stdout).toMatch(/^[0-9a-f]{36}$/);
  const cwd = folderWith({
    ...SMALL,
    [LOCK]: gone.stdout,
    [`data/reviews/repairs/.review.yaml.${gone.stdout}.part`]: 'half of a f',
  });
  expect(await addMeanwhile(cwd, () => {})).toMatchObject({ kind: 'edited' });
  expect(filesIn(cwd).filter((name) => /(?:^|\/)\./.test(name))).toEqual([]);
});

test('a process that is killed at any moment leaves the file whole, and the next one at work', async () => {
  const cwd = folderWith(SMALL);
  const whole = /^title: Repairs\n[\s\S]*\nbackground-papers: \[\]\n$/;
  for (const [index, delay] of [40, 90, 130, 160, 190, 220, 260].entries()) {
    const line = ['add', 'action', 'repairs/1', '--text', `Killed ${index}`];
    const run = spawn(process.execPath, [BIN, ...line], { cwd, stdio: 'ignore' });
    const ended = once(run, 'exit');
    await new Promise((resolve) => setTimeout(resolve, delay));
    run.kill('SIGKILL');
    await ended;
    expect(readFileSync(join(cwd, REVIEW), 'utf8')).toMatch(whole);
  }
  const before = readFileSync(join(cwd, REVIEW), 'utf8').match(/ref: 1\./g)?.length ?? 0;
  const last = spawnSync(process.execPath, [BIN, 'add', 'action', 'repairs/1', '--text', 'Last'], {
    cwd,
    encoding: 'utf8',
  });
  expect(last.stderr).toBe('');
  expect(readFileSync(join(cwd, REVIEW), 'utf8').match(/ref: 1\./g)).toHaveLength(before + 1);
  expect(filesIn(cwd).filter((name) => /(?:^|\/)\./.test(name))).toEqual([]);
});

test.runIf(process.platform !== 'win32')('a full disk leaves the file as it was, and says so', () => {
  const cwd = folderWith({ ...SMALL, [REVIEW]: `${SMALL[REVIEW]}# ${'long '.repeat(1_000)}\n` });
  const before = readFileSync(join(cwd, REVIEW), 'utf8');
  const names = filesIn(cwd);
  // No file may be larger than two blocks: what a disk without room does, without filling one.
  const line = `ulimit -f 2; exec "$0" "$@"`;
  const { status, stderr } = spawnSync(
    'bash',
    ['-c', line, process.execPath, BIN, 'add', 'action', 'repairs/1', '--text', 'More'],
    { cwd, encoding: 'utf8' },
  );
  expect(stderr).toMatch(/^error: .*review\.yaml could not be written: .*\. Nothing was changed\.\n$/);
  expect(status).toBe(3);
  expect(readFileSync(join(cwd, REVIEW), 'utf8')).toBe(before);
  expect(filesIn(cwd)).toEqual(names);
});

test('a file keeps its byte order mark, its line ends and its permissions', async () => {
  const cwd = folderWith({ ...SMALL, [REVIEW]: `\ufeff${SMALL[REVIEW]?.replaceAll('\n', '\r\n')}` });
  chmodSync(join(cwd, REVIEW), 0o640);
  expect(await addMeanwhile(cwd, () => {})).toMatchObject({ kind: 'edited' });
  expect(statSync(join(cwd, REVIEW)).mode & 0o777).toBe(0o640);
  const text = readFileSync(join(cwd, REVIEW), 'utf8');
  expect(text.startsWith('\ufefftitle: Repairs\r\n')).toBe(true);
  expect(text).toContain('- { ref: 1.3, text: Ours. }\r\n');
  expect(text).not.toMatch(/(?<!\r)\n/);
});
