import { wordsDrawn } from './content.js';
import { listPages, readContent } from './pages.js';
import { partOf, streamText, stringsUnder } from './strings.js';
import { entriesOf, nameIn, type PdfObject, type PdfObjects, readObjects } from './syntax.js';
import type { PdfText } from './types.js';

/** A part of a PDF that reads differently in another. */
export interface PdfDifference extends Pick<PdfText, 'part'> {
  readonly other: string;
  readonly ours: string;
}

/**
 * Where a PDF reads otherwise than one of ours. Object is held against object, as ours hang together: where the other leads to is not
 * followed, so that the reading ends, whatever is in it.
 */
export function differencesIn(other: Uint8Array, ours: Uint8Array): readonly PdfDifference[] {
  const [theirs, known] = [readObjects(other, 'pass-over'), readObjects(ours)];
  return [...inPages(theirs, known), ...inObjects(theirs, known)];
}

function inPages(theirs: PdfObjects, known: PdfObjects): readonly PdfDifference[] {
  return listPages(known).flatMap((page, index) => {
    const { content, resources } = readContent(page, known);
    const reference = page.entries.get('Contents');
    const other = reference?.kind === 'reference' ? theirs.get(reference.id)?.stream : undefined;
    if (other === content) return [];
    // Letters are drawn one by one, and a space is a letter among them.
    const words = (drawn: string) =>
      wordsDrawn(drawn, resources, known)
        .map(({ text }) => text)
        .join('');
    return [{ part: `page ${index + 1} of the PDF`, other: words(other ?? ''), ours: words(content) }];
  });
}

function inObjects(theirs: PdfObjects, known: PdfObjects): readonly PdfDifference[] {
  return [...known].flatMap(([id, object]) => {
    const entries = entriesOf(object.value);
    // It holds the id of the whole file.
    if (nameIn(entries, 'Type') === 'XRef') return [];
    const [other, ours] = [textsOf(theirs.get(id)), textsOf(object)];
    return other === ours ? [] : [{ part: partOf(entries), other, ours }];
  });
}

function textsOf(object: PdfObject | undefined): string {
  return object ? [streamText(object) ?? '', ...stringsUnder(object.value)].join(' ') : '';
}
