import { entriesOf, nameIn, type PdfEntries, type PdfObject, type PdfValue } from './syntax.js';
import { textString } from './to-unicode.js';

/** Every text within a value: of Info, bookmarks, descriptions, addresses, names of attached files. */
export function stringsUnder(value: PdfValue): readonly string[] {
  const found: string[] = [];
  const visit = (inner: PdfValue) => {
    if (inner.kind === 'string') found.push(textString(inner.bytes));
    else if (inner.kind === 'array') for (const item of inner.items) visit(item);
    else if (inner.kind === 'dictionary') for (const [, entry] of inner.entries) visit(entry);
  };
  visit(value);
  return found;
}

/** The text of an object's stream, where it is one that is read as text: the metadata, or an attached file. */
export function streamText({ value, stream }: PdfObject): string | undefined {
  const type = nameIn(entriesOf(value), 'Type');
  return stream !== undefined && (type === 'Metadata' || type === 'EmbeddedFile')
    ? Buffer.from(stream, 'latin1').toString('utf8')
    : undefined;
}

/** What an object is to a person. */
export function partOf(entries: PdfEntries): string {
  const type = nameIn(entries, 'Type');
  if (type === 'Metadata') return 'the metadata of the PDF';
  if (type === 'EmbeddedFile') return 'a file attached to the PDF';
  if (entries.has('Producer') || entries.has('CreationDate')) return 'the properties of the PDF';
  if (entries.has('Title')) return 'the bookmarks of the PDF';
  if (type === 'Annot' || entries.has('URI')) return 'a link in the PDF';
  if (type === 'Filespec') return 'the name of a file attached to the PDF';
  return 'a description in the PDF';
}
