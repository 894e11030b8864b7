import { isWholeDate } from '../../calendar/index.js';
import { type Due, lastDayOfDue } from '../../model/index.js';
import { date, phrases } from '../../phrases/index.js';

/** Within a sentence: "31 March 2018", "the end of June 2020", "31 December 2025 (“Q3 2025/26”)", "when guidance changes". */
export function dueInSentence(due: Due): string {
  if (due.kind === 'words') return phrases.due.withinSentence(due.words);
  if (due.kind === 'period') return `${date(due.lastDay)} (“${due.words}”)`;
  return isWholeDate(due.date) ? date(due.date) : phrases.due.endOf(due.date);
}

/** "on 31 March 2018", "by the end of June 2020". */
function onDue(due: Due): string {
  return due.kind === 'date' && isWholeDate(due.date)
    ? phrases.due.on(dueInSentence(due))
    : phrases.due.by(dueInSentence(due));
}

/** "to 31 March 2018", "until guidance changes". */
export function toDue(due: Due): string {
  return phrases.decisions.toDue(dueInSentence(due));
}

/** What stands, where another date is to take its place: "31 March 2018", "“by the end of 2021”", "“ongoing”". */
export function quotedDue(due: Due): string {
  if (due.kind === 'period') return dueInSentence(due);
  if (due.kind === 'date' && isWholeDate(due.date)) return date(due.date);
  return `“${due.kind === 'date' ? onDue(due) : phrases.due.withinSentence(due.words)}”`;
}

/** How a date that is asked for relates to the one that stands. */
export type Shift = 'later' | 'earlier' | 'same-day' | 'unknown';

/** More time is a later last day; of words nobody can say whether they come later. */
export function compareDues(asked: Due, stands: Due | undefined): Shift {
  const [to, from] = [lastDayOfDue(asked), lastDayOfDue(stands)];
  if (from === undefined || to === undefined) return 'unknown';
  return to > from ? 'later' : to < from ? 'earlier' : 'same-day';
}
