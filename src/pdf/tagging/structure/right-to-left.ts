import { hasRightToLeft } from '../../../glyphs/index.js';
import { Text } from '../../syntax/values.js';
import type { PageContent } from '../content/walk.js';
import { type Element, type Kid, type Mark, makeElement, type TaggedDocument } from './tree.js';

/**
 * A paper whose words from right to left are read in the order in which they were typed. On a page they stand as they are seen, line by line
 * and from left to right, digits among them the other way about; the order is taken from the texts of the page, and an element says it
 * in place of what is drawn. A mark that does not have the letters of its text stays as it is, and is then found to differ.
 *
 * @param texts the texts of the page in which anything is written from right to left, in order
 */
export function readAsTyped(paper: TaggedDocument, texts: readonly string[]): TaggedDocument {
  const marks = paper.contents.some(hasAny) ? rightToLeftMarks(paper.root, paper.contents) : [];
  if (marks.length === 0) return paper;
  const contents = paper.contents.map((content) => ({ ...content, marked: new Map(content.marked) }));
  const elements = new Map<Mark, Element>();
  const waiting = [...texts];
  for (const mark of marks) {
    const marked = contents[mark.page]?.marked;
    const drawn = marked?.get(mark.mcid);
    const [text = '', ...others] = waiting;
    const words = drawn && firstWords(text, drawn.text);
    if (!marked || !drawn || words === undefined) continue;
    const rest = text.slice(words.length);
    // A text that goes on overleaf has a mark on each page.
    waiting.splice(0, waiting.length, ...(rest.trim() === '' ? others : [rest, ...others]));
    marked.set(mark.mcid, { ...drawn, text: words });
    elements.set(mark, { ...makeElement('Span', [mark]), actual: Text.of(words) });
  }
  const visit = (element: Element) => {
    element.kids = element.kids.map((kid): Kid => {
      if (kid.kind === 'element') visit(kid);
      return kid.kind === 'mark' ? (elements.get(kid) ?? kid) : kid;
    });
  };
  visit(paper.root);
  return { ...paper, contents };
}

function hasAny({ marked }: PageContent): boolean {
  return [...marked.values()].some(({ text }) => hasRightToLeft(text));
}

function rightToLeftMarks(kid: Kid, contents: readonly PageContent[]): readonly Mark[] {
  if (kid.kind === 'element') return kid.kids.flatMap((inner) => rightToLeftMarks(inner, contents));
  if (kid.kind === 'annotation') return [];
  return hasRightToLeft(contents[kid.page]?.marked.get(kid.mcid)?.text ?? '') ? [kid] : [];
}

/** As many words of a text as have the letters that are drawn, whatever their order; undefined where it has others. */
function firstWords(text: string, drawn: string): string | undefined {
  const wanted = lettersOf(drawn);
  const letters: string[] = [];
  let end = 0;
  for (const part of text.match(CLUSTER) ?? []) {
    if (letters.length >= wanted.length && part.trim() !== '') break;
    letters.push(...lettersOf(part));
    end += part.length;
  }
  return letters.sort().join('') === wanted.sort().join('') ? text.slice(0, end) : undefined;
}

/** A character with what is on it. */
const CLUSTER = /\P{M}\p{M}*|\p{M}+/gu;

function lettersOf(text: string): string[] {
  return [...text.normalize('NFKD').replace(UNSEEN, '')];
}

/** Spaces, and what draws nothing. */
const UNSEEN = /[\s\u00ad\u200b-\u200f\u2060\u2066-\u2069\ufeff]+/g;
