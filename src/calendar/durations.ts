import { addDays, addMonths, type IsoDate } from './dates.js';
import { plainForm } from './plain-form.js';

/** A length of time, in months or in days. */
export interface Duration {
  readonly unit: 'months' | 'days';
  readonly count: number;
}

const NUMBERS: readonly string[] = [
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
  'eleven',
  'twelve',
];

/** A number in figures or, to twelve, in words. */
export const NUMBER = `(?:\\d{1,3}|${NUMBERS.join('|')})`;

const DURATION = new RegExp(`^(?:within )?(?<number>${NUMBER})[ -]?(?<unit>day|week|month|year)s?$`);
const UNITS: Readonly<Record<string, (number: number) => Duration>> = {
  day: (count) => ({ unit: 'days', count }),
  week: (number) => ({ unit: 'days', count: number * 7 }),
  month: (count) => ({ unit: 'months', count }),
  year: (number) => ({ unit: 'months', count: number * 12 }),
};

/** "6 months", "within three weeks": a length of time that is the whole of what was written. */
export function readDuration(text: string): Duration | undefined {
  const { number = '', unit = '' } = DURATION.exec(plainForm(text))?.groups ?? {};
  const count = /^\d/.test(number) ? Number(number) : NUMBERS.indexOf(number) + 1;
  return count === 0 ? undefined : UNITS[unit]?.(count);
}

/** The last day of a length of time that begins on a day: six months from 1 June end on 1 December. */
export function endOfDuration(from: IsoDate, { unit, count }: Duration): IsoDate {
  return unit === 'months' ? addMonths(from, count) : addDays(from, count);
}
