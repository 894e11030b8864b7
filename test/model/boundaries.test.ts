import { describe } from 'vitest';
import {
  atCommand,
  HOMES,
  meeting,
  OLD_REPORT,
  OTHER,
  on11,
  REPORT,
  REPORT_2,
  REVIEW,
  report,
  reviewWith,
  testBoundaries,
} from '../support/boundaries.js';
import { SMALL, small } from '../support/registers.js';

const EVIDENCE = ', evidence: [ { title: Invoice } ]';

describe('check', () => {
  const today = '2020-03-04';
  const check = atCommand(today, 'check');
  testBoundaries([
    {
      rule: 'warns of a due date before the action was agreed',
      on: '2019-10-01',
      files: (tried) => small({ [REVIEW]: reviewWith('due: 2020-01-31', `due: ${tried}`) }),
      read: check,
      said: ['warning due-early', null, null],
    },
    {
      rule: 'counts a due date of a month by its last day',
      on: '2020-06-30',
      files: (tried) =>
        small({ [REVIEW]: reviewWith('text: Buy ladders', `agreed: ${tried}, text: Buy ladders`) }),
      read: check,
      said: [null, null, 'warning due-early'],
    },
    {
      rule: 'warns of a report before the action was agreed',
      on: '2020-02-10',
      files: (tried) => small({ [REVIEW]: reviewWith('2019-10-01', tried) }),
      read: check,
      said: [null, null, 'warning progress-early'],
    },
    {
      rule: 'takes an action for agreed from the response to its recommendation, where that has a day of its own',
      on: '2020-02-10',
      files: (tried) =>
        small({ [REVIEW]: reviewWith('response: accepted', `response: accepted\n    responded: ${tried}`) }),
      read: check,
      said: [null, null, 'before it was agreed on 2020-02-11'],
    },
    {
      rule: 'takes a response that was deferred for no agreement',
      on: '2020-02-10',
      files: (tried) =>
        small({ [REVIEW]: reviewWith('2019-10-01, decision: agreed', `${tried}, decision: deferred`) }),
      read: check,
      said: [null, null, null],
    },
    {
      rule: 'refuses to put an item off to its own day or before',
      on: '2020-03-02',
      files: (tried) =>
        small({
          [HOMES]: meeting('2020-03-02', {
            published: '2020-02-21',
            decisions: [`{ item: 4, decision: deferred, to: ${tried} }`],
          }),
        }),
      read: check,
      said: ['error deferral-date', 'error deferral-date', null],
    },
    {
      rule: 'warns of a report of a day to come',
      on: today,
      files: (tried) => small({ [REPORT]: report(tried, 'note: It rains in.') }),
      read: check,
      said: [null, null, 'warning progress-future'],
    },
    {
      rule: 'warns of papers that came out late',
      on: '2020-02-21',
      files: (tried) => small({ [HOMES]: meeting('2020-03-02', { published: tried }) }),
      read: check,
      said: [null, null, 'warning published-late'],
    },
    {
      rule: 'wants a reason for a grant that nobody had asked for by then',
      on: '2020-03-02',
      files: (tried) =>
        small({
          [HOMES]: meeting('2020-03-02', {
            published: '2020-02-21',
            decisions: [on11('extension-granted, due: 2020-12-31')],
          }),
          [REPORT]: report(tried, 'note: It froze., revised-due: 2020-12-31, reason: Frost.'),
        }),
      read: check,
      said: [null, null, 'warning revision-reason'],
    },
    {
      rule: 'warns of a response that was late',
      on: '2020-02-20',
      files: (tried) =>
        small({
          [REVIEW]: reviewWith(
            'executive-response: { date: 2019-10-01',
            `final-report: { sent-to-executive: 2019-12-21 }\nexecutive-response: { date: ${tried}`,
          ),
          [OLD_REPORT]: '',
        }),
      read: check,
      said: [null, null, 'warning response-late'],
    },
    {
      rule: 'warns of a response that is late',
      on: '2020-02-20',
      files: () =>
        small({
          [REVIEW]: reviewWith(
            'executive-response: { date: 2019-10-01, decision: agreed }',
            'final-report: { sent-to-executive: 2019-12-21 }',
          ),
        }),
      read: (files, tried) => atCommand(today, 'check', '--as-at', tried)(files),
      said: [null, null, 'warning response-missing'],
    },
    {
      rule: 'warns of the best rating that does not close from the day after the due date',
      on: '2020-02-20',
      files: () =>
        small({
          'data/council.yaml': `${SMALL['data/council.yaml'] ?? ''}ratings: { amber: { label: On course }, red: { label: Off course } }\n`,
          [REVIEW]: reviewWith('due: 2020-01-31', 'due: 2020-02-20'),
        }),
      read: (files, tried) => atCommand(today, 'check', '--as-at', tried)(files),
      said: [null, null, 'warning rating-overdue'],
    },
    {
      rule: 'allows what is allowed up to the day given',
      on: today,
      files: (tried) =>
        small({
          [REVIEW]: reviewWith(
            'due: 2020-01-31',
            `due: 2018-01-31, allow: { rule: due-early, reason: So it was., until: ${tried} }`,
          ),
        }),
      read: (files) => atCommand(today, 'check', '--as-at', today)(files),
      said: ['warning due-early', null, null],
    },
    {
      rule: 'wants evidence by the day on which an action is said to be complete',
      on: '2020-02-20',
      files: (tried) =>
        small({
          [REPORT]: report(
            '2020-02-20',
            `rating: green, note: Done.${tried === '2020-02-20' ? EVIDENCE : ''}`,
          ),
          ...(tried === '2020-02-20' ? {} : { [REPORT_2]: report(tried, `note: See this.${EVIDENCE}`) }),
        }),
      read: check,
      said: [null, null, 'evidence-missing'],
    },
    {
      rule: 'takes a panel for the one that monitors a review from its day',
      on: '2020-03-02',
      files: (tried) =>
        small({
          [HOMES]: '',
          [REVIEW]: reviewWith(
            'panel: homes\n',
            `panel: homes\nmonitored-by: [ { panel: homes }, { panel: streets, from: ${tried} } ]\n`,
          ),
          [OTHER]: meeting('2020-03-02', { panel: 'streets', decisions: [on11('signed-off')] }),
        }),
      read: check,
      said: [null, null, 'warning decision-panel'],
    },
  ]);
});
