import { wordsOfPage } from './content.js';
import { pagesOf } from './pages.js';
import { entriesOf, nameIn, objectsOf, type PdfEntries, type PdfObjects, type PdfValue } from './syntax.js';
import { textString } from './to-unicode.js';

/** A stretch of what can be read in a PDF, and which part of it that is. */
export interface PdfText {
  /** "page 3 of the PDF", "the PDF's properties, bookmarks and descriptions". */
  readonly part: string;
  readonly text: string;
}

/**
 * Everything that can be read in a finished PDF: the words of each page as they are drawn; every text in its objects, among them the
 * properties, the bookmarks, descriptions and addresses; its metadata and what is attached to it.
 */
export function textsIn(bytes: Uint8Array): readonly (readonly PdfText[])[] {
  const objects = objectsOf(bytes);
  const pages = pagesOf(objects).map((page, index) => ({
    part: `page ${index + 1} of the PDF`,
    text: wordsOfPage(page, objects)
      .map(({ text }) => text)
      .join(' '),
  }));
  return [pages, ...stringsOf(objects), ...streamsOf(objects)];
}

/** Every text in the objects, by what hangs on what: Info, bookmarks, descriptions, addresses, names of attached files. */
function stringsOf(objects: PdfObjects): readonly (readonly PdfText[])[] {
  const found: PdfText[] = [];
  const visit = (value: PdfValue, part: string) => {
    if (value.kind === 'string') found.push({ part, text: textString(value.bytes) });
    else if (value.kind === 'array') for (const item of value.items) visit(item, part);
    else if (value.kind === 'dictionary') for (const [, entry] of value.entries) visit(entry, part);
  };
  for (const { value } of objects.values()) visit(value, partOf(entriesOf(value)));
  return [found];
}

function partOf(entries: PdfEntries): string {
  if (entries.has('Producer') || entries.has('CreationDate')) return 'the properties of the PDF';
  if (entries.has('Title')) return 'the bookmarks of the PDF';
  if (nameIn(entries, 'Type') === 'Annot' || entries.has('URI')) return 'a link in the PDF';
  if (nameIn(entries, 'Type') === 'Filespec') return 'the name of a file attached to the PDF';
  return 'a description in the PDF';
}

function streamsOf(objects: PdfObjects): readonly (readonly PdfText[])[] {
  return [...objects.values()].flatMap(({ value, stream }) => {
    const type = nameIn(entriesOf(value), 'Type');
    if (stream === undefined || (type !== 'Metadata' && type !== 'EmbeddedFile')) return [];
    const text = Buffer.from(stream, 'latin1').toString('utf8');
    return type === 'Metadata'
      ? [[{ part: 'the metadata of the PDF', text }]]
      : [[{ part: 'a file attached to the PDF', text: unescaped(text) }]];
  });
}

/** JSON with its characters in place of their numbers and signs, so that none of them parts a word (ECMA-404). */
function unescaped(text: string): string {
  return text.trimStart().startsWith('{')
    ? text.replace(/\\(?:u([0-9a-fA-F]{4})|(.))/g, (_, number: string | undefined, sign = '') =>
        number === undefined
          ? 'bfnrt'.includes(sign)
            ? ' '
            : sign
          : String.fromCharCode(Number.parseInt(number, 16)),
      )
    : text;
}
