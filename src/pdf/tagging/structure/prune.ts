import type { Element, Kid, Mark, TaggedDocument } from './tree.js';

/** Takes a mark out of the text: it becomes an artifact of its page. */
export function markAsArtifact(
  paper: TaggedDocument,
  { page, mcid }: Mark,
  as: 'decoration' | 'repeated',
): void {
  paper.outside[page]?.set(mcid, as);
}

/**
 * Rules, borders and backgrounds that are within a block have a mark of their own, and would be met as if they were words. A drawing with
 * an alternative text is a picture, and stays.
 */
export function dropDecoration(paper: TaggedDocument): void {
  const visit = (element: Element, isPictured: boolean) => {
    const within = isPictured || (element.type === 'Figure' && element.alt !== undefined);
    element.kids = element.kids.filter((kid) => {
      if (kid.kind === 'element') visit(kid, within);
      if (kid.kind !== 'mark' || within) return true;
      const marked = paper.contents[kid.page]?.marked.get(kid.mcid);
      if (!marked || marked.hasText || marked.hasPicture) return true;
      markAsArtifact(paper, kid, 'decoration');
      return false;
    });
  };
  visit(paper.root, false);
}

/** What says something although there is nothing in it, or holds its place in a table. */
const KEPT_EMPTY: ReadonlySet<string> = new Set(['TD', 'TH', 'TR', 'Document']);

/** Takes out elements in which nothing is left, such as a rule between paragraphs. */
export function dropEmpty(paper: TaggedDocument): void {
  const isLeft = (kid: Kid): boolean => {
    if (kid.kind !== 'element') return true;
    kid.kids = kid.kids.filter(isLeft);
    return kid.kids.length > 0 || KEPT_EMPTY.has(kid.type);
  };
  isLeft(paper.root);
}

/**
 * Chromium has an element for every run of text. Without a language or an alternative text of its own it says nothing, so its marks go to
 * what it is in: a third fewer elements to read.
 */
export function liftRuns(paper: TaggedDocument): void {
  const visit = (element: Element) => {
    const kids: Kid[] = [];
    for (const kid of element.kids) {
      if (kid.kind !== 'element') {
        kids.push(kid);
        continue;
      }
      visit(kid);
      if (isRun(kid)) kids.push(...kid.kids);
      else kids.push(kid);
    }
    element.kids = kids;
  };
  visit(paper.root);
}

function isRun({ type, lang, alt, id, kids }: Element): boolean {
  return type === 'NonStruct' && !lang && !alt && !id && kids.every(({ kind }) => kind === 'mark');
}
