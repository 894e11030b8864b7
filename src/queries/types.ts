import type { Span } from '../diagnostics/index.js';

/** How a line wants to be noticed; its words say the same without colour. */
export type Tone = 'late' | 'waiting' | 'done' | 'quiet';

/** Words that are set in one piece. */
export interface Line {
  readonly text: string;
  readonly tone?: Tone | undefined;
}

/** One entry of a list: short cells that are in columns, then lines of any length. */
export interface Row {
  readonly cells: readonly Line[];
  readonly lines: readonly Line[];
}

export type Block =
  | { readonly kind: 'heading'; readonly text: string }
  | { readonly kind: 'words'; readonly line: Line }
  | { readonly kind: 'list'; readonly rows: readonly Row[] };

/** A page of plain words, not yet fitted to a terminal or to Markdown. */
export interface Sheet {
  readonly title: string;
  readonly blocks: readonly Block[];
}

/** A place in the register as a person would look it up. */
export interface SourcePlace {
  readonly file: string;
  readonly line: number;
}

export type PlaceOf = (span: Span) => SourcePlace;
