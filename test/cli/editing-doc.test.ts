import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { deskWith } from '../support/at-desk.js';
import { PROJECT } from '../support/folder.js';
import { fixture } from '../support/registers.js';

/** The commands of a page of docs/, by block, as a shell would part them. */
function commandsIn(page: string): readonly (readonly (readonly string[])[])[] {
  const text = readFileSync(join(PROJECT, 'docs', page), 'utf8');
  return [...text.matchAll(/```console\n([\s\S]*?)```/g)].map(([, block = '']) =>
    [...block.matchAll(/^\$ scrutiny (.*)$/gm)].map(([, line = '']) =>
      [...line.matchAll(/"([^"]*)"|'([^']*)'|(\S+)/g)].map((match) => match[1] ?? match[2] ?? match[3] ?? ''),
    ),
  );
}

describe('the commands of docs/editing.md', () => {
  const [first = [], second = []] = commandsIn('editing.md');

  test('begin a register that has no errors', async () => {
    const desk = deskWith({ 'data/council.yaml': 'council: Ambridge Council\npanels: {}\n' }, '2026-02-10');
    expect(first).toHaveLength(8);
    for (const argv of first) expect(await desk.type(argv)).toMatchObject({ code: 0, err: '' });
    expect(await desk.type(['check'])).toMatchObject({ code: 0 });
    expect((await desk.type(['status'])).out).toContain('1.1');
  });

  test('record a meeting of the sample', async () => {
    const desk = deskWith(
      Object.fromEntries(Object.entries(fixture('../../data')).map(([path, text]) => [`data/${path}`, text])),
    );
    expect(second).toHaveLength(1);
    for (const argv of second) expect(await desk.type(argv)).toMatchObject({ code: 0, err: '' });
    expect((await desk.type(['show', 'digital-safeguarding/1.1', '--as-at', '2018-04-01'])).out).toMatch(
      /26 Mar 2018 {2}Agreed complete by the Culture and Community Scrutiny Panel \(minute 17\/24\)/,
    );
  });
});
