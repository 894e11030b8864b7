import { bankHolidays, isWeekend, type Nation } from './bank-holidays.js';
import { addDays, type IsoDate } from './dates.js';

/** A day that was counted back to. */
export interface CountedDay {
  readonly day: IsoDate;
  /** Whether a year was crossed whose bank holidays had not been published and were worked out by the Act's rule. */
  readonly isComputed: boolean;
}

/** Whether offices are open: neither a weekend nor a bank holiday. Undefined where the year's bank holidays are not known. */
export function isWorkingDay(date: IsoDate, nation: Nation): boolean | undefined {
  const holidays = bankHolidays(nation, yearOf(date));
  return holidays && !isWeekend(date) && !holidays.days.has(date);
}

/**
 * The last working day on which a paper may be published so that so many clear days lie before the meeting: neither the day of publication nor
 * that of the meeting counts, nor do weekends and bank holidays (Local Government Act 1972, section 100B, as councils count it).
 * Undefined where the year's bank holidays are not known.
 */
export function lastDayBefore(
  meeting: IsoDate,
  { clearDays, nation }: { readonly clearDays: number; readonly nation: Nation },
): CountedDay | undefined {
  let day = meeting;
  for (let left = clearDays + 1; left > 0; ) {
    day = addDays(day, -1);
    const isOpen = isWorkingDay(day, nation);
    if (isOpen === undefined) return undefined;
    if (isOpen) left -= 1;
  }
  const isComputed = [day, meeting].some((end) => bankHolidays(nation, yearOf(end))?.isComputed ?? true);
  return { day, isComputed };
}

/** The last of so many working days that begin with the day after a day; undefined where a year's bank holidays are not known. */
export function workingDayAfter(
  from: IsoDate,
  { workingDays, nation }: { readonly workingDays: number; readonly nation: Nation },
): IsoDate | undefined {
  let day = from;
  for (let left = workingDays; left > 0; ) {
    day = addDays(day, 1);
    const isOpen = isWorkingDay(day, nation);
    if (isOpen === undefined) return undefined;
    if (isOpen) left -= 1;
  }
  return day;
}

function yearOf(date: IsoDate): number {
  return Number(date.slice(0, 4));
}
