import { type IsoDate, isWholeDate, type PartialDate, weekdayOf } from '../calendar/index.js';

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const;
const WEEKDAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'] as const;

/**
 * "19 February 2018", "November 2016", "2016". With ordinary spaces: a no-break space would hold day and month
 * together on the page, but whoever searches the PDF for the date would not find it.
 */
export function date(written: PartialDate): string {
  const [year = '', month, day] = written.split('-');
  const name = month === undefined ? undefined : MONTHS[Number(month) - 1];
  return [
    ...(day === undefined ? [] : [String(Number(day))]),
    ...(name === undefined ? [] : [name]),
    year,
  ].join(' ');
}

/** "on 19 February 2018", "in November 2016". */
export function onDate(written: PartialDate): string {
  return `${isWholeDate(written) ? 'on' : 'in'} ${date(written)}`;
}

/** "Monday 19 February 2018". */
export function longDate(day: IsoDate): string {
  return `${WEEKDAYS[weekdayOf(day)] ?? ''} ${date(day)}`;
}

/** "19 Feb 2018", for the terminal's narrow columns; a month or year as far as it is known. */
export function shortDate(written: PartialDate): string {
  if (!isWholeDate(written) && written.length === 4) return written;
  return date(written).replace(/[A-Z][a-z]+/, (month) => month.slice(0, 3));
}
