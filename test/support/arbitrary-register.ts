import fc from 'fast-check';
import { addDays } from '../../src/calendar/index.js';
import { day } from './host.js';

/** The days of the meetings that every made register has. */
export const MEETINGS = ['2020-02-03', '2020-05-11', '2020-09-07', '2020-12-07'] as const;
const HANDED_OVER = '2020-06-01';

interface MadeAction {
  readonly due: string | undefined;
  readonly agreed: string | undefined;
  readonly isExempt: boolean;
}

interface MadeRecommendation {
  /** What was said of it, or nothing. */
  readonly response: 'accepted' | 'accepted-in-part' | 'noted' | 'rejected' | 'awaited' | undefined;
  readonly responded: string | undefined;
  readonly actions: readonly MadeAction[];
}

interface MadeEntry {
  /** Days after 1 January 2020. */
  readonly on: number;
  /** Which of the actions, counted round. */
  readonly action: number;
  readonly rating: string | undefined;
  readonly percent: number | undefined;
  readonly isComplete: boolean;
  readonly asksFor: string | undefined;
  readonly isExempt: boolean;
}

interface MadeDecision {
  readonly meeting: number;
  readonly action: number;
  readonly decision: string;
}

/** A register as it was drawn: `filesOf` writes it down. */
export interface MadeRegister {
  readonly recommendations: readonly MadeRecommendation[];
  readonly entries: readonly MadeEntry[];
  readonly decisions: readonly MadeDecision[];
  readonly isHandedOver: boolean;
  readonly isAnswered: boolean;
  /** The meeting whose item was put off to the next. */
  readonly deferred: number | undefined;
  /** Which meetings give the day on which their agenda was published. */
  readonly published: readonly boolean[];
}

const DUES = fc.constantFrom(
  undefined,
  '2020',
  '2020-03',
  '2020-04-30',
  '2020-10-15',
  '2021-02',
  'ongoing',
  '6 months',
);
const RATINGS = fc.constantFrom(undefined, 'green', 'amber', 'red');

const RECOMMENDATION: fc.Arbitrary<MadeRecommendation> = fc.record({
  response: fc.constantFrom(
    'accepted',
    'accepted',
    'accepted',
    'accepted-in-part',
    'noted',
    'rejected',
    'awaited',
    undefined,
  ),
  responded: fc.constantFrom(undefined, undefined, undefined, '2020-01-15'),
  actions: fc.array(
    fc.record({
      due: DUES,
      agreed: fc.constantFrom(undefined, undefined, undefined, '2020-04-01'),
      isExempt: fc.constantFrom(false, false, false, false, true),
    }),
    { maxLength: 4 },
  ),
});

/** Registers of one review with four meetings: deferrals, a hand-over, requests, ends, pauses and reopenings, partial dates, exempt parts. */
export const REGISTERS: fc.Arbitrary<MadeRegister> = fc.record({
  recommendations: fc.array(RECOMMENDATION, { minLength: 1, maxLength: 4 }),
  entries: fc.array(
    fc.record({
      on: fc.integer({ min: 0, max: 340 }),
      action: fc.nat(40),
      rating: RATINGS,
      percent: fc.constantFrom(undefined, undefined, undefined, 40, 100),
      isComplete: fc.constantFrom(false, false, false, true),
      asksFor: fc.constantFrom(undefined, undefined, undefined, '2020-11-30', '2021-06'),
      isExempt: fc.constantFrom(false, false, false, false, false, false, true),
    }),
    { maxLength: 14 },
  ),
  decisions: fc.array(
    fc.record({
      meeting: fc.nat(3),
      action: fc.nat(40),
      decision: fc.constantFrom(
        'signed-off',
        'extension-granted, due: 2020-12-31',
        'extension-refused, reason: Enough.',
        'superseded, reason: Law changed.',
        'not-feasible, reason: No money.',
        'withdrawn, reason: No need.',
        'transferred, to: Harbour Trust, reason: Its business.',
        'paused, reason: Waiting.',
        'reopened, reason: Not done.',
      ),
    }),
    { maxLength: 10 },
  ),
  isHandedOver: fc.boolean(),
  isAnswered: fc.constantFrom(true, true, true, false),
  deferred: fc.constantFrom(undefined, undefined, 0, 1, 2),
  published: fc.tuple(fc.boolean(), fc.boolean(), fc.boolean(), fc.boolean()),
});

/** The references on which something may be reported or decided, in the order of the file. */
export function answerableIn({ recommendations }: MadeRegister): readonly string[] {
  return recommendations.flatMap(({ response, actions }, index) =>
    actions.length > 0
      ? actions.map((_, place) => `${index + 1}.${place + 1}`)
      : response === undefined || response === 'accepted' || response === 'accepted-in-part'
        ? [String(index + 1)]
        : [],
  );
}

/** The progress files, a day each, in the order in which the entries were drawn: where two speak of one action on one day the first stands. */
function progressFiles(made: MadeRegister): Readonly<Record<string, string>> {
  const refs = answerableIn(made);
  const days = new Map<string, Map<string, string>>();
  for (const { on, action, rating, percent, isComplete, asksFor, isExempt } of made.entries) {
    const ref = refs[action % Math.max(1, refs.length)];
    if (ref === undefined) continue;
    const date = addDays(day('2020-01-01'), on);
    const entries = days.get(date) ?? new Map<string, string>();
    days.set(date, entries);
    if (entries.has(ref)) continue;
    entries.set(
      ref,
      [
        `  ${ref}:`,
        // What is exempt is said in words that stand nowhere else, since a public paper is searched for them.
        `    note: ${isExempt ? `Sealed${date.replaceAll('-', '')} about ${ref}` : `Said of ${ref} on ${date}`}.`,
        ...(rating ? [`    rating: ${rating}`] : []),
        ...(percent === undefined ? [] : [`    percent: ${percent}`]),
        ...(isComplete ? ['    complete: true'] : []),
        ...(asksFor ? [`    revised-due: ${asksFor}`, `    reason: Needed${on}for${action}.`] : []),
        ...(isExempt ? ['    exempt: { paragraph: 3 }'] : []),
        '',
      ].join('\n'),
    );
  }
  return Object.fromEntries(
    [...days].map(([date, entries]) => [
      `data/reviews/harbour/progress/${date}.yaml`,
      `as-at: ${date}\nprogress:\n${[...entries.values()].join('')}`,
    ]),
  );
}

function meetingFiles(made: MadeRegister): Readonly<Record<string, string>> {
  const refs = answerableIn(made);
  return Object.fromEntries(
    MEETINGS.map((date, index) => {
      const decided = made.decisions.flatMap(({ meeting, action, decision }) => {
        const ref = refs[action % Math.max(1, refs.length)];
        return meeting === index && ref !== undefined
          ? [`  - { action: harbour/${ref}, decision: ${decision} }`]
          : [];
      });
      const next = MEETINGS[index + 1];
      const deferred =
        made.deferred === index && next ? [`  - { item: 4, decision: deferred, to: ${next} }`] : [];
      const all = [...decided, ...deferred];
      return [
        `data/meetings/${date}.yaml`,
        [
          `date: ${date}`,
          ...(made.published[index] ? [`published: ${addDays(day(date), -10)}`] : []),
          `panel: ${made.isHandedOver && date >= HANDED_OVER ? 'coast' : 'town'}`,
          'items:',
          '  - { number: 4, title: Harbour Update, report: update, review: harbour }',
          ...(all.length > 0 ? ['decisions:', ...all] : []),
          '',
        ].join('\n'),
      ];
    }),
  );
}

function reviewFile({ recommendations, isHandedOver, isAnswered }: MadeRegister): string {
  return [
    'title: The Harbour',
    'panel: town',
    ...(isHandedOver
      ? ['monitored-by:', '  - { panel: town }', `  - { panel: coast, from: ${HANDED_OVER} }`]
      : []),
    ...(isAnswered ? ['executive-response: { date: 2019-12-01, decision: agreed }'] : []),
    'recommendations:',
    ...recommendations.flatMap(({ response, responded, actions }, index) => [
      `  - ref: ${index + 1}`,
      `    text: That number ${index + 1} is done.`,
      ...(response ? [`    response: ${response}`] : []),
      ...(responded && response && response !== 'awaited' ? [`    responded: ${responded}`] : []),
      ...(response === 'rejected' || response === 'accepted-in-part' ? ['    reason: So it was.'] : []),
      ...(actions.length > 0 ? ['    actions:'] : []),
      ...actions.flatMap(({ due, agreed, isExempt }, place) => [
        `      - ref: ${index + 1}.${place + 1}`,
        `        text: ${isExempt ? `Sealed${index}x${place}` : `Do part ${place + 1} of number ${index + 1}`}.`,
        '        owner: Harbour Master',
        ...(due ? [`        due: ${due}`] : []),
        ...(agreed ? [`        agreed: ${agreed}`] : []),
        ...(isExempt ? ['        exempt: { paragraph: 3 }'] : []),
      ]),
    ]),
    '',
  ].join('\n');
}

/** A drawn register as the texts of its files. */
export function filesOf(made: MadeRegister): Readonly<Record<string, string>> {
  return {
    'data/council.yaml': 'council: Ambridge Council\npanels: { town: Town Panel, coast: Coast Panel }\n',
    'data/reviews/harbour/review.yaml': reviewFile(made),
    ...meetingFiles(made),
    ...progressFiles(made),
  };
}
