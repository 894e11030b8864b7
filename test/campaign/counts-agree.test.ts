import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { PaperFacts } from '../../src/facts/index.js';
import type { Item, Meeting, Model } from '../../src/model/index.js';
import { countWord } from '../../src/phrases/index.js';
import { statusWords } from '../../src/queries/index.js';
import { dayRegister, paperDay } from '../../src/register/index.js';
import type { Paper } from '../../src/view/index.js';
import { kindOf, type PaperParts, paperParts } from '../../src/workflows/compose-paper.js';
import { drawn } from '../support/campaign.js';
import { CLOSE_REGISTERS, closeFiles } from '../support/close-register.js';
import { soundModel } from '../support/registers.js';

/** How many actions stand where, by the words of the key; and how many are late, and ask for another date. */
type Numbers = Readonly<Record<string, number>>;

const { statusJson } = await statusWords();

/** What `status --json` counts of these reviews on the paper's day, where the decisions of that day are not known yet. */
function statusNumbers(
  model: Model,
  meeting: Meeting,
  reviews: readonly string[],
  isConfidential: boolean,
): Numbers {
  const day = paperDay(meeting);
  const each = reviews.map((review) => statusJson(dayRegister(model, { day, isConfidential, review })));
  const sum = (of: (counts: (typeof each)[number]['counts']) => number) =>
    each.reduce((total, { counts }) => total + of(counts), 0);
  const rated = (key: string) =>
    sum(({ ratings }) => ratings.find((rating) => rating.key === key)?.number ?? 0);
  return {
    All: sum(({ actions }) => actions),
    Green: rated('green'),
    Amber: rated('amber'),
    Red: rated('red'),
    'Not rated': sum(({ notRated }) => notRated),
    'No update': sum(({ awaitingUpdate }) => awaitingUpdate),
    Paused: sum(({ paused }) => paused),
    Closed: sum(({ ended }) => ended),
    Withheld: sum(({ withheld }) => withheld),
    Overdue: sum(({ late }) => late),
    Asking: sum(({ askingForTime }) => askingForTime),
  };
}

/**
 * Whether an earlier meeting, still to come on the paper's day, had its own paper out by then. That ends a reporting period for this paper;
 * status speaks of the period of the next meeting, which is that one. Each meeting of these registers hears every review.
 */
function isHeardFirst({ meetings }: Model, meeting: Meeting): boolean {
  const day = paperDay(meeting);
  return meetings.some((other) => day <= other.date && other.date < meeting.date && paperDay(other) <= day);
}

/** What depends on no reporting period. */
function lasting({ All, Paused, Closed, Asking }: Numbers): unknown {
  return { All, Paused, Closed, Asking };
}

/** What the data that a paper carries counts. */
function factNumbers({ counts, actions }: PaperFacts): Numbers {
  if (!counts) throw new Error('the paper counts nothing');
  const rated = (key: string) => counts.ratings.find((rating) => rating.key === key)?.number ?? 0;
  return {
    All: counts.actions,
    Green: rated('green'),
    Amber: rated('amber'),
    Red: rated('red'),
    'Not rated': counts.notRated,
    'No update': counts.noUpdate,
    Paused: counts.paused,
    Closed: counts.ended,
    Withheld: counts.withheld,
    Overdue: actions.filter(({ overdueDays }) => overdueDays !== null).length,
    Asking: actions.filter(({ asked }) => asked !== null).length,
  };
}

const STANDINGS = {
  rating: '',
  'not-rated': 'Not rated',
  'no-update': 'No update',
  paused: 'Paused',
  ended: 'Closed',
  withheld: 'Withheld',
} as const;

/** The same, counted by the rows of the data; ended actions that left the table have none. */
function rowNumbers({ actions }: PaperFacts, numbers: Numbers): Numbers {
  const words = actions.map(({ counted, rating }) =>
    counted === 'rating' ? (rating?.label ?? '') : STANDINGS[counted],
  );
  return {
    ...numbers,
    ...Object.fromEntries(
      Object.keys(numbers)
        .filter((word) => !['All', 'Closed', 'Overdue', 'Asking'].includes(word))
        .map((word) => [word, words.filter((one) => one === word).length]),
    ),
  };
}

/** A paper whose words are looked at. */
type Counted = Exclude<Paper, { kind: 'addendum' }>;

function checkPaper(paper: Counted, numbers: Numbers): void {
  const { All: all = 0, Overdue: overdue, Asking: asking, ...standings } = numbers;
  // Every action is in exactly one of them.
  expect(Object.values(standings).reduce((sum, number) => sum + number, 0)).toBe(all);
  const { glance } = paper;
  if (!glance) {
    expect(all).toBe(0);
    return;
  }
  const said = Object.fromEntries(
    glance.counts.map(({ mark, number }) => [inFacts(mark.word), Number(number)]),
  );
  expect(Number(glance.total)).toBe(all);
  expect({ ...noneOf(standings), ...said }).toEqual(standings);
  const bar = glance.counts.reduce((sum, { share }) => sum + Number(share), 0);
  expect(bar).toBeGreaterThan(99.9);
  expect(bar).toBeLessThan(100.1);
  for (const { number, share } of glance.counts)
    expect(Number(share)).toBeCloseTo((Number(number) / all) * 100, 1);
  const isRated =
    paper.kind === 'tracker' ? paper.appendixA?.columns.rating : paper.appendixB?.columns.rating;
  expect(glance.sentence).toMatch(sentenceOn(all, standings, isRated !== null));
  const key = paper.kind === 'tracker' ? paper.appendixA?.key : paper.appendixB?.key;
  const inKey = key?.meanings.map(({ mark }) => mark.word) ?? [];
  for (const word of ['Not rated', 'No update', 'Withheld'])
    expect(inKey.includes(word), word).toBe(isRated !== null && (standings[word] ?? 0) > 0);
  const rows =
    paper.kind === 'tracker'
      ? (paper.appendixA?.reviews.flatMap(({ recommendations }) =>
          recommendations.flatMap(({ itself, rows: own }) => [...(itself ? [itself] : []), ...own]),
        ) ?? [])
      : (paper.appendixB?.groups.flatMap((group) => group.rows) ?? []);
  const remarked = (pattern: RegExp) =>
    rows.filter(({ dueRemarks }) => dueRemarks.some((remark) => pattern.test(remark))).length;
  expect(remarked(/overdue/)).toBe(overdue);
  expect(remarked(/requested/)).toBe(asking);
  // Each request is put to the vote once, in a sentence or in a line of a table, with its reason or that there was none.
  const motions = paper.asks?.paragraphs ?? [];
  const sentences = motions.filter(({ html }) =>
    /^decide whether .*(?:The reason given: |No reason was given\.|, because )/.test(html),
  );
  const lines = motions.flatMap(({ requests }) => requests?.rows ?? []);
  expect(sentences.length + lines.length).toBe(asking ?? 0);
  expect(lines.filter(({ reason }) => reason === '')).toEqual([]);
  if (paper.kind === 'tracker') {
    const sum = paper.totals?.table?.rows[0];
    if (sum) {
      const counted = Object.fromEntries(
        sum.counts.map(({ mark, number }) => [inFacts(mark.word), Number(number)]),
      );
      expect({ ...noneOf(standings), ...counted }).toEqual(standings);
      expect([sum.total.number, sum.overdue.number].map(Number)).toEqual([all, overdue]);
    }
    if (paper.trend) {
      const last = Object.fromEntries(
        paper.trend.rows.map(({ label, numbers: of }) => [inFacts(label), Number(of.at(-1)?.number)]),
      );
      const [, total] = Object.entries(last).find(([label]) => label === 'All') ?? [];
      const ofMarks = Object.entries(last).filter(([label]) => label !== 'All');
      expect({ ...noneOf(standings), ...Object.fromEntries(ofMarks) }).toEqual({
        ...standings,
        Overdue: overdue,
      });
      expect(total).toBe(all);
    }
  }
}

/** How the sentence says what the numbers amount to: of those under one mark, how many they are; of others, how many have the best rating. */
function sentenceOn(
  all: number,
  { Withheld: withheld = 0, ...standings }: Numbers,
  isRated: boolean,
): RegExp {
  const total = withheld === all ? all : all - withheld;
  const isAlike = withheld === all || Object.values(standings).includes(total);
  if (isAlike)
    return total === 1
      ? /the one /i
      : total === 2
        ? /both |either /i
        : new RegExp(` (?:${total}|${countWord(total)}) `);
  if (!isRated)
    return (standings['Not rated'] ?? 0) > 0
      ? new RegExp(` received on ${countWord(standings['Not rated'] ?? 0)} of the ${countWord(total)} `)
      : /^(?:None|Neither) of the /;
  const best = standings['Green'] ?? 0;
  const none = total === 2 ? 'Neither' : 'None';
  if (best > 0 && total > 10) return new RegExp(`^${Math.round((best / total) * 100)}% of the `);
  return new RegExp(`^${best === 0 ? none : countWord(best)} of the ${countWord(total)} `, 'i');
}

/** A word of a paper as the attached data have it: where nobody rates, what is not rated is reported. */
function inFacts(word: string): string {
  return word === 'Reported' ? 'Not rated' : word.replace(' received', '');
}

/** Words that a paper leaves out because there are none of them. */
function noneOf(standings: Numbers): Numbers {
  return Object.fromEntries(Object.keys(standings).map((word) => [word, 0]));
}

function paperOf(model: Model, meeting: Meeting, item: Item, isConfidential: boolean): PaperParts {
  return paperParts(model, { meeting, item, asAt: undefined, isConfidential }, new Map(), false);
}

test('a paper, its data and the status of that day give the same counts', () => {
  let compared = 0;
  fc.assert(
    fc.property(CLOSE_REGISTERS, fc.constantFrom(false, false, true), (made, isConfidential) => {
      const model = soundModel(closeFiles(made));
      for (const meeting of model.meetings) {
        const undecided = soundModel(closeFiles(made, paperDay(meeting)));
        for (const item of meeting.items) {
          const { parts, facts, register } = paperOf(model, meeting, item, isConfidential);
          const paper = parts[0]?.paper;
          if (!paper || paper.kind === 'addendum' || !facts.counts) continue;
          expect(paper.kind).toBe(kindOf({ item }));
          const numbers = factNumbers(facts);
          expect(rowNumbers(facts, numbers)).toEqual(numbers);
          checkPaper(paper, numbers);
          const reviews = register.reviews.map(({ review }) => review.key);
          const status = statusNumbers(undecided, meeting, reviews, isConfidential);
          if (isHeardFirst(model, meeting)) expect(lasting(status)).toEqual(lasting(numbers));
          else {
            expect(status).toEqual(numbers);
            compared += 1;
          }
        }
      }
    }),
    drawn({ share: 35, campaign: 2000 }),
  );
  expect(compared).toBeGreaterThan(40);
});
