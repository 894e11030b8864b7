import { wordsOfPage } from './content.js';
import { listPages } from './pages.js';
import { partOf, streamText, stringsUnder } from './strings.js';
import { entriesAt, entriesOf, nameIn, type PdfObjects, readObjects } from './syntax.js';
import { textString } from './to-unicode.js';
import type { PdfText } from './types.js';

export type { PdfDifference } from './differences.js';

/**
 * Everything that can be read in a finished PDF: the words of each page as they are drawn; every text in its objects, among them the
 * properties, the bookmarks, descriptions and addresses; its metadata and what is attached to it.
 */
export function textsIn(bytes: Uint8Array): readonly (readonly PdfText[])[] {
  const objects = readObjects(bytes);
  const pages = listPages(objects).map((page, index) => ({
    part: `page ${index + 1} of the PDF`,
    text: wordsOfPage(page, objects)
      .map(({ text }) => text)
      .join(' '),
  }));
  return [pages, ...collectStrings(objects), ...collectStreams(objects)];
}

/** The texts of the files that a PDF carries, by name (ISO 32000-1, 7.11.4); what cannot be unpacked is empty. */
export function attachmentsIn(bytes: Uint8Array): ReadonlyMap<string, string> {
  const objects = readObjects(bytes, 'pass-over');
  return new Map(
    [...objects.values()].flatMap(({ value }) => {
      const entries = entriesOf(value);
      const name = entries.get('UF');
      const file = entriesAt(entries, 'EF', objects).get('F');
      const stream = file?.kind === 'reference' ? objects.get(file.id)?.stream : undefined;
      return nameIn(entries, 'Type') === 'Filespec' && name?.kind === 'string' && stream !== undefined
        ? [[textString(name.bytes), Buffer.from(stream, 'latin1').toString('utf8')] as const]
        : [];
    }),
  );
}

function collectStrings(objects: PdfObjects): readonly (readonly PdfText[])[] {
  return [
    [...objects.values()].flatMap(({ value }) =>
      stringsUnder(value).map((text) => ({ part: partOf(entriesOf(value)), text })),
    ),
  ];
}

function collectStreams(objects: PdfObjects): readonly (readonly PdfText[])[] {
  return [...objects.values()].flatMap((object) => {
    const text = streamText(object);
    return text === undefined ? [] : [[{ part: partOf(entriesOf(object.value)), text }]];
  });
}
