/** A day that exists, as `2018-02-19`. Compares as text, because ISO 8601 was made so. */
export type IsoDate = string & { readonly date: 'day'; readonly partial: true };

/** A day, a month (`2016-11`) or a year (`2016`) that exists, as it was written. */
export type PartialDate = string & { readonly partial: true };

const MONTH_DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;

interface Parts {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

/** The day, or undefined if it is not written as `YYYY-MM-DD` or does not exist. */
export function parseIsoDate(text: string): IsoDate | undefined {
  return isIsoDate(text) ? text : undefined;
}

/** The day, month or year, or undefined if it is written otherwise or does not exist. */
export function parsePartialDate(text: string): PartialDate | undefined {
  return isPartialDate(text) ? text : undefined;
}

/** Whether a date names a day, not only a month or a year. */
export function isWholeDate(date: PartialDate): date is IsoDate {
  return date.length === 10;
}

/** The first day that a date covers. */
export function firstDayOf(date: PartialDate): IsoDate {
  const [year = 1, month = 1, day = 1] = date.split('-').map(Number);
  return isoDate({ year, month, day });
}

/** The last day that a date covers: "March 2018" runs to 31 March, and is overdue from 1 April. */
export function lastDayOf(date: PartialDate): IsoDate {
  const [year = 1, month = 12, day] = date.split('-').map(Number);
  return isoDate({ year, month, day: day ?? daysInMonth(year, month) });
}

/** Days from one day to another; negative when the second is the earlier. */
export function daysBetween(from: IsoDate, to: IsoDate): number {
  return dayNumber(to) - dayNumber(from);
}

/** The earlier of two days. */
export function earlierOf(one: IsoDate, other: IsoDate): IsoDate {
  return daysBetween(one, other) < 0 ? other : one;
}

/** The later of two days. */
export function laterOf(one: IsoDate, other: IsoDate): IsoDate {
  return daysBetween(one, other) < 0 ? one : other;
}

/** The day so many days later, or earlier where `days` is negative. */
export function addDays(date: IsoDate, days: number): IsoDate {
  return fromDayNumber(dayNumber(date) + days);
}

/** The same day so many months later, or that month's last day where it is shorter. */
export function addMonths(date: IsoDate, months: number): IsoDate {
  const { year, month, day } = partsOf(date);
  const index = year * 12 + (month - 1) + months;
  const newYear = Math.floor(index / 12);
  const newMonth = (index % 12) + 1;
  return isoDate({ year: newYear, month: newMonth, day: Math.min(day, daysInMonth(newYear, newMonth)) });
}

/** 0 for Sunday to 6 for Saturday. */
export function weekdayOf(date: IsoDate): number {
  return (((dayNumber(date) + 4) % 7) + 7) % 7;
}

/** A day, a month or a year by its parts, month and day counted from 1; undefined if it does not exist. */
export function partialDate(year: number, month?: number, day?: number): PartialDate | undefined {
  const parts = [pad(year, 4), ...(month === undefined ? [] : [pad(month, 2)])];
  return parsePartialDate([...parts, ...(day === undefined ? [] : [pad(day, 2)])].join('-'));
}

function isPartialDate(text: string): text is PartialDate {
  const match = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(text);
  if (!match) return false;
  const year = Number(match[1]);
  const month = match[2] === undefined ? 1 : Number(match[2]);
  const day = match[3] === undefined ? 1 : Number(match[3]);
  return year >= 1 && month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month);
}

function isIsoDate(text: string): text is IsoDate {
  return isPartialDate(text) && isWholeDate(text);
}

/** A day by its parts, month and day counted from 1. */
export function isoDate({ year, month, day }: Parts): IsoDate {
  const text = `${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}`;
  if (!isIsoDate(text)) throw new RangeError(`the calendar made ${text}, which is not a day`);
  return text;
}

function partsOf(date: IsoDate): Parts {
  return { year: Number(date.slice(0, 4)), month: Number(date.slice(5, 7)), day: Number(date.slice(8, 10)) };
}

function daysInMonth(year: number, month: number): number {
  const leap = month === 2 && ((year % 4 === 0 && year % 100 !== 0) || year % 400 === 0);
  return (MONTH_DAYS[month - 1] ?? 0) + (leap ? 1 : 0);
}

function pad(number: number, width: number): string {
  return String(number).padStart(width, '0');
}

/** Days since 1 January 1970 in the proleptic Gregorian calendar; arithmetic only, so no time zone can shift it. */
function dayNumber(date: IsoDate): number {
  const { year, month, day } = partsOf(date);
  const shifted = month <= 2 ? year - 1 : year;
  const era = Math.floor(shifted / 400);
  const yearOfEra = shifted - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146_097 + dayOfEra - 719_468;
}

function fromDayNumber(days: number): IsoDate {
  const shifted = days + 719_468;
  const era = Math.floor(shifted / 146_097);
  const dayOfEra = shifted - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra -
      Math.floor(dayOfEra / 1_460) +
      Math.floor(dayOfEra / 36_524) -
      Math.floor(dayOfEra / 146_096)) /
      365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const monthShifted = Math.floor((5 * dayOfYear + 2) / 153);
  const day = dayOfYear - Math.floor((153 * monthShifted + 2) / 5) + 1;
  const month = monthShifted + (monthShifted < 10 ? 3 : -9);
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
  return isoDate({ year, month, day });
}
