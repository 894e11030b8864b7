import { plainText } from '../../markdown/index.js';
import { type Progress, writtenDue } from '../../model/index.js';
import { phrases } from '../../phrases/index.js';
import type { ImportedEntry } from '../recognise/types.js';
import { readWhenText } from '../recognise/when.js';

/** Whether the register has all that a report says; what a report does not say is no difference. */
export function saysTheSame(entry: ImportedEntry, known: Progress): boolean {
  return (
    (entry.rating === undefined || entry.rating === known.rating?.key) &&
    (entry.percent === undefined || entry.percent === known.percent) &&
    (!entry.isComplete || known.complete) &&
    (entry.note === undefined || isSameNote(entry.note, known)) &&
    (entry.revisedDue === undefined ||
      isSameWhen(entry.revisedDue, known.revisedDue && writtenDue(known.revisedDue)))
  );
}

/** A rating that the sheet has in words is no other note. */
function isSameNote(note: string, known: Progress): boolean {
  const words = squeeze(plainText(note));
  const noted = squeeze(plainText(known.note ?? ''));
  const status = known.rating ? squeeze(phrases.importing.statusNote(known.rating.label)) : undefined;
  return words === noted || (status !== undefined && words === `${status} ${noted}`.trim());
}

/** Whether two due dates are the same, however they are written: "March 2025" is 2025-03. */
export function isSameWhen(one: string, other: string | undefined): boolean {
  return other !== undefined && whenWritten(one) === whenWritten(other);
}

function whenWritten(text: string): string {
  const when = readWhenText(text);
  return squeeze(when.kind === 'due' ? when.written : text).toLowerCase();
}

/** Words with one space wherever there is any. */
export function squeeze(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
