import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { run } from '../../src/cli/index.js';
import { folderWith } from '../support/folder.js';
import { day, fakeHost } from '../support/host.js';
import { SMALL } from '../support/registers.js';

/** A register with one long note; how the time grows with it is shown by the bench. */
function withNote(note: string): string {
  return folderWith({
    ...SMALL,
    'data/reviews/repairs/progress/2020-02-10.yaml': `as-at: 2020-02-10\nprogress:\n  1.1:\n    rating: amber\n    note: |\n      ${note}\n`,
  });
}

test('e-quadratic-footnotes: twenty thousand marks of a missing footnote give one message', async () => {
  const host = fakeHost({ cwd: withNote('[^1]'.repeat(20_000)), today: day('2020-03-02') });
  expect(await run(['check'], host)).toBe(0);
  expect(host.out().match(/footnote-missing {2}/g)).toHaveLength(1);
  expect(host.out()).toContain('there is no footnote [^1] in this text (20000 times)');
});

test('e-quadratic-run: a run without a space is printed whole', async () => {
  const cwd = withNote('!'.repeat(30_000));
  const host = fakeHost({ cwd, today: day('2020-03-02') });
  expect(await run(['report', '--meeting', '2020-03-02', '--format', 'html'], host), host.err()).toBe(0);
  const paper = readFileSync(join(cwd, 'out/2020-03-02-homes/04-homes-update.html'), 'utf8');
  expect(paper).toContain(`>${'!'.repeat(30_000)}<`);
});

test('thousands of unknown references are reported once each, and a guess is made only for the first few', async () => {
  const entries = Array.from({ length: 3_000 }, (_, index) => `  1.1${index}: { note: Done. }\n`).join('');
  const cwd = folderWith({
    ...SMALL,
    'data/reviews/repairs/progress/2020-02-10.yaml': `as-at: 2020-02-10\nprogress:\n${entries}`,
  });
  const host = fakeHost({ cwd, today: day('2020-03-02') });
  expect(await run(['check', '--format', 'json'], host)).toBe(1);
  const { diagnostics }: { diagnostics: readonly { code: string; hint?: string }[] } = JSON.parse(host.out());
  const unknown = diagnostics.filter(({ code }) => code === 'ref-unknown');
  expect(unknown).toHaveLength(3_000);
  const isGuess = ({ hint }: { hint?: string }) => hint?.startsWith('Did you mean') === true;
  expect(unknown.slice(0, 50).filter(isGuess).length).toBeGreaterThan(5);
  expect(unknown.slice(50).filter(isGuess)).toEqual([]);
});
