import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, daysBetween } from '../../src/calendar/index.js';
import { publicationClock, responseClock } from '../../src/register/index.js';
import { day } from '../support/host.js';
import { SMALL, small, soundModel } from '../support/registers.js';

const REVIEW = 'data/reviews/repairs/review.yaml';
const ANSWERED = 'executive-response: { date: 2019-10-01, decision: agreed }';

/** The clock of the small register's review, with its dates in place of its own. */
function clockOf({
  sent,
  answer,
  on,
  council = '',
}: {
  readonly sent: string;
  readonly answer?: string;
  readonly on: string;
  readonly council?: string;
}) {
  const model = soundModel(
    small({
      'data/council.yaml': `${SMALL['data/council.yaml'] ?? ''}${council}`,
      [REVIEW]: (SMALL[REVIEW] ?? '').replace(
        ANSWERED,
        `final-report: { sent-to-executive: ${sent} }${answer ? `\nexecutive-response: { date: ${answer}, decision: agreed }` : ''}`,
      ),
    }),
  );
  const [review] = model.reviews;
  if (!review) throw new Error('the small register has a review');
  return responseClock(review, model.council, day(on));
}

describe('the clock of the Executive’s response', () => {
  test('runs for two months beginning with the day of receipt, and tells how long the answer took', () => {
    expect(clockOf({ sent: '2017-07-10', answer: '2017-09-05', on: '2018-02-09' })).toEqual({
      received: '2017-07-10',
      due: '2017-09-09',
      daysTaken: 57,
      isAnswered: true,
      daysLate: undefined,
    });
  });

  test.each([
    ['2017-07-10', '2017-09-09'],
    ['2017-09-05', '2017-11-04'],
    ['2018-03-01', '2018-04-30'],
    ['2018-12-31', '2019-02-28'],
    ['2018-12-29', '2019-02-28'],
    ['2019-12-31', '2020-02-29'],
    ['2018-12-01', '2019-01-31'],
  ])('from %s ends on %s', (sent, due) => {
    expect(clockOf({ sent, on: sent })?.due).toBe(due);
  });

  test('counts the days by which an answer was late', () => {
    expect(clockOf({ sent: '2017-07-10', answer: '2017-09-12', on: '2018-02-09' })).toMatchObject({
      daysTaken: 64,
      daysLate: 3,
    });
  });

  test('counts the days by which it is late so far, and knows nothing of a later answer', () => {
    expect(clockOf({ sent: '2017-07-10', answer: '2017-09-12', on: '2017-09-10' })).toEqual({
      received: '2017-07-10',
      due: '2017-09-09',
      daysTaken: undefined,
      isAnswered: false,
      daysLate: 1,
    });
    expect(clockOf({ sent: '2017-07-10', on: '2017-09-09' })?.daysLate).toBeUndefined();
  });

  test('is as long as the council’s rules have it', () => {
    expect(
      clockOf({ sent: '2017-07-10', on: '2017-07-10', council: 'rules: { response-due: 1 month }\n' })?.due,
    ).toBe('2017-08-09');
  });

  test('does not run where the day of receipt is known only by its month, nor before that day', () => {
    expect(clockOf({ sent: '2017-07', on: '2018-02-09' })).toBeUndefined();
    expect(clockOf({ sent: '2017-07-10', on: '2017-07-09' })).toBeUndefined();
  });

  test('an answer dated by its month was given, but in how many days nobody can say', () => {
    expect(clockOf({ sent: '2017-07-10', answer: '2017-09', on: '2018-02-09' })).toMatchObject({
      isAnswered: true,
      daysTaken: undefined,
      daysLate: undefined,
    });
  });

  test('on any day there is, it is due 58 to 61 days after receipt', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 12_000 }), (days) => {
        const sent = addDays(day('2000-01-01'), days);
        const due = clockOf({ sent, on: sent })?.due;
        if (!due) throw new Error(`no clock from ${sent}`);
        expect(daysBetween(sent, due)).toBeGreaterThanOrEqual(58);
        expect(daysBetween(sent, due)).toBeLessThanOrEqual(61);
      }),
      { numRuns: 60 },
    );
  });
});

describe('the clock of a meeting’s papers', () => {
  const clock = (published: string, council = '') => {
    const model = soundModel({
      ...SMALL,
      'data/council.yaml': `${SMALL['data/council.yaml'] ?? ''}${council}`,
      'data/meetings/2020-03-02-homes.yaml': `date: 2018-02-19\n${published}panel: homes\n`,
    });
    const [meeting] = model.meetings;
    if (!meeting) throw new Error('there is a meeting');
    return publicationClock(meeting, model.council);
  };

  test('ends on Friday 9 February for Monday 19 February 2018', () => {
    expect(clock('published: 2018-02-09\n')).toEqual({
      last: { day: '2018-02-09', isComputed: false },
      daysLate: undefined,
    });
  });

  test('tells by how many days papers came late', () => {
    expect(clock('published: 2018-02-12\n')?.daysLate).toBe(3);
    expect(clock('')?.daysLate).toBeUndefined();
  });

  test('is as long as the council’s rules have it', () => {
    expect(clock('', 'rules: { papers-due: 3 clear days }\n')?.last.day).toBe('2018-02-13');
  });
});

describe('the time for a response in the council’s own units', () => {
  test.each([
    // Weeks and days begin with the day of receipt.
    ['8 weeks', '2025-02-03', '2025-03-30'],
    ['8 weeks', '2020-02-03', '2020-03-29'],
    ['56 days', '2020-02-03', '2020-03-29'],
    ['1 day', '2020-02-03', '2020-02-03'],
    ['1 month', '2020-01-31', '2020-02-29'],
    // Working days begin with the day after: Good Friday and Easter Monday 2020 are no working days.
    ['1 working day', '2020-04-09', '2020-04-14'],
    ['20 working days', '2020-02-03', '2020-03-02'],
  ])('%s from %s', (time, sent, due) => {
    const clock = clockOf({ sent, on: '2025-06-01', council: `rules: { response-due: ${time} }\n` });
    expect(clock?.due).toBe(due);
  });
});
