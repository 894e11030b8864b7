/** A glyph and its place, counted from where its line of text begins. */
export interface Placed {
  readonly hex: string;
  readonly x: number;
  readonly y: number;
}

/** The glyphs that draw one character with its accents, or a ligature. */
export interface Cluster {
  readonly fontName: string;
  readonly size: number;
  /** The matrix of its line as written. */
  readonly line: string;
  readonly glyphs: readonly Placed[];
  /** What it reads as, where the file says so, as written there. */
  readonly actual: string | undefined;
  readonly words: string;
  /** Whether its line runs from right to left: then clusters stand from left to right all the same, the last first. */
  readonly isReversed: boolean;
  /** In which block it is: one has a single font and direction. */
  readonly block: number;
}
