import { cpSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { run } from '../../src/cli/index.js';
import { folderWith, PROJECT } from '../support/folder.js';
import { fakeHost } from '../support/host.js';

/** The register with exempt matter, as if its council were in another nation whose law has these paragraphs. */
function councilIn(nation: string, paragraphs: Readonly<Record<string, string>>): string {
  const cwd = folderWith({});
  const data = join(cwd, 'data');
  cpSync(join(PROJECT, 'test', 'fixtures', 'exempt', 'data'), data, { recursive: true });
  for (const path of readdirSync(data, { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('.yaml'),
  )) {
    const text = readFileSync(join(data, path), 'utf8')
      .replace('nation: wales', `nation: ${nation}`)
      .replace(/paragraph: (\d+)/g, (_, paragraph) => `paragraph: ${paragraphs[paragraph] ?? paragraph}`);
    writeFileSync(join(data, path), text);
  }
  return cwd;
}

async function said(cwd: string, ...argv: readonly string[]): Promise<string> {
  const host = fakeHost({ cwd });
  expect(await run(argv, host), host.err()).toBe(0);
  return host.out();
}

async function pagesOf(cwd: string, ...argv: readonly string[]): Promise<string> {
  const out = await said(cwd, 'report', '--meeting', '2020-03-02', '--format', 'html', ...argv);
  return out
    .trim()
    .split('\n')
    .map((path) => readFileSync(join(cwd, path), 'utf8'))
    .join('\n');
}

describe('what is exempt', () => {
  test.each([
    [
      'scotland',
      { '14': '6', '16': '12' },
      'paragraph 6 of Part I of Schedule 7A',
      'to the Local Government (Scotland) Act 1973.',
    ],
    [
      'northern-ireland',
      { '14': '3', '16': '5' },
      'paragraph 3 of Part 1 of Schedule 6',
      'to the Local Government Act (Northern Ireland) 2014.',
    ],
  ])('is so under the law of %s', async (nation, paragraphs, paragraph, act) => {
    const cwd = councilIn(nation, paragraphs);
    const pages = await pagesOf(cwd);
    expect(pages).toContain(
      `>Not for publication: contains exempt information within ${paragraph} ${act}</p>`,
    );
    expect(pages).toContain(`Withheld: exempt information within ${paragraph}.`);
    expect(pages).not.toContain('Schedule 12A');
    const members = await pagesOf(cwd, '--confidential');
    expect(members).toContain(`Not for publication: contains exempt information within ${paragraph}.`);
    expect(members).not.toContain('Schedule 12A');
    const times = (text: string) => text.split('Not for publication: ').length;
    expect(times(members)).toBe(times(await pagesOf(councilIn('wales', {}), '--confidential')));
    expect(await said(cwd, 'status', '--as-at', '2020-03-02')).not.toContain('Schedule 12A');
  });
});
