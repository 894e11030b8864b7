import type { PageContent } from '../content/walk.js';

import type { PdfDocument } from '../syntax/document.js';
import { type Dict, isDict, Ref, Text, type Value } from '../syntax/values.js';

/** An element of the structure: what a screen reader meets (ISO 32000-1, 14.7.2). Changed in place while a paper is finished. */
export interface Element {
  readonly kind: 'element';
  /** Its object in the file; none as long as only the finisher knows it. */
  ref: Ref | undefined;
  type: string;
  kids: Kid[];
  readonly lang: Text | undefined;
  readonly alt: Text | undefined;
  /** By which the cells of a table name their headings. */
  readonly id: Text | undefined;
  /** By owner and name: `Table` `Scope`. */
  readonly attributes: Map<string, Dict>;
}

/** A stretch of a page's content, by its number there. */
export interface Mark {
  readonly kind: 'mark';
  readonly page: number;
  readonly mcid: number;
}

/** An annotation: a link. */
export interface Annotation {
  readonly kind: 'annotation';
  readonly ref: Ref;
  readonly page: number;
}

export type Kid = Element | Mark | Annotation;

/** A paper on its way: its structure, its pages, and what has been taken out of the structure so far. */
export interface Paper {
  readonly document: PdfDocument;
  readonly root: Element;
  readonly pages: readonly Ref[];
  readonly contents: readonly PageContent[];
  /** For each page, what is to become an artifact. */
  readonly outside: readonly Map<number, 'decoration' | 'repeated'>[];
}

/** A new element. */
export function elementOf(type: string, kids: readonly Kid[]): Element {
  return {
    kind: 'element',
    ref: undefined,
    type,
    kids: [...kids],
    lang: undefined,
    alt: undefined,
    id: undefined,
    attributes: new Map(),
  };
}

/** Reads the structure of a document; undefined where it has none. */
export function readStructure(document: PdfDocument, pages: readonly Ref[]): Element | undefined {
  const root = document.dict(document.catalog.get('StructTreeRoot'));
  const first = root?.get('K');
  if (!(first instanceof Ref)) return undefined;
  const numbers = new Map(pages.map((ref, index) => [ref.number, index]));
  return new StructureReader(document, numbers).element(first);
}

class StructureReader {
  readonly #document: PdfDocument;
  readonly #pages: ReadonlyMap<number, number>;

  constructor(document: PdfDocument, pages: ReadonlyMap<number, number>) {
    this.#document = document;
    this.#pages = pages;
  }

  element(ref: Ref): Element | undefined {
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
  #attributesOf(value: Value | undefined): Map<string, Dict> {
    const found = new Map<string, Dict>();
    const single = this.#document.dict(value);
    for (const each of single ? [single] : this.#document.array(value)) {
      const dict = this.#document.dict(each);
      const owner = this.#document.name(dict?.get('O'));
      if (!dict || owner === undefined) continue;
      for (const [key, given] of dict) {
        if (key === 'O' || ((key === 'RowSpan' || key === 'ColSpan') && given === 1)) continue;
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

/** Every element in reading order, parents before their children. */
export function everyElement(root: Element): readonly Element[] {
  const found: Element[] = [];
  const waiting: Element[] = [root];
  for (let element = waiting.pop(); element; element = waiting.pop()) {
    found.push(element);
    for (let at = element.kids.length - 1; at >= 0; at -= 1) {
      const kid = element.kids[at];
      if (kid?.kind === 'element') waiting.push(kid);
    }
  }
  return found;
}

/** The words of a part of the structure, in order. */
export function textOf(kid: Kid, contents: readonly PageContent[]): string {
  if (kid.kind === 'mark') return contents[kid.page]?.marked.get(kid.mcid)?.text ?? '';
  if (kid.kind === 'annotation') return '';
  let text = '';
  for (const inner of kid.kids) text += textOf(inner, contents);
  return text;
}
