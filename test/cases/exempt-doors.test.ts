import { cpSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { run } from '../../src/cli/index.js';
import { folderWith, PROJECT } from '../support/folder.js';
import { day, fakeHost } from '../support/host.js';

interface Public {
  readonly code: number;
  readonly out: string;
  readonly err: string;
  readonly files: Readonly<Record<string, string>>;
}

/** What one command gives the public for a register of test/fixtures/cases. */
async function given(
  register: string,
  args: readonly string[],
  ...folders: readonly string[]
): Promise<Public> {
  const cwd = folderWith({});
  cpSync(join(PROJECT, 'test/fixtures/cases', register), cwd, { recursive: true });
  const host = fakeHost({ cwd, today: day('2025-07-01') });
  const code = await run([...args], host);
  const files = folders.flatMap((folder) =>
    readdirSync(join(cwd, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => [entry.name, readFileSync(join(entry.parentPath, entry.name), 'utf8')]),
  );
  return { code, out: host.out(), err: host.err(), files: Object.fromEntries(files) };
}

const REPORT = ['report', '--meeting', '2025-06-09', '--format', 'html'];
const JUNE = ['--as-at', '2025-06-09'];

test.each([
  ['c-evidence', 'the evidence of an exempt report', [REPORT]],
  ['c-item-last-paper', 'which review an exempt item of March is about', [REPORT, ['status', ...JUNE]]],
  [
    'c-item-deferred-show',
    'which review an exempt item that was put off is about',
    [
      ['show', 'roofs/1.1', ...JUNE],
      ['show', 'roads/1.1', ...JUNE],
      ['status', '--json', ...JUNE],
    ],
  ],
  ['c-chase-contact', 'the contact of an exempt item', [['chase', '--meeting', '2025-06-09', '--json']]],
] as const)('%s: %s changes nothing that the public can see', async (name, _, commands) => {
  for (const command of [...commands, ['changes', '--since', '2025-01-01', '--until', '2025-06-30']]) {
    const folders = command[0] === 'report' ? ['out'] : [];
    const one = await given(`${name}/one`, command, ...folders);
    expect(one.code).toBe(0);
    expect(await given(`${name}/two`, command, ...folders)).toEqual(one);
  }
});

test('c-chase-contact: messages come from the contact of a public item, or from the panel', async () => {
  const { files } = await given(
    'c-chase-contact/one',
    ['chase', '--meeting', '2025-06-09', '--out', 'eml'],
    'eml',
  );
  expect(Object.values(files).join('\n')).not.toContain('fraud@norbury.example');
});

test.each([
  ['c-title', 'as an item’s title'],
  ['c-percent', 'in an address with a malformed percent sequence'],
])('%s: withheld words %s are refused', async (name) => {
  const { code, err } = await given(name, REPORT);
  expect(err).toContain('exempt-leak');
  expect(code).toBe(1);
});

test.each([
  [['status', ...JUNE]],
  [['show', 'r/1.1', ...JUNE]],
  [['changes', '--since', '2025-01-01', '--until', '2025-06-30']],
  [['chase', '--meeting', '2025-06-09']],
])('%j says in its first line that it holds exempt matter, with --confidential alone', async (command) => {
  const [first] = (await given('c-title', [...command, '--confidential'])).out.split('\n');
  expect(first).toMatch(/^Confidential: holds exempt information, not for publication/);
  expect((await given('c-title', command)).out).not.toContain('Confidential');
  const json = (await given('c-title', [...command, '--confidential', '--json'])).out;
  expect(JSON.parse(json)).toMatchObject({ confidential: true });
});

test('a message that may hold exempt matter says so in its subject', async () => {
  const args = ['chase', '--meeting', '2025-06-09', '--confidential', '--out', 'eml'];
  const { files } = await given('c-chase-contact/one', args, 'eml');
  expect(Object.keys(files).length).toBeGreaterThan(0);
  for (const message of Object.values(files)) expect(message).toMatch(/^Subject: Confidential: /m);
});

test.each(['github', 'gitlab', 'sarif', 'junit'])(
  '%s: a problem beside exempt words repeats none of them',
  async (format) => {
    const review =
      'title: T\npanel: p\nrecommendations:\n  - { ref: 1, text: Do it., exempt: { paragraph: 3 }, owner: zenith-estates }\n';
    const cwd = folderWith({
      'data/council.yaml': 'council: C\npanels: { p: P }\n',
      'data/reviews/r/review.yaml': review,
    });
    const host = fakeHost({ cwd, today: day('2025-07-01') });
    expect(await run(['check', '--format', format], host)).toBe(1);
    expect(host.out()).toContain('officer-unknown');
    expect(host.out()).not.toContain('zenith');
  },
);
