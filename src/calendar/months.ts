const NAMES = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
] as const;

/** The name of a month in a pattern, long or short; a full stop may follow a short one. */
export const MONTH_NAME = `(?:${[
  ...NAMES.map((name) => (name === 'may' ? name : `${name.slice(0, 3)}(?:${name.slice(3)}|\\.)?`)),
  'sept\\.?',
].join('|')})`;

/** The number of a month, from 1, by a name that fits `MONTH_NAME`; 0 for any other word. */
export function monthNumber(name: string): number {
  const written = name.replace(/\.$/, '');
  return NAMES.findIndex((month) => month === written || month.slice(0, 3) === written.slice(0, 3)) + 1;
}
