import { type Page, readContent } from './pages.js';
import {
  entriesAt,
  entriesOf,
  nameIn,
  numberIn,
  type PdfEntries,
  type PdfObjects,
  PdfReader,
  type PdfValue,
} from './syntax.js';
import { type ToUnicode, textString, toUnicodeFrom } from './to-unicode.js';

/** Words as one operator draws them. */
export interface DrawnWords {
  readonly text: string;
  /** The number of the mark that they are under, by which the structure names them; undefined where they are under none. */
  readonly mark: number | undefined;
}

/** The words of a page in the order in which they are drawn, those of its head and foot too. */
export function wordsOfPage(page: Page, objects: PdfObjects): readonly DrawnWords[] {
  const { content, resources } = readContent(page, objects);
  return wordsDrawn(content, resources, objects);
}

/** The words that one stretch of content draws, by the names of its fonts. */
export function wordsDrawn(
  content: string,
  resources: PdfEntries,
  objects: PdfObjects,
): readonly DrawnWords[] {
  return wordsOfContent(content, resources, objects, { depth: 0, mark: undefined });
}

/** Drawings within drawings; no page of ours has any. */
const DEEPEST = 4;

interface Place {
  readonly depth: number;
  readonly mark: number | undefined;
}

/** A mark that is open: its number, and whether it says itself what it reads as. */
interface OpenMark {
  readonly mark: number | undefined;
  readonly isGiven: boolean;
}

/** Where a passage says itself what it reads as (`ActualText`), its letters are not read as well. */
function wordsOfContent(
  content: string,
  resources: PdfEntries,
  objects: PdfObjects,
  place: Place,
): readonly DrawnWords[] {
  const fonts = entriesAt(resources, 'Font', objects);
  const drawings = entriesAt(resources, 'XObject', objects);
  const drawn: DrawnWords[] = [];
  const open: OpenMark[] = [];
  let font: ToUnicode | undefined;
  let given: PdfValue[] = [];
  const mark = () => open.at(-1)?.mark ?? place.mark;
  const draw = (value: PdfValue | undefined) => {
    if (!value || open.some(({ isGiven }) => isGiven)) return;
    if (value.kind === 'array') value.items.forEach(draw);
    else if (value.kind === 'string') drawn.push({ text: decoded(value.bytes, font), mark: mark() });
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
        font = findFont(fonts, given[0], objects);
        break;
      case 'Tj':
      case 'TJ':
      case "'":
      case '"':
        draw(last);
        break;
      case 'BMC':
        open.push({ mark: mark(), isGiven: false });
        break;
      case 'BDC': {
        const properties = entriesOf(last);
        const actual = properties.get('ActualText');
        open.push({ mark: numberIn(properties, 'MCID') ?? mark(), isGiven: actual !== undefined });
        if (actual?.kind === 'string') drawn.push({ text: textString(actual.bytes), mark: mark() });
        break;
      }
      case 'EMC':
        open.pop();
        break;
      case 'Do':
        if (last?.kind === 'name' && place.depth < DEEPEST)
          drawn.push(
            ...wordsOfDrawing(drawings.get(last.name), objects, { depth: place.depth + 1, mark: mark() }),
          );
        break;
      default:
    }
    given = [];
  }
  return drawn;
}

function wordsOfDrawing(
  reference: PdfValue | undefined,
  objects: PdfObjects,
  place: Place,
): readonly DrawnWords[] {
  const drawing = reference?.kind === 'reference' ? objects.get(reference.id) : undefined;
  const entries = entriesOf(drawing?.value);
  return nameIn(entries, 'Subtype') === 'Form' && drawing?.stream
    ? wordsOfContent(drawing.stream, entriesAt(entries, 'Resources', objects), objects, place)
    : [];
}

const fontsRead = new WeakMap<PdfEntries, ToUnicode>();

function findFont(fonts: PdfEntries, name: PdfValue | undefined, objects: PdfObjects): ToUnicode | undefined {
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
