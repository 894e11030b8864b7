import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { run } from '../../src/cli/index.js';
import { answerableIn, filesOf, REGISTERS } from '../support/arbitrary-register.js';
import { folderWith, sampleCopy, writeFiles } from '../support/folder.js';
import { fakeHost } from '../support/host.js';

/** A meeting's paper as its readers get it. */
async function bytesOf(cwd: string, date: string, path: string): Promise<readonly Buffer[]> {
  const host = fakeHost({ cwd });
  expect(await run(['report', '--meeting', date], host), host.err()).toBe(0);
  return ['pdf', 'html'].map((ending) => readFileSync(join(cwd, 'out', `${path}.${ending}`)));
}

/** Registers of some size, the same in every run. */
const DRAWN = fc
  .sample(REGISTERS, { seed: 2018, numRuns: 40 })
  .filter((made) => answerableIn(made).length >= 4 && made.entries.length >= 6)
  .slice(0, 3);

describe('the paper of a past meeting, to the byte', () => {
  test.each(DRAWN.map((made, index) => ({ made, index })))(
    'is what it was when more has been reported and decided (drawn register $index)',
    async ({ made }) => {
      const cwd = folderWith(filesOf(made));
      const path = '2020-05-11-town/04-harbour-update';
      const before = await bytesOf(cwd, '2020-05-11', path);
      const [ref = ''] = answerableIn(made);
      writeFiles(cwd, {
        'data/reviews/harbour/progress/2020-05-12.yaml': `as-at: 2020-05-12\nprogress:\n  ${ref}: { rating: red, note: Late news }\n`,
        'data/meetings/2021-02-01.yaml': `date: 2021-02-01\npanel: coast\nitems:\n  - { number: 1, title: Harbour Update, report: update, review: harbour }\ndecisions:\n  - { action: harbour/${ref}, decision: signed-off }\n`,
      });
      const after = await bytesOf(cwd, '2020-05-11', path);
      expect(after.map((bytes, index) => before[index]?.equals(bytes))).toEqual([true, true]);
    },
  );

  test('of 19 February 2018 is not touched by what was reported and decided later', async () => {
    const cwd = sampleCopy();
    const path = '2018-02-19-culture-and-community/06-childrens-services-update';
    const full = await bytesOf(cwd, '2018-02-19', path);
    const meeting = join(cwd, 'data', 'meetings', '2018-02-19-culture-and-community.yaml');
    writeFiles(cwd, {
      'data/reviews/digital-safeguarding/progress/2018-03-14.yaml':
        'as-at: 2018-03-14\nprogress:\n  1.2: { rating: red }\n',
      'data/meetings/2018-02-19-culture-and-community.yaml': readFileSync(meeting, 'utf8').replace(
        /^decisions:[\s\S]*/m,
        '',
      ),
    });
    const bare = await bytesOf(cwd, '2018-02-19', path);
    expect(bare.map((bytes, index) => full[index]?.equals(bytes))).toEqual([true, true]);
  });
});
