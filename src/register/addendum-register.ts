import { earlierOf, type IsoDate } from '../calendar/index.js';
import { type Exemption, findReview, type Model, type Progress, type Review } from '../model/index.js';
import { compareText } from '../order/index.js';
import { decisionsKnown, entriesUpTo } from './as-at.js';
import { type PaperWanted, paperRegister } from './paper-register.js';
import { paperDay } from './previous-paper.js';
import type { ActionAsAt, Decided, PaperRegister, ReviewAsAt } from './types.js';

/** One thing that came in after the agenda was published. */
export type Arrival =
  | { readonly kind: 'report'; readonly entry: Progress }
  | { readonly kind: 'withheld'; readonly exempt: Exemption }
  | { readonly kind: 'decision'; readonly decided: Decided }
  | { readonly kind: 'agreed'; readonly on: IsoDate | undefined };

/** What came in on one action, the latest first; that it was agreed is at the head. */
export interface Arrivals {
  readonly action: ActionAsAt;
  /** The action as the agenda's papers knew it; undefined where they did not. */
  readonly before: ActionAsAt | undefined;
  readonly arrivals: readonly Arrival[];
}

/** What an addendum knows: the register on the day of the meeting, and what of it is newer than the agenda. */
export interface AddendumRegister extends PaperRegister {
  /** The day of the agenda's papers. */
  readonly published: IsoDate;
  /** What those papers knew of the same reviews. */
  readonly agenda: PaperRegister;
  /** In the order of the plan. */
  readonly arrivals: readonly Arrivals[];
  /** Reviews that the Executive answered since. */
  readonly answered: readonly ReviewAsAt[];
}

/**
 * What an addendum knows. Of what is exempt as a whole a public addendum has nothing, not even that something came in: its papers have a
 * row for it at all times, an addendum would have one only when there is news.
 */
export function addendumRegister(model: Model, wanted: PaperWanted): AddendumRegister {
  const register = paperRegister(model, wanted);
  const published = paperDay(wanted.meeting);
  const agenda = paperRegister(model, {
    ...wanted,
    item: { ...wanted.item, review: register.reviews.map(({ review }) => review.key) },
    // With --as-at a day before the agenda, its papers knew no more than that day.
    asAt: register.isOtherDay ? earlierOf(register.day, published) : published,
  });
  const known = new Map(agenda.actions.map((action) => [keyOf(action), action]));
  const arrivals = register.actions
    .filter(({ withheld }) => !withheld)
    .map((action): Arrivals => {
      const before = known.get(keyOf(action));
      return { action, before, arrivals: collectArrivals(model, register, agenda, action, before) };
    });
  const answeredThen = new Set(
    agenda.reviews.filter(({ isAnswered }) => isAnswered).map(({ review }) => review.key),
  );
  return {
    ...register,
    published,
    agenda,
    arrivals: arrivals.filter((found) => found.arrivals.length > 0),
    answered: register.reviews.filter(
      ({ review, isAnswered, withheld }) => isAnswered && !withheld && !answeredThen.has(review.key),
    ),
  };
}

function keyOf({ review, action }: Pick<ActionAsAt, 'review' | 'action'>): string {
  return `${review.key}/${action.ref}`;
}

function collectArrivals(
  model: Model,
  register: PaperRegister,
  agenda: PaperRegister,
  { review, action, recommendation }: ActionAsAt,
  before: ActionAsAt | undefined,
): readonly Arrival[] {
  const cutoffBefore = ({ day }: PaperRegister) => ({
    day,
    decisionsOfTheDay: false,
    excludedMeeting: register.meeting,
  });
  const decidedThen = new Set(decisionsKnown(model, review, action.ref, cutoffBefore(agenda)));
  const dated = [
    ...entriesUpTo(findWritten(model, review), action.ref, register.day)
      .filter(({ asAt }) => asAt > agenda.day)
      .map((entry) => ({
        // For the public a withheld report comes after all others, whenever it came.
        ...(entry.exempt && !register.isConfidential
          ? { day: register.day, arrival: { kind: 'withheld', exempt: entry.exempt } as const }
          : { day: entry.asAt, arrival: { kind: 'report', entry } as const }),
      })),
    ...decisionsKnown(model, review, action.ref, cutoffBefore(register))
      .filter((decided) => !decidedThen.has(decided))
      .map((decided) => ({ day: decided.meeting.date, arrival: { kind: 'decision', decided } as const })),
  ];
  const on = action.agreed ?? recommendation.agreed;
  return [
    ...(before ? [] : [{ kind: 'agreed', on } as const]),
    ...dated.toSorted((a, b) => compareText(b.day, a.day)).map(({ arrival }) => arrival),
  ];
}

/** The review with its exempt entries, of which a public copy says that they are withheld. */
function findWritten(model: Model, { key }: Review): Review {
  const found = findReview(model, key);
  if (!found) throw new Error(`no review ${key}`);
  return found;
}
