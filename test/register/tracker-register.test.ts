import { describe, expect, test } from 'vitest';
import type { Item, Meeting, Model } from '../../src/model/index.js';
import { type TrackerRegister, trackerRegister } from '../../src/register/index.js';
import { day } from '../support/host.js';
import { fixture, soundModel } from '../support/registers.js';

const FILES = fixture('tracker');
const MEETINGS = ['2023-03-20', '2023-06-19', '2023-10-16', '2024-01-22', '2024-04-15'];

function paperOf(model: Model, date: string): { readonly meeting: Meeting; readonly item: Item } {
  const meeting = model.meetings.find((candidate) => candidate.date === date);
  const item = meeting?.items.find(({ report }) => report === 'tracker');
  if (!meeting || !item) throw new Error(`no tracker on ${date}`);
  return { meeting, item };
}

function tracker(
  files: Readonly<Record<string, string>>,
  date: string,
  { asAt, isConfidential = false }: { readonly asAt?: string; readonly isConfidential?: boolean } = {},
): TrackerRegister {
  const model = soundModel(files);
  return trackerRegister(model, {
    ...paperOf(model, date),
    asAt: asAt === undefined ? undefined : day(asAt),
    isConfidential,
  });
}

/** A point in few words: meeting, ratings best first, no update, ended, all; overdue. */
function said({ trend }: TrackerRegister): readonly string[] {
  return trend.map(
    ({ meeting, counts, overdue }) =>
      `${meeting.date} ${counts.ratings.map(({ number }) => number).join('/')} ${counts.noUpdate} ${counts.ended} of ${counts.total}, ${overdue} late`,
  );
}

/** The register as it was in the folder on a paper's day: nothing that is dated later, nor the meeting's own decisions. */
function asItWas(date: string, published: string): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(FILES).flatMap(([path, text]) => {
      const dated = /(?:progress|meetings)\/(\d{4}-\d\d-\d\d)/.exec(path)?.[1];
      if (path.includes('/progress/')) return dated !== undefined && dated <= published ? [[path, text]] : [];
      if (!path.includes('/meetings/')) return [[path, text]];
      if (dated === undefined || dated > date) return [];
      return [[path, dated === date ? text.replace(/^decisions:[\s\S]*/m, '') : text]];
    }),
  );
}

describe('the trend of a tracker', () => {
  test('has what hand and eye count in the files', () => {
    // 20 March 2023: flooding alone (5 actions); the answer on empty homes came in May, young carers were another panel's.
    expect(said(tracker(FILES, '2024-04-15'))).toEqual([
      '2023-03-20 0/1/1 3 0 of 5, 0 late',
      '2023-06-19 1/3/1 4 0 of 9, 0 late',
      '2023-10-16 1/6/1 2 1 of 11, 2 late',
      '2024-01-22 2/4/1 2 2 of 11, 2 late',
      '2024-04-15 2/2/1 3 3 of 11, 4 late',
    ]);
  });

  test('at each meeting is what the tracker for that meeting counts', () => {
    const { trend } = tracker(FILES, '2024-04-15');
    for (const [index, date] of MEETINGS.entries())
      expect(tracker(FILES, date).counts, date).toEqual(trend[index]?.counts);
  });

  test('ends with the paper’s own counts, and begins with the first meeting that had a plan', () => {
    const { trend, counts } = tracker(FILES, '2023-06-19');
    expect(trend.map(({ meeting }) => meeting.date)).toEqual(MEETINGS.slice(0, 2));
    expect(trend.at(-1)?.counts).toEqual(counts);
    const earlier = {
      ...FILES,
      'data/meetings/2021-05-10-communities.yaml': 'date: 2021-05-10\npanel: communities\n',
    };
    expect(tracker(earlier, '2023-06-19').trend).toHaveLength(2);
  });

  test('leaves out the meetings of other panels', () => {
    // Then it was that panel which monitored young carers.
    const other = {
      ...FILES,
      'data/meetings/2023-05-15-children.yaml': 'date: 2023-05-15\npanel: children\n',
    };
    expect(said(tracker(other, '2024-04-15'))).toEqual(said(tracker(FILES, '2024-04-15')));
  });

  test('is of the last six meetings where there were more', () => {
    const more = Object.fromEntries(
      ['2024-01-29', '2024-02-05', '2024-02-12'].map((date) => [
        `data/meetings/${date}-communities.yaml`,
        `date: ${date}\npanel: communities\n`,
      ]),
    );
    expect(tracker({ ...FILES, ...more }, '2024-04-15').trend.map(({ meeting }) => meeting.date)).toEqual([
      '2023-10-16',
      '2024-01-22',
      '2024-01-29',
      '2024-02-05',
      '2024-02-12',
      '2024-04-15',
    ]);
  });

  test('as at another day knows no meeting whose paper came after that day', () => {
    const { trend } = tracker(FILES, '2024-04-15', { asAt: '2023-12-01' });
    expect(trend.map(({ meeting }) => meeting.date)).toEqual([...MEETINGS.slice(0, 3), '2024-04-15']);
  });
});

test.each([
  ['2023-03-20', '2023-03-10'],
  ['2023-06-19', '2023-06-09'],
  ['2023-10-16', '2023-10-06'],
  ['2024-01-22', '2024-01-12'],
])('the tracker of %s is the same whatever was written down later', (date, published) => {
  const then = tracker(asItWas(date, published), date);
  const now = tracker(FILES, date);
  expect(said(now)).toEqual(said(then));
  const standing = ({ actions }: TrackerRegister) =>
    actions.map(({ action, state, counted, direction, overdueDays, isShown }) => [
      action.ref,
      state.latest?.note,
      state.standing,
      counted.in === 'rating' ? counted.rating.key : counted.in,
      direction,
      overdueDays,
      isShown,
    ]);
  expect(standing(now)).toEqual(standing(then));
});

describe('a paper that was withheld then', () => {
  const withheld = {
    ...FILES,
    'data/meetings/2023-10-16-communities.yaml': (
      FILES['data/meetings/2023-10-16-communities.yaml'] ?? ''
    ).replace('report: tracker,', 'report: tracker, exempt: { paragraph: 3 },'),
  };

  test('does not tell by a later trend which review it was about', () => {
    const about = (review: string) => ({
      ...withheld,
      'data/meetings/2023-10-16-communities.yaml': withheld[
        'data/meetings/2023-10-16-communities.yaml'
      ].replace('review: all', `review: ${review}`),
    });
    const [one, two] = ['empty-homes', 'street-flooding'].map((review) =>
      said(tracker(about(review), '2024-04-15')),
    );
    expect(one).toEqual(two);
  });

  test('withholds nothing from members', () => {
    expect(said(tracker(withheld, '2024-04-15', { isConfidential: true }))).toEqual(
      said(tracker(FILES, '2024-04-15')),
    );
  });

  test('gives itself no trend', () => {
    expect(tracker(withheld, '2023-10-16').trend).toEqual([]);
  });
});
