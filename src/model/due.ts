import { type Duration, endOfDuration, type IsoDate, lastDayOf } from '../calendar/index.js';
import type { Due } from './types.js';

/** What a file says of when something is due: a length of time has no end before it is known from when it counts. */
export type WrittenDue =
  | Due
  | { readonly kind: 'duration'; readonly words: string; readonly duration: Duration };

/** When something is due, a length of time counted from the day on which it begins; without that day it is words. */
export function dueFrom(written: WrittenDue | undefined, start: IsoDate | undefined): Due | undefined {
  if (written?.kind !== 'duration') return written;
  const { words, duration } = written;
  return start === undefined
    ? { kind: 'words', words }
    : { kind: 'period', words, lastDay: endOfDuration(start, duration) };
}

/** The last day on which something is in time; undefined where it is due in words. */
export function lastDayOfDue(due: Due | undefined): IsoDate | undefined {
  switch (due?.kind) {
    case 'date':
      return lastDayOf(due.date);
    case 'period':
      return due.lastDay;
    default:
      return undefined;
  }
}

/** When something is due, as it is written in the register. */
export function writtenDue(due: Due): string {
  return due.kind === 'date' ? due.date : due.words;
}

/** Whether two say the same in the same form; a length of time says the same only where it ends on the same day. */
export function isSameDue(one: Due | undefined, other: Due | undefined): boolean {
  if (!one || !other) return one === other;
  return (
    one.kind === other.kind &&
    writtenDue(one) === writtenDue(other) &&
    lastDayOfDue(one) === lastDayOfDue(other)
  );
}
