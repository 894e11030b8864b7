import { expect, test } from 'vitest';
import { differencesBetween, type PaperFacts, readEvidence } from '../../src/facts/index.js';
import { factsOn } from '../support/facts.js';
import { small, soundModel } from '../support/registers.js';

const PROGRESS = 'data/reviews/repairs/progress/2020-02-10.yaml';
const REVIEW = 'data/reviews/repairs/review.yaml';

function factsWith(path: string, from: string, to: string): PaperFacts {
  return factsOn(soundModel(small({ [path]: (small()[path] ?? '').replace(from, to) })), {
    date: '2020-03-02',
  });
}

/** What differs from the small register's paper, as a person is told. */
function told(path: string, from: string, to: string, isSameTool = true): readonly string[] {
  const made = { tool: '1', browser: null, part: 'whole', facts: '', templates: '', fonts: '' };
  const facts = factsWith(path, '', '');
  const evidence = readEvidence(JSON.stringify({ schema: 1, made, facts }));
  if (!evidence) throw new Error('the facts cannot be read');
  return differencesBetween(evidence.facts, factsWith(path, from, to), isSameTool).map(
    ({ where, was, now }) => `${where}: ${was} / ${now}`,
  );
}

test('nothing differs where nothing was changed', () => {
  expect(told(PROGRESS, 'amber', 'amber')).toEqual([]);
});

test('a rating is reported under its action first, then wherever else it counts', () => {
  expect(told(PROGRESS, 'amber', 'red')).toEqual([
    'action 1.1, rating: Amber / Red',
    'action 1.1, report of 2020-02-10, rating: Amber / Red',
    'The panel is asked to, paragraph 3: consider action 1.1 “Hire two roofers” (21 days overdue at 21 February 2020). / consider action 1.1 “Hire two roofers” (rated Red; 21 days overdue at 21 February 2020).',
    'At a glance: Neither of the two actions is rated Green; the worst rating is Amber (1.1). / Neither of the two actions is rated Green; the worst rating is Red (1.1).',
    'At a glance: Members may wish to query: 1.1 is Amber but overdue. / null',
    'counts, Amber: 1 / 0',
    'counts, Red: 0 / 1',
  ]);
});

test('an action that has come or gone, who owns it and when it is due', () => {
  expect(told(REVIEW, ', owner: head-of-homes, due: 2020-01-31', ', owner: clerk, due: ongoing')).toEqual(
    expect.arrayContaining([
      'action 1.1, owners: Head of Homes / Clerk',
      'action 1.1, due: 2020-01-31 / ongoing',
      'action 1.1, overdue days: 21 / null',
    ]),
  );
  const gone = told(
    REVIEW,
    '      - { ref: 1.2, text: Buy ladders, owner: Ladder Trust, due: 2020-06 }\n',
    '',
  );
  expect(gone[0]).toMatch(/^action 1\.2: .*Buy ladders.* \/ null$/);
});

test('words under no other key are reported as what they may be, but not where another version made them', () => {
  expect(told(PROGRESS, 'One roofer', 'One *roofer*')).toEqual([
    'a link, a footnote, or what is emphasised: null / null',
  ]);
  expect(told(PROGRESS, 'One roofer', 'One *roofer*', false)).toEqual([]);
  expect(told(PROGRESS, 'amber', 'red', false)).toEqual([
    'action 1.1, rating: Amber / Red',
    'action 1.1, report of 2020-02-10, rating: Amber / Red',
    'counts, Amber: 1 / 0',
    'counts, Red: 0 / 1',
  ]);
});

test('a word of the last report is reported once, and of an earlier one with its date', () => {
  const later = 'data/reviews/repairs/progress/2020-02-17.yaml';
  const both = (earlier: string, latest: string) =>
    factsOn(
      soundModel(
        small({
          [PROGRESS]: `as-at: 2020-02-10\nprogress: { 1.1: { note: ${earlier} } }\n`,
          [later]: `as-at: 2020-02-17\nprogress: { 1.1: { note: ${latest} } }\n`,
        }),
      ),
      { date: '2020-03-02' },
    );
  const between = (was: PaperFacts, now: PaperFacts) =>
    differencesBetween({ ...was }, now, true).map((one) => `${one.where}: ${one.was} / ${one.now}`);
  const was = both('One came.', 'Two came.');
  expect(between(was, both('One came.', 'Three came.'))).toEqual([
    'action 1.1, report of 2020-02-17, note: Two came. / Three came.',
  ]);
  expect(between(was, both('None came.', 'Two came.'))).toEqual([
    'action 1.1, report of 2020-02-10, note: One came. / None came.',
  ]);
});

test('a length of time that is the same in words is reported with the day on which it ends', () => {
  const inSixMonths = (agreed: string) =>
    factsOn(
      soundModel(
        small({
          [REVIEW]: (small()[REVIEW] ?? '').replace(
            'due: 2020-01-31',
            `due: within 6 months, agreed: ${agreed}`,
          ),
        }),
      ),
      { date: '2020-03-02' },
    );
  const told = differencesBetween({ ...inSixMonths('2019-10-01') }, inSixMonths('2019-11-01'), true);
  expect(told).toContainEqual({
    where: 'action 1.1, due',
    was: 'within 6 months (last day 2020-04-01)',
    now: 'within 6 months (last day 2020-05-01)',
  });
});

test('a requested length of time is reported with the day on which it ends', () => {
  expect(
    told(PROGRESS, 'rating: amber', 'rating: amber\n    revised-due: 6 months\n    reason: Rain.'),
  ).toEqual(
    expect.arrayContaining([expect.stringMatching(/^action 1\.1, asked.*6 months \(last day 2020-08-10\)/)]),
  );
});

test('the last report is reported by itself where only it was altered', () => {
  const facts = factsWith(PROGRESS, '', '');
  const [first] = facts.actions;
  if (!first?.lastReport) throw new Error('nothing was reported');
  const forged = { ...first, lastReport: { ...first.lastReport, note: 'Two came.' } };
  expect(differencesBetween({ ...facts, actions: [forged, ...facts.actions.slice(1)] }, facts, true)).toEqual(
    [{ where: 'action 1.1, last report, note', was: 'Two came.', now: 'One roofer was hired.' }],
  );
});
