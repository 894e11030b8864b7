import type { Exemption, Item, Meeting, Model } from '../model/index.js';
import { type PaperWanted, paperRegister } from './paper-register.js';
import { paperDay, reviewsOf } from './previous-paper.js';
import type { Counts, PaperRegister } from './types.js';

/** Where the actions stood at one meeting of the panel, as its papers knew it. */
export interface TrendPoint {
  readonly meeting: Meeting;
  readonly counts: Counts;
  /** How many of them were overdue. */
  readonly overdue: number;
}

/** What a tracker knows: the register of its day, and how it came there. */
export interface TrackerRegister extends PaperRegister {
  /** Oldest first; the last is this paper's own. */
  readonly trend: readonly TrendPoint[];
}

/** More columns than these do not fit a page. */
const LONGEST = 6;

/**
 * What a tracker knows. Each earlier meeting is counted as a tracker made for it would have counted, from what its papers' day knew, so that
 * what came later changes no earlier point and a tracker of the past can be made again.
 */
export function trackerRegister(model: Model, wanted: PaperWanted): TrackerRegister {
  const register = paperRegister(model, wanted);
  return { ...register, trend: register.withheld ? [] : trendOf(model, wanted, register) };
}

function trendOf(model: Model, wanted: PaperWanted, register: PaperRegister): readonly TrendPoint[] {
  const points = [pointOf(wanted.meeting, [register])];
  const earlier = model.meetings.filter(
    (meeting) =>
      meeting.panel === wanted.meeting.panel &&
      meeting.date < wanted.meeting.date &&
      paperDay(meeting) <= register.day,
  );
  for (const meeting of earlier.toReversed()) {
    if (points.length === LONGEST) break;
    const point = pointOf(meeting, registersOf(model, meeting, wanted));
    if (point.counts.total > 0) points.unshift(point);
  }
  return points;
}

function pointOf(meeting: Meeting, registers: readonly PaperRegister[]): TrendPoint {
  return {
    meeting,
    counts: registers.map(({ counts }) => counts).reduce(sumOf),
    overdue: registers.flatMap(({ actions }) => actions).filter(({ overdueDays }) => overdueDays).length,
  };
}

/** What a tracker for an earlier meeting would have known; apart, what the meeting's own paper withheld from the public then. */
function registersOf(
  model: Model,
  meeting: Meeting,
  { item, isConfidential }: PaperWanted,
): readonly PaperRegister[] {
  const groups = new Map<Exemption | undefined, string[]>([[undefined, []]]);
  for (const { key } of reviewsOf(model, meeting, item, paperDay(meeting))) {
    const exempt = isConfidential ? undefined : exemptThen(model, meeting, key);
    groups.set(exempt, [...(groups.get(exempt) ?? []), key]);
  }
  return [...groups].map(([exempt, review]) =>
    paperRegister(model, { meeting, item: { ...item, review, exempt }, asAt: undefined, isConfidential }),
  );
}

/** Why all that a meeting had on a review was withheld, where it was: its ratings then are no more public for being old. */
function exemptThen(model: Model, meeting: Meeting, key: string): Exemption | undefined {
  const papers = meeting.items.filter((item) => isOn(model, meeting, item, key));
  return papers.every(({ exempt }) => exempt) ? papers[0]?.exempt : undefined;
}

function isOn(model: Model, meeting: Meeting, item: Item, key: string): boolean {
  return (
    (item.report === 'update' || item.report === 'tracker') &&
    reviewsOf(model, meeting, item, paperDay(meeting)).some((review) => review.key === key)
  );
}

function sumOf(a: Counts, b: Counts): Counts {
  return {
    total: a.total + b.total,
    ratings: a.ratings.map(({ rating, number }, index) => ({
      rating,
      number: number + (b.ratings[index]?.number ?? 0),
    })),
    noUpdate: a.noUpdate + b.noUpdate,
    paused: a.paused + b.paused,
    ended: a.ended + b.ended,
    withheld: a.withheld + b.withheld,
  };
}
