import { type Council, type Due, lastDayOfDue, type Rating } from '../../model/index.js';
import { phrases } from '../../phrases/index.js';
import type { ActionAsAt, PaperRegister } from '../../register/index.js';
import type { RowFilter } from '../paper-schema.js';
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

/** Whether members should look at an action: it has the worst rating, is overdue, has no update, or asks for another date. */
export function needsAttention({ council }: PaperRegister, action: ActionAsAt): boolean {
  const { state, withheld, overdueDays } = action;
  return (
    !withheld &&
    state.standing === 'open' &&
    (isWorst(council, action) ||
      overdueDays !== undefined ||
      isMissing(action) ||
      state.due.asked !== undefined)
  );
}

/** Fewer rows than these are read faster than they are chosen from. */
const LEAST = 6;

/** A choice between all rows of a plan and those that need attention, where it makes a difference. */
export function composeFilter(rows: readonly { readonly needsAttention: boolean }[]): RowFilter | null {
  const pressing = rows.filter((row) => row.needsAttention).length;
  if (rows.length < LEAST || pressing === 0 || pressing === rows.length) return null;
  return {
    legend: phrases.filter.legend,
    all: phrases.filter.all(rows.length),
    pressing: phrases.filter.pressing(pressing),
  };
}
