import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { run } from '../../src/cli/index.js';
import { folderWith, PROJECT } from '../support/folder.js';
import { day, fakeHost } from '../support/host.js';

/** An exempt action with an owner who is not listed, and an exempt entry with a rating that is not known. */
const REGISTER = {
  'data/council.yaml': 'council: C\npanels: { p: P }\n',
  'data/meetings/1.yaml':
    'date: 2025-06-09\npanel: p\nitems:\n  - { number: 4, title: Works, report: update, review: r }\n',
  'data/reviews/r/review.yaml':
    'title: T\npanel: p\nrecommendations:\n  - { ref: 1, text: Sell the quay., exempt: { paragraph: 3 }, owner: zenith-estates, due: 31/06/2025 }\n  - { ref: 2, text: Sweep., owner: The Warden }\n',
  'data/reviews/r/progress/1.yaml':
    'as-at: 2025-06-01\nprogress:\n  2:\n    exempt: { paragraph: 3 }\n    rating: zenith-blue\n    note: "The zenith buyer: signed"\n    zenith: yes\n',
};

/** The commands of the shipped workflows that tell what is wrong with a register. */
const COMMANDS = ['.github/workflows/register.yml', '.gitlab-ci.yml'].flatMap((file) =>
  [...readFileSync(join(PROJECT, file), 'utf8').matchAll(/npx scrutiny (check[^>|\n]*)/g)].map(
    ([, command = '']) => [file, command.trim()] as const,
  ),
);

test('the shipped workflows check the register in four ways', () => {
  expect(COMMANDS.map(([, command]) => command)).toEqual([
    'check --format github',
    'check --format gitlab',
    'check --format junit',
    'check',
  ]);
});

test.each<readonly [who: string, command: string]>([
  ...COMMANDS,
  ['anybody', 'check --format sarif'],
  ['anybody', 'check --format json'],
  ['anybody', 'check --strict'],
  ['anybody', 'report --meeting 2025-06-09 --format html'],
  ['anybody', 'status'],
  ['anybody', 'show r/2'],
  ['anybody', 'changes --since 2025-01-01'],
  ['anybody', 'chase --meeting 2025-06-09'],
])('on a build server, %s’s ‘%s’ repeats no exempt word in a frame or a message', async (_, command) => {
  const env = { ...process.env, NO_COLOR: '1', CI: 'true' };
  const host = fakeHost({ cwd: folderWith(REGISTER), today: day('2025-07-01'), env });
  expect(await run(command.split(' '), host)).toBe(1);
  const said = `${host.out()}${host.err()}`;
  expect(said).toContain('its words are not repeated here');
  expect(said).not.toMatch(/zenith|quay|buyer|31\/06/i);
});

test('the check of this can fail: on an officer’s own computer the words are shown', async () => {
  const host = fakeHost({ cwd: folderWith(REGISTER), today: day('2025-07-01') });
  expect(await run(['check'], host)).toBe(1);
  expect(host.out()).toMatch(/zenith-estates/);
});
