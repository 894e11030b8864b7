import { NO_NUMBER } from '../../browser/page-snapshot.js';
import { type Element, everyElement, type Mark, makeElement, type TaggedDocument } from './tree.js';

/** A line of the contents: its link, and where its page number goes. */
export interface ContentsLine {
  readonly link: Element;
  readonly number: Mark;
}

/** Makes a table of contents of the list whose lines wait for page numbers (ISO 32000-1, 14.8.4.3, table 333). */
export function settleContents(paper: TaggedDocument): void {
  // Where no link leads into the paper there are no contents to look for.
  if (!paper.document.catalog.has('Dests')) return;
  const isOfLines = ({ type, kids }: Element) =>
    type === 'L' && kids.some((item) => item.kind === 'element' && lineOf(item, paper));
  const contents = firstElement(paper.root, isOfLines);
  for (const list of contents ? everyElement(contents).filter(isOfLines) : []) {
    list.type = 'TOC';
    for (const item of list.kids) {
      if (item.kind !== 'element') continue;
      item.type = 'TOCI';
      item.kids = item.kids.map((kid) =>
        kid.kind === 'element' && kid.type === 'Link' ? makeElement('Reference', [kid]) : kid,
      );
    }
  }
}

/** Every line of the contents, in order. */
export function contentsLines(paper: TaggedDocument): readonly ContentsLine[] {
  const contents = firstElement(paper.root, ({ type }) => type === 'TOC');
  return (contents ? everyElement(contents) : []).flatMap((item) =>
    item.type === 'TOCI' ? (lineOf(item, paper) ?? []) : [],
  );
}

/** The first element that is so: the contents are before all that is long, which is then not walked through. */
function firstElement(element: Element, isSo: (element: Element) => boolean): Element | undefined {
  if (isSo(element)) return element;
  for (const kid of element.kids) {
    const found = kid.kind === 'element' ? firstElement(kid, isSo) : undefined;
    if (found) return found;
  }
  return undefined;
}

/** A line is an item that begins with a link into the paper, at the end of which a number is wanted. */
function lineOf({ kids }: Element, { document, contents }: TaggedDocument): ContentsLine | undefined {
  const first = kids[0];
  if (first?.kind !== 'element') return undefined;
  const link = first.type === 'Reference' ? first.kids[0] : first;
  if (link?.kind !== 'element' || link.type !== 'Link') return undefined;
  const number = link.kids.findLast((kid) => kid.kind === 'mark');
  const leadsInto = link.kids.some((kid) => kid.kind === 'annotation' && document.dict(kid.ref)?.has('Dest'));
  return leadsInto && number && contents[number.page]?.marked.get(number.mcid)?.text === NO_NUMBER
    ? { link, number }
    : undefined;
}
