import { date } from '../language/index.js';
import type { Due, Exemption } from '../model/index.js';
import type { ReviewAsAt } from '../register/index.js';

/** A due date, or words, as the table prints it. */
export function dueWords(due: Due | undefined): string {
  if (!due) return 'None given';
  return due.kind === 'date' ? date(due.date) : due.words;
}

/** What stands in the place of exempt matter; Schedule 12A to the Local Government Act 1972. */
export function withheldWords(exemption: Exemption): string {
  return `Withheld: ${exemptWords(exemption)}`;
}

/** Why something is withheld, within a sentence. */
export function exemptWords({ paragraph }: Exemption): string {
  return `exempt information, paragraph ${paragraph} of Schedule 12A`;
}

/**
 * What the members' copy says beside what the public copy withholds: that it is not for publication, and why (section 100B(5) of the
 * Local Government Act 1972).
 */
export function exemptRemark(exemption: Exemption): string {
  const why = exemption.reason === undefined ? '' : ` ${asSentence(exemption.reason)}`;
  return `Not for publication: ${exemptWords(exemption)}.${why}`;
}

/** A review by its title; the title of an exempt one is withheld with the rest. */
export function reviewTitle({ review, withheld }: ReviewAsAt): string {
  return withheld ? 'Exempt review' : review.title;
}

/** A reason that is put behind a colon: without its own full stop, which the sentence brings. */
export function asClause(words: string): string {
  return words.trim().replace(/[.\s]+$/, '');
}

/** A sentence: first letter large, one full stop at its end. */
export function asSentence(words: string): string {
  const trimmed = words.trim();
  const begun = trimmed.charAt(0).toUpperCase() + trimmed.slice(1);
  return /[.!?…]$/.test(begun) ? begun : `${begun}.`;
}
