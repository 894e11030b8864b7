import { type Council, type Due, lastDayOfDue, type Rating } from '../../model/index.js';
import type { ActionAsAt, PaperRegister } from '../../register/index.js';
import type { RowOf } from './references.js';

/** The paper in which motions are, and where its rows are. */
export interface Plan {
  readonly register: PaperRegister;
  readonly rowOf: RowOf;
}

/** Whether an update was due and has not come. */
export function isMissing({ counted, isReported }: ActionAsAt): boolean {
  return counted.in === 'no-update' && !isReported;
}

/** Durham's members asked for a cap on revised dates; a council's own is in `rules: { max-revisions }`. */
export function isLimit({ council }: PaperRegister, moves: number): boolean {
  return moves > 0 && moves >= council.rules.maxRevisions;
}

/** Members decide at the meeting, so the day of the meeting says what has passed. */
export function isPast({ meeting }: PaperRegister, due: Due | undefined): boolean {
  const last = lastDayOfDue(due);
  return last !== undefined && last < meeting.date;
}

/** The worst of several ratings. */
export function worstRating({ ratings }: Council): Rating | undefined {
  return ratings.length < 2 ? undefined : ratings.at(-1);
}

/** Whether an action has the worst of several ratings. */
export function isWorst(council: Council, { counted }: ActionAsAt): boolean {
  return counted.in === 'rating' && counted.rating === worstRating(council);
}
