import { describe, expect, test } from 'vitest';
import { type ActionAsAt, type PaperRegister, paperRegister } from '../../src/register/index.js';
import { day } from '../support/host.js';
import { SMALL, small, soundModel } from '../support/registers.js';

const REVIEW = 'data/reviews/repairs/review.yaml';
const MEETING = 'data/meetings/2020-03-02-homes.yaml';

/** The paper for a meeting of the register, by the date of the meeting. */
function paperOf(files: Readonly<Record<string, string>>, date = '2020-03-02', asAt?: string): PaperRegister {
  const model = soundModel(files);
  const meeting = model.meetings.find((found) => found.date === date);
  const item = meeting?.items[0];
  if (!meeting || !item) throw new Error(`no paper on ${date}`);
  return paperRegister(model, {
    meeting,
    item,
    asAt: asAt === undefined ? undefined : day(asAt),
    isConfidential: false,
  });
}

function actionOf(paper: PaperRegister, ref: string): ActionAsAt {
  const action = paper.actions.find((found) => found.action.ref === ref);
  if (!action) throw new Error(`no action ${ref}`);
  return action;
}

function meeting(date: string, published: string, decisions = ''): string {
  return `date: ${date}\npublished: ${published}\npanel: homes\nitems:\n  - { number: 4, title: Homes Update, report: update, review: repairs }\n${decisions && `decisions:\n${decisions}`}`;
}

function progress(asAt: string, lines: string): string {
  return `as-at: ${asAt}\nprogress:\n${lines}`;
}

describe('a paper’s day', () => {
  test('is the agenda’s publication, or the meeting where none is given', () => {
    expect(paperOf(SMALL).day).toBe('2020-02-21');
    expect(
      paperOf(small({ [MEETING]: (SMALL[MEETING] ?? '').replace('published: 2020-02-21\n', '') })).day,
    ).toBe('2020-03-02');
  });

  test('lets in what is dated on it and nothing after it', () => {
    const files = small({
      'data/reviews/repairs/progress/b.yaml': progress('2020-02-21', '  1.2: { rating: green }\n'),
      'data/reviews/repairs/progress/c.yaml': progress('2020-02-22', '  1.1: { rating: green }\n'),
    });
    expect(actionOf(paperOf(files), '1.2').state.rating?.key).toBe('green');
    expect(actionOf(paperOf(files), '1.1').state.rating?.key).toBe('amber');
  });
});

describe('an action', () => {
  test('of which nothing was reported has no update, and is under no rating', () => {
    const paper = paperOf(SMALL);
    expect(actionOf(paper, '1.2').counted).toEqual({ in: 'no-update' });
    expect(paper.counts).toMatchObject({ total: 2, noUpdate: 1, ended: 0, paused: 0, withheld: 0 });
  });

  test('whose last report was for the paper before has no update either; its last words are known', () => {
    const files = small({ 'data/meetings/2020-06-01.yaml': meeting('2020-06-01', '2020-05-22') });
    const action = actionOf(paperOf(files, '2020-06-01'), '1.1');
    expect(action.counted).toEqual({ in: 'no-update' });
    expect(action.state.latest?.note).toBe('One roofer was hired.');
  });

  test('is heard again where the paper before was deferred', () => {
    const files = small({
      [MEETING]: meeting('2020-03-02', '2020-02-21', '  - { item: 4, decision: deferred, to: 2020-06-01 }\n'),
      'data/meetings/2020-06-01.yaml': meeting('2020-06-01', '2020-05-22'),
    });
    const paper = paperOf(files, '2020-06-01');
    expect(actionOf(paper, '1.1').counted).toMatchObject({ in: 'rating' });
    expect(paper.deferredFrom?.meeting.date).toBe('2020-03-02');
    expect(paper.reviews[0]?.previous?.isDeferred).toBe(true);
  });

  test('closed by its rating keeps it until the panel decides, and is not overdue', () => {
    const files = small({
      'data/reviews/repairs/progress/2020-02-10.yaml': progress('2020-02-10', '  1.1: { rating: green }\n'),
      'data/meetings/2020-06-01.yaml': meeting('2020-06-01', '2020-05-22'),
    });
    const action = actionOf(paperOf(files, '2020-06-01'), '1.1');
    expect(action.counted).toMatchObject({ in: 'rating', rating: { key: 'green' } });
    expect(action.overdueDays).toBeUndefined();
  });

  test('is in no paper before it was agreed, by default by the Executive’s answer', () => {
    expect(paperOf(SMALL, '2020-03-02', '2019-09-30').actions).toEqual([]);
    const later = small({
      [REVIEW]: (SMALL[REVIEW] ?? '').replace('text: Buy ladders,', 'text: Buy ladders, agreed: 2020-02-22,'),
    });
    expect(paperOf(later).actions.map(({ action }) => action.ref)).toEqual(['1.1']);
    expect(paperOf(SMALL, '2020-03-02', '2019-09-30').reviews[0]?.recommendations[0]?.response).toBe(
      'awaited',
    );
  });
});

describe('overdue', () => {
  test('is counted in days from the due date', () => {
    expect(actionOf(paperOf(SMALL), '1.1').overdueDays).toBe(21);
  });

  test.each([
    ['2020-06-30', undefined],
    ['2020-07-01', 1],
  ])('a month runs to its last day: on %s', (asAt, days) => {
    expect(actionOf(paperOf(SMALL, '2020-03-02', asAt), '1.2').overdueDays).toBe(days);
  });

  test('is never said of words', () => {
    const files = small({
      [REVIEW]: (SMALL[REVIEW] ?? '').replace('due: 2020-01-31', 'due: when the frost is over'),
    });
    expect(actionOf(paperOf(files), '1.1').overdueDays).toBeUndefined();
  });
});

describe('decisions', () => {
  const decided = (decisions: string) =>
    small({
      [MEETING]: meeting('2020-03-02', '2020-02-21', decisions),
      'data/meetings/2020-06-01.yaml': meeting('2020-06-01', '2020-05-22'),
      'data/meetings/2020-09-07.yaml': meeting('2020-09-07', '2020-08-28'),
    });

  test('of a meeting do not reach its own paper', () => {
    expect(
      actionOf(paperOf(decided('  - { action: repairs/1.1, decision: signed-off }\n')), '1.1').state.standing,
    ).toBe('open');
    expect(
      actionOf(
        paperOf(decided('  - { action: repairs/1.1, decision: signed-off }\n'), '2020-03-02', '2020-12-31'),
        '1.1',
      ).state.standing,
    ).toBe('open');
  });

  test('to end are in the next paper, and after that only in the counts', () => {
    const files = decided('  - { action: repairs/1.1, decision: signed-off }\n');
    const next = actionOf(paperOf(files, '2020-06-01'), '1.1');
    expect([next.state.standing, next.isShown, next.counted]).toEqual([
      'ended',
      true,
      { in: 'ended', ending: 'signed-off' },
    ]);
    const later = paperOf(files, '2020-09-07');
    expect([actionOf(later, '1.1').isShown, later.counts.ended, later.counts.total]).toEqual([false, 1, 2]);
  });

  test('to grant time move the date and keep the first', () => {
    const { due } = actionOf(
      paperOf(
        decided('  - { action: repairs/1.1, decision: extension-granted, due: 2020-04-30 }\n'),
        '2020-06-01',
      ),
      '1.1',
    ).state;
    expect(due).toMatchObject({ stands: { date: '2020-04-30' }, original: { date: '2020-01-31' } });
    expect(due.moves).toBe(1);
  });

  test('to pause are ended by reopening', () => {
    const files = decided('  - { action: repairs/1.1, decision: paused, reason: Frost }\n');
    expect(actionOf(paperOf(files, '2020-06-01'), '1.1').counted).toEqual({ in: 'paused' });
    const reopened = {
      ...files,
      'data/meetings/2020-06-01.yaml': meeting(
        '2020-06-01',
        '2020-05-22',
        '  - { action: repairs/1.1, decision: reopened, reason: Thaw }\n',
      ),
    };
    expect(actionOf(paperOf(reopened, '2020-09-07'), '1.1').state.standing).toBe('open');
  });

  test('of another panel on the same day are not known yet', () => {
    const files = small({
      [MEETING]: (SMALL[MEETING] ?? '').replace('published: 2020-02-21\n', ''),
      'data/meetings/2020-03-02-streets.yaml':
        'date: 2020-03-02\npanel: streets\ndecisions:\n  - { action: repairs/1.1, decision: signed-off }\n',
    });
    expect(actionOf(paperOf(files), '1.1').state.standing).toBe('open');
  });
});

describe('a reopened action', () => {
  const files = small({
    'data/reviews/repairs/progress/2020-02-10.yaml': progress('2020-02-10', '  1.1: { rating: green }\n'),
    [MEETING]: meeting('2020-03-02', '2020-02-21', '  - { action: repairs/1.1, decision: signed-off }\n'),
    'data/meetings/2020-06-01.yaml': meeting(
      '2020-06-01',
      '2020-05-22',
      '  - { action: repairs/1.1, decision: reopened, reason: It leaks. }\n',
    ),
    'data/meetings/2020-09-07.yaml': meeting('2020-09-07', '2020-08-28'),
  });

  test('is no longer complete by the word that its owner gave before, and is late again', () => {
    const action = actionOf(paperOf(files, '2020-09-07'), '1.1');
    expect(action.counted).toEqual({ in: 'no-update' });
    expect(action.overdueDays).toBe(210);
  });

  test('is complete again when its owner says so again', () => {
    const action = actionOf(
      paperOf(
        {
          ...files,
          'data/reviews/repairs/progress/2020-08-10.yaml': progress(
            '2020-08-10',
            '  1.1: { rating: green }\n',
          ),
        },
        '2020-09-07',
      ),
      '1.1',
    );
    expect(action.counted).toMatchObject({ in: 'rating', rating: { key: 'green' } });
  });
});

describe('a date that is asked for', () => {
  const asking = {
    'data/reviews/repairs/progress/2020-02-10.yaml': progress(
      '2020-02-10',
      '  1.1: { rating: amber, revised-due: 2020-04-30, reason: Frost }\n',
    ),
  };

  test('does not count until it is granted', () => {
    const { due } = actionOf(paperOf(small(asking)), '1.1').state;
    expect(due.stands).toEqual({ kind: 'date', date: '2020-01-31' });
    expect(due.asked?.due).toEqual({ kind: 'date', date: '2020-04-30' });
  });

  test('is not asked for any more once a meeting has granted or refused it', () => {
    for (const decision of ['extension-granted, due: 2020-04-30', 'extension-refused, reason: Hurry']) {
      const files = small({
        ...asking,
        [MEETING]: meeting(
          '2020-03-02',
          '2020-02-21',
          `  - { action: repairs/1.1, decision: ${decision} }\n`,
        ),
        'data/meetings/2020-06-01.yaml': meeting('2020-06-01', '2020-05-22'),
      });
      expect(actionOf(paperOf(files, '2020-06-01'), '1.1').state.due.asked).toBeUndefined();
    }
  });
});

describe('direction', () => {
  const pair = (before: string, after: string) =>
    small({
      'data/reviews/repairs/progress/2020-02-10.yaml': progress(
        '2020-02-10',
        `  1.1: { rating: ${before} }\n`,
      ),
      'data/reviews/repairs/progress/2020-05-01.yaml': progress(
        '2020-05-01',
        `  1.1: { rating: ${after} }\n`,
      ),
      'data/meetings/2020-06-01.yaml': meeting('2020-06-01', '2020-05-22'),
    });

  test.each([
    ['amber', 'green', 'better'],
    ['green', 'red', 'worse'],
    ['amber', 'amber', 'no change'],
  ])('from %s to %s is %s', (before, after, direction) => {
    expect(actionOf(paperOf(pair(before, after), '2020-06-01'), '1.1').direction).toBe(direction);
  });

  test('is said of nothing in a first paper', () => {
    expect(paperOf(SMALL).actions.map(({ direction }) => direction)).toEqual([undefined, undefined]);
  });

  test('is "new" for an action that was not in the paper before', () => {
    const files = pair('amber', 'amber');
    const review = (SMALL[REVIEW] ?? '').replace('ref: 1.1,', 'ref: 1.1, agreed: 2020-04-01,');
    expect(actionOf(paperOf({ ...files, [REVIEW]: review }, '2020-06-01'), '1.1').direction).toBe('new');
  });
});
