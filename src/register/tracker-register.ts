import type { Council, Meeting, Model } from '../model/index.js';
import { countActions, type PaperWanted, paperRegister } from './paper-register.js';
import { findReviews, paperDay } from './previous-paper.js';
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
  return { ...register, trend: register.withheld ? [] : buildTrend(model, wanted, register) };
}

function buildTrend(model: Model, wanted: PaperWanted, register: PaperRegister): readonly TrendPoint[] {
  // Whether there are ratings is decided once for the whole table, by this paper's own day.
  const { council } = register;
  const points = [makePoint(wanted.meeting, council, register)];
  const earlier = model.meetings.filter(
    (meeting) =>
      meeting.panel === wanted.meeting.panel &&
      meeting.date < wanted.meeting.date &&
      paperDay(meeting) <= register.day,
  );
  for (const meeting of earlier.toReversed()) {
    if (points.length === LONGEST) break;
    const point = makePoint(meeting, council, buildPaperRegister(model, meeting, wanted));
    if (point.counts.total > 0) points.unshift(point);
  }
  return points;
}

function makePoint(meeting: Meeting, council: Council, { actions }: PaperRegister): TrendPoint {
  return {
    meeting,
    counts: countActions(council, actions),
    overdue: actions.filter(({ overdueDays }) => overdueDays).length,
  };
}

/** What a tracker for an earlier meeting would have known. */
function buildPaperRegister(
  model: Model,
  meeting: Meeting,
  { item, isConfidential }: PaperWanted,
): PaperRegister {
  const review = findReviews(model, meeting, item, paperDay(meeting)).map(({ key }) => key);
  return paperRegister(model, { meeting, item: { ...item, review }, asAt: undefined, isConfidential });
}
