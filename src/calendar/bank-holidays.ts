import { addDays, type IsoDate, isoDate, weekdayOf } from './dates.js';

/** The parts of the United Kingdom. England and Wales share their bank holidays. */
export type Nation = 'england' | 'wales' | 'scotland' | 'northern-ireland';

/** The bank holidays of a year. */
export interface BankHolidays {
  /** In order. */
  readonly days: ReadonlySet<IsoDate>;
  /** Whether they were worked out by the Act's rule, because the year's dates had not been published. */
  readonly isComputed: boolean;
}

/** The years for which bank holidays are known. */
export const FIRST_YEAR = 2010;
export const LAST_YEAR = 2030;

/** The last year whose dates had been published (https://www.gov.uk/bank-holidays) when this was written. */
const LAST_PUBLISHED = 2027;

/**
 * What royal proclamations added or moved under section 1(2) and (3) of the Banking and Financial Dealings Act 1971: a wedding, jubilees,
 * the seventy-fifth VE Day, a funeral, a coronation, a World Cup.
 */
const PROCLAIMED: Readonly<
  Record<number, { readonly added: readonly Added[]; readonly instead: readonly Usual[] }>
> = {
  2011: { added: [{ month: 4, day: 29 }], instead: [] },
  2012: {
    added: [
      { month: 6, day: 4 },
      { month: 6, day: 5 },
    ],
    instead: ['spring'],
  },
  2020: { added: [{ month: 5, day: 8 }], instead: ['early-may'] },
  2022: {
    added: [
      { month: 6, day: 2 },
      { month: 6, day: 3 },
      { month: 9, day: 19 },
    ],
    instead: ['spring'],
  },
  2023: { added: [{ month: 5, day: 8 }], instead: [] },
  2026: { added: [{ month: 6, day: 15, only: 'scotland' }], instead: [] },
};

interface Added {
  readonly month: number;
  readonly day: number;
  readonly only?: Nation;
}

/** The movable holidays which a proclamation has put on another day. */
type Usual = 'early-may' | 'spring';

/**
 * The bank holidays of a year: Schedule 1 to the Banking and Financial Dealings Act 1971, the common-law holidays of Good Friday and Christmas
 * Day, and proclamations. Undefined outside 2010 to 2030.
 */
export function bankHolidays(nation: Nation, year: number): BankHolidays | undefined {
  if (year < FIRST_YEAR || year > LAST_YEAR) return undefined;
  const { added, instead } = PROCLAIMED[year] ?? { added: [], instead: [] };
  const easter = easterSunday(year);
  const movable = [
    addDays(easter, -2),
    ...(nation === 'scotland' ? [] : [addDays(easter, 1)]),
    ...(instead.includes('early-may') ? [] : [firstMonday(year, 5)]),
    ...(instead.includes('spring') ? [] : [lastMonday(year, 5)]),
    nation === 'scotland' ? firstMonday(year, 8) : lastMonday(year, 8),
    ...added
      .filter(({ only }) => only === undefined || only === nation)
      .map(({ month, day }) => isoDate({ year, month, day })),
  ];
  const days = [...movable];
  for (const { month, day } of fixedDays(nation)) days.push(nextFree(isoDate({ year, month, day }), days));
  return { days: new Set(days.toSorted()), isComputed: year > LAST_PUBLISHED };
}

/** Days of the year; one that falls on a weekend gives way to the next weekday that is not a holiday already. */
function fixedDays(nation: Nation): readonly { readonly month: number; readonly day: number }[] {
  return [
    { month: 1, day: 1 },
    ...(nation === 'scotland' ? [{ month: 1, day: 2 }] : []),
    ...(nation === 'northern-ireland'
      ? [
          { month: 3, day: 17 },
          { month: 7, day: 12 },
        ]
      : []),
    // St Andrew's Day Bank Holiday (Scotland) Act 2007.
    ...(nation === 'scotland' ? [{ month: 11, day: 30 }] : []),
    // Boxing Day keeps a Monday for itself where Christmas Day is the Sunday before it.
    { month: 12, day: 26 },
    { month: 12, day: 25 },
  ];
}

function nextFree(date: IsoDate, taken: readonly IsoDate[]): IsoDate {
  return isWeekend(date) || taken.includes(date) ? nextFree(addDays(date, 1), taken) : date;
}

/** Whether a day is a Saturday or a Sunday. */
export function isWeekend(date: IsoDate): boolean {
  const weekday = weekdayOf(date);
  return weekday === 0 || weekday === 6;
}

function firstMonday(year: number, month: number): IsoDate {
  const first = isoDate({ year, month, day: 1 });
  return addDays(first, (8 - weekdayOf(first)) % 7);
}

function lastMonday(year: number, month: number): IsoDate {
  const next = firstMonday(year, month + 1);
  return addDays(next, -7);
}

/** Western Easter by the Gregorian computus, as the Calendar (New Style) Act 1750 lays down by its tables. */
function easterSunday(year: number): IsoDate {
  const golden = year % 19;
  const century = Math.floor(year / 100);
  const skipped = century - Math.floor(century / 4) - Math.floor((8 * century + 13) / 25) + 19 * golden + 15;
  const epact = ((skipped % 30) + 30) % 30;
  const moon = epact - (epact === 29 || (epact === 28 && golden > 10) ? 1 : 0);
  const weekday = (year + Math.floor(year / 4) + moon + 2 - century + Math.floor(century / 4)) % 7;
  const offset = moon - weekday;
  const month = 3 + Math.floor((offset + 40) / 44);
  return isoDate({ year, month, day: offset + 28 - 31 * Math.floor(month / 4) });
}
