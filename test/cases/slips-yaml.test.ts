import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { run } from '../../src/cli/index.js';
import { folderWith, PROJECT } from '../support/folder.js';
import { day, fakeHost } from '../support/host.js';
import { saidOf } from '../support/slips.js';

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

const NOTE = '    note: Most tenants have had a letter.\n';

/** Slips in the text of YAML: what was typed for what, the line, the message, what it says to do, and what is typed then. */
const SLIPS = {
  '1: a second paragraph at the margin': {
    file: 'progress',
    from: NOTE,
    to: `${NOTE}The rest will follow in May.\n`,
    line: 7,
    message: "these words are not indented, so YAML cannot tell that they belong to 'note' above",
    hint: "Text of several paragraphs begins with | and each of its lines is indented: write 'note: |' and, beneath it, all of the words with 6 spaces before each line.",
    mended: '    note: |\n      Most tenants have had a letter.\n\n      The rest will follow in May.\n',
  },
  '2: a line of a note ends in a colon': {
    file: 'progress',
    from: NOTE,
    to: '    note: Letters went out in January.\n      These wards are next:\n      Hill and Dale\n',
    line: 7,
    message: "because of the colon at the end of this line YAML takes it for a key, not for words of 'note'",
    hint: "Write 'note: |' and, beneath it, all of the words with 6 spaces before each line.",
    mended:
      '    note: |\n      Letters went out in January.\n      These wards are next:\n      Hill and Dale\n',
  },
  '4: a key too far right': {
    file: 'progress',
    from: NOTE,
    to: `  ${NOTE}`,
    line: 6,
    message: "'note' begins further right than 'rating'",
    hint: "Begin them in one column: take 2 spaces out before 'note'.",
    mended: NOTE,
  },
  '6: non-breaking spaces': {
    file: 'progress',
    from: NOTE,
    to: NOTE.replace('    ', '\u00a0\u00a0\u00a0\u00a0'),
    line: 6,
    message: 'these are non-breaking spaces, as web pages have them, which YAML does not take for spaces',
    hint: "Put ordinary spaces there, or let 'scrutiny check --fix' do it.",
    mended: NOTE,
  },
  '7: a quotation mark that is not closed': {
    file: 'progress',
    from: NOTE,
    to: NOTE.replace('Most', '"Most'),
    line: 6,
    message: 'the quotation mark that opens here is not closed, so YAML takes the lines after it for words',
    hint: 'Close it at the end of the words: "…"',
    mended: '    note: "Most tenants have had a letter."\n',
  },
  '23: no space after a colon': {
    file: 'progress',
    from: NOTE,
    to: NOTE.replace('note: ', 'note:'),
    line: 6,
    message: "a space is missing after 'note:'",
    hint: "Write 'note: ' and then the value.",
    mended: NOTE,
  },
  '23: no space after the only key': {
    file: 'progress',
    from: `    rating: amber\n${NOTE}`,
    to: NOTE.replace('note: ', 'note:'),
    line: 5,
    message: "a space is missing after 'note:'",
    hint: "Write 'note: ' and then the value.",
    mended: NOTE,
  },
  '24: a number sign': {
    file: 'progress',
    from: NOTE,
    to: '    note: Letters went to 12 wards #3 did not answer.\n',
    line: 6,
    message: 'YAML takes "#3 did not answer." for a comment, so it is no part of the words before it',
    hint: 'Put the words in quotes, or on the next line after a |. What is meant as a comment stands on a line of its own.',
    mended: '    note: "Letters went to 12 wards #3 did not answer."\n',
  },
  '32: an item without its dash': {
    file: 'meeting',
    from: '  - number: 5',
    to: '  number: 5',
    line: 5,
    message: "a dash is missing before 'number': each item of 'items' begins with '- '",
    hint: "Write '- ' before it, and begin the other lines of the item under the first letter after the dash.",
    mended: '  - number: 5',
  },
} as const;

describe('d-slips: one message, at the line, and one round is enough', () => {
  test.each(Object.entries(SLIPS))('%s', async (_slip, { file, from, to, line, message, hint, mended }) => {
    expect(await saidOf([{ file, from, to }])).toMatchObject([{ line, message, hint }]);
    expect(await saidOf([{ file, from, to: mended }])).toEqual([]);
  });
});

describe('check --fix', () => {
  const PATH = 'data/reviews/repairs/progress/2026-02-10.yaml';

  async function fixed(change: (text: string) => string) {
    const cwd = caseCopy('d-slips');
    const sound = readFileSync(join(cwd, PATH), 'utf8');
    writeFileSync(join(cwd, PATH), change(sound));
    return { sound, ...(await ran(cwd, 'check', '--fix')), text: readFileSync(join(cwd, PATH), 'utf8') };
  }

  test('6: puts spaces in the place of what only looks like them, and mends a date that shows then', async () => {
    const { sound, code, err, text } = await fixed((clean) =>
      clean
        .replace('2026-02-10', '10/02/2026')
        .replaceAll('    ', '\u00a0\u2007 \u202f\u200b')
        .replace('6.2', '\u200b6.2'),
    );
    expect({ code, err, text }).toEqual({ code: 0, err: `mended ${PATH}\n`, text: sound });
  });

  test('38: says because of which line a file was left', async () => {
    const typed = (clean: string) => clean.replace('2026-02-10', '10/02/2026').replace('note: ', 'note:');
    const { sound, code, out, err, text } = await fixed(typed);
    expect(code).toBe(1);
    expect(text).toBe(typed(sound));
    expect(err).toBe(
      `left ${PATH} as it was because of line 6: put that right by hand, then run --fix again\n`,
    );
    expect(out).toContain(`${PATH}:6:9 error yaml-syntax  a space is missing after 'note:'`);
  });
});

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

  test('up to five are reported one by one', async () => {
    const { out } = await ran(register(5), 'check');
    expect(out.match(/ warning owner-missing {2}/g)).toHaveLength(5);
    expect(out).not.toContain('more of this kind');
  });

  test('six are reported once, with the lines of the others; scripts get them all', async () => {
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
