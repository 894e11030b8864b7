import { daysBetween, type IsoDate } from '../calendar/index.js';
import type { Council, Meeting } from '../model/index.js';
import { phrases, shortDate } from '../phrases/index.js';
import {
  type ActionOnDay,
  countActions,
  type DayRegister,
  publicationClock,
  type ResponseClock,
} from '../register/index.js';
import { asClause, withheldWords } from '../view/index.js';
import type { Block, Line, Row, Sheet } from './types.js';
import {
  addressOf,
  describeAction,
  describeDue,
  describeStanding,
  markTitle,
  nameOwners,
  oneLine,
  shortDue,
} from './words.js';

const say = phrases.status;

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

export function countStatus(council: Council, actions: readonly ActionOnDay[]): StatusCounts {
  const number = (is: (action: ActionOnDay) => boolean) => actions.filter(is).length;
  const { total, ratings, notRated, noUpdate, paused, ended, withheld } = countActions(council, actions);
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
  const counts = countStatus(council, actions);
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
        const words = told.has(action) ? [] : describeProgress(action);
        told.add(action);
        return { cells: makeCells(council, action), lines: [...words, ...more(action)] };
      }),
    );
  const isMentioned = (action: ActionOnDay) =>
    isLate(action) || action.isAwaited || action.isDueSoon || action.isProposed || isAsking(action);
  return {
    title: markTitle(say.title(council.name, day), register.isConfidential),
    blocks: [
      { kind: 'list', rows: tally(council, counts) },
      ...meetingsSection(register),
      ...answersSection(register),
      ...listed(say.late, latestFirst(actions.filter(isLate))),
      ...listed(
        say.awaitingUpdate,
        actions.filter(({ isAwaited }) => isAwaited),
      ),
      ...listed(
        say.dueSoon,
        actions.filter(({ isDueSoon }) => isDueSoon),
      ),
      ...listed(say.asking, actions.filter(isAsking), askedLines),
      ...listed(
        say.proposed,
        actions.filter(({ isProposed }) => isProposed),
      ),
      ...listed(
        say.alsoOpen,
        actions.filter((action) => isOpen(action) && !isMentioned(action)),
      ),
      ...listed(
        say.paused,
        actions.filter(({ counted }) => counted.in === 'paused'),
      ),
      ...listed(
        phrases.answer.withheld,
        actions.filter(({ counted }) => counted.in === 'withheld'),
      ),
    ],
  };
}

function latestFirst(actions: readonly ActionOnDay[]): readonly ActionOnDay[] {
  return actions.toSorted((a, b) => (b.overdueDays ?? 0) - (a.overdueDays ?? 0));
}

function tally({ ratings }: Council, counts: StatusCounts): readonly Row[] {
  const rows: readonly (readonly [number, string, Line['tone']?])[] = [
    [counts.open, say.counts.open],
    [counts.late, say.counts.late, 'late'],
    ...(counts.notRated > 0
      ? [[counts.notRated, ratings.length > 0 ? say.counts.notRated : say.counts.reported] as const]
      : []),
    [counts.awaitingUpdate, say.counts.awaitingUpdate, 'waiting'],
    [counts.dueBeforeMeeting, say.counts.dueSoon],
    [counts.askingForTime, say.counts.asking],
    [counts.proposedComplete, say.counts.proposed, 'done'],
    ...(counts.paused > 0 ? [[counts.paused, say.counts.paused] as const] : []),
    ...(counts.withheld > 0 ? [[counts.withheld, say.counts.withheld] as const] : []),
    [counts.ended, say.counts.ended],
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
        line: { text: say.noMeeting(day), tone: 'quiet' },
      },
    ];
  return [
    { kind: 'heading', text: say.meetings(meetings.length) },
    {
      kind: 'list',
      rows: meetings.map((meeting) => ({
        cells: [{ text: shortDate(meeting.date) }],
        lines: [{ text: meeting.panel.short }, ...publication(council, meeting, day)],
      })),
    },
  ];
}

function publication(council: Council, meeting: Meeting, day: IsoDate): readonly Line[] {
  const { published } = meeting;
  const last = publicationClock(meeting, council)?.last;
  if (published !== undefined && published < day) return [{ text: say.published(published), tone: 'quiet' }];
  return [
    ...(published === undefined ? [] : [{ text: say.toBePublished(published, daysBetween(day, published)) }]),
    ...(last
      ? [
          {
            text: say.lastDay(last.day, daysBetween(day, last.day)),
            tone: daysBetween(day, last.day) <= 7 ? ('waiting' as const) : undefined,
          },
        ]
      : []),
  ];
}

/** Reviews on which the Executive has yet to answer. */
function answersSection({ council, day, reviews }: DayRegister): readonly Block[] {
  const awaited = reviews.filter(({ reviewAsAt }) => !reviewAsAt.isAnswered && !reviewAsAt.withheld);
  if (awaited.length === 0) return [];
  return [
    { kind: 'heading', text: phrases.answer.section(say.awaitingResponse(council), awaited.length) },
    {
      kind: 'list',
      rows: awaited.map(({ reviewAsAt: { review, responseClock } }) => ({
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
      text: say.responseDue(clock.due, daysBetween(day, clock.due)),
      tone: clock.daysLate === undefined ? 'waiting' : 'late',
    },
  ];
}

function section(heading: string, rows: readonly Row[]): readonly Block[] {
  if (rows.length === 0) return [];
  return [
    { kind: 'heading', text: phrases.answer.section(heading, rows.length) },
    { kind: 'list', rows },
  ];
}

function makeCells(council: Council, action: ActionOnDay): readonly Line[] {
  const address: Line = { text: addressOf(action.review, action.action) };
  if (action.withheld)
    return [address, { text: phrases.answer.withheld, tone: 'quiet' }, { text: '' }, { text: '' }];
  return [
    address,
    describeStanding(council, action),
    describeDue(action),
    { text: nameOwners(action.action.owners) },
  ];
}

function describeProgress(action: ActionOnDay): readonly Line[] {
  if (action.withheld) return [{ text: describeAction(action), tone: 'quiet' }];
  const hidden = action.withheldEntry ?? action.withheldPart;
  return [
    { text: describeAction(action) },
    ...(hidden ? [{ text: `${withheldWords(hidden)}.`, tone: 'quiet' as const }] : []),
  ];
}

function askedLines({ state }: ActionOnDay): readonly Line[] {
  const { asked } = state.due;
  if (!asked) return [];
  const reason = asked.entry.reason && asClause(oneLine(asked.entry.reason));
  return [{ text: say.asksFor(shortDue(asked.due), reason || undefined), tone: 'waiting' }];
}
