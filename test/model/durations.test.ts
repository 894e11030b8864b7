import { describe, expect, test } from 'vitest';
import { lastDayOfDue } from '../../src/model/index.js';
import { soundModel } from '../support/registers.js';

interface Written {
  readonly answer?: string;
  readonly recommendation?: string;
  readonly action?: string;
}

/** A register whose one action is due in six months, asks for three more and is given them. */
function modelOf({ answer = '', recommendation = '', action = '' }: Written) {
  return soundModel({
    'council.yaml': 'council: Norbury Council\npanels: { homes: Homes Panel }\n',
    'meetings/2026-03-02-homes.yaml':
      'date: 2026-03-02\npanel: homes\nitems: [ { number: 1, title: Repairs, report: update, review: repairs } ]\ndecisions:\n  - { action: repairs/1.1, decision: extension-granted, due: three months, reason: Rain }\n',
    'reviews/repairs/review.yaml': `title: Repairs\npanel: homes\n${answer}recommendations:\n  - ref: 1\n    text: Mend roofs.\n    response: accepted\n${recommendation}    actions:\n      - { ref: 1.1, text: Hire, owner: Trust, due: 6 months${action} }\n`,
    'reviews/repairs/progress/2026-02-10.yaml':
      'as-at: 2026-02-10\nprogress:\n  1.1: { note: Slow., revised-due: within 3 months, reason: Rain }\n',
  });
}

const ANSWER = 'executive-response: { date: 2024-06-01, decision: agreed }\n';

describe('a length of time counts', () => {
  test.each([
    [
      'from the day on which the action was agreed',
      { answer: ANSWER, recommendation: '    agreed: 2024-08-01\n', action: ', agreed: 2024-09-15' },
      '2025-03-15',
    ],
    [
      'else from that of its recommendation',
      { answer: ANSWER, recommendation: '    agreed: 2024-08-01\n    responded: 2024-07-01\n' },
      '2025-02-01',
    ],
    [
      'else from the response to the recommendation',
      { answer: ANSWER, recommendation: '    responded: 2024-07-01\n' },
      '2025-01-01',
    ],
    ['else from the response to the review', { answer: ANSWER }, '2024-12-01'],
    ['from the last day of a month', { answer: ANSWER.replace('2024-06-01', '2024-06') }, '2024-12-30'],
    ['from no response that was deferred', { answer: ANSWER.replace('agreed }', 'deferred }') }, undefined],
    ['from nothing', {}, undefined],
  ] as const)('%s', (_what, written, last) => {
    const [review] = modelOf(written).reviews;
    const due = review?.recommendations[0]?.actions[0]?.due;
    expect(due).toMatchObject({ kind: last ? 'period' : 'words', words: '6 months' });
    expect(lastDayOfDue(due)).toBe(last);
  });

  test('from the day of the report where more time is asked for, from the meeting where it is given', () => {
    const { reviews, meetings } = modelOf({ answer: ANSWER });
    const request = reviews[0]?.progress[0]?.progress[0]?.revisedDue;
    expect([request, lastDayOfDue(request)]).toMatchObject([{ words: 'within 3 months' }, '2026-05-10']);
    const decision = meetings[0]?.decisions[0];
    expect(decision?.kind === 'action' && lastDayOfDue(decision.due)).toBe('2026-06-02');
  });
});
