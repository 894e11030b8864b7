import { compareText } from '../../../order/index.js';
import {
  type Dict,
  isDict,
  makeDict,
  Name,
  Ref,
  type Text,
  type Value,
  type Writer,
  Written,
} from '../../syntax/values.js';
import { nameCells } from './ids.js';
import { type Attributes, type Element, everyElement, type Kid, type TaggedDocument } from './tree.js';

const MCR = Name.of('MCR');
const OBJR = Name.of('OBJR');

/** Writes the structure into the document, with the tree that leads from each mark back to its element (ISO 32000-1, 14.7.4.4). */
export function writeStructure(paper: TaggedDocument): void {
  const { document, root, pages } = paper;
  const treeRoot = document.dict(document.catalog.get('StructTreeRoot'));
  const treeRef = document.catalog.get('StructTreeRoot');
  if (!treeRoot || !(treeRef instanceof Ref)) return;
  const elements = everyElement(root);
  nameCells(elements);
  const refs = new Map(elements.map((element) => [element, element.ref ?? document.add(null)]));
  const parents = new ParentTree(pages.length);
  const ids: (readonly [id: Text, ref: Ref])[] = [];

  const write = (element: Element, parent: Ref) => {
    const ref = refs.get(element);
    if (!ref) return;
    if (element.id) ids.push([element.id, ref]);
    const page = pageOf(element);
    const pageRef = page === undefined ? undefined : pages[page];
    const kids = element.kids.map((kid) => {
      if (kid.kind === 'element') write(kid, ref);
      else parents.note(kid, ref);
      return kidValue(kid, page, pages, refs);
    });
    document.replace(ref, writeElement(element, parent, pageRef, kids));
  };
  write(root, treeRef);

  treeRoot.set('K', refs.get(root) ?? null);
  treeRoot.set('ParentTree', parents.write(paper));
  treeRoot.set('ParentTreeNextKey', parents.size);
  if (ids.length > 0) treeRoot.set('IDTree', document.add(idTree(ids)));
  else treeRoot.delete('IDTree');
  forgetLostBookmarks(paper, new Set([...refs.values()].map(({ number }) => number)));
}

function writeElement(
  { type, lang, alt, actual, id, attributes }: Element,
  parent: Ref,
  page: Ref | undefined,
  kids: readonly Value[],
): Written {
  const refs = [parent];
  if (page) refs.push(page);
  for (const kid of kids) {
    if (kid instanceof Ref) refs.push(kid);
    else if (isDict(kid)) for (const inner of kid.values()) if (inner instanceof Ref) refs.push(inner);
  }
  return new Written(refs, (write) => {
    let source = `<</Type/StructElem/S/${type}/P ${write(parent)}`;
    if (page) source += `/Pg ${write(page)}`;
    source += kids.length === 1 ? `/K ${write(kids[0] ?? null)}` : `/K[${kids.map(write).join(' ')}]`;
    if (lang) source += `/Lang${lang.source}`;
    if (alt) source += `/Alt${alt.source}`;
    if (actual) source += `/ActualText${actual.source}`;
    if (id) source += `/ID${id.source}`;
    return `${source}${attributesSource(attributes, write)}>>`;
  });
}

function attributesSource(attributes: Attributes, write: Writer): string {
  if (attributes.size === 0) return '';
  const [first = '', ...others] = [...attributes].map(
    ([owner, attribute]) => `<</O/${owner}${write(attribute).slice(2)}`,
  );
  return others.length === 0 ? `/A${first}` : `/A[${[first, ...others].join(' ')}]`;
}

/** The page of an element's own first mark. */
function pageOf({ kids }: Element): number | undefined {
  for (const kid of kids) if (kid.kind === 'mark') return kid.page;
  return undefined;
}

function kidValue(
  kid: Kid,
  page: number | undefined,
  pages: readonly Ref[],
  refs: ReadonlyMap<Element, Ref>,
): Value {
  if (kid.kind === 'element') return refs.get(kid) ?? null;
  const onPage = pages[kid.page];
  if (kid.kind === 'annotation') return makeDict({ Type: OBJR, Obj: kid.ref, Pg: onPage });
  return kid.page === page ? kid.mcid : makeDict({ Type: MCR, Pg: onPage, MCID: kid.mcid });
}

class ParentTree {
  readonly #pages: Value[][];
  readonly #annotations: (readonly [annotation: Ref, element: Ref])[] = [];

  constructor(pages: number) {
    this.#pages = Array.from({ length: pages }, () => []);
  }

  get size(): number {
    return this.#pages.length + this.#annotations.length;
  }

  note(kid: Exclude<Kid, Element>, element: Ref): void {
    if (kid.kind === 'annotation') this.#annotations.push([kid.ref, element]);
    else {
      const marks = this.#pages[kid.page];
      if (!marks) return;
      while (marks.length < kid.mcid) marks.push(null);
      marks[kid.mcid] = element;
    }
  }

  /** Pages first, then annotations, each with its number in the page or annotation itself. */
  write({ document, pages }: TaggedDocument): Ref {
    const numbers: Value[] = [];
    for (const [index, marks] of this.#pages.entries()) {
      const page = pages[index];
      document.dict(page)?.set('StructParents', index);
      numbers.push(index, document.add(marks));
    }
    for (const [index, [annotation, element]] of this.#annotations.entries()) {
      document.dict(annotation)?.set('StructParent', pages.length + index);
      numbers.push(pages.length + index, element);
    }
    return document.add(makeDict({ Nums: numbers }));
  }
}

/** Ids in the order of their bytes, as a name tree wants them (7.9.6). */
function idTree(ids: readonly (readonly [id: Text, ref: Ref])[]): Dict {
  const sorted = ids.toSorted(([a], [b]) => compareText(a.source, b.source));
  return makeDict({ Names: sorted.flat() });
}

/** A bookmark may lead to an element as well as to a place; one to an element that is no more keeps the place. */
function forgetLostBookmarks({ document }: TaggedDocument, alive: ReadonlySet<number>): void {
  const waiting = [document.dict(document.catalog.get('Outlines'))?.get('First')];
  while (waiting.length > 0) {
    const bookmark = document.dict(waiting.pop());
    if (!bookmark) continue;
    const element = bookmark.get('SE');
    if (element instanceof Ref && !alive.has(element.number)) bookmark.delete('SE');
    waiting.push(bookmark.get('Next'), bookmark.get('First'));
  }
}
