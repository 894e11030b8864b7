import { type Element, everyElement, type TaggedDocument } from './tree.js';

/** The types that a PDF 1.7 knows (ISO 32000-1, 14.8.4). */
const STANDARD: ReadonlySet<string> = new Set(
  'Document Part Art Sect Div BlockQuote Caption TOC TOCI Index NonStruct Private P H H1 H2 H3 H4 H5 H6 L LI Lbl LBody Table TR TH TD THead TBody TFoot Span Quote Note Reference BibEntry Code Link Annot Ruby RB RT RP Warichu WT WP Figure Formula Form'.split(
    ' ',
  ),
);

/** Types of PDF 2.0, which Chromium writes as well, and what says the same in PDF 1.7. */
const OLDER: Readonly<Record<string, string>> = {
  Em: 'Span',
  Strong: 'Span',
  Sub: 'Span',
  Aside: 'Div',
  DocumentFragment: 'Div',
  Title: 'P',
  FENote: 'Note',
};

/** Types which hold blocks and no text of their own. */
export const CONTAINERS: ReadonlySet<string> = new Set(['Document', 'Part', 'Art', 'Sect', 'Div']);

/** Types that are within a line. */
export const INLINE: ReadonlySet<string> = new Set([
  'Span',
  'Quote',
  'Reference',
  'Code',
  'Link',
  'Lbl',
  'Note',
]);

/** Leaves no type that a PDF 1.7 does not know. */
export function renameTypes(paper: TaggedDocument): void {
  for (const element of everyElement(paper.root)) {
    if (!STANDARD.has(element.type)) element.type = OLDER[element.type] ?? 'NonStruct';
    // A figure with a caption holds the picture; only the picture itself is one.
    if (element.type === 'Figure' && !element.alt && holdsFigure(element)) element.type = 'Div';
  }
}

function holdsFigure(element: Element): boolean {
  return everyElement(element).some((inner) => inner !== element && inner.type === 'Figure');
}
