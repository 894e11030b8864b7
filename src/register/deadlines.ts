import {
  addDays,
  addMonths,
  type CountedDay,
  daysBetween,
  type IsoDate,
  isWholeDate,
  lastDayBefore,
  lastDayOf,
  type Nation,
  workingDayAfter,
} from '../calendar/index.js';
import type { Council, Meeting, ResponseTime, Review } from '../model/index.js';

/** The Executive's time for its answer, as a day sees it. */
export interface ResponseClock {
  /** When the Executive received the report. */
  readonly received: IsoDate;
  /** The last day for the answer. */
  readonly due: IsoDate;
  /** Days from receipt to the answer; undefined where it is awaited, or dated only by its month. */
  readonly daysTaken: number | undefined;
  readonly isAnswered: boolean;
  /** Days after the last day, of the answer or so far; undefined where it is in time. */
  readonly daysLate: number | undefined;
}

/**
 * The clock of the Executive's response. Section 9FE of the Local Government Act 2000 gives two months beginning with the day of receipt.
 * Undefined where that day is not known, or had not come, or where working days are counted in years whose bank holidays are not known.
 */
export function responseClock(
  { finalReport, executiveResponse }: Review,
  { rules, nation }: Council,
  day: IsoDate,
): ResponseClock | undefined {
  const received = finalReport?.sentToExecutive;
  if (!received || !isWholeDate(received) || received > day) return undefined;
  const due = lastDayOfTime(received, rules.responseDue, nation);
  if (!due) return undefined;
  // To put the answer off is not to give it.
  const answer = executiveResponse?.decision === 'deferred' ? undefined : executiveResponse;
  const date = answer?.date;
  const isAnswered = answer !== undefined && (date === undefined || lastDayOf(date) <= day);
  const until = !isAnswered ? day : date !== undefined && isWholeDate(date) ? date : undefined;
  const late = until === undefined ? 0 : daysBetween(due, until);
  return {
    received,
    due,
    daysTaken: isAnswered && until !== undefined ? daysBetween(received, until) : undefined,
    isAnswered,
    daysLate: late > 0 ? late : undefined,
  };
}

function lastDayOfTime(
  received: IsoDate,
  { unit, count }: ResponseTime,
  nation: Nation,
): IsoDate | undefined {
  switch (unit) {
    case 'months':
      return lastDayOfMonths(received, count);
    case 'days':
      return addDays(received, count - 1);
    case 'working days':
      return workingDayAfter(received, { workingDays: count, nation });
  }
}

/**
 * The last of so many months that begin with a day: two months beginning with 10 July end on 9 September. A month without that day ends
 * the period on its last day (the corresponding-date rule, Dodds v Walker [1981] 1 WLR 1027).
 */
function lastDayOfMonths(first: IsoDate, months: number): IsoDate {
  const corresponding = addMonths(first, months);
  return corresponding.slice(8) === first.slice(8) ? addDays(corresponding, -1) : corresponding;
}

/** When a meeting's papers must be out. */
export interface PublicationClock {
  /** The last day for publication, and whether unpublished bank holidays had to be worked out for it. */
  readonly last: CountedDay;
  /** Days after it on which the papers were published; undefined where they were in time, or not yet out. */
  readonly daysLate: number | undefined;
}

/**
 * The clock of a meeting's papers: five clear days before it (Local Government Act 1972, section 100B(3), as amended in England by SI 2002/715).
 * Undefined outside the years whose bank holidays are known.
 */
export function publicationClock(
  { date, published }: Meeting,
  { rules, nation }: Council,
): PublicationClock | undefined {
  const last = lastDayBefore(date, { clearDays: rules.papersDueDays, nation });
  if (!last) return undefined;
  const late = published === undefined ? 0 : daysBetween(last.day, published);
  return { last, daysLate: late > 0 ? late : undefined };
}
