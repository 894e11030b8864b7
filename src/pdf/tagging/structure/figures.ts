import { decodeText, makeDict, Name, Text } from '../../syntax/values.js';
import { Outline } from '../content/geometry.js';
import { type Element, everyElement, setAttributes, type TaggedDocument, textOf } from './tree.js';

/** Says where on its page each picture is (ISO 32000-1, 14.8.5.4.3). */
export function placeFigures(paper: TaggedDocument): void {
  for (const figure of everyElement(paper.root)) {
    if (figure.type !== 'Figure') continue;
    const box = findOutline(figure, paper).box;
    if (!box) continue;
    const rounded = box.map((edge) => Math.round(edge * 100) / 100);
    setAttributes(figure, 'Layout', makeDict({ BBox: rounded, Placement: Name.of('Block') }));
  }
}

function findOutline(figure: Element, { contents }: TaggedDocument): Outline {
  const outline = new Outline();
  for (const { kids } of everyElement(figure))
    for (const kid of kids) {
      const marked = kid.kind === 'mark' ? contents[kid.page]?.marked.get(kid.mcid) : undefined;
      if (marked) outline.add(marked.outline);
    }
  return outline;
}

/** Gives each link the words that are heard for it (ISO 14289-1, 7.18.5). One that runs over two lines is two annotations. */
export function nameLinks(paper: TaggedDocument): void {
  const { document, contents } = paper;
  for (const link of everyElement(paper.root)) {
    if (link.type !== 'Link') continue;
    const words = textOf(link, contents).replace(/\s+/g, ' ').trim() || alternativeOf(link);
    for (const kid of link.kids)
      if (kid.kind === 'annotation') document.dict(kid.ref)?.set('Contents', Text.of(words));
  }
}

/** The words for a link that is a picture. */
function alternativeOf(link: Element): string {
  return everyElement(link)
    .flatMap(({ alt }) => (alt ? decodeText(alt) : []))
    .join(' ');
}
