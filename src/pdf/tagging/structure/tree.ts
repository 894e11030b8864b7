import type { PdfDocument } from '../../syntax/document.js';
import type { Dict, Ref, Text } from '../../syntax/values.js';
import type { PageContent } from '../content/walk.js';

/** An element of the structure: what a screen reader meets (ISO 32000-1, 14.7.2). Changed in place while a paper is finished. */
export interface Element {
  readonly kind: 'element';
  /** Its object in the file; none as long as only the finisher knows it. */
  ref: Ref | undefined;
  type: string;
  kids: Kid[];
  readonly lang: Text | undefined;
  readonly alt: Text | undefined;
  /** What it reads as, in place of what is drawn. */
  readonly actual: Text | undefined;
  /** By which the cells of a table name their headings. */
  id: Text | undefined;
  /** By owner and name: `Table` `Scope`. */
  attributes: Attributes;
}

export type Attributes = ReadonlyMap<string, Dict>;

export const NO_ATTRIBUTES: Attributes = new Map();

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
export interface TaggedDocument {
  readonly document: PdfDocument;
  readonly root: Element;
  readonly pages: readonly Ref[];
  readonly contents: readonly PageContent[];
  /** For each page, what is to become an artifact. */
  readonly outside: readonly Map<number, 'decoration' | 'repeated'>[];
}

/** A new element. */
export function makeElement(type: string, kids: readonly Kid[]): Element {
  return {
    kind: 'element',
    ref: undefined,
    type,
    kids: [...kids],
    lang: undefined,
    alt: undefined,
    actual: undefined,
    id: undefined,
    attributes: NO_ATTRIBUTES,
  };
}

/** Gives an element the attributes of one owner. */
export function setAttributes(element: Element, owner: string, attributes: Dict): void {
  element.attributes = new Map([...element.attributes, [owner, attributes]]);
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
