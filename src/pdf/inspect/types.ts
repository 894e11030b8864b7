/** A stretch of what can be read in a PDF, and which part of it that is. */
export interface PdfText {
  /** "page 3 of the PDF", "the PDF's properties, bookmarks and descriptions". */
  readonly part: string;
  readonly text: string;
}
