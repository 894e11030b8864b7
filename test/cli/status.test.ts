import { describe, expect, test } from 'vitest';
import { run } from '../../src/cli/index.js';
import { folderWith, PROJECT } from '../support/folder.js';
import { day, fakeHost } from '../support/host.js';
import { atOffice, under } from '../support/office.js';
import { SMALL, small } from '../support/registers.js';

/** The first words of each line: what an action is called. */
function refs(lines: readonly string[]): readonly string[] {
  return lines.flatMap((line) => /^ {2}(\S+)/.exec(line)?.[1] ?? []);
}

describe('scrutiny status', () => {
  test('tells of the sample what is open, late, asked for and proposed, and by when papers must be out', async () => {
    const host = fakeHost({ cwd: PROJECT, today: day('2018-03-15') });
    expect(await run(['status'], host)).toBe(0);
    expect(host.err()).toBe('');
    const out = host.out();
    expect(out.split('\n')[0]).toBe('Middlesbrough Council, as at 15 March 2018');
    expect(out).toContain(
      [
        '  18  open',
        '   1  late',
        '   0  awaiting an update',
        '   0  due before the next meeting',
        '   2  asking for another date',
        '  15  proposed complete',
        '   0  closed by decision of a meeting',
      ].join('\n'),
    );
    expect(under('Next meeting', out)).toEqual([
      '  26 Mar 2018  Culture and Community Scrutiny Panel',
      '               Agenda to be published on Friday 16 March 2018 (in 1 day)',
      '               Last day for publication: Friday 16 March 2018 (in 1 day)',
    ]);
    expect(under('Late (1)', out)[0]).toBe(
      '  digital-safeguarding/4.2  Red  31 Jan 2018, 43 days late  Schools Support Officer  Put a card with those words into every pupil’s planner.',
    );
    expect(refs(under('Asking for another date (2)', out))).toEqual([
      'digital-safeguarding/1.3',
      'digital-safeguarding/4.2',
    ]);
    expect(under('Asking for another date (2)', out).join('\n')).toContain(
      'Asks for 30 Jun 2018: Two schools teach the lesson in the summer term',
    );
  });

  test('once the panel has had its paper, what has not been heard of since awaits an update', async () => {
    const { out } = await atOffice('2024-10-01', ['status']);
    expect(refs(under('Awaiting an update (4)', out))).toEqual([
      'bins/1.1',
      'bins/1.3',
      'parks/1.2',
      'parks/R2',
    ]);
    expect(refs(under('Late (2)', out))).toEqual(['parks/R2', 'bins/1.1']);
    expect(refs(under('Paused (1)', out))).toEqual(['parks/a)']);
    expect(refs(under('Proposed complete', out))).toEqual(['parks/1.10']);
  });

  test('lists what is due from the day up to the next meeting that has the review', async () => {
    expect(
      refs(under('Due before the next meeting (1)', (await atOffice('2024-09-16', ['status'])).out)),
    ).toEqual(['bins/1.1']);
    expect((await atOffice('2024-10-01', ['status'])).out).not.toContain('Due before the next meeting (');
  });

  test('takes a decision on the day it was made', async () => {
    const before = await atOffice('2024-07-07', ['status']);
    const on = await atOffice('2024-07-08', ['status']);
    expect(before.out).not.toContain('Paused (1)');
    expect(on.out).toContain('Paused (1)');
    // The date was moved for the third time that day.
    expect(on.out).toMatch(/parks\/1\.2 .*31 Dec 2024/);
    expect(before.out).toMatch(/parks\/1\.2 .*30 Sep 2024/);
  });

  test('says how long the Executive has for its answer', async () => {
    const { out } = await atOffice('2024-09-10', ['status']);
    expect(under('Awaiting the Executive’s response (1)', out)).toEqual([
      '  bins  Bins',
      '        Due Friday 11 October 2024 (in 31 days)',
    ]);
    expect((await atOffice('2024-09-16', ['status'])).out).not.toContain('Executive');
  });

  test('--as-at is another day than today', async () => {
    const { out } = await atOffice('2026-01-01', ['status', '--as-at', '2024-07-08']);
    expect(out).toBe((await atOffice('2024-07-08', ['status'])).out);
  });

  test.each([
    [
      ['--review', 'bins'],
      ['bins/1.1', 'bins/1.3'],
    ],
    [
      ['--owner', 'head-of-parks'],
      ['bins/1.3', 'parks/1.2'],
    ],
    [['--owner', 'Friends of the Park'], ['parks/1.2']],
    [['--service', 'waste'], ['bins/1.1']],
    [
      ['--service', 'grounds'],
      ['bins/1.3', 'parks/1.2', 'parks/R2'],
    ],
    [
      ['--panel', 'places'],
      ['bins/1.1', 'bins/1.3', 'parks/1.2', 'parks/R2'],
    ],
    [['--panel', 'people'], []],
  ])('%j narrows it', async (filter, expected) => {
    const { out, code } = await atOffice('2024-10-01', ['status', ...filter]);
    expect(code).toBe(0);
    expect(refs(under('Awaiting an update', out))).toEqual(expected);
  });

  test('a review that was handed over belongs to the panel that had it on the day', async () => {
    expect((await atOffice('2023-12-31', ['status', '--panel', 'people'])).out).toContain('parks/1.2');
    expect((await atOffice('2024-01-01', ['status', '--panel', 'people'])).out).not.toContain('parks/1.2');
  });

  test.each([
    [['--panel', 'place'], "There is no panel 'place'. Did you mean 'places'?"],
    [['--review', 'park'], "There is no review 'park'. Did you mean 'parks'?"],
    [['--owner', 'tree-offcer'], "There is no owner 'tree-offcer'. Did you mean 'tree-officer'?"],
    [['--service', 'ground'], "There is no service 'ground'. Did you mean 'grounds'?"],
    // An owner of something exempt is not offered.
    [['--owner', 'Quillfeather'], "There is no owner 'Quillfeather'."],
  ])('%j is reported with the nearest name', async (filter, said) => {
    const { code, out, err } = await atOffice('2024-10-01', ['status', ...filter]);
    expect(code).toBe(2);
    expect(out).toBe('');
    expect(err).toContain(said);
    expect(err).not.toContain('Quillfeather Ltd');
  });

  test('stops at a register with errors, which come before a wrong option', async () => {
    const PROGRESS = 'data/reviews/repairs/progress/2020-02-10.yaml';
    const cwd = folderWith(small({ [PROGRESS]: (SMALL[PROGRESS] ?? '').replace('amber', 'ambre') }));
    const { code, out, err } = await atOffice('2020-03-01', ['status', '--panel', 'nobody'], { cwd });
    expect(code).toBe(1);
    expect(out).toBe('');
    expect(err).toContain(`${PROGRESS}:5:13 error rating-unknown`);
  });

  test('lets warnings pass, and says that there are some', async () => {
    const PROGRESS = 'data/reviews/repairs/progress/2020-02-10.yaml';
    const cwd = folderWith(small({ [PROGRESS]: (SMALL[PROGRESS] ?? '').replace('One', '😀 One') }));
    const { code, err } = await atOffice('2020-03-01', ['status'], { cwd });
    expect(code).toBe(0);
    expect(err).toMatch(/^note: .*1 warning.*scrutiny check/);
  });
});

describe('what is exempt', () => {
  test('is withheld with its paragraph, as in public papers', async () => {
    const { out } = await atOffice('2024-10-01', ['status']);
    expect(under('Withheld (2)', out).map((line) => line.replace(/ +/g, ' '))).toEqual([
      ' parks/1.11 Withheld Withheld: exempt information within paragraph 3 (financial or business affairs) of Part 1 of Schedule 12A',
      ' parks/1.12 Withheld Nov 2024 no owner Trim the hedges',
      ' Withheld: exempt information within paragraph 3 (financial or business affairs) of Part 1 of Schedule 12A.',
    ]);
    expect(out).not.toContain('Quillfeather');
  });

  test('is shown with --confidential', async () => {
    const { out } = await atOffice('2024-10-01', ['status', '--confidential']);
    expect(out).toMatch(/parks\/1\.11 .*Quillfeather Ltd +Pay Quillfeather for the lamps/);
    expect(out).not.toContain('Withheld');
  });

  test('reaches JSON only with --confidential', async () => {
    expect((await atOffice('2024-10-01', ['status', '--json'])).out).not.toContain('Quillfeather');
    expect((await atOffice('2024-10-01', ['status', '--json', '--confidential'])).out).toContain(
      'Quillfeather',
    );
  });
});

describe('where it is read', () => {
  test.each([24, 40, 60, 80, 120])(
    'no line is wider than a terminal of %i columns, and no word is lost',
    async (columns) => {
      const { out } = await atOffice('2024-10-01', ['status'], { columns });
      for (const line of out.split('\n')) expect(line.length, line).toBeLessThanOrEqual(columns);
      const squeezed = (text: string) => text.replace(/\s+/g, '');
      const wide = (await atOffice('2024-10-01', ['status'])).out;
      for (const ref of refs(under('Awaiting an update', wide))) expect(squeezed(out)).toContain(ref);
      expect(squeezed(out)).toContain('HeadofParks;TreeOfficer;FriendsofthePark');
    },
  );

  test('a pipe has a line for each action, uncut and without colour', async () => {
    const { out } = await atOffice('2024-10-01', ['status'], { env: {} });
    expect(out).not.toContain('\u001b');
    expect(under('Awaiting an update', out)).toHaveLength(4);
  });

  test('colour is for terminals without NO_COLOR, and says nothing that words do not', async () => {
    const painted = (await atOffice('2024-10-01', ['status'], { columns: 100, env: { TERM: 'xterm' } })).out;
    expect(painted).toContain('\u001b[31m');
    const plain = (
      await atOffice('2024-10-01', ['status'], { columns: 100, env: { TERM: 'xterm', NO_COLOR: '1' } })
    ).out;
    expect(painted.replace(/\u001b\[\d+m/g, '')).toBe(plain);
  });

  test('nothing in a register can steer the terminal', async () => {
    const REVIEW = 'data/reviews/repairs/review.yaml';
    const cwd = folderWith(
      small({
        [REVIEW]: (SMALL[REVIEW] ?? '')
          .replace('Hire two roofers', '"Hire\\e]0;owned\\a two roofers"')
          .replace('Ladder Trust', '"Ladder\\e]0;owned\\a Trust"'),
      }),
    );
    const { out } = await atOffice('2020-03-01', ['status'], { cwd, columns: 80 });
    expect(out).toContain('owned');
    expect(out).not.toMatch(/[\u0007\u001b]/);
  });
});

describe('status --json', () => {
  test('has the same numbers as the terminal, and the state of each action', async () => {
    const { out, err } = await atOffice('2024-10-01', ['status', '--json']);
    expect(err).toBe('');
    const found = JSON.parse(out);
    expect(found).toMatchObject({
      schema: 1,
      council: 'Ambridge Council',
      asAt: '2024-10-01',
      confidential: false,
      counts: {
        actions: 8,
        open: 5,
        late: 2,
        awaitingUpdate: 4,
        proposedComplete: 1,
        paused: 1,
        withheld: 2,
      },
      meetings: [
        { date: '2024-10-07', panel: 'people', publishBy: '2024-09-27' },
        { date: '2024-10-07', panel: 'places', publishBy: '2024-09-27' },
      ],
    });
    const light = found.actions.find(({ ref }: { ref: string }) => ref === '1.2');
    expect(light).toMatchObject({
      review: 'parks',
      recommendation: '1',
      text: 'Light the paths',
      owners: [
        { key: 'head-of-parks', name: 'Head of Parks' },
        { key: 'tree-officer', name: 'Tree Officer' },
        { key: null, name: 'Friends of the Park' },
      ],
      standing: 'open',
      counted: 'no-update',
      rating: { key: 'amber', label: 'Amber' },
      ratedOn: '2024-06-20',
      due: { date: '2024-12-31', words: null, lastDay: '2024-12-31' },
      originalDue: { date: '2024-03-31', words: null, lastDay: '2024-03-31' },
      timesMoved: 3,
      awaitingUpdate: true,
      late: false,
    });
    expect(found.actions.find(({ ref }: { ref: string }) => ref === '1.11')).toMatchObject({
      text: null,
      owners: [],
      standing: null,
      rating: null,
      due: null,
      withheld: 3,
    });
  });
});
