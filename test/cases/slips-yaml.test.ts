import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { run } from '../../src/cli/index.js';
import { folderWith, PROJECT } from '../support/folder.js';
import { day, fakeHost } from '../support/host.js';

function caseCopy(name: string): string {
  const folder = folderWith({});
  cpSync(join(PROJECT, 'test/fixtures/cases', name), folder, { recursive: true });
  return folder;
}

async function ran(cwd: string, ...argv: readonly string[]) {
  const host = fakeHost({ cwd, today: day('2026-03-02') });
  const code = await run([...argv], host);
  return { code, out: host.out(), err: host.err() };
}

describe('d-slips: the command line', () => {
  test('39: report and chase without a meeting list the meetings', async () => {
    for (const command of ['report', 'chase'])
      expect(await ran(caseCopy('d-slips'), command)).toEqual({
        code: 2,
        out: '',
        err: 'error: Say which meeting, with --meeting 2026-03-02. The only meeting is:\n  2026-03-02   homes   (Homes Scrutiny Panel)\n',
      });
  });

  test('39: the register has to be sound before it is asked which meeting', async () => {
    const cwd = caseCopy('d-slips');
    const path = join(cwd, 'data/reviews/repairs/review.yaml');
    writeFileSync(path, readFileSync(path, 'utf8').replace('panel: homes', 'panel: hoems'));
    const { code, err } = await ran(cwd, 'report');
    expect(code).toBe(1);
    expect(err).toContain("'hoems' is not a panel");
  });

  test('40: errors come first, and the last line explains the first of them', async () => {
    const cwd = caseCopy('d-slips');
    const path = join(cwd, 'data/reviews/repairs/progress/2026-02-10.yaml');
    writeFileSync(
      path,
      readFileSync(path, 'utf8')
        .replace('as-at: 2026-02-10', 'as-at: 2026-02-11')
        .replace('rating: amber', 'rating: Ambr'),
    );
    const { code, out } = await ran(cwd, 'check');
    expect(code).toBe(1);
    expect(
      [...out.matchAll(/^\S+:(\d+):\d+ (error|warning)/gm)].map(([, line, level]) => [line, level]),
    ).toEqual([
      ['5', 'error'],
      ['1', 'warning'],
    ]);
    expect(out).toMatch(/'scrutiny explain rating-unknown' says more about the first\.\n$/);
  });
});

describe('many of one kind in one file', () => {
  const register = (ownerless: number) => {
    const cwd = caseCopy('d-slips');
    const path = join(cwd, 'data/reviews/repairs/review.yaml');
    const actions = Array.from(
      { length: ownerless },
      (_, index) =>
        `  - { ref: ${index + 10}, text: Mend roofs, response: accepted, due: 2026-0${index + 1}-28 }\n`,
    );
    writeFileSync(path, `${readFileSync(path, 'utf8')}${actions.join('')}`);
    return cwd;
  };

  test('up to five are told one by one', async () => {
    const { out } = await ran(register(5), 'check');
    expect(out.match(/ warning owner-missing {2}/g)).toHaveLength(5);
    expect(out).not.toContain('more of this kind');
  });

  test('six are told once, with the lines of the others; scripts get them all', async () => {
    const cwd = register(6);
    const { out } = await ran(cwd, 'check');
    expect(out.match(/ warning owner-missing {2}/g)).toHaveLength(1);
    expect(out).toContain("review.yaml:37:12 warning owner-missing  nobody owns '10'");
    expect(out).toContain('and 5 more of this kind in this file, at lines 38, 39, 40, 41, 42');
    expect(out).toMatch(/\n6 warnings in 4 files\./);
    expect(JSON.parse((await ran(cwd, 'check', '--format', 'json')).out).diagnostics).toHaveLength(6);
  });
});

describe('e-control-characters: nothing that was read or typed steers the terminal', () => {
  // Tabs and line ends are the only control characters that print; the last are marks that turn the direction of text about.
  const STEERING = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069]/;
  const ESCAPE = 'x\u001b[31m\u009b1m\u202ey';

  test.each(['text', 'github', 'gitlab', 'sarif', 'junit', 'json'])('check --format %s', async (format) => {
    const cwd = caseCopy('e-control-characters');
    const path = join(cwd, 'data/reviews/repairs/progress/2026-02-10.yaml');
    writeFileSync(path, readFileSync(path, 'utf8').replace('am\\e[31mber', 'am\\e[31m\\x9b1m\\u202eber'));
    const { code, out, err } = await ran(cwd, 'check', '--format', format);
    expect(code).toBe(1);
    expect(out).toContain('is not a rating');
    expect(out + err).not.toMatch(STEERING);
  });

  test.each<readonly string[]>([
    [ESCAPE],
    ['check', `--${ESCAPE}`],
    ['check', '--format', ESCAPE],
    ['check', '--data', ESCAPE],
    ['explain', ESCAPE],
    ['show', ESCAPE],
    ['show', `repairs/${ESCAPE}`],
    ['status', '--owner', ESCAPE],
    ['verify', ESCAPE],
    ['templates', ESCAPE],
    ['report', '--meeting', ESCAPE],
    ['report', '--meeting', '2026-03-02', '--panel', ESCAPE],
    ['report', '--meeting', '2026-03-02', '--item', ESCAPE],
    ['report', '--meeting', '2026-03-02', '--browser', ESCAPE],
  ])('%j', async (...argv) => {
    const { code, out, err } = await ran(caseCopy('d-slips'), ...argv);
    expect(code).toBeGreaterThan(0);
    expect(err).not.toBe('');
    expect(out + err).not.toMatch(STEERING);
  });

  test('names of files and folders', async () => {
    const cwd = caseCopy('d-slips');
    const made = await ran(cwd, 'report', '--meeting', '2026-03-02', '--format', 'html', '--out', ESCAPE);
    expect(made).toMatchObject({ code: 0, err: '' });
    expect(made.out).toContain('05-repairs.html');
    mkdirSync(join(cwd, 'data', ESCAPE));
    writeFileSync(join(cwd, 'data', ESCAPE, 'notes.yaml'), 'a: b\n');
    const checked = await ran(cwd, 'check');
    expect(checked.out).toContain('nothing reads this file');
    expect(made.out + checked.out).not.toMatch(STEERING);
  });

  test('a line end in an argument begins no line of its own', async () => {
    const { code, err } = await ran(caseCopy('d-slips'), 'explain', 'x\n::error::Gone');
    expect(code).toBe(2);
    expect(err).toBe("error: 'x ::error::Gone' has a line end in it. Write it on one line.\n");
  });
});
