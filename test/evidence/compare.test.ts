import { expect, test } from 'vitest';
import { differencesBetween, type PaperFacts, readEvidence } from '../../src/evidence/index.js';
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

test('a rating is told by its action first, then wherever else it counts', () => {
  expect(told(PROGRESS, 'amber', 'red')).toEqual([
    'action 1.1, rating: Amber / Red',
    'At a glance: Of 2 actions, 1 is rated Amber and 1 has no update. / Of 2 actions, 1 is rated Red and 1 has no update.',
    'At a glance: Some ratings sit oddly with what else is known: action 1.1 is overdue. / null',
    'What the panel is asked to do, paragraph 3: To consider action 1.1, which is 21 days overdue at 21 February 2020. / To consider action 1.1, which is rated Red and 21 days overdue at 21 February 2020.',
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

test('words that no other key has are told as what they may be, and not where another version made them', () => {
  expect(told(PROGRESS, 'One roofer', 'One *roofer*')).toEqual([
    'a link, a footnote, or what is emphasised: null / null',
  ]);
  expect(told(PROGRESS, 'One roofer', 'One *roofer*', false)).toEqual([]);
  expect(told(PROGRESS, 'amber', 'red', false)).toEqual([
    'action 1.1, rating: Amber / Red',
    'counts, Amber: 1 / 0',
    'counts, Red: 0 / 1',
  ]);
});
