import { wordsOfPage } from './content.js';
import { findCatalog, listPages } from './pages.js';
import {
  entriesAt,
  entriesOf,
  itemsAt,
  nameIn,
  numberIn,
  type PdfEntries,
  type PdfObjects,
  type PdfValue,
  readObjects,
  resolved,
} from './syntax.js';
import { textString } from './to-unicode.js';

/** An element of a finished file's structure, with the words that its marks have on the pages. */
export interface Tag {
  /** Such as `H2` or `TD` (ISO 32000-1, 14.8.4). */
  readonly type: string;
  /** Words, as they were drawn, and elements, in reading order. */
  readonly kids: readonly (Tag | string)[];
  readonly language: string | undefined;
  readonly alternative: string | undefined;
  /** By which cells name it as their heading. */
  readonly id: string | undefined;
  /** What a heading of a table heads: `Column`, `Row` or `Both`. */
  readonly scope: string | undefined;
  /** The ids of a cell's headings. */
  readonly headers: readonly string[];
  readonly columns: number;
  readonly rows: number;
}

/** What a reading program finds in a finished file. */
export interface Tagged {
  readonly title: string;
  readonly language: string;
  readonly root: Tag;
}

/**
 * The structure of a finished PDF. Words under no mark, and those under a mark that no element names, are not in it: nobody hears them.
 *
 * @throws Error where it has none
 */
export function readStructure(bytes: Uint8Array): Tagged {
  const objects = readObjects(bytes);
  const catalog = findCatalog(objects);
  const [first] = resolveItems(entriesAt(catalog, 'StructTreeRoot', objects).get('K'), objects);
  if (!first) throw new Error('the PDF has no structure');
  const info = [...objects.values()].map(({ value }) => entriesOf(value)).find((it) => it.has('Producer'));
  return {
    title: textIn(info ?? new Map(), 'Title', objects) ?? '',
    language: textIn(catalog, 'Lang', objects) ?? '',
    root: new StructureReader(objects).tag(entriesOf(resolved(first, objects)), undefined),
  };
}

class StructureReader {
  readonly #objects: PdfObjects;
  /** The words under each mark, by the number of its page's object and its own. */
  readonly #words = new Map<string, string>();

  constructor(objects: PdfObjects) {
    this.#objects = objects;
    for (const page of listPages(objects))
      for (const { text, mark } of wordsOfPage(page, objects)) {
        if (mark === undefined) continue;
        const key = `${page.id} ${mark}`;
        this.#words.set(key, (this.#words.get(key) ?? '') + text);
      }
  }

  tag(entries: PdfEntries, above: number | undefined): Tag {
    const objects = this.#objects;
    const page = pageIn(entries) ?? above;
    const attributes = resolveItems(entries.get('A'), objects).map((item) =>
      entriesOf(resolved(item, objects)),
    );
    // It is read in place of what is drawn.
    const actual = textIn(entries, 'ActualText', objects);
    const attribute = (key: string) => attributes.find((owned) => owned.has(key)) ?? new Map();
    return {
      type: nameIn(entries, 'S') ?? '',
      kids:
        actual === undefined
          ? resolveItems(entries.get('K'), objects).flatMap((kid) => this.#kid(kid, page) ?? [])
          : [actual],
      language: textIn(entries, 'Lang', objects),
      alternative: textIn(entries, 'Alt', objects),
      id: textIn(entries, 'ID', objects),
      scope: nameIn(attribute('Scope'), 'Scope'),
      headers: itemsAt(attribute('Headers'), 'Headers', objects).flatMap((id) =>
        id.kind === 'string' ? textString(id.bytes) : [],
      ),
      columns: numberIn(attribute('ColSpan'), 'ColSpan') ?? 1,
      rows: numberIn(attribute('RowSpan'), 'RowSpan') ?? 1,
    };
  }

  /** ISO 32000-1, table 323: a number is a mark on the element's own page; a dictionary says which page; an object has no words. */
  #kid(kid: PdfValue, page: number | undefined): Tag | string | undefined {
    if (kid.kind === 'number') return this.#words.get(`${page} ${kid.value}`);
    const entries = entriesOf(resolved(kid, this.#objects));
    const mark = numberIn(entries, 'MCID');
    if (mark !== undefined) return this.#words.get(`${pageIn(entries) ?? page} ${mark}`);
    return entries.has('S') ? this.tag(entries, page) : undefined;
  }
}

function pageIn(entries: PdfEntries): number | undefined {
  const page = entries.get('Pg');
  return page?.kind === 'reference' ? page.id : undefined;
}

/** One value, or the many of an array. */
function resolveItems(value: PdfValue | undefined, objects: PdfObjects): readonly PdfValue[] {
  const found = resolved(value, objects);
  if (found?.kind === 'array') return found.items;
  return value ? [value] : [];
}

function textIn(entries: PdfEntries, key: string, objects: PdfObjects): string | undefined {
  const value = resolved(entries.get(key), objects);
  return value?.kind === 'string' ? textString(value.bytes) : undefined;
}
