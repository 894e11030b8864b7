import {
  addDays,
  firstDayOf,
  type IsoDate,
  lastDayOf,
  laterOf,
  type PartialDate,
  parsePartialDate,
  partialDate,
} from './dates.js';
import { MONTH_NAME, monthNumber } from './months.js';
import { plainForm } from './plain-form.js';
import { readWrittenDate } from './written-dates.js';

/** A stretch of days that was written in words. The first is known only where a period has a certain one. */
export interface Period {
  readonly firstDay: IsoDate | undefined;
  readonly lastDay: IsoDate;
}

type Read = Period | 'no-such-day' | undefined;
type Groups = Readonly<Record<string, string | undefined>>;

/** A financial year, from April to March; a hyphen stands only where no month could be meant. */
const FINANCIAL_YEAR = '(?<year>\\d{4})/(?<next>\\d{2})';
const EITHER_FINANCIAL_YEAR = '(?<year>\\d{4})[-/](?<next>\\d{2})';
/** What may be before any date or period, and says that the whole of it is meant. */
const BY = /^(?:by (?:the )?(?:end (?:of )?)?|(?:the )?end (?:of )?)(?:the )?(?<rest>.+)$/;
const BEFORE = /^before (?<end>(?:the )?end of )?(?:the )?(?<rest>.+)$/;
const SEASON_ENDS: Readonly<Record<string, number>> = { spring: 5, summer: 8, autumn: 11 };
const PART_ENDS: Readonly<Record<string, number>> = { early: 4, mid: 8, late: 12 };

/** Every period that has a name of its own, by pattern. */
const PERIODS: readonly (readonly [pattern: RegExp, read: (groups: Groups) => Read])[] = [
  [new RegExp(`^(?:q|quarter )(?<quarter>[1-4]),? (?:of )?${EITHER_FINANCIAL_YEAR}$`), quarter],
  [new RegExp(`^${FINANCIAL_YEAR}$`), (groups) => financialYear(groups, 4, 12)],
  [/^(?<season>spring|summer|autumn),? (?:of )?(?<year>\d{4})$/, season],
  [new RegExp(`^winter,? (?:of )?${EITHER_FINANCIAL_YEAR}$`), winter],
  [/^(?<part>early|mid|late)[- ](?<year>\d{4})$/, partOfYear],
  [
    new RegExp(`^(?<months>${MONTH_NAME}(?:/${MONTH_NAME})+) (?<year>\\d{4})(?:/(?<next>\\d{2}|\\d{4}))?$`),
    months,
  ],
  [
    new RegExp(`^(?<month>${MONTH_NAME}) (?<year>\\d{4})/(?<later>${MONTH_NAME}) (?<laterYear>\\d{4})$`),
    monthsOfTwoYears,
  ],
];

/**
 * The days of a period that is printed as it was written and late after its last day: "Q3 2025/26", "Autumn 2025", "May/June 2025", "by 31
 * March 2025", "before June 2025". Undefined where the whole text is not one; `no-such-day` where it names a day that does not exist.
 * Where two readings remain, the later is taken, so that nothing is called late which may not be.
 */
export function readPeriod(text: string): Read {
  const written = plainForm(text);
  if (written.length > 80) return undefined;
  const before = BEFORE.exec(written)?.groups;
  if (before) return dayBefore(before);
  const named = namedPeriod(written);
  if (named) return named;
  const rest = BY.exec(written)?.groups?.['rest'];
  return rest === undefined ? undefined : (namedPeriod(rest) ?? dated(rest));
}

/** Before the end of something is as late as its last day. */
function dayBefore({ end, rest = '' }: Groups): Read {
  const read = namedPeriod(rest) ?? dated(rest);
  if (read === undefined || read === 'no-such-day' || end !== undefined) return read;
  if (read.firstDay === undefined) return undefined;
  return { firstDay: undefined, lastDay: addDays(read.firstDay, -1) };
}

function namedPeriod(written: string): Read {
  for (const [pattern, read] of PERIODS) {
    const match = pattern.exec(written);
    if (match) return read(match.groups ?? {});
  }
  return undefined;
}

/** A date in any form within words, but for Excel's numbers, which nobody reads as dates. */
function dated(written: string): Read {
  if (/^\d{5}$/.test(written)) return undefined;
  const iso = parsePartialDate(written);
  const read =
    iso && !/^\d{4}-\d{2}$/.test(iso) ? ({ kind: 'date', date: iso } as const) : readWrittenDate(written);
  if (read === undefined) return undefined;
  if (read.kind === 'no-such-day') return 'no-such-day';
  const dates = read.kind === 'date' ? [read.date] : read.readings;
  const latest = findLatest(dates);
  // Of two dates, which one it is before is not known: the later.
  return latest && { firstDay: firstDayOf(latest), lastDay: lastDayOf(latest) };
}

function findLatest(dates: readonly PartialDate[]): PartialDate | undefined {
  return dates.reduce<PartialDate | undefined>(
    (latest, date) => (latest === undefined || lastDayOf(date) > lastDayOf(latest) ? date : latest),
    undefined,
  );
}

function quarter(groups: Groups): Read {
  return financialYear(groups, 1 + 3 * Number(groups['quarter']), 3);
}

/** So many months of a financial year from a month on, which is counted from the January in which the year began. */
function financialYear({ year, next }: Groups, first: number, length: number): Read {
  if (!isNextYear(year, next)) return undefined;
  return makePeriod(Number(year), first, first + length - 1);
}

function season({ season: name = '', year }: Groups): Read {
  const last = SEASON_ENDS[name];
  return last === undefined ? undefined : withoutFirstDay(makePeriod(Number(year), last, last));
}

function winter({ year, next }: Groups): Read {
  return isNextYear(year, next) ? withoutFirstDay(makePeriod(Number(year), 14, 14)) : undefined;
}

function partOfYear({ part = '', year }: Groups): Read {
  const last = PART_ENDS[part];
  return last === undefined ? undefined : withoutFirstDay(makePeriod(Number(year), last, last));
}

/** "May/June 2025"; months that run on into the next year end in that. */
function months({ months: names = '', year, next }: Groups): Read {
  const numbers = names.split('/').map(monthNumber);
  const isOver = numbers.some((month, index) => index > 0 && month <= (numbers[index - 1] ?? 0));
  if (next !== undefined && !(isOver && isNextYear(year, next.slice(-2)))) return undefined;
  const last = numbers.at(-1) ?? 0;
  return withoutFirstDay(makePeriod(Number(year), last, isOver ? last + 12 : last));
}

function monthsOfTwoYears({ month = '', year, later = '', laterYear }: Groups): Read {
  const one = partialDate(Number(year), monthNumber(month));
  const other = partialDate(Number(laterYear), monthNumber(later));
  if (!one || !other) return undefined;
  return { firstDay: undefined, lastDay: laterOf(lastDayOf(one), lastDayOf(other)) };
}

/** From one month's first day to another's last, both counted from the January of a year. */
function makePeriod(year: number, first: number, last: number): Period | undefined {
  const monthAt = (index: number) => partialDate(year + Math.floor((index - 1) / 12), ((index - 1) % 12) + 1);
  const [from, to] = [monthAt(first), monthAt(last)];
  return from && to && { firstDay: firstDayOf(from), lastDay: lastDayOf(to) };
}

/** Where a season begins, people do not agree. */
function withoutFirstDay(period: Period | undefined): Period | undefined {
  return period && { firstDay: undefined, lastDay: period.lastDay };
}

function isNextYear(year: string | undefined, next: string | undefined): boolean {
  return Number(next) === (Number(year) + 1) % 100;
}
