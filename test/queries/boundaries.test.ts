import { describe } from 'vitest';
import {
  atCommand,
  HOMES,
  meeting,
  NEXT,
  OLD_REPORT,
  OTHER,
  on11,
  REPORT,
  REVIEW,
  report,
  reviewWith,
  testBoundaries,
  UPDATE,
  withNext,
} from '../support/boundaries.js';
import { folderWith } from '../support/folder.js';
import { atOffice } from '../support/office.js';
import { small } from '../support/registers.js';

const TODAY = '2020-03-02';

describe('status', () => {
  const status = atCommand(TODAY, 'status');
  testBoundaries([
    {
      rule: 'knows a decision on the day on which it was made',
      on: TODAY,
      files: (tried) =>
        small({ [OTHER]: meeting(tried, { panel: 'streets', items: [], decisions: [on11('signed-off')] }) }),
      read: status,
      said: [
        '1  closed by decision of a meeting',
        '1  closed by decision of a meeting',
        '0  closed by decision of a meeting',
      ],
    },
    {
      rule: 'names the panel’s next meeting, today’s among them',
      on: TODAY,
      files: (tried) => small({ [HOMES]: meeting(tried, {}) }),
      read: status,
      said: ['No meeting on or after 2 March 2020', '2 Mar 2020  Homes Panel', '3 Mar 2020  Homes Panel'],
    },
    {
      rule: 'counts an update as awaited for the meeting of today, and not for one that is over',
      on: TODAY,
      files: (tried) => withNext({ [HOMES]: meeting(tried, { published: '2020-02-14' }) }),
      read: status,
      said: ['2  awaiting an update', '1  awaiting an update', '1  awaiting an update'],
    },
    {
      rule: 'counts what is due from today',
      on: TODAY,
      files: (tried) =>
        withNext({
          [HOMES]: '',
          [REVIEW]: reviewWith('due: 2020-01-31', `due: ${tried}`).replace('due: 2020-06 ', 'due: 2021 '),
        }),
      read: status,
      said: [
        '0  due before the next meeting',
        '1  due before the next meeting',
        '1  due before the next meeting',
      ],
    },
    {
      rule: 'counts what is due up to the next meeting',
      on: '2020-06-01',
      files: (tried) =>
        withNext({
          [HOMES]: '',
          [REVIEW]: reviewWith('due: 2020-01-31', `due: ${tried}`).replace('due: 2020-06 ', 'due: 2021 '),
        }),
      read: status,
      said: [
        '1  due before the next meeting',
        '1  due before the next meeting',
        '0  due before the next meeting',
      ],
    },
    {
      rule: 'takes the panel’s next meeting where none lists the review, today’s among them',
      on: TODAY,
      files: (tried) =>
        small({
          [HOMES]: meeting(tried, { items: [] }),
          [REVIEW]: reviewWith('due: 2020-01-31', 'due: 2020-03-02').replace('due: 2020-06 ', 'due: 2021 '),
        }),
      read: status,
      said: [
        '0  due before the next meeting',
        '1  due before the next meeting',
        '1  due before the next meeting',
      ],
    },
    {
      rule: 'says that papers were published from the day after',
      on: TODAY,
      files: (tried) => small({ [HOMES]: meeting('2020-03-16', { published: tried }) }),
      read: status,
      said: ['Agenda published on', 'to be published on Monday 2 March 2020, today', '(in 1 day)'],
    },
    {
      rule: 'says how near the last day for publication is',
      on: '2020-02-21',
      files: () => small({ [HOMES]: meeting('2020-03-02', {}) }),
      read: (files, tried) => atCommand(tried, 'status')(files),
      said: [
        'Last day for publication: Friday 21 February 2020 (in 1 day)',
        'Last day for publication: Friday 21 February 2020, today',
        'Last day for publication: Friday 21 February 2020 (1 day ago)',
      ],
    },
    {
      rule: 'marks the last day for publication from a week before',
      on: '2020-02-14',
      files: () => small({ [HOMES]: meeting('2020-03-02', {}) }),
      read: async (files, tried) => {
        const cwd = folderWith(files);
        const { out } = await atOffice(tried, ['status'], { cwd, columns: 100, env: {} });
        return out;
      },
      said: [null, '\u001b[33mLast day for publication', '\u001b[33mLast day for publication'],
    },
    {
      rule: 'says when the Executive’s answer was due',
      on: TODAY,
      files: () =>
        small({
          [REVIEW]: reviewWith(
            'executive-response: { date: 2019-10-01, decision: agreed }',
            'final-report: { sent-to-executive: 2020-01-03 }',
          ),
        }),
      read: (files, tried) => atCommand(tried, 'status')(files),
      said: [
        'Due Monday 2 March 2020 (in 1 day)',
        'Due Monday 2 March 2020, today',
        'Due Monday 2 March 2020 (1 day ago)',
      ],
    },
  ]);
});

describe('changes', () => {
  const since = TODAY;
  const until = '2020-03-20';
  const changes = atCommand('2020-04-01', 'changes', '--since', since, '--until', until);
  const reported = (tried: string) =>
    small({ [OLD_REPORT]: '', [REPORT]: report(tried, 'rating: red, note: It rains in.') });
  const decided = (tried: string, decision: string) =>
    small({ [HOMES]: '', [OTHER]: meeting(tried, { items: [], decisions: [on11(decision)] }) });
  const deferred = (tried: string) =>
    small({
      [HOMES]: '',
      [OTHER]: meeting(tried, {
        items: [UPDATE],
        decisions: ['{ item: 4, decision: deferred, to: 2020-07-01 }'],
      }),
    });
  testBoundaries([
    {
      rule: 'begin with what was reported after the first day',
      on: since,
      files: reported,
      read: changes,
      said: [null, null, 'Rated for the first time (1)'],
    },
    {
      rule: 'end with what was reported on the last day',
      on: until,
      files: reported,
      read: changes,
      said: ['Rated for the first time (1)', 'Rated for the first time (1)', null],
    },
    {
      rule: 'list the reports after the first day',
      on: since,
      files: (tried) => small({ [OLD_REPORT]: '', [REPORT]: report(tried, 'note: It rains in.') }),
      read: changes,
      said: ['No update (2)', 'No update (2)', 'Reported (1)'],
    },
    {
      rule: 'begin with what was decided after the first day',
      on: since,
      files: (tried) => decided(tried, 'signed-off'),
      read: changes,
      said: [null, null, 'Decided by a meeting (1)'],
    },
    {
      rule: 'end with what was decided on the last day',
      on: until,
      files: (tried) => decided(tried, 'signed-off'),
      read: changes,
      said: ['Decided by a meeting (1)', 'Decided by a meeting (1)', null],
    },
    {
      rule: 'have the dates that were moved after the first day',
      on: since,
      files: (tried) => decided(tried, 'extension-granted, due: 2020-12-31, reason: Frost.'),
      read: changes,
      said: [null, null, 'Dates moved by a meeting (1)'],
    },
    {
      rule: 'have the items put off after the first day',
      on: since,
      files: deferred,
      read: changes,
      said: [null, null, 'to 1 Jul 2020'],
    },
    {
      rule: 'have the items put off up to the last day',
      on: until,
      files: deferred,
      read: changes,
      said: ['to 1 Jul 2020', 'to 1 Jul 2020', null],
    },
    {
      rule: 'have a response that came after the first day',
      on: since,
      files: (tried) => small({ [REVIEW]: reviewWith('2019-10-01', tried) }),
      read: changes,
      said: [null, null, 'Executive'],
    },
    {
      rule: 'have a recommendation that was agreed after the first day',
      on: since,
      files: (tried) => small({ [REVIEW]: reviewWith('- ref: 1\n', `- ref: 1\n    agreed: ${tried}\n`) }),
      read: changes,
      said: [null, null, 'New recommendations (1)'],
    },
    {
      rule: 'may begin on the day on which they end',
      on: since,
      files: () => small(),
      read: (files, tried) => atCommand('2020-04-01', 'changes', '--since', since, '--until', tried)(files),
      said: ['the second day comes before the first', null, null],
    },
  ]);
});

describe('show', () => {
  const show = atCommand(TODAY, 'show', 'repairs/1.1');
  testBoundaries([
    {
      rule: 'tells of an item put off up to its day',
      on: TODAY,
      files: (tried) =>
        small({
          [HOMES]: '',
          [OTHER]: meeting(tried, { decisions: ['{ item: 4, decision: deferred, to: 2020-07-01 }'] }),
        }),
      read: show,
      said: ['Deferred by the meeting', 'Deferred by the meeting', null],
    },
    {
      rule: 'tells of a report sent up to its day',
      on: TODAY,
      files: (tried) =>
        small({
          [REVIEW]: reviewWith(
            'recommendations:',
            `final-report: { sent-to-executive: ${tried} }\nrecommendations:`,
          ),
        }),
      read: show,
      said: ['Sent to the Executive', 'Sent to the Executive', null],
    },
    {
      rule: 'dates an action’s agreement by the response to its recommendation',
      on: '2019-11-20',
      files: (tried) =>
        small({ [REVIEW]: reviewWith('response: accepted', `response: accepted\n    responded: ${tried}`) }),
      read: show,
      said: ['19 Nov 2019  Action agreed', '20 Nov 2019  Action agreed', '21 Nov 2019  Action agreed'],
    },
  ]);
});

describe('chase', () => {
  testBoundaries([
    {
      rule: 'asks at once from the day after the last for publication',
      on: '2020-02-21',
      files: () => small({ [OLD_REPORT]: '' }),
      read: (files, tried) => atCommand(tried, 'chase', '--meeting', '2020-03-02')(files),
      said: [
        'Please send it before Friday 21 February 2020',
        'Please send it before Friday 21 February 2020',
        'at once, so that members can have it',
      ],
    },
    {
      rule: 'is as at the meeting where it comes first',
      on: '2020-03-02',
      files: () =>
        small({
          [NEXT]: '',
          [REPORT]: report('2020-03-03', 'rating: red, note: It rains in.'),
          [OLD_REPORT]: '',
        }),
      read: (files, tried) => atCommand(tried, 'chase', '--meeting', '2020-03-02', '--json')(files),
      said: ['"asAt": "2020-03-01"', '"asAt": "2020-03-02"', '"asAt": "2020-03-02"'],
    },
  ]);
});
