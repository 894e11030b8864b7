import type { PdfDocument } from '../../syntax/document.js';
import { type Dict, isDict, Name, Ref, Text, type Value } from '../../syntax/values.js';
import { type Attributes, type Element, type Kid, NO_ATTRIBUTES } from './tree.js';

/** Reads the structure of a document; undefined where it has none. */
export function readStructure(document: PdfDocument, pages: readonly Ref[]): Element | undefined {
  const root = document.dict(document.catalog.get('StructTreeRoot'));
  const first = root?.get('K');
  if (!(first instanceof Ref)) return undefined;
  const numbers = new Map(pages.map((ref, index) => [ref.number, index]));
  return new StructureReader(document, numbers).element(first);
}

/**
 * An element as nearly all are, in Skia's own order and lines: a type, a page, marks and elements within it, what a table says of a cell, an
 * id. Matched as text, a paper's thousands take a tenth of the time that reading them as dictionaries takes. Whatever looks otherwise
 * is read in that way.
 */
const PLAIN = new RegExp(
  [
    /(\d+) 0 obj\n<<\/Type \/StructElem\n\/S \/(\w+)\n\/P \d+ 0 R/,
    /(?:\n\/Pg (\d+) 0 R)?/,
    /(?:\n\/K (?:(\d+(?: 0 R)?)|\[(\d+(?: 0 R)?(?: \d+(?: 0 R)?)*)\]))?/,
    /(?:\n\/A \[((?:<<\/O \/Table\n\/\w+ (?:\d+|\/\w+|\[(?:\(\w+\) ?)*\])>> ?)+)\])?/,
    /(?:\n\/ID (\(\w+\)))?>>\nendobj/,
  ]
    .map(({ source }) => source)
    .join(''),
  'y',
);

/** What a table says of a cell, among the attributes that `PLAIN` matched. */
const OF_CELL = /\n\/(\w+) (?:(\d+)|\/(\w+)|\[([^\]]*)\])>>/g;

function plainAttributes(source: string): Attributes {
  if (source === '') return NO_ATTRIBUTES;
  const found: Dict = new Map();
  for (const [, key = '', number, name, ids = ''] of source.matchAll(OF_CELL)) {
    if (isDefaultSpan(key, Number(number))) continue;
    found.set(
      key,
      number !== undefined
        ? Number(number)
        : name !== undefined
          ? Name.of(name)
          : ids.split(' ').map((id) => new Text(id)),
    );
  }
  return found.size === 0 ? NO_ATTRIBUTES : new Map([['Table', found]]);
}

function isDefaultSpan(key: string, span: Value): boolean {
  return span === 1 && (key === 'RowSpan' || key === 'ColSpan');
}

class StructureReader {
  readonly #document: PdfDocument;
  readonly #pages: ReadonlyMap<number, number>;

  constructor(document: PdfDocument, pages: ReadonlyMap<number, number>) {
    this.#document = document;
    this.#pages = pages;
  }

  element(ref: Ref): Element | undefined {
    const plain = this.#document.objects.matched(ref.number, PLAIN);
    return plain ? this.#plainElement(ref, plain) : this.#anyElement(ref);
  }

  #plainElement(ref: Ref, match: RegExpExecArray): Element {
    const [, , type = '', pageNumber, single, kids = '', attributes = '', id] = match;
    const page = pageNumber === undefined ? 0 : (this.#pages.get(Number(pageNumber)) ?? 0);
    return {
      kind: 'element',
      ref,
      type,
      kids: this.#plainKids(single ?? kids, page),
      lang: undefined,
      alt: undefined,
      actual: undefined,
      id: id === undefined ? undefined : new Text(id),
      attributes: plainAttributes(attributes),
    };
  }

  /** Numbers of marks, and references to elements. */
  #plainKids(source: string, page: number): Kid[] {
    const kids: Kid[] = [];
    const words = source.split(' ');
    for (let at = 0; at < words.length; at += 1) {
      const word = words[at] ?? '';
      if (words[at + 2] === 'R') {
        const kid = this.element(new Ref(Number(word)));
        if (kid) kids.push(kid);
        at += 2;
      } else if (word !== '') kids.push({ kind: 'mark', page, mcid: Number(word) });
    }
    return kids;
  }

  #anyElement(ref: Ref): Element | undefined {
    const dict = this.#document.dict(ref);
    const type = this.#document.name(dict?.get('S'));
    if (!dict || type === undefined) return undefined;
    const k = dict.get('K');
    const page = this.#pageOf(dict.get('Pg'), 0);
    const values = k === undefined ? [] : k instanceof Ref || !Array.isArray(k) ? [k] : k;
    return {
      kind: 'element',
      ref,
      type,
      kids: values.flatMap((value: Value) => this.#kid(value, page) ?? []),
      lang: textOr(dict.get('Lang')),
      alt: textOr(dict.get('Alt')),
      actual: textOr(dict.get('ActualText')),
      id: textOr(dict.get('ID')),
      attributes: this.#attributesOf(dict.get('A')),
    };
  }

  #kid(value: Value, page: number): Kid | undefined {
    if (typeof value === 'number') return { kind: 'mark', page, mcid: value };
    if (value instanceof Ref) return this.element(value);
    if (!isDict(value)) return undefined;
    const onPage = this.#pageOf(value.get('Pg'), page);
    const mcid = value.get('MCID');
    if (typeof mcid === 'number') return { kind: 'mark', page: onPage, mcid };
    const annotation = value.get('Obj');
    return annotation instanceof Ref ? { kind: 'annotation', ref: annotation, page: onPage } : undefined;
  }

  #pageOf(value: Value | undefined, otherwise: number): number {
    return (value instanceof Ref ? this.#pages.get(value.number) : undefined) ?? otherwise;
  }

  /** Chromium writes a dictionary for each attribute; here is one for each owner, without what says nothing. */
  #attributesOf(value: Value | undefined): Attributes {
    if (value === undefined) return NO_ATTRIBUTES;
    const found = new Map<string, Dict>();
    const single = this.#document.dict(value);
    for (const each of single ? [single] : this.#document.array(value)) {
      const dict = this.#document.dict(each);
      const owner = this.#document.name(dict?.get('O'));
      if (!dict || owner === undefined) continue;
      for (const [key, given] of dict) {
        if (key === 'O' || isDefaultSpan(key, given)) continue;
        const merged: Dict = found.get(owner) ?? new Map();
        merged.set(key, given);
        found.set(owner, merged);
      }
    }
    return found;
  }
}

function textOr(value: Value | undefined): Text | undefined {
  return value instanceof Text ? value : undefined;
}
