import { type IsoDate, isWholeDate, lastDayOf, type PartialDate, readTime } from '../../calendar/index.js';
import type { Cell } from '../grid/grid.js';

/** By when something is due, as it may stand in the register. */
export type When =
  | { readonly kind: 'due'; readonly written: string; readonly isDate: boolean; readonly isChanged: boolean }
  /** It looks like a date and is none, or could be two: the register would refuse it. */
  | { readonly kind: 'unreadable' };

/** Reads a cell as a due date; words stay words. */
export function readWhen(cell: Cell): When {
  if (cell.date !== undefined)
    return { kind: 'due', written: cell.date, isDate: true, isChanged: cell.date !== cell.text };
  return readWhenText(cell.text);
}

/** The same of words alone. */
export function readWhenText(text: string): When {
  const written = text.replace(/\s+/g, ' ').trim();
  const time = readTime(written);
  switch (time?.kind) {
    case 'iso':
      return { kind: 'due', written, isDate: true, isChanged: false };
    case 'financial-year':
      return { kind: 'due', written: time.year, isDate: true, isChanged: true };
    case 'other-form':
      return time.written.kind === 'date'
        ? { kind: 'due', written: time.written.date, isDate: true, isChanged: true }
        : { kind: 'unreadable' };
    case 'period':
    case 'duration':
      return { kind: 'due', written, isDate: true, isChanged: false };
    default:
      return { kind: 'due', written, isDate: false, isChanged: false };
  }
}

/** A date of whatever precision; undefined where the cell is none, or could be two. */
export function readDate(cell: Cell): PartialDate | undefined {
  if (cell.date !== undefined) return cell.date;
  const time = readTime(cell.text.replace(/\s+/g, ' ').trim());
  if (time?.kind === 'iso') return time.date;
  return time?.kind === 'other-form' && time.written.kind === 'date' ? time.written.date : undefined;
}

/** A whole day; a month or year is its last day. */
export function readDay(cell: Cell): IsoDate | undefined {
  const date = readDate(cell);
  return date && lastDayOf(date);
}

/** A whole day as it is written, and nothing less exact. */
export function readWholeDay(cell: Cell): IsoDate | undefined {
  const date = readDate(cell);
  return date && isWholeDate(date) ? date : undefined;
}

const IN_WORDS =
  /\b(?:\d{1,2}(?:st|nd|rd|th)?[ /.-])?(?:jan|feb|mar|apr|may|jun|jul|aug|sep|sept|oct|nov|dec)[a-z]*[ .,'-]*\d{2,4}\b|\b\d{1,2}[/.]\d{1,2}[/.]\d{2,4}\b|\b\d{4}-\d{2}-\d{2}\b/gi;

/** The day that a heading or a title names: "Update July 2024" is 31 July 2024, "as at 12/03/2025" that day. Of several the last. */
export function dayInWords(text: string): IsoDate | undefined {
  const days = (text.match(IN_WORDS) ?? []).flatMap((found) => {
    const date = readDate({ at: '', row: 0, column: 0, rows: 1, columns: 1, text: found.trim() });
    return date ? [lastDayOf(date)] : [];
  });
  return days.at(-1);
}
