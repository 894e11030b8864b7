import { cpSync, existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { run } from '../../src/cli/index.js';
import { CODES, factsOf, isCode } from '../../src/diagnostics/index.js';
import { EXPLANATIONS } from '../../src/rule-docs/index.js';
import { folderWith, PROJECT } from '../support/folder.js';
import { day, fakeHost } from '../support/host.js';

/**
 * A folder for each code: bad/ and good/ hold the files in which they differ from base/, and expected.txt what `check` says. A new case
 * needs no code: make the folder, run `npx vitest -u test/cli/check-fixtures.test.ts`, and read what came of it.
 */
const FIXTURES = join(PROJECT, 'test', 'fixtures', 'check');
const CASES = readdirSync(FIXTURES).filter((name) => name !== 'base');

/** Codes that need a disk, a repository or templates to arise, and the tests that make them do so. */
const ELSEWHERE: Readonly<Record<string, string>> = {
  'file-unreadable': 'test/files/read-register.test.ts',
  'file-too-large': 'test/files/read-register.test.ts',
  'file-encoding': 'test/files/read-register.test.ts',
  'file-outside': 'test/files/read-register.test.ts',
  'prose-too-long': 'test/markdown/prose.test.ts',
  'text-changed': 'test/git/text-changed.test.ts',
  'template-syntax': 'test/html/templates.test.ts',
  'template-name': 'test/html/templates.test.ts',
  'template-partial': 'test/html/templates.test.ts',
  'template-raw': 'test/html/templates.test.ts',
  'template-failed': 'test/html/templates.test.ts',
  'template-unknown': 'test/files/templates.test.ts',
  'style-address': 'test/html/templates.test.ts',
  'paper-words': 'test/pdf/tagging/refusals.test.ts',
  'paper-typeface': 'test/pdf/tagging/refusals.test.ts',
  'paper-headings': 'test/pdf/tagging/refusals.test.ts',
  'paper-naming': 'test/pdf/tagging/refusals.test.ts',
  'paper-contents': 'test/pdf/tagging/contents.test.ts',
  'exempt-leak': 'test/cli/exempt.test.ts',
};

/** What `check` says of a case, and which problems that names. */
async function checked(name: string, which: 'bad' | 'good') {
  const host = fakeHost({ cwd: caseFolder(name, which), today: day('2020-06-15') });
  const exit = await run(['check'], host);
  const found = [...host.out().matchAll(/^data\/\S+:\d+:\d+ (\w+ [a-z-]+) {2}/gm)].map((match) => match[1]);
  return { exit, text: host.out(), found };
}

/** A copy of a case: the base, with the case's own files over it. */
function caseFolder(name: string, which: 'bad' | 'good'): string {
  const cwd = folderWith({});
  for (const from of [join(FIXTURES, 'base'), join(FIXTURES, name, which)])
    cpSync(from, cwd, { recursive: true });
  return cwd;
}

describe.each(CASES)('%s', (name) => {
  test('is found, once, with the weight that the handbook gives it', async () => {
    const { found, text, exit } = await checked(name, 'bad');
    const level = isCode(name) ? factsOf(name).level : undefined;
    expect(found).toEqual([`${level} ${name}`]);
    expect(exit).toBe(level === 'error' ? 1 : 0);
    await expect(text).toMatchFileSnapshot(join(FIXTURES, name, 'bad', 'expected.txt'));
  });

  test('is not found where there is nothing to find', async () => {
    const { text, exit } = await checked(name, 'good');
    expect(text).toMatch(/^No problems in \d files\.\n$/);
    expect(exit).toBe(0);
    await expect(text).toMatchFileSnapshot(join(FIXTURES, name, 'good', 'expected.txt'));
  });
});

/** Every rule that a council may turn off, turned off. */
const ALL_OFF = `checks:\n${Object.entries(CODES)
  .filter(([, { most }]) => most !== undefined)
  .map(([code]) => `  ${code}: off\n`)
  .join('')}`;

test.each(CASES.filter((name) => isCode(name) && factsOf(name).most === 'error'))(
  'a paper is made, or refused in words, where %s is turned off',
  async (name) => {
    const cwd = caseFolder(name, 'bad');
    const council = join(cwd, 'data', 'council.yaml');
    writeFileSync(council, `${readFileSync(council, 'utf8')}${ALL_OFF}`);
    const host = fakeHost({ cwd });
    const code = await run(['report', '-m', '2020-03-02', '--panel', 'homes', '--format', 'html'], host);
    // Where two meetings are one, or its panel is another, there is a choice that nobody can make.
    expect([0, 2], host.err()).toContain(code);
  },
);

test('the register that all cases begin with has no problems', async () => {
  const host = fakeHost({ cwd: join(FIXTURES, 'base'), today: day('2020-06-15') });
  expect(await run(['check', '--strict'], host)).toBe(0);
});

test('every code has a case here, or a test elsewhere that speaks of it', () => {
  expect([...CASES, ...Object.keys(ELSEWHERE)].toSorted()).toEqual(Object.keys(CODES).toSorted());
  for (const [code, file] of Object.entries(ELSEWHERE))
    expect(readFileSync(join(PROJECT, file), 'utf8'), `${file} says nothing of ${code}`).toContain(code);
});

describe('the examples of the handbook are true', () => {
  const examples = CASES.flatMap((name) => (isCode(name) ? [{ name, ...EXPLANATIONS[name] }] : []));

  test.each(examples)('$name', ({ name, bad, good }) => {
    expect(wordsOf(name, 'bad')).toContain(inOneLine(bad));
    expect(wordsOf(name, 'good')).toContain(inOneLine(good));
  });
});

/** The files of a case, and those of the base that it does not replace, one after another. Examples of file names are such lists. */
function wordsOf(name: string, which: 'bad' | 'good'): string {
  const own = filesBelow(join(FIXTURES, name, which));
  const base = filesBelow(join(FIXTURES, 'base')).filter((path) => !own.includes(path));
  const texts = [
    ...own.map((path) => join(FIXTURES, name, which, path)),
    ...base.map((path) => join(FIXTURES, 'base', path)),
  ].map((path) => readFileSync(path, 'utf8'));
  return inOneLine([...texts, ...[...own, ...base].toSorted()].join('\n'));
}

/** Examples leave out what is not to the point; what is compared is the words. */
function inOneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

function filesBelow(folder: string): readonly string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name !== 'expected.txt')
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .sort();
}
