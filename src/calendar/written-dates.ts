import {
  addDays,
  isWholeDate,
  type PartialDate,
  parseIsoDate,
  parsePartialDate,
  partialDate,
  weekdayOf,
} from './dates.js';
import { MONTH_NAME, monthNumber } from './months.js';
import { plainForm } from './plain-form.js';

/** What somebody wrote, where the whole of it is a date in another form than ours. */
export type WrittenDate =
  | { readonly kind: 'date'; readonly date: PartialDate }
  /** It could be more than one date, or is not quite any: it is told, and never mended. */
  | { readonly kind: 'doubtful'; readonly readings: readonly PartialDate[]; readonly doubt: Doubt }
  | { readonly kind: 'no-such-day' };

/** Two dates; a month, or a day without its year; a weekday that is another; a month, or a financial year. */
export type Doubt = 'two-dates' | 'no-year' | 'weekday' | 'financial-year';

type Read = WrittenDate | undefined;

const WEEKDAYS = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'];
const WEEKDAY = '(?:(?<weekday>mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?\\.?,? )?';
const DAY = '(?<day>\\d{1,2})(?:st|nd|rd|th)?';
const MONTH = `(?<month>${MONTH_NAME})`;
const YEAR = "(?<year>\\d{4}|'?\\d{2})";
const LONG_YEAR = '(?<year>\\d{4})';
/** Between the parts of a date that names its month. */
const GAP = '(?: ?,? ?|[-/.])';
const CLOCK =
  /(?<=\d)(?:t|,? (?:at )?)\d{1,2}:\d{2}(?::\d{2}(?:[.,]\d+)?)? ?(?:[ap]\.?m)?(?: ?(?:z|utc|gmt|bst|[+-]\d{2}:?\d{2}))?$/;

/** Every form in which the whole of a text is a date, by pattern. */
const FORMS: readonly (readonly [pattern: RegExp, read: (groups: Groups) => Read])[] = [
  [/^(?<day>\d{1,2})(?<gap>[/.\- ])(?<month>\d{1,2})\k<gap>(?<year>\d{4})$/, numericDay],
  [/^(?<year>\d{4})(?<gap>[/.\- ])(?<month>\d{1,2})\k<gap>(?<day>\d{1,2})$/, numericDay],
  [/^(?<day>\d{1,2})(?<gap>[/.\- ])(?<month>\d{1,2})\k<gap>'?(?<year>\d{2})$/, twoDigitYear],
  [new RegExp(`^${WEEKDAY}(?:the )?${DAY}${GAP}(?:of )?${MONTH}${GAP}${YEAR}$`), namedDay],
  [new RegExp(`^${WEEKDAY}${MONTH}${GAP}${DAY}(?:, ?| |[-/.])${LONG_YEAR}$`), namedDay],
  [new RegExp(`^${LONG_YEAR}${GAP}${MONTH}${GAP}${DAY}$`), namedDay],
  [new RegExp(`^${MONTH}${GAP}(?:of )?${LONG_YEAR}$`), namedMonth],
  [new RegExp(`^${LONG_YEAR}${GAP}${MONTH}$`), namedMonth],
  [new RegExp(`^${MONTH}(?<gap>[-/]| ?'|[-/]'| )(?<year>\\d{2})$`), shortMonth],
  [new RegExp(`^(?:the )?${DAY}${GAP}(?:of )?${MONTH}$`), dayOfAnyYear],
  [new RegExp(`^${MONTH}${GAP}${DAY}$`), dayOfAnyYear],
  [/^(?<month>\d{1,2})[/.\- ](?<year>\d{4})$/, numericMonth],
  [/^(?<year>\d{4})(?<gap>[/.\- ])(?<month>\d{1,2})$/, yearAndNumber],
  [/^(?<serial>\d{5})$/, excelSerial],
];

type Groups = Readonly<Record<string, string | undefined>>;

/**
 * A date that a person wrote another way ("30/06/2025", "31 March 2018", "Mar-25", Excel's 45747), day first as the country does;
 * undefined where the whole text is not one: words around a date make it words.
 */
export function readWrittenDate(text: string): WrittenDate | undefined {
  const written = plainForm(text);
  if (written.length > 60) return undefined;
  const clock = CLOCK.exec(written);
  if (clock) return dayBeforeClock(written.slice(0, clock.index), clock[0]);
  const asIso = parsePartialDate(written);
  if (asIso) return isFinancialYear(asIso) ? orFinancialYear(asIso) : certain(asIso);
  for (const [pattern, read] of FORMS) {
    const match = pattern.exec(written);
    if (match) return read(match.groups ?? {});
  }
  return undefined;
}

/** The ISO form of a date in another form, where it can be only one date. */
export function toIsoForm(text: string): PartialDate | undefined {
  const read = readWrittenDate(text);
  return read?.kind === 'date' ? read.date : undefined;
}

/** The financial year that `2010-11` could be meant for, as "2010/11": of all months, those of three years only. */
export function financialYearOf(date: PartialDate): string | undefined {
  return isFinancialYear(date) ? date.replace('-', '/') : undefined;
}

/** `2025-26`: no month, but a financial year written with a hyphen. */
export function hyphenedFinancialYear(
  text: string,
): { readonly year: string; readonly lastMonth: PartialDate } | undefined {
  const match = /^(\d{4})-(\d{2})$/.exec(plainForm(text));
  const first = Number(match?.[1]);
  const lastMonth = match && Number(match[2]) === (first + 1) % 100 && partialDate(first + 1, 3);
  return match && lastMonth ? { year: `${match[1]}/${match[2]}`, lastMonth } : undefined;
}

function isFinancialYear(date: PartialDate): boolean {
  return date.length === 7 && Number(date.slice(5)) === (Number(date.slice(0, 4)) + 1) % 100;
}

/** A clock's time after a day adds nothing to it, unless the day ends an hour later at home than in the time that is named. */
function dayBeforeClock(date: string, clock: string): Read {
  const read = parsePartialDate(date) ? certain(parsePartialDate(date)) : readWrittenDate(date);
  if (read?.kind !== 'date') return read;
  if (!isWholeDate(read.date)) return undefined;
  const isLastHour = /23:00(?::00(?:[.,]0+)?)? ?(?:z|utc|gmt|[+]00:?00)$/.test(clock);
  return isLastHour ? doubtful([read.date, addDays(read.date, 1)], 'two-dates') : read;
}

function numericDay({ year, month, day }: Groups): Read {
  return certain(partialDate(Number(year), Number(month), Number(day)));
}

/** With slashes the day stands first; with hyphens or dots the year may. */
function twoDigitYear({ day: first, month, year: last, gap }: Groups): Read {
  const dayFirst = partialDate(fullYear(last), Number(month), Number(first));
  const yearFirst = partialDate(fullYear(first), Number(month), Number(last));
  if (gap === '/') return certain(Number(first) > 31 ? yearFirst : dayFirst);
  return dayFirst && yearFirst && dayFirst !== yearFirst
    ? doubtful([dayFirst, yearFirst], 'two-dates')
    : certain(dayFirst ?? yearFirst);
}

function namedDay({ weekday, day, month, year }: Groups): Read {
  const date = partialDate(fullYear(year), monthNumber(month ?? ''), Number(day));
  const whole = date && parseIsoDate(date);
  return whole && weekday && WEEKDAYS[weekdayOf(whole)] !== weekday.slice(0, 3)
    ? doubtful([whole], 'weekday')
    : certain(date);
}

function namedMonth({ month, year }: Groups): Read {
  return certain(partialDate(Number(year), monthNumber(month ?? '')));
}

/** "Mar-25" is what Excel makes of March 2025; "March 25" may as well be a day. */
function shortMonth({ month, year, gap }: Groups): Read {
  const date = partialDate(fullYear(year), monthNumber(month ?? ''));
  return date && gap === ' ' && Number(year) <= 31 ? doubtful([date], 'no-year') : certain(date);
}

/** A day without its year is words, unless no year has such a day. */
function dayOfAnyYear({ month, day }: Groups): Read {
  const isThere = partialDate(2000, monthNumber(month ?? ''), Number(day)) !== undefined;
  return isThere || Number(day) > 31 ? undefined : { kind: 'no-such-day' };
}

function numericMonth({ month, year }: Groups): Read {
  const date = partialDate(Number(year), Number(month));
  return date && certain(date);
}

/** "2025/3" is a month; "2025/6" may as well be the financial year, of which the last month is the later reading. */
function yearAndNumber({ year, month = '', gap }: Groups): Read {
  const date = partialDate(Number(year), Number(month));
  const isNextYear = Number(month) === (Number(year) + 1) % 10 ** month.length;
  if (date) return isNextYear ? orFinancialYear(date) : certain(date);
  return gap === '-' && !isNextYear ? { kind: 'no-such-day' } : undefined;
}

/** Days as Excel counts them, from 2000 to 2099. */
function excelSerial({ serial }: Groups): Read {
  const days = Number(serial);
  const first = parseIsoDate('2000-01-01');
  return first && days >= 36_526 && days <= 73_050 ? certain(addDays(first, days - 36_526)) : undefined;
}

function orFinancialYear(month: PartialDate): WrittenDate {
  const last = partialDate(Number(month.slice(0, 4)) + 1, 3);
  return doubtful([month, ...(last ? [last] : [])], 'financial-year');
}

function certain(date: PartialDate | undefined): WrittenDate {
  return date === undefined ? { kind: 'no-such-day' } : { kind: 'date', date };
}

function doubtful(readings: readonly PartialDate[], doubt: Doubt): WrittenDate {
  return { kind: 'doubtful', readings, doubt };
}

function fullYear(digits = ''): number {
  const year = Number(digits.replace("'", ''));
  return year < 100 ? 2000 + year : year;
}
