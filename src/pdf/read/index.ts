import {
  entriesOf,
  nameIn,
  objectsOf,
  type PdfEntries,
  type PdfObjects,
  PdfReader,
  type PdfValue,
} from './syntax.js';
import { type ToUnicode, toUnicodeFrom, utf16 } from './to-unicode.js';

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
    text: textOfPage(page, objects),
  }));
  return [pages, ...stringsOf(objects), ...streamsOf(objects)];
}

function resolved(value: PdfValue | undefined, objects: PdfObjects): PdfValue | undefined {
  return value?.kind === 'reference' ? objects.get(value.id)?.value : value;
}

function entriesAt(entries: PdfEntries, key: string, objects: PdfObjects): PdfEntries {
  return entriesOf(resolved(entries.get(key), objects));
}

/** The pages in the order in which they are turned (ISO 32000-1, 7.7.3). */
function pagesOf(objects: PdfObjects): readonly PdfEntries[] {
  const catalog = [...objects.values()].find(({ value }) => nameIn(entriesOf(value), 'Type') === 'Catalog');
  const below = (node: PdfEntries): readonly PdfEntries[] => {
    const kids = resolved(node.get('Kids'), objects);
    return kids?.kind === 'array'
      ? kids.items.flatMap((kid) => below(entriesOf(resolved(kid, objects))))
      : [node];
  };
  const pages = below(entriesAt(entriesOf(catalog?.value), 'Pages', objects));
  if (pages.length === 0 || pages.some((page) => nameIn(page, 'Type') !== 'Page'))
    throw new Error('the pages of the PDF cannot be read');
  return pages;
}

function textOfPage(page: PdfEntries, objects: PdfObjects): string {
  const contents = page.get('Contents');
  const direct = resolved(contents, objects);
  const parts = direct?.kind === 'array' ? direct.items : contents ? [contents] : [];
  const content = parts
    .map((part) => (part.kind === 'reference' ? (objects.get(part.id)?.stream ?? '') : ''))
    .join('\n');
  return textOfContent(content, entriesAt(page, 'Resources', objects), objects, 0);
}

/** Drawings within drawings; no page of ours has any. */
const DEEPEST = 4;

/** The text that content draws. Where a passage says itself what it reads as (`ActualText`), its letters are not read as well. */
function textOfContent(content: string, resources: PdfEntries, objects: PdfObjects, depth: number): string {
  const fonts = entriesAt(resources, 'Font', objects);
  const drawings = entriesAt(resources, 'XObject', objects);
  const said: string[] = [];
  const marks: boolean[] = [];
  let font: ToUnicode | undefined;
  let given: PdfValue[] = [];
  const draw = (value: PdfValue | undefined) => {
    if (marks.includes(true) || !value) return;
    if (value.kind === 'array') value.items.forEach(draw);
    else if (value.kind === 'string') said.push(decoded(value.bytes, font));
  };
  const reader = new PdfReader(content);
  for (let value = reader.value(); value; value = reader.value()) {
    if (value.kind !== 'word') {
      given.push(value);
      continue;
    }
    const last = given.at(-1);
    switch (value.word) {
      case 'Tf':
        font = fontOf(fonts, given[0], objects);
        break;
      case 'Tj':
      case 'TJ':
      case "'":
      case '"':
        draw(last);
        break;
      case 'BMC':
        marks.push(false);
        break;
      case 'BDC': {
        const actual = entriesOf(last).get('ActualText');
        if (actual?.kind === 'string') said.push(textString(actual.bytes));
        marks.push(actual !== undefined);
        break;
      }
      case 'EMC':
        marks.pop();
        break;
      case 'Do':
        if (last?.kind === 'name' && depth < DEEPEST)
          said.push(textOfDrawing(drawings.get(last.name), objects, depth + 1));
        break;
      default:
    }
    given = [];
  }
  return said.join(' ');
}

function textOfDrawing(reference: PdfValue | undefined, objects: PdfObjects, depth: number): string {
  const drawing = reference?.kind === 'reference' ? objects.get(reference.id) : undefined;
  const entries = entriesOf(drawing?.value);
  return nameIn(entries, 'Subtype') === 'Form' && drawing?.stream
    ? textOfContent(drawing.stream, entriesAt(entries, 'Resources', objects), objects, depth)
    : '';
}

const fontsRead = new WeakMap<PdfEntries, ToUnicode>();

function fontOf(fonts: PdfEntries, name: PdfValue | undefined, objects: PdfObjects): ToUnicode | undefined {
  if (name?.kind !== 'name') return undefined;
  const entries = entriesAt(fonts, name.name, objects);
  const known = fontsRead.get(entries);
  if (known) return known;
  const map = entries.get('ToUnicode');
  const stream = map?.kind === 'reference' ? objects.get(map.id)?.stream : undefined;
  if (stream === undefined) return undefined;
  const read = toUnicodeFrom(stream);
  fontsRead.set(entries, read);
  return read;
}

function decoded(bytes: string, font: ToUnicode | undefined): string {
  if (!font) return bytes;
  let text = '';
  for (let at = 0; at + 1 < bytes.length; at += 2)
    text += font.get(bytes.charCodeAt(at) * 256 + bytes.charCodeAt(at + 1)) ?? '';
  return text;
}

/** A text outside the pages: UTF-16 or UTF-8 where it says so, otherwise one byte to a character (ISO 32000-1, 7.9.2). */
function textString(bytes: string): string {
  if (bytes.startsWith('\xfe\xff')) return utf16(bytes.slice(2));
  if (bytes.startsWith('\xef\xbb\xbf')) return Buffer.from(bytes.slice(3), 'latin1').toString('utf8');
  return bytes;
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
