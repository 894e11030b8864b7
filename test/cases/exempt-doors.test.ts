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
