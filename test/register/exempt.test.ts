import { describe, expect, test } from 'vitest';
import { type PaperRegister, paperRegister } from '../../src/register/index.js';
import { SMALL, small, soundModel } from '../support/registers.js';

const REVIEW = 'data/reviews/repairs/review.yaml';

function meeting(date: string, published: string, decisions = ''): string {
  return `date: ${date}\npublished: ${published}\npanel: homes\nitems:\n  - { number: 4, title: Homes Update, report: update, review: repairs }\n${decisions && `decisions:\n${decisions}`}`;
}

function progress(asAt: string, lines: string): string {
  return `as-at: ${asAt}\nprogress:\n${lines}`;
}

function exemptAction(ref: string): string {
  return (SMALL[REVIEW] ?? '').replace(`{ ref: ${ref},`, `{ ref: ${ref}, exempt: { paragraph: 3 },`);
}

function copyOf(
  files: Readonly<Record<string, string>>,
  date: string,
  isConfidential: boolean,
): PaperRegister {
  const model = soundModel(files);
  const found = model.meetings.find((candidate) => candidate.date === date);
  const item = found?.items[0];
  if (!found || !item) throw new Error(`no paper on ${date}`);
  return paperRegister(model, { meeting: found, item, asAt: undefined, isConfidential });
}

const THREE_MEETINGS = {
  'data/meetings/2020-03-02-homes.yaml': meeting(
    '2020-03-02',
    '2020-02-21',
    '  - { action: repairs/1.1, decision: signed-off }\n',
  ),
  'data/meetings/2020-06-01-homes.yaml': meeting('2020-06-01', '2020-05-22'),
  'data/meetings/2020-09-07-homes.yaml': meeting('2020-09-07', '2020-08-28'),
};

describe('an exempt action', () => {
  const files = small({ ...THREE_MEETINGS, [REVIEW]: exemptAction('1.1') });

  test('stays in the public table when it has ended, because dropping it would reveal that', () => {
    const row = copyOf(files, '2020-09-07', false).actions[0];
    expect(row).toMatchObject({ isShown: true, counted: { in: 'withheld' } });
    expect(copyOf(files, '2020-09-07', true).actions[0]).toMatchObject({
      isShown: false,
      counted: { in: 'ended' },
    });
  });

  test('leaves nothing of itself in what the words of the public copy are made from', () => {
    const row = copyOf(files, '2020-06-01', false).actions[0];
    expect(row?.action).toMatchObject({ ref: '1.1', text: '', owners: [], due: undefined });
    expect(row?.state).toMatchObject({ latest: undefined, decided: undefined, rating: undefined });
  });

  test('takes no public action with it: an answer to both remains for the other', () => {
    const shared = small({
      [REVIEW]: exemptAction('1.1'),
      'data/reviews/repairs/progress/b.yaml': progress('2020-02-20', '  1.1, 1.2: { rating: amber }\n'),
    });
    const [hidden, shown] = copyOf(shared, '2020-03-02', false).actions;
    expect(hidden?.state.latest).toBeUndefined();
    expect(shown).toMatchObject({ counted: { in: 'rating' }, withheld: undefined });
  });
});

describe('an exempt entry', () => {
  const entry = (date: string, more: string) =>
    progress(date, `  1.1: { rating: red, exempt: { paragraph: 3 }${more} }\n`);

  test('gives no direction to the public paper after it, nor does a paper that was wholly exempt', () => {
    const later = progress('2020-05-01', '  1.1: { rating: green }\n');
    const withheldThen = small({
      'data/meetings/2020-06-01-homes.yaml': meeting('2020-06-01', '2020-05-22'),
      'data/reviews/repairs/progress/b.yaml': entry('2020-02-20', ''),
      'data/reviews/repairs/progress/c.yaml': later,
    });
    expect(copyOf(withheldThen, '2020-06-01', false).actions[0]?.direction).toBeUndefined();
    expect(copyOf(withheldThen, '2020-06-01', true).actions[0]?.direction).toBe('better');

    const exemptPaper = small({
      'data/meetings/2020-03-02-homes.yaml': meeting('2020-03-02', '2020-02-21').replace(
        'review: repairs',
        'review: repairs, exempt: { paragraph: 3 }',
      ),
      'data/meetings/2020-06-01-homes.yaml': meeting('2020-06-01', '2020-05-22'),
      'data/reviews/repairs/progress/c.yaml': later,
    });
    expect(copyOf(exemptPaper, '2020-06-01', false).actions[0]?.direction).toBeUndefined();
    expect(copyOf(exemptPaper, '2020-06-01', true).actions[0]?.direction).toBe('better');
  });

  test('does not undo what a meeting decided in public', () => {
    const files = small({
      ...THREE_MEETINGS,
      'data/reviews/repairs/progress/b.yaml': entry('2020-02-20', ''),
    });
    expect(copyOf(files, '2020-06-01', false).actions[0]?.counted).toEqual({
      in: 'ended',
      ending: 'signed-off',
    });
  });

  test('makes no difference to what is said of dates, whatever it says itself', () => {
    const said = ['', ', revised-due: 2031-01-31, reason: It is late'].map((more) => {
      const { state, overdueDays } = copyOf(
        small({ 'data/reviews/repairs/progress/b.yaml': entry('2020-02-20', more) }),
        '2020-03-02',
        false,
      ).actions[0] ?? { state: undefined, overdueDays: 0 };
      return { due: state?.due, overdueDays };
    });
    expect(said[0]).toEqual(said[1]);
    expect(said[0]?.overdueDays).toBeUndefined();
  });

  test('dated after a paper’s day leaves that paper as it was', () => {
    const files = small({ 'data/reviews/repairs/progress/b.yaml': entry('2020-02-22', '') });
    const paper = copyOf(files, '2020-03-02', false);
    expect(paper.isWithholding).toBe(false);
    expect(paper.actions[0]).toMatchObject({ withheldEntry: undefined, counted: { in: 'rating' } });
  });
});
