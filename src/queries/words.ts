import { plainText } from '../markdown/index.js';
import type { Council, Due, Person } from '../model/index.js';
import { phrases, shortDate } from '../phrases/index.js';
import type { ActionAsAt } from '../register/index.js';
import { ENDING_LABELS, nameOf, notRatedWord, withheldWords } from '../view/index.js';
import type { Line } from './types.js';

/** What an answer that shows exempt matter begins with. */
export const CONFIDENTIAL = phrases.answer.confidential;

/** The first line of an answer, which says so where it shows exempt matter. */
export function markTitle(title: string, isConfidential: boolean): string {
  return isConfidential ? phrases.answer.confidentialTitle(title) : title;
}

/** Markdown on one line, without marks. */
export function oneLine(markdown: string): string {
  return plainText(markdown).replace(/\s+/g, ' ').trim();
}

/** What is typed after `show` to see an action's life. */
export function addressOf(review: { readonly key: string }, { ref }: { readonly ref: string }): string {
  return `${review.key}/${ref}`;
}

/** A due date in a narrow column. */
export function shortDue(due: Due | undefined): string {
  if (!due) return phrases.answer.noDate;
  return due.kind === 'date' ? shortDate(due.date) : due.words;
}

/** Who owns an action: the first leads. */
export function nameOwners(owners: readonly Person[]): string {
  return owners.length === 0 ? phrases.answer.noOwner : owners.map(nameOf).join('; ');
}

/** Where an action stands, in the words of the table in the papers. */
export function describeStanding(
  { ratings }: Pick<Council, 'ratings'>,
  { counted, state }: ActionAsAt,
): Line {
  switch (counted.in) {
    case 'rating':
      return {
        text: counted.rating.label,
        tone: counted.rating.closes ? 'done' : undefined,
      };
    case 'not-rated':
      return { text: notRatedWord(ratings) };
    case 'no-update':
      return { text: phrases.answer.noUpdate(state.rating?.label), tone: 'waiting' };
    case 'paused':
      return { text: phrases.ratings.paused, tone: 'quiet' };
    case 'ended':
      return { text: ENDING_LABELS[counted.ending], tone: 'done' };
    case 'withheld':
      return { text: phrases.ratings.withheld, tone: 'quiet' };
  }
}

/** When an action is due, and how late it is. */
export function describeDue({ state, overdueDays }: ActionAsAt): Line {
  const due = shortDue(state.due.stands);
  return overdueDays === undefined
    ? { text: due }
    : { text: phrases.answer.late(due, overdueDays), tone: 'late' };
}

/** What an action is, or that it is withheld. */
export function describeAction({ action, withheld }: ActionAsAt): string {
  return withheld ? withheldWords(withheld) : oneLine(action.text);
}
