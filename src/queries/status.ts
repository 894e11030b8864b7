import { daysBetween, type IsoDate } from '../calendar/index.js';
import type { Council, Meeting } from '../model/index.js';
import { date, longDate, plural, shortDate } from '../phrases/index.js';
import {
  type ActionOnDay,
  type DayRegister,
  publicationClock,
  type ResponseClock,
  countsOf as standingsOf,
} from '../register/index.js';
import { asClause, withheldWords } from '../view/index.js';
import type { Block, Line, Row, Sheet } from './types.js';
import { addressOf, dueOf, oneLine, ownersOf, shortDue, standingOf, titleOf, whatOf } from './words.js';

/** How many actions stand where; the same numbers in print and in JSON, and the same as in a paper of the day. */
export interface StatusCounts {
  readonly actions: number;
  readonly open: number;
  readonly late: number;
  readonly ratings: readonly { readonly key: string; readonly label: string; readonly number: number }[];
  readonly notRated: number;
  readonly awaitingUpdate: number;
  readonly dueBeforeMeeting: number;
  readonly proposedComplete: number;
  readonly askingForTime: number;
  readonly paused: number;
  readonly ended: number;
  readonly withheld: number;
}

export function countsOf(council: Council, actions: readonly ActionOnDay[]): StatusCounts {
  const number = (is: (action: ActionOnDay) => boolean) => actions.filter(is).length;
  const { total, ratings, notRated, noUpdate, paused, ended, withheld } = standingsOf(council, actions);
  return {
    actions: total,
    open: number(isOpen),
    late: number(isLate),
    ratings: ratings.map(({ rating: { key, label }, number: many }) => ({ key, label, number: many })),
    notRated,
    awaitingUpdate: noUpdate,
    dueBeforeMeeting: number(({ isDueSoon }) => isDueSoon),
    proposedComplete: number(({ isProposed }) => isProposed),
    askingForTime: number(isAsking),
    paused,
    ended,
    withheld,
  };
}

function isOpen({ state, counted }: ActionOnDay): boolean {
  return state.standing === 'open' && counted.in !== 'withheld';
}

function isLate({ overdueDays }: ActionOnDay): boolean {
  return overdueDays !== undefined;
}

/** Whether its owner asks for more time, and no meeting has decided. */
export function isAsking({ state }: ActionOnDay): boolean {
  return state.due.asked !== undefined;
}

/** Where everything stands on a day. */
export function statusSheet(register: DayRegister): Sheet {
  const { council, day, reviews } = register;
  const actions = reviews.flatMap((review) => review.actions);
  const counts = countsOf(council, actions);
  const told = new Set<ActionOnDay>();
  const listed = (
    heading: string,
    found: readonly ActionOnDay[],
    more: (action: ActionOnDay) => readonly Line[] = () => [],
  ) =>
    section(
      heading,
      found.map((action) => {
        // Whoever reads from the top has met it already: its words stand once.
        const words = told.has(action) ? [] : wordsOf(action);
        told.add(action);
        return { cells: cellsOf(council, action), lines: [...words, ...more(action)] };
      }),
    );
  const isMentioned = (action: ActionOnDay) =>
    isLate(action) || action.isAwaited || action.isDueSoon || action.isProposed || isAsking(action);
  return {
    title: titleOf(`${council.name}, as at ${date(day)}`, register.isConfidential),
    blocks: [
      { kind: 'list', rows: tally(counts) },
      ...meetingsSection(register),
      ...answersSection(register),
      ...listed('Late', latestFirst(actions.filter(isLate))),
      ...listed(
        'Awaiting an update',
        actions.filter(({ isAwaited }) => isAwaited),
      ),
      ...listed(
        'Due before the next meeting',
        actions.filter(({ isDueSoon }) => isDueSoon),
      ),
      ...listed('Asking for another date', actions.filter(isAsking), askedLines),
      ...listed(
        'Proposed complete, for a meeting to decide',
        actions.filter(({ isProposed }) => isProposed),
      ),
      ...listed(
        'Also open',
        actions.filter((action) => isOpen(action) && !isMentioned(action)),
      ),
      ...listed(
        'Paused',
        actions.filter(({ counted }) => counted.in === 'paused'),
      ),
      ...listed(
        'Withheld',
        actions.filter(({ counted }) => counted.in === 'withheld'),
      ),
    ],
  };
}

function latestFirst(actions: readonly ActionOnDay[]): readonly ActionOnDay[] {
  return actions.toSorted((a, b) => (b.overdueDays ?? 0) - (a.overdueDays ?? 0));
}

function tally(counts: StatusCounts): readonly Row[] {
  const rows: readonly (readonly [number, string, Line['tone']?])[] = [
    [counts.open, 'open'],
    [counts.late, 'late', 'late'],
    ...(counts.notRated > 0 ? [[counts.notRated, 'reported without a rating'] as const] : []),
    [counts.awaitingUpdate, 'awaiting an update', 'waiting'],
    [counts.dueBeforeMeeting, 'due before the next meeting'],
    [counts.askingForTime, 'asking for another date'],
    [counts.proposedComplete, 'proposed complete', 'done'],
    ...(counts.paused > 0 ? [[counts.paused, 'paused'] as const] : []),
    ...(counts.withheld > 0 ? [[counts.withheld, 'withheld'] as const] : []),
    [counts.ended, 'ended by decision of a meeting'],
  ];
  const width = Math.max(...rows.map(([number]) => String(number).length));
  return rows.map(([number, words, tone]) => ({
    cells: [
      { text: String(number).padStart(width), tone: number > 0 ? tone : 'quiet' },
      { text: words, tone: number > 0 ? undefined : 'quiet' },
    ],
    lines: [],
  }));
}

function meetingsSection({ council, meetings, day }: DayRegister): readonly Block[] {
  if (meetings.length === 0)
    return [
      {
        kind: 'words',
        line: { text: `No meeting on or after ${date(day)} is in the register.`, tone: 'quiet' },
      },
    ];
  return [
    { kind: 'heading', text: meetings.length === 1 ? 'Next meeting' : 'Next meetings' },
    {
      kind: 'list',
      rows: meetings.map((meeting) => ({
        cells: [{ text: shortDate(meeting.date) }],
        lines: [{ text: meeting.panel.name }, ...publication(council, meeting, day)],
      })),
    },
  ];
}

function publication(council: Council, meeting: Meeting, day: IsoDate): readonly Line[] {
  const { published } = meeting;
  const last = publicationClock(meeting, council)?.last;
  if (published !== undefined && published < day)
    return [{ text: `Its papers were published on ${longDate(published)}`, tone: 'quiet' }];
  return [
    ...(published === undefined
      ? []
      : [{ text: `Its papers are to be published on ${longDate(published)}${inDays(day, published)}` }]),
    ...(last
      ? [
          {
            text: `Last day for publication: ${longDate(last.day)}${inDays(day, last.day)}`,
            tone: daysBetween(day, last.day) <= 7 ? ('waiting' as const) : undefined,
          },
        ]
      : []),
  ];
}

function inDays(day: IsoDate, then: IsoDate): string {
  const left = daysBetween(day, then);
  if (left === 0) return ', today';
  return left > 0 ? ` (in ${plural(left, 'day')})` : ` (${plural(-left, 'day')} ago)`;
}

/** Reviews on which the Executive has yet to answer. */
function answersSection({ day, reviews }: DayRegister): readonly Block[] {
  const awaited = reviews.filter(({ asAt }) => !asAt.isAnswered && !asAt.withheld);
  if (awaited.length === 0) return [];
  return [
    { kind: 'heading', text: `Awaiting the Executive’s answer (${awaited.length})` },
    {
      kind: 'list',
      rows: awaited.map(({ asAt: { review, responseClock } }) => ({
        cells: [{ text: review.key }],
        lines: [{ text: oneLine(review.title) }, ...answerDue(responseClock, day)],
      })),
    },
  ];
}

function answerDue(clock: ResponseClock | undefined, day: IsoDate): readonly Line[] {
  if (!clock) return [];
  return [
    {
      text: `Due ${longDate(clock.due)}${inDays(day, clock.due)}`,
      tone: clock.daysLate === undefined ? 'waiting' : 'late',
    },
  ];
}

function section(heading: string, rows: readonly Row[]): readonly Block[] {
  if (rows.length === 0) return [];
  return [
    { kind: 'heading', text: `${heading} (${rows.length})` },
    { kind: 'list', rows },
  ];
}

function cellsOf(council: Council, action: ActionOnDay): readonly Line[] {
  const address: Line = { text: addressOf(action.review, action.action) };
  if (action.withheld) return [address, { text: 'Withheld', tone: 'quiet' }, { text: '' }, { text: '' }];
  return [address, standingOf(action), dueOf(action), { text: ownersOf(council, action.action.owners) }];
}

function wordsOf(action: ActionOnDay): readonly Line[] {
  if (action.withheld) return [{ text: whatOf(action), tone: 'quiet' }];
  const hidden = action.withheldEntry ?? action.withheldPart;
  return [
    { text: whatOf(action) },
    ...(hidden ? [{ text: `${withheldWords(hidden)}.`, tone: 'quiet' as const }] : []),
  ];
}

function askedLines({ state }: ActionOnDay): readonly Line[] {
  const { asked } = state.due;
  if (!asked) return [];
  const reason = asked.entry.reason ? `: ${asClause(oneLine(asked.entry.reason))}` : ', without a reason';
  return [{ text: `Asks for ${shortDue(asked.due)}${reason}`, tone: 'waiting' }];
}
