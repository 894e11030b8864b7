import { type IsoDate, type PartialDate, parsePartialDate } from './dates.js';
import { type Duration, NUMBER, readDuration } from './durations.js';
import { MONTH_NAME } from './months.js';
import { readPeriod } from './periods.js';
import { plainForm } from './plain-form.js';
import { hyphenedFinancialYear, readWrittenDate, type WrittenDate } from './written-dates.js';

/** What the words that say by when come to, where the whole of them says one time. */
export type WrittenTime =
  /** In our own form. */
  | { readonly kind: 'iso'; readonly date: PartialDate }
  | { readonly kind: 'other-form'; readonly written: WrittenDate }
  /** `2025-26`: neither a month nor in the form of a financial year. */
  | { readonly kind: 'financial-year'; readonly year: string; readonly lastMonth: PartialDate }
  | { readonly kind: 'period'; readonly lastDay: IsoDate }
  | { readonly kind: 'duration'; readonly duration: Duration };

/** Reads by when something is due; undefined where it is words. */
export function readTime(text: string): WrittenTime | undefined {
  const date = parsePartialDate(text);
  if (date) return { kind: 'iso', date };
  // Of the rest only a length of time can be without a numeral: most words are, such as "ongoing".
  if (!/\p{N}/u.test(text)) return asDuration(text);
  const financialYear = hyphenedFinancialYear(text);
  if (financialYear && !parsePartialDate(plainForm(text)))
    return { kind: 'financial-year', ...financialYear };
  const period = readPeriod(text);
  if (period === 'no-such-day') return { kind: 'other-form', written: { kind: 'no-such-day' } };
  if (period) return { kind: 'period', lastDay: period.lastDay };
  const duration = asDuration(text);
  if (duration) return duration;
  const written = readWrittenDate(text);
  return written && { kind: 'other-form', written };
}

function asDuration(text: string): WrittenTime | undefined {
  const duration = readDuration(text);
  return duration && { kind: 'duration', duration };
}

/** What names a time: a year, a financial year, a day and a month, a month, a length of time, a quarter. */
const TIMES = [
  /(?<![\d£#./])(?:19|20)\d{2}(?![\d,])/,
  /^(?:\w+ )*\d{1,2}\/\d{1,2}$/,
  new RegExp(`(?<![a-z])(?!may(?![a-z]))${MONTH_NAME}(?![a-z])`),
  // "May" is a month only where a date can stand: "as funds may allow" is none.
  /(?<![a-z])(?:by|in|of|end|early|mid|late|before|after|from|until|till|to|since|during|\d|\d(?:st|nd|rd|th))[ -]?may(?![a-z])/,
  /(?<![a-z])may(?:[ /-]*\d|$)/,
  new RegExp(`(?<![a-z\\d])${NUMBER}(?: calendar| working)?[ -]?(?:day|week|month|year)s?(?![a-z])`),
  /(?<![a-z\d])(?:q|quarter )[1-4](?![a-z\d])/,
];

/** Whether words name a year, a month or a number of months, weeks or days, so that somebody may think that they can be late. */
export function namesTime(text: string): boolean {
  const written = plainForm(text);
  return TIMES.some((pattern) => pattern.test(written));
}
