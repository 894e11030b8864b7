import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { folderWith } from '../support/folder.js';
import { atOffice, OFFICE, under } from '../support/office.js';
import { small } from '../support/registers.js';

describe('scrutiny show', () => {
  test('tells an action’s life in order, each thing with the line that says so', async () => {
    const { code, out, err } = await atOffice('2024-10-01', ['show', 'parks/1.2']);
    expect(code).toBe(0);
    expect(err).toBe('');
    expect(under('Now', out)).toEqual([
      '  1.2  Amber, 20 Jun 2024  Head of Parks; Tree Officer; Friends of the Park',
      '                           Due 31 December 2024; first due 31 March 2024, moved 3 times',
    ]);
    expect(out.slice(out.indexOf('Timeline'))).toBe(
      `Timeline
  Jul 2023     Recommended by the People Scrutiny Panel
               data/reviews/parks/review.yaml:8
  10 Jul 2023  Sent to the Executive
               data/reviews/parks/review.yaml:6
  5 Sep 2023   Response from the Executive (agreed in part): this recommendation accepted in part
               Three parks have no power.
               data/reviews/parks/review.yaml:7
  5 Sep 2023   Action agreed, due 31 March 2024
               data/reviews/parks/review.yaml:14
  20 Feb 2024  Reported Amber (new) by Head of Parks
               Half of the lamps are up.
               data/reviews/parks/progress/2024-02-20.yaml:4
  20 Feb 2024  Other date requested: 30 June 2024
               The lamps came late.
               data/reviews/parks/progress/2024-02-20.yaml:7
  11 Mar 2024  Extended from 31 Mar 2024 to 30 Jun 2024 by the Places Scrutiny Panel (minute 12/24)
               data/meetings/2024-03-11-places.yaml:7
  20 May 2024  Reported Red (worse) by Tree Officer
               The contractor has gone.
               data/reviews/parks/progress/2024-05-20.yaml:4
  20 May 2024  Other date requested: 30 September 2024
               A new contractor is sought.
               data/reviews/parks/progress/2024-05-20.yaml:7
  10 Jun 2024  Extended from 30 Jun 2024 to 30 Sep 2024 by the Places Scrutiny Panel
               data/meetings/2024-06-10-places.yaml:7
  10 Jun 2024  Deferred by the meeting (item 4) to 8 July 2024
               The meeting ran out of time.
               data/meetings/2024-06-10-places.yaml:10
  20 Jun 2024  Reported Amber (better) by Head of Parks
               A new contractor does both.
               data/reviews/parks/progress/2024-06-20.yaml:4
  8 Jul 2024   Extended from 30 Sep 2024 to 31 Dec 2024 by the Places Scrutiny Panel
               data/meetings/2024-07-08-places.yaml:7
`.replace('review.yaml:8\n', `review.yaml:${lineOf('reviews/parks/review.yaml', '- ref: 1')}\n`),
    );
  });

  test('every place is the line where it is written', async () => {
    const { out } = await atOffice('2024-10-01', ['show', 'parks/1.10', '--json']);
    for (const { file, line, kind } of JSON.parse(out).timeline) {
      const text = readFileSync(join(OFFICE, file), 'utf8').split('\n')[line - 1] ?? '';
      expect([kind, text]).toEqual([kind, expect.stringMatching(WRITTEN[kind] ?? /^$/)]);
    }
  });

  test('tells of sign-off, reopening, refusal and pause, with who decided and why', async () => {
    const gate = (await atOffice('2024-10-01', ['show', 'parks/1.10'])).out;
    expect(gate).toContain('11 Mar 2024  Agreed complete by the Places Scrutiny Panel');
    expect(gate).toMatch(
      /10 Jun 2024 {2}Reopened by the Places Scrutiny Panel\n +The gate has rusted again\./,
    );
    expect(gate).toContain('Evidence: Photograph of the gate <https://ambridge.example/gate>');
    const trees = (await atOffice('2024-10-01', ['show', 'parks/R2'])).out;
    expect(trees).toMatch(
      /10 Jun 2024 {2}Extension refused by the Places Scrutiny Panel\n +Members saw no need\./,
    );
    expect((await atOffice('2024-10-01', ['show', 'parks/a)'])).out).toMatch(
      /8 Jul 2024 {3}Paused by the Places Scrutiny Panel\n +The pond is frozen\./,
    );
  });

  test('nothing later than --as-at is known', async () => {
    const { out } = await atOffice('2024-10-01', ['show', 'parks/1.2', '--as-at', '2024-05-20']);
    expect(under('Now', out)).toEqual([
      '  1.2  Red, 20 May 2024  Head of Parks; Tree Officer; Friends of the Park',
      '                         Due 30 June 2024; first due 31 March 2024, moved once',
      '                         Extension to 30 September 2024 requested',
    ]);
    expect(out).not.toContain('Jun 2024  ');
    // What a meeting decided on the day itself is known.
    const { out: decided } = await atOffice('2024-10-01', ['show', 'parks/1.2', '--as-at', '2024-07-08']);
    expect(decided).toContain('8 Jul 2024   Extended from');
  });

  test('a recommendation is shown with all its actions, each by its reference', async () => {
    const { out } = await atOffice('2024-10-01', ['show', 'parks/1']);
    expect(under('Its actions now', out).map((line) => line.trim().split(/ {2,}/).slice(0, 2))).toEqual(
      expect.arrayContaining([
        ['1.10', 'Green, 2 Sep 2024'],
        ['a)', 'Paused'],
      ]),
    );
    expect(out).toContain('1.2: Reported Red (worse) by Tree Officer');
    expect(out).toContain('1.10: Reported Amber (worse) by Head of Parks');
  });

  test('a recommendation without actions is its own; a rejected one has its answer', async () => {
    expect((await atOffice('2024-10-01', ['show', 'parks/R2'])).out).toContain('Due May 2024, 123 days late');
    const { out } = await atOffice('2024-10-01', ['show', 'parks/R10']);
    expect(out).toMatch(/this recommendation rejected\n +It is listed\./);
  });

  test.each([
    ['parks/1.21', "The review 'parks' has no 1.21. Did you mean '1.2'?"],
    ['park/1.2', "There is no review 'park'. Did you mean 'parks'?"],
    ['zoo/1', "There is no review 'zoo'. There are bins and parks."],
    ['parks', "Write the review's key, a slash and the reference, such as parks/1;"],
    ['bins/1.1', 'bins/1.1 was not yet there on 1 September 2024.'],
  ])('%s is not there, and that is said', async (wanted, said) => {
    const { code, out, err } = await atOffice('2024-09-01', ['show', wanted]);
    expect(code).toBe(2);
    expect(out).toBe('');
    expect(err).toContain(said);
  });

  test('is split at the first slash, since references may have more', async () => {
    const cwd = folderWith(
      small({
        'data/reviews/repairs/review.yaml':
          'title: Repairs\npanel: homes\nrecommendations:\n  - { ref: SR (25/26) 01, text: Mend roofs., response: accepted }\n',
        'data/reviews/repairs/progress/2020-02-10.yaml': '',
      }),
    );
    const { code, out } = await atOffice('2020-03-01', ['show', 'repairs/SR (25/26) 01'], { cwd });
    expect(code).toBe(0);
    expect(out).toContain('Mend roofs.');
  });
});

describe('only the review in question is read', () => {
  const broken = { 'data/reviews/other/review.yaml': 'title: [', 'data/reviews/other/note.png': '' };

  test('so mistakes in another one do not prevent it', async () => {
    const cwd = folderWith(
      small({
        ...broken,
        'data/meetings/2020-03-02-homes.yaml':
          'date: 2020-03-02\npanel: homes\nitems:\n  - { number: 4, title: Update, report: update, review: [repairs, other] }\ndecisions:\n  - { action: other/9, decision: signed-off }\n',
      }),
    );
    const { code, out, err } = await atOffice('2020-03-01', ['show', 'repairs/1.1'], { cwd });
    expect(err).toBe('');
    expect(code).toBe(0);
    expect(out).toContain('One roofer was hired.');
    // The check of this can fail: whoever reads everything stumbles over it.
    expect((await atOffice('2020-03-01', ['status'], { cwd })).code).toBe(1);
  });

  test('but what is wrong with it, or with a meeting, does', async () => {
    const cwd = folderWith(small(broken));
    expect((await atOffice('2020-03-01', ['show', 'other/1'], { cwd })).code).toBe(1);
    rmSync(join(cwd, 'data/reviews/other'), { recursive: true });
    expect((await atOffice('2020-03-01', ['show', 'other/1'], { cwd })).code).toBe(2);
  });
});

describe('what is exempt', () => {
  test('is withheld: an action wholly, a report by leaving it out and saying so', async () => {
    const whole = await atOffice('2024-10-01', ['show', 'parks/1.11']);
    expect(whole.code).toBe(0);
    expect(whole.out).toBe(
      'parks/1.11, as at 1 October 2024\n\nWithheld: exempt information within paragraph 3 (financial or business affairs) of Part 1 of Schedule 12A.\n',
    );
    for (const argv of [
      ['show', 'parks/1.12'],
      ['show', 'parks/1'],
      ['show', 'parks/1', '--json'],
    ]) {
      const { out } = await atOffice('2024-10-01', argv);
      expect(out).not.toContain('Quillfeather');
    }
    expect((await atOffice('2024-10-01', ['show', 'parks/1.12'])).out).toContain(
      'Something here is withheld because it is exempt; --confidential shows it.',
    );
  });

  test('is shown with --confidential', async () => {
    const { out } = await atOffice('2024-10-01', ['show', 'parks/1.12', '--confidential']);
    expect(out).toContain('Quillfeather holds the shears.');
    expect(out).not.toContain('withheld');
  });
});

test('show --json has the same life, with the same words for direction', async () => {
  const { out } = await atOffice('2024-10-01', ['show', 'parks/1.2', '--json']);
  const found = JSON.parse(out);
  expect(found).toMatchObject({ schema: 1, asAt: '2024-10-01', review: 'parks', ref: '1.2' });
  expect(
    found.timeline
      .filter(({ kind }: { kind: string }) => kind === 'reported')
      .map(({ direction }: { direction: string }) => direction),
  ).toEqual(['new', 'worse', 'better']);
  expect(found.timeline.at(-1)).toEqual({
    kind: 'decided',
    date: '2024-07-08',
    ref: '1.2',
    panel: 'places',
    decision: 'extension-granted',
    response: null,
    rating: null,
    direction: null,
    by: null,
    note: null,
    evidence: [],
    due: { date: '2024-12-31', words: null, lastDay: '2024-12-31' },
    dueBefore: { date: '2024-09-30', words: null, lastDay: '2024-09-30' },
    to: null,
    reason: null,
    minute: null,
    file: 'data/meetings/2024-07-08-places.yaml',
    line: 7,
  });
});

/** What is on the line that each kind of event names. */
const WRITTEN: Readonly<Record<string, RegExp>> = {
  recommended: /ref: 1$/,
  sent: /sent-to-executive/,
  answered: /^executive-response/,
  agreed: /ref: 1\.10/,
  reported: /^ {2}1\.(2, 1\.)?10:/,
  asked: /revised-due/,
  decided: /action: parks\/1\.10/,
  deferred: /item: 4/,
};

function lineOf(path: string, words: string): number {
  const lines = readFileSync(join(OFFICE, 'data', path), 'utf8').split('\n');
  return lines.findIndex((line) => line.includes(words)) + 1;
}
