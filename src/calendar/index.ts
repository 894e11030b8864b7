/**
 * The calendar: whole and partial dates as values, bank holidays and clear days.
 *
 * In: dates as written. Out: dates that exist, their order, the days between them. No clock and no time zone. Every room may call it.
 */
export { bankHolidays, FIRST_YEAR, LAST_YEAR, type Nation } from './bank-holidays.js';
export { type CountedDay, isWorkingDay, lastDayBefore, workingDayAfter } from './clear-days.js';
export type { IsoDate, PartialDate } from './dates.js';
export {
  addDays,
  addMonths,
  daysBetween,
  earlierOf,
  firstDayOf,
  isWholeDate,
  lastDayOf,
  parseIsoDate,
  parsePartialDate,
  weekdayOf,
} from './dates.js';
export { type Duration, endOfDuration } from './durations.js';
export { namesTime, readTime } from './times.js';
export {
  type Doubt,
  financialYearOf,
  hyphenedFinancialYear,
  readWrittenDate,
  toIsoForm,
  type WrittenDate,
} from './written-dates.js';
