/**
 * The calendar: whole and partial dates as values.
 *
 * In: dates as written. Out: dates that exist, their order and the days between them.
 * No clock and no time zone reaches this room. Every room may call it; it calls nobody.
 */
export type { IsoDate, PartialDate } from './dates.js';
export {
  addDays,
  addMonths,
  daysBetween,
  firstDayOf,
  isoFormOf,
  isWholeDate,
  lastDayOf,
  parseIsoDate,
  parsePartialDate,
  weekdayOf,
} from './dates.js';
