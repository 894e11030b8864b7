import type { ShownPage } from '../../browser/page-snapshot.js';
import { everyElement, type TaggedDocument } from '../structure/index.js';
import { skippedHeadings, unnamed } from './names.js';
import type { Refusal } from './refusal.js';
import { brokenTables } from './tables.js';
import { foreignFonts, missingGlyphs } from './typefaces.js';
import { differentWords, lostMarks, unmarkedWords, wordsInDrawings } from './words.js';

export type { Refusal } from './refusal.js';
export { bare } from './words.js';

/** A paper that would pass every checker of PDFs although somebody could not read it. Nothing was written. */
export class InaccessiblePdf extends Error {
  override readonly name = 'InaccessiblePdf';
  readonly refusals: readonly Refusal[];

  constructor(refusals: readonly Refusal[]) {
    super(refusals.map(({ message }) => message).join('; '));
    this.refusals = refusals;
  }
}

/**
 * Stops a paper that a checker would pass and somebody could not read.
 *
 * @param ofContents what is wrong with the page numbers of its contents, told where no words went missing
 * @throws InaccessiblePdf where anything is wrong, with all that is
 */
export function refuseUnreadable(
  paper: TaggedDocument,
  page: ShownPage,
  ofContents: readonly Refusal[] = [],
): void {
  const elements = everyElement(paper.root);
  const drawn = wordsInDrawings(paper);
  const lost = [
    ...drawn,
    ...unmarkedWords(paper, page),
    ...(drawn.length === 0 ? lostMarks(paper, elements) : []),
    ...brokenTables(paper, elements),
    ...missingGlyphs(paper),
  ];
  // What took words away has been named; the second finds what nobody thought of.
  const words = lost.length > 0 ? lost : [...differentWords(paper, page), ...ofContents];
  const refusals = [
    ...words,
    ...foreignFonts(paper, page),
    // A heading that has lost its words is reported as that.
    ...(words.length === 0 ? skippedHeadings(paper, elements) : []),
    ...unnamed(paper, elements),
  ];
  if (refusals.length > 0) throw new InaccessiblePdf(refusals);
}
