import type { IsoDate } from '../../calendar/index.js';
import { phrases } from '../../phrases/index.js';

/** "20 days overdue at 20 February 2026": a number of days is true of one day only, which is left out where it is beside it. */
export function daysOverdue(days: number, day?: IsoDate): string {
  return phrases.due.overdue(days, day);
}
