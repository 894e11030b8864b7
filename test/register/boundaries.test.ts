import { describe } from 'vitest';
import {
  HOMES,
  inPaper,
  meeting,
  NEXT,
  OLD_REPORT,
  OTHER,
  on11,
  REPORT,
  REPORT_2,
  REVIEW,
  report,
  reviewWith,
  TRACKER,
  testBoundaries,
  UPDATE,
  withNext,
} from '../support/boundaries.js';
import { small } from '../support/registers.js';

describe('what reaches a paper', () => {
  const on = '2020-02-21';
  const read = inPaper('2020-03-02');
  testBoundaries([
    {
      rule: 'a report, up to the paper’s day',
      on,
      files: (tried) =>
        small({ [OLD_REPORT]: '', [REPORT]: report(tried, 'rating: red, note: It rains in.') }),
      read,
      said: [
        'the worst rating is Red',
        'the worst rating is Red',
        'No update was received on either action.',
      ],
    },
    {
      rule: 'another meeting’s decision, from the day after it',
      on,
      files: (tried) =>
        small({
          [OTHER]: meeting(tried, {
            panel: 'streets',
            items: [],
            decisions: [on11('withdrawn, reason: No need.')],
          }),
        }),
      read,
      said: ['Action 1.1 has been closed by decision of a meeting', 'consider action', 'consider action'],
    },
    {
      rule: 'the Executive’s response, from its day',
      on,
      files: (tried) => small({ [REVIEW]: reviewWith('2019-10-01', tried) }),
      read,
      said: ['actions in the plan', 'actions in the plan', 'has not yet responded to the one recommendation'],
    },
    {
      rule: 'a response dated by its month, from the month’s last day',
      on: '2020-02-29',
      files: () => small({ [REVIEW]: reviewWith('2019-10-01', '2020-02') }),
      read: (files, tried) => inPaper('2020-03-02', { asAt: tried })(files),
      said: ['has not yet responded to the one recommendation', 'actions in the plan', 'actions in the plan'],
    },
    {
      rule: 'a response to one recommendation, from its own day',
      on,
      files: (tried) =>
        small({ [REVIEW]: reviewWith('response: accepted', `response: accepted\n    responded: ${tried}`) }),
      read,
      said: ['actions in the plan', 'actions in the plan', 'has not yet responded to the one recommendation'],
    },
    {
      rule: 'a recommendation, from the day on which it was agreed',
      on,
      files: (tried) => small({ [REVIEW]: reviewWith('- ref: 1\n', `- ref: 1\n    agreed: ${tried}\n`) }),
      read,
      said: ['Mend roofs within a week', 'Mend roofs within a week', null],
    },
    {
      rule: 'an action, from the day on which it was agreed',
      on,
      files: (tried) =>
        small({ [REVIEW]: reviewWith('text: Buy ladders', `agreed: ${tried}, text: Buy ladders`) }),
      read,
      said: ['Neither of the two actions', 'Neither of the two actions', 'The one action'],
    },
    {
      rule: 'a hand-over, from its day, wherever it stands in the list',
      on,
      files: (tried) =>
        small({
          [REVIEW]: reviewWith(
            'panel: homes\n',
            `panel: streets\nmonitored-by: [ { panel: homes, from: ${tried} }, { panel: streets, from: 2019-01-01 } ]\n`,
          ),
        }),
      read,
      said: ['Streets Panel handed this review over', 'Streets Panel handed this review over', null],
    },
    {
      rule: 'the final report, from the day on which it was sent',
      on,
      files: (tried) =>
        small({
          [REVIEW]: reviewWith(
            'recommendations:',
            `final-report: { sent-to-executive: ${tried} }\nrecommendations:`,
          ),
        }),
      read,
      said: ['final report was sent', 'final report was sent', null],
    },
    {
      rule: 'a final report of a month, from the month’s last day',
      on: '2020-02-29',
      files: () =>
        small({
          [REVIEW]: reviewWith('recommendations:', 'final-report: { date: 2020-02 }\nrecommendations:'),
        }),
      read: (files, tried) => inPaper('2020-03-02', { asAt: tried })(files),
      said: [null, 'final report is dated February 2020', 'final report is dated February 2020'],
    },
    {
      rule: 'what is exempt is withheld from the day on which it was reported',
      on,
      files: (tried) =>
        withNext({
          [NEXT]: meeting('2020-03-16', { published: on }),
          [REPORT]: report(tried, 'note: Sealed matter of it., exempt: { paragraph: 3 }'),
        }),
      read: inPaper('2020-03-16'),
      said: ['no published rating has changed', 'no published rating has changed', 'no rating has changed'],
    },
  ]);
});

describe('the paper before', () => {
  testBoundaries([
    {
      rule: 'is of an earlier meeting',
      on: '2020-03-02',
      files: (tried) =>
        small({
          [HOMES]: meeting('2020-03-02', {}),
          [OTHER]: meeting(tried, { panel: 'streets', published: '2020-02-03' }),
        }),
      read: inPaper('2020-03-02', { item: '4' }),
      said: [
        'the Streets Panel’s meeting of 1 March 2020',
        'This is the first report',
        'This is the first report',
      ],
    },
    {
      rule: 'was out by this paper’s day',
      on: '2020-02-21',
      files: (tried) => small({ [OTHER]: meeting('2020-02-28', { panel: 'streets', published: tried }) }),
      read: inPaper('2020-03-02'),
      said: ['the Streets Panel’s meeting of', 'the Streets Panel’s meeting of', 'This is the first report'],
    },
    {
      rule: 'had the reports of its own day: later ones are for this meeting',
      on: '2020-02-21',
      files: (tried) => withNext({ [REPORT]: report(tried, 'rating: red, note: It rains in.') }),
      read: inPaper('2020-06-01'),
      said: [
        'No update was received on either action.',
        'No update was received on either action.',
        'the worst rating is Red',
      ],
    },
    {
      rule: 'had the response of its own day: a later one that came late is told now',
      on: '2020-02-21',
      files: (tried) =>
        withNext({
          [REVIEW]: reviewWith(
            'executive-response: { date: 2019-10-01',
            `final-report: { sent-to-executive: 2019-10-01 }\nexecutive-response: { date: ${tried}`,
          ),
        }),
      read: inPaper('2020-06-01'),
      said: [null, null, 'note that the Executive’s response'],
    },
    {
      rule: 'is that which the meeting was put off from, where it was put off to this day',
      on: '2020-06-01',
      files: (tried) =>
        withNext({
          [HOMES]: meeting('2020-03-02', {
            published: '2020-02-21',
            decisions: [`{ item: 4, decision: deferred, to: ${tried} }`],
          }),
        }),
      read: inPaper('2020-06-01'),
      said: [null, 'Deferred from', null],
    },
    {
      rule: 'is known to be deferred from the day after its meeting',
      on: '2020-02-21',
      files: (tried) =>
        small({
          [REPORT]: report('2020-02-12', 'rating: red, note: It rains in.'),
          [OTHER]: meeting(tried, {
            panel: 'streets',
            published: '2020-02-14',
            decisions: ['{ item: 4, decision: deferred, to: 2020-04-06 }'],
          }),
        }),
      read: inPaper('2020-03-02'),
      said: [
        'the worst rating is Red',
        'No update was received on either action.',
        'No update was received on either action.',
      ],
    },
    {
      rule: 'ends the period of an exempt report, after which a later one withholds the rating',
      on: '2020-02-21',
      files: (tried) =>
        withNext({
          [REPORT]: report(tried, 'rating: red, note: Sealed matter of it., exempt: { paragraph: 3 }'),
        }),
      read: inPaper('2020-06-01'),
      said: [
        'Part of what was reported is withheld',
        'Part of what was reported is withheld',
        '"counted":"withheld"',
      ],
    },
  ]);
});

describe('lateness', () => {
  const lateAt = (asAt: string) => inPaper('2020-03-02', { asAt });
  testBoundaries([
    {
      rule: 'begins on the day after the due date',
      on: '2020-01-31',
      files: () => small(),
      read: (files, tried) => lateAt(tried)(files),
      said: [null, null, '1 day overdue at 1 February 2020'],
    },
    {
      rule: 'of a month begins after its last day',
      on: '2020-06-30',
      files: () => small({ [REVIEW]: reviewWith('due: 2020-01-31', 'due: 2020-06') }),
      read: (files, tried) => lateAt(tried)(files),
      said: [null, null, 'overdue at 1 July 2020'],
    },
    {
      rule: 'of the Executive’s response begins after two months',
      on: '2020-02-21',
      files: () =>
        small({
          [REVIEW]: reviewWith(
            'executive-response: { date: 2019-10-01, decision: agreed }',
            'final-report: { sent-to-executive: 2019-12-22 }',
          ),
        }),
      read: (files, tried) => lateAt(tried)(files),
      said: [
        'It is due by 21 February 2020',
        'It is due by 21 February 2020',
        'was 1 day overdue at 22 February',
      ],
    },
    {
      rule: 'of a response is of one that was given after two months',
      on: '2020-02-20',
      files: (tried) =>
        small({
          [REVIEW]: reviewWith(
            'executive-response: { date: 2019-10-01',
            `final-report: { sent-to-executive: 2019-12-21 }\nexecutive-response: { date: ${tried}`,
          ),
        }),
      read: inPaper('2020-03-02'),
      said: ['60 days', '61 days', 'so it was 1 day late'],
    },
    {
      rule: 'of a response is counted from the day on which the report was received',
      on: '2020-02-21',
      files: (tried) =>
        small({
          [REVIEW]: reviewWith(
            'executive-response: { date: 2019-10-01, decision: agreed }',
            `final-report: { sent-to-executive: ${tried} }`,
          ),
        }),
      read: inPaper('2020-03-02'),
      said: ['is awaited. It is due by 19 April', 'is awaited. It is due by 20 April', null],
    },
  ]);
});

describe('a request for more time', () => {
  const asks = 'rating: amber, note: It froze., revised-due: 2020-12-31, reason: Frost.';
  const granted = {
    [HOMES]: meeting('2020-03-02', {
      published: '2020-02-21',
      decisions: [on11('extension-granted, due: 2020-04-30, reason: Frost.')],
    }),
  };
  testBoundaries([
    {
      rule: 'is answered by a meeting of its day or later',
      on: '2020-03-02',
      files: (tried) => withNext({ ...granted, [REPORT]: report(tried, asks) }),
      read: inPaper('2020-06-01'),
      said: ['as asked on 1 March', 'as asked on 2 March', 'decide whether to extend action'],
    },
    {
      rule: 'after a first decision is for the next',
      on: '2020-03-02',
      files: (tried) =>
        withNext({
          ...granted,
          [OTHER]: meeting('2020-03-16', {
            items: [],
            decisions: [on11('extension-refused, reason: Enough.')],
          }),
          [REPORT]: report(tried, asks),
        }),
      read: inPaper('2020-06-01'),
      said: [
        'extended action 1.1 to 30 April 2020, not to',
        'extended action 1.1 to 30 April 2020, not to',
        'refused to extend action 1.1 to',
      ],
    },
    {
      rule: 'is withdrawn by a later word that the action is complete',
      on: '2020-04-15',
      files: (tried) =>
        withNext({
          [REPORT]: report('2020-04-15', asks.replace('amber', tried === '2020-04-15' ? 'green' : 'amber')),
          ...(tried === '2020-04-15' ? {} : { [REPORT_2]: report(tried, 'rating: green, note: Done.') }),
        }),
      read: inPaper('2020-06-01'),
      // Complete on the day before, then more time was asked for all the same.
      said: ['Reason for the request', 'Reason for the request', 'is complete (no evidence was given).'],
    },
    {
      rule: 'of a date before the meeting has passed',
      on: '2020-03-02',
      files: (tried) =>
        small({ [REPORT]: report('2020-02-12', `rating: amber, note: It froze., revised-due: ${tried}`) }),
      read: inPaper('2020-03-02'),
      said: ['to 1 March 2020 (already past).', 'to 2 March 2020.', 'to 3 March 2020.'],
    },
    {
      rule: 'is of an earlier, the same or a later day',
      on: '2020-06-30',
      files: (tried) =>
        small({
          [REVIEW]: reviewWith('due: 2020-01-31', 'due: 2020-06'),
          [REPORT]: report('2020-02-12', `rating: amber, note: It froze., revised-due: ${tried}`),
        }),
      read: inPaper('2020-03-02'),
      said: [
        'decide whether to agree an earlier date',
        'decide whether to agree 30 June 2020 in place of',
        'decide whether to extend action',
      ],
    },
  ]);
});

describe('an end that a meeting undid', () => {
  testBoundaries([
    {
      rule: 'leaves the owner’s later word that it is complete, not the earlier one',
      on: '2020-03-02',
      files: (tried) =>
        withNext({
          [HOMES]: meeting('2020-03-02', {
            published: '2020-02-01',
            decisions: [on11('reopened, reason: It leaks.')],
          }),
          [OLD_REPORT]: '',
          [REPORT]: report(tried, 'rating: green, note: All done.'),
        }),
      read: inPaper('2020-06-01'),
      said: [
        'Neither of the two actions has a rating',
        'Neither of the two actions has a rating',
        'is rated Green',
      ],
    },
  ]);
});

describe('an addendum', () => {
  const ADDENDUM = '{ number: 5, title: Update, report: addendum, review: repairs }';
  const files = (asAt: string) =>
    small({
      [HOMES]: meeting('2020-03-02', { published: '2020-02-21', items: [UPDATE, ADDENDUM] }),
      [REPORT]: report(asAt, 'rating: red, note: It rains in.'),
    });
  testBoundaries([
    {
      rule: 'holds what came after the agenda’s day',
      on: '2020-02-21',
      files,
      read: inPaper('2020-03-02', { item: '5' }),
      said: ['Nothing has come in', 'Nothing has come in', 'One update has been received'],
    },
    {
      rule: 'holds what came up to the meeting',
      on: '2020-03-02',
      files,
      read: inPaper('2020-03-02', { item: '5' }),
      said: ['One update has been received', 'One update has been received', 'Nothing has come in'],
    },
  ]);
});

describe('the trend of a tracker', () => {
  const tracked = (date: string, published: string) => meeting(date, { published, items: [TRACKER] });
  testBoundaries([
    {
      rule: 'has the meetings whose papers were out by its day',
      on: '2020-02-25',
      files: (tried) =>
        small({
          [HOMES]: tracked('2020-03-09', '2020-02-28'),
          [OTHER]: tracked('2020-03-02', tried),
          'data/meetings/2020-02-03-homes.yaml': tracked('2020-02-03', '2020-01-24'),
        }),
      read: inPaper('2020-03-09', { asAt: '2020-02-25' }),
      said: ['last three meetings', 'last three meetings', null],
    },
  ]);
});
