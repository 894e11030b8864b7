import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { run } from '../../src/cli/index.js';
import { checkRegister, makePapers, openRegister, queryStatus } from '../../src/index.js';
import { folderWith, PROJECT, sampleCopy } from '../support/folder.js';
import { day, fakeHost } from '../support/host.js';

/** What the command line says for scripts. */
async function printed(argv: readonly string[], cwd: string, today: string): Promise<unknown> {
  const host = fakeHost({ cwd, today: day(today) });
  await run(argv, host);
  return JSON.parse(host.out());
}

/** What would be left of a value as JSON. */
function asJson(value: object): unknown {
  return JSON.parse(JSON.stringify(value));
}

/** The files below a folder, by path. */
function filesBelow(folder: string): Readonly<Record<string, string>> {
  return Object.fromEntries(
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .sort()
      .map((path) => [path.slice(folder.length), readFileSync(path).toString('latin1')]),
  );
}

/** A folder in which `scrutiny-papers` is installed as it is here. */
function consumer(from?: string): string {
  const folder = from === undefined ? sampleCopy() : folderWith({});
  if (from !== undefined) cpSync(from, folder, { recursive: true });
  mkdirSync(join(folder, 'node_modules'));
  symlinkSync(PROJECT, join(folder, 'node_modules', 'scrutiny-papers'));
  return folder;
}

const FIXTURES = join(PROJECT, 'test', 'fixtures');

describe('the library gives what the command line gives', () => {
  test.each([
    ['the sample', PROJECT, '2018-02-19', {}, []],
    ['a tracker', join(FIXTURES, 'tracker'), '2023-06-19', { formats: ['html'] }, ['--format', 'html']],
    [
      'the members’ copy of a register with exempt matter, in parts',
      join(FIXTURES, 'exempt'),
      '2020-03-02',
      { confidential: true, split: true, asHeard: true, formats: ['pdf'] },
      ['--confidential', '--split', '--as-heard', '--format', 'pdf'],
    ],
  ] as const)('papers to the byte: %s', async (_name, home, meeting, options, argv) => {
    const [ours, theirs] = [folderWith({}), folderWith({})];
    const made = await makePapers(openRegister(join(home, 'data')), { meeting, out: ours, ...options });
    expect(made.diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
    const host = fakeHost({ cwd: home });
    expect(await run(['report', '--meeting', meeting, '--out', theirs, ...argv], host), host.err()).toBe(0);
    const files = filesBelow(ours);
    expect(files).toEqual(filesBelow(theirs));
    expect(Object.keys(files).map((path) => join(ours, path))).toEqual(made.written);
    expect(made.written).not.toEqual([]);
  });

  test.each([
    ['the sample', () => PROJECT],
    ['a register with many remarks', () => join(FIXTURES, 'awkward')],
    ['a register with exempt matter', () => join(FIXTURES, 'exempt')],
    ['a register with a mistake', () => withMistake()],
  ])('problems and status: %s', async (_name, homeOf) => {
    const home = homeOf();
    const register = openRegister(join(home, 'data'));
    const found = await checkRegister(register, { today: '2018-04-01' });
    expect({ schema: 1, ...found }).toEqual(await printed(['check', '--format', 'json'], home, '2018-04-01'));
    const { status, diagnostics } = await queryStatus(register, { asAt: '2018-04-01', confidential: true });
    if (found.errors > 0) {
      expect(status).toBeUndefined();
      expect(diagnostics.filter(({ severity }) => severity === 'error')).toHaveLength(found.errors);
      return;
    }
    expect(status && asJson(status)).toEqual(
      await printed(['status', '--json', '--confidential'], home, '2018-04-01'),
    );
  });

  test('a status narrowed in the same ways', async () => {
    const home = join(FIXTURES, 'office');
    const { status } = await queryStatus(openRegister(join(home, 'data')), {
      asAt: '2024-04-01',
      panel: 'places',
    });
    expect(status && asJson(status)).toEqual(
      await printed(['status', '--json', '--panel', 'places'], home, '2024-04-01'),
    );
  });
});

describe('the library says no', () => {
  test('with the problems of a register that has errors, and makes nothing of it', async () => {
    const folder = sampleCopy();
    writeFileSync(
      join(folder, 'data', 'council.yaml'),
      'council: Ambridge Council\npanels: {}\nratings: []\n',
    );
    const made = await makePapers(openRegister(join(folder, 'data')), {
      meeting: '2018-02-19',
      formats: ['html'],
    });
    expect(made.written).toEqual([]);
    expect(made.diagnostics.find(({ severity }) => severity === 'error')).toMatchObject({
      file: expect.stringContaining('data/'),
      line: expect.any(Number),
      message: expect.any(String),
    });
    expect(readdirSync(folder)).toEqual(['data']);
  });

  test.each([
    ['a folder without a register', () => openRegister(folderWith({})), /There is no register in/],
    ['a day that is none', () => checkRegister(sample(), { today: '30/2/2018' }), /is not a day for today/],
    ['a day written otherwise', () => queryStatus(sample(), { asAt: '1 March 2018' }), /as in 2018-03-01/],
    [
      'a panel that is not there',
      () => queryStatus(sample(), { asAt: '2018-03-01', panel: 'x' }),
      /no panel 'x'/,
    ],
    [
      'a meeting that is not there',
      () => makePapers(sample(), { meeting: '1999-01-01' }),
      /There is no meeting/,
    ],
    [
      'no format',
      () => makePapers(sample(), { meeting: '2018-02-19', formats: [] }),
      /'pdf', 'html' or 'docx'/,
    ],
  ])('by a UsageError: %s', async (_name, ask: () => unknown, words) => {
    const failure: unknown = await Promise.resolve()
      .then(ask)
      .catch((thrown: unknown) => thrown);
    expect(failure).toMatchObject({ name: 'UsageError', message: expect.stringMatching(words) });
  });

  test('to somebody who has stopped it, and nothing is written', async () => {
    const out = folderWith({});
    const stopped = makePapers(sample(), { meeting: '2018-02-19', out, signal: AbortSignal.abort() });
    await expect(stopped).rejects.toMatchObject({ name: 'Interrupted' });
    expect(readdirSync(out)).toEqual([]);
  });
});

function withMistake(): string {
  const folder = sampleCopy();
  writeFileSync(join(folder, 'data', 'meetings', 'x.yaml'), 'date: soon\n');
  return folder;
}

function sample() {
  return openRegister(join(PROJECT, 'data'));
}

test('several calls at once disturb neither each other nor the process', async () => {
  const listeners = () => process.eventNames().map((name) => [name, process.listenerCount(name)]);
  const before = { listeners: listeners(), cwd: process.cwd(), env: { ...process.env } };
  const meetings = ['2018-02-19', '2018-03-26', '2018-02-19'];
  const outs = meetings.map(() => folderWith({}));
  await Promise.all(meetings.map((meeting, index) => makePapers(sample(), { meeting, out: outs[index] })));
  const [first = '', second = '', again = ''] = outs;
  expect(Object.keys(filesBelow(second))).not.toEqual(Object.keys(filesBelow(first)));
  expect(filesBelow(again)).toEqual(filesBelow(first));
  expect(Object.keys(filesBelow(first))).toHaveLength(2);
  expect({ listeners: listeners(), cwd: process.cwd(), env: { ...process.env } }).toEqual(before);
});

describe('the package, for those who use it as a library', () => {
  const types = readFileSync(join(PROJECT, 'dist', 'program', 'index.d.ts'), 'utf8');
  const examples = [...types.matchAll(/^ \* ```ts\n([\s\S]*?)^ \* ```$/gm)].map(([, lines = '']) =>
    lines.replace(/^ \* ?/gm, ''),
  );

  test('has an example of every function', () => {
    const functions = [...types.matchAll(/^export declare function (\w+)/gm)].map(([, name]) => name);
    expect(functions).toHaveLength(4);
    expect(functions.filter((name) => !examples.some((example) => example.includes(` ${name}(`)))).toEqual(
      [],
    );
  });

  test.each(examples.map((example) => [example]))('its examples say what they say: %s', (example) => {
    const folder = consumer();
    writeFileSync(join(folder, 'example.mjs'), example);
    const { stdout, stderr } = spawnSync(process.execPath, ['example.mjs'], {
      cwd: folder,
      encoding: 'utf8',
    });
    const said = [...example.matchAll(/^.*console\.log\(.*\); \/\/ (.*)$/gm)].map(
      ([, words]) => `${words}\n`,
    );
    expect(said).not.toEqual([]);
    expect(stdout.endsWith(said.join('')), stdout + stderr).toBe(true);
  });

  test.each(['README.md', 'docs/library.md'])('the example in %s makes the papers that it names', (page) => {
    const text = readFileSync(join(PROJECT, page), 'utf8');
    const [, example = ''] = /```ts\n([\s\S]*?)```/.exec(text) ?? [];
    const folder = consumer();
    writeFileSync(join(folder, 'example.mjs'), example);
    execFileSync(process.execPath, ['example.mjs'], { cwd: folder });
    expect(Object.keys(filesBelow(join(folder, 'out')))).toEqual(
      ['html', 'pdf'].map(
        (ending) => `/2018-02-19-culture-and-community/06-childrens-services-update.${ending}`,
      ),
    );
  });

  test.each(['node16', 'bundler'])('compiles without our own packages, and runs: %s', (resolution) => {
    const folder = consumer(join(FIXTURES, 'consumer'));
    const tsc = join(PROJECT, 'node_modules', 'typescript', 'bin', 'tsc');
    const compiled = spawnSync(process.execPath, [tsc, '-p', `tsconfig.${resolution}.json`], {
      cwd: folder,
      encoding: 'utf8',
    });
    expect(compiled.stdout).toBe('');
    const said = execFileSync(process.execPath, [join(resolution, 'use.js')], {
      cwd: folder,
      encoding: 'utf8',
    });
    expect(said).toBe(readFileSync(join(folder, 'expected.txt'), 'utf8'));
  });
});
