import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays } from '../../src/calendar/index.js';
import type { PaperRegister } from '../../src/register/index.js';
import { type UpdatePaper, updatePaper } from '../../src/view/index.js';
import {
  answerableIn,
  filesOf,
  type MadeRegister,
  MEETINGS,
  REGISTERS,
} from '../support/arbitrary-register.js';
import { drawn } from '../support/campaign.js';
import { day } from '../support/host.js';
import { paperOn } from '../support/read-register.js';
import { soundModel } from '../support/registers.js';

type Files = Readonly<Record<string, string>>;

const RUNS = drawn({ share: 40, campaign: 1_000 });
const DATES = fc.constantFrom(...MEETINGS);

/** Every word of a paper. */
function wordsOf(files: Files, date: string): UpdatePaper {
  return updatePaper(paperOn(soundModel(files), date), new Map());
}

function paperOf(files: Files, date: string): PaperRegister {
  return paperOn(soundModel(files), date);
}

/** The paper's own day. */
function dayOf(made: MadeRegister, date: (typeof MEETINGS)[number]): string {
  const index = MEETINGS.indexOf(date);
  return made.published[index] ? addDays(day(date), -10) : date;
}

describe('the register through time', () => {
  test('a report after a paper’s day never changes a word of it', () => {
    fc.assert(
      fc.property(
        REGISTERS,
        DATES,
        fc.integer({ min: 1, max: 400 }),
        fc.nat(40),
        (made, date, later, action) => {
          const files = filesOf(made);
          const refs = answerableIn(made);
          const ref = refs[action % Math.max(1, refs.length)];
          fc.pre(ref !== undefined);
          const on = addDays(day(dayOf(made, date)), later);
          const path = `data/reviews/harbour/progress/${on}.yaml`;
          fc.pre(files[path] === undefined);
          const more = {
            ...files,
            [path]: `as-at: ${on}\nprogress:\n  ${ref}: { rating: red, note: Late news, revised-due: 2022-01-01, reason: Late }\n`,
          };
          expect(wordsOf(more, date)).toEqual(wordsOf(files, date));
        },
      ),
      RUNS,
    );
  });

  test('a decision of a paper’s own meeting, or of a later one, never changes a word of it', () => {
    fc.assert(
      fc.property(REGISTERS, fc.nat(3), fc.nat(3), fc.nat(40), (made, first, later, action) => {
        const meeting = Math.max(first, later);
        const bare = { ...made, decisions: made.decisions.filter((decision) => decision.meeting < meeting) };
        const full = {
          ...bare,
          decisions: [...bare.decisions, { meeting, action, decision: 'withdrawn, reason: No need.' }],
        };
        const date = MEETINGS[Math.min(first, later)] ?? MEETINGS[0];
        expect(wordsOf(filesOf(full), date)).toEqual(wordsOf(filesOf(bare), date));
      }),
      RUNS,
    );
  });

  test('the order of files, and of entries in a file, makes no difference', () => {
    fc.assert(
      fc.property(REGISTERS, DATES, (made, date) => {
        const files = filesOf(made);
        const turned = Object.fromEntries(
          Object.entries(filesOf({ ...made, entries: unique(made).toReversed() })).toReversed(),
        );
        expect(wordsOf(turned, date)).toEqual(wordsOf(files, date));
      }),
      RUNS,
    );
  });

  test('every action is in exactly one of the counts', () => {
    fc.assert(
      fc.property(REGISTERS, DATES, (made, date) => {
        const { counts } = paperOf(filesOf(made), date);
        const sum =
          counts.ratings.reduce((total, { number }) => total + number, 0) +
          counts.notRated +
          counts.noUpdate +
          counts.paused +
          counts.ended +
          counts.withheld;
        expect(sum).toBe(expectedActions(made, dayOf(made, date)));
        expect(counts.total).toBe(sum);
      }),
      RUNS,
    );
  });

  test.each(
    ['green', 'amber', 'red'].flatMap((before) => ['green', 'amber', 'red'].map((now) => ({ before, now }))),
  )('a change from $before to $now is the opposite of the change back', ({ before, now }) => {
    const opposite = { better: 'worse', worse: 'better', 'no change': 'no change', new: 'new' };
    expect(directionOf(now, before)).toBe(opposite[directionOf(before, now)]);
  });

  test('an action that has ended, is paused, is closed by its rating or is due in words is never overdue', () => {
    fc.assert(
      fc.property(REGISTERS, DATES, (made, date) => {
        for (const { overdueDays, state } of paperOf(filesOf(made), date).actions) {
          if (
            state.standing !== 'open' ||
            state.rating?.closes ||
            (state.due.stands?.kind ?? 'words') === 'words'
          )
            expect(overdueDays).toBeUndefined();
        }
      }),
      RUNS,
    );
  });

  test('an action that has ended is in the next paper, and in no later one unless it is reopened', () => {
    fc.assert(
      fc.property(REGISTERS, (made) => {
        const model = soundModel(filesOf(made));
        const papers = MEETINGS.map((date) => paperOn(model, date));
        for (const [index, paper] of papers.entries()) {
          for (const { action, state, isShown, withheld } of paper.actions) {
            if (withheld) continue;
            const before = papers[index - 1]?.actions.find((earlier) => earlier.action.ref === action.ref);
            const wasEnded = before?.state.standing === 'ended';
            expect(isShown).toBe(!(state.standing === 'ended' && wasEnded));
          }
        }
      }),
      RUNS,
    );
  });
});

const REPORT = { action: 0, percent: undefined, isComplete: false, asksFor: undefined, isExempt: false };

/** What the paper says of an action that had one rating, and then the other. */
function directionOf(before: string, now: string) {
  const files = filesOf({
    recommendations: [
      {
        response: 'accepted',
        responded: undefined,
        actions: [{ due: '2021', agreed: undefined, isExempt: false }],
      },
    ],
    entries: [
      { ...REPORT, on: 10, rating: before },
      { ...REPORT, on: 60, rating: now },
    ],
    decisions: [],
    isHandedOver: false,
    isAnswered: true,
    deferred: undefined,
    published: [false, false, false, false],
  });
  const direction = paperOf(files, MEETINGS[1]).actions[0]?.direction;
  if (!direction) throw new Error('nothing was compared');
  return direction;
}

/** Each action once a day, as the files have it: what would be written twice is dropped before the order is turned. */
function unique(made: MadeRegister): MadeRegister['entries'] {
  const refs = answerableIn(made);
  const seen = new Set<string>();
  return made.entries.filter(({ on, action }) => {
    const key = `${on} ${refs[action % Math.max(1, refs.length)]}`;
    return !seen.has(key) && seen.add(key);
  });
}

/** How many actions a paper of that day has, counted from what was drawn: none not yet agreed. */
function expectedActions({ recommendations }: MadeRegister, on: string): number {
  return recommendations.reduce((total, { response, actions }) => {
    // With nothing beneath it, what was rejected or is awaited is only listed: the drawn ones have no owner, due date or progress.
    if (actions.length === 0) return total + (response === 'awaited' || response === 'rejected' ? 0 : 1);
    return total + actions.filter(({ agreed }) => agreed === undefined || agreed <= on).length;
  }, 0);
}
