import { type Element, type Kid, makeElement, type TaggedDocument } from './tree.js';
import { CONTAINERS, INLINE } from './types.js';

const HEADING = /^H[1-6]?$/;

/** Names sections by what they are, and leaves no text outside a paragraph. */
export function settleBlocks(paper: TaggedDocument): void {
  const visit = (element: Element) => {
    for (const kid of element.kids) {
      if (kid.kind !== 'element' || !isGrouping(kid)) continue;
      kid.type = groupType(kid);
      visit(kid);
    }
    if (CONTAINERS.has(element.type)) element.kids = withParagraphs(element.kids);
  };
  visit(paper.root);
}

function isGrouping({ type }: Element): boolean {
  return type === 'NonStruct' || CONTAINERS.has(type);
}

/** Chromium has no type for section, header and main: what begins with a heading is a section, what holds only a line is one. */
function groupType(element: Element): string {
  if (element.type !== 'NonStruct') return element.type;
  const first = element.kids[0];
  if (first?.kind === 'element' && HEADING.test(first.type)) return 'Sect';
  return element.kids.every(isInline) ? 'P' : 'Div';
}

/** Runs of what is in a line, each gathered into a paragraph. */
function withParagraphs(kids: readonly Kid[]): Kid[] {
  const found: Kid[] = [];
  let run: Kid[] = [];
  const endRun = () => {
    if (run.length > 0) found.push(makeElement('P', run));
    run = [];
  };
  for (const kid of kids) {
    if (isInline(kid)) run.push(kid);
    else {
      endRun();
      found.push(kid);
    }
  }
  endRun();
  return found;
}

function isInline(kid: Kid): boolean {
  return kid.kind !== 'element' || INLINE.has(kid.type);
}
