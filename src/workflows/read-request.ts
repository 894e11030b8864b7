/**
 * What callers of the library write, checked: they may use JavaScript without types.
 */
import { type IsoDate, parseIsoDate, toIsoForm } from '../calendar/index.js';
import { UsageError } from '../diagnostics/index.js';

/**
 * A day that a caller wrote.
 *
 * @param name how the caller knows it
 * @throws UsageError where it is no day
 */
export function readDay(name: string, written: string): IsoDate {
  const day = parseIsoDate(written);
  if (day) return day;
  const asIso = toIsoForm(written);
  const example = asIso?.length === 10 ? asIso : '2018-02-19';
  throw new UsageError(`'${written}' is not a day for ${name}. Write year, month and day, as in ${example}.`);
}

/** A day that a caller may leave out. */
export function readOptionalDay(name: string, written: string | undefined): IsoDate | undefined {
  return written === undefined ? undefined : readDay(name, written);
}
