/** A stretch of the source; offsets in UTF-16 units, the end exclusive. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** A piece of a line. */
export type Inline =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'break' }
  | { readonly kind: 'code'; readonly text: string }
  | { readonly kind: 'emphasis' | 'strong' | 'struck'; readonly children: readonly Inline[] }
  | Link
  | Image
  | FootnoteMark
  | Tag;

/** Words that lead somewhere. */
export interface Link extends Stretch {
  readonly kind: 'link';
  readonly address: string;
  readonly title: string;
  readonly children: readonly Inline[];
}

/** A picture, and the words for those who cannot see it. */
export interface Image extends Stretch {
  readonly kind: 'image';
  readonly path: string;
  readonly title: string;
  readonly children: readonly Inline[];
}

/** `[^1]`. */
export interface FootnoteMark extends Stretch {
  readonly kind: 'mark';
  readonly name: string;
  readonly text: string;
}

/** Raw HTML, which prints as text. */
export interface Tag extends Stretch {
  readonly kind: 'tag';
  readonly text: string;
}

/** One item of a list. */
export interface Item {
  /** The number as typed, with its `.` or `)`, or counted where all numbers of the list are the same; a bullet otherwise. */
  readonly label: string;
  /** The number by itself. */
  readonly number: number | undefined;
  readonly task: 'done' | 'open' | undefined;
  readonly blocks: readonly Block[];
}

export type Align = 'left' | 'right' | 'center' | undefined;

/** A row of a table. */
export interface Row extends Stretch {
  readonly cells: readonly (readonly Inline[])[];
  /** How many cells were typed. */
  readonly typed: number;
}

/** `[^1]: words`. */
export interface Footnote extends Stretch {
  readonly kind: 'footnote';
  readonly name: string;
  readonly blocks: readonly Block[];
}

export type Block =
  | { readonly kind: 'paragraph'; readonly inlines: readonly Inline[] }
  | ({ readonly kind: 'heading'; readonly level: number; readonly inlines: readonly Inline[] } & Stretch)
  | { readonly kind: 'rule' }
  | { readonly kind: 'code'; readonly text: string }
  | { readonly kind: 'quote'; readonly blocks: readonly Block[] }
  | {
      readonly kind: 'list';
      readonly isOrdered: boolean;
      readonly isLoose: boolean;
      readonly items: readonly Item[];
    }
  | {
      readonly kind: 'table';
      readonly aligns: readonly Align[];
      readonly head: Row;
      readonly rows: readonly Row[];
    }
  | Footnote;

/** A text that has been read. */
export interface Prose {
  readonly blocks: readonly Block[];
  /** The first footnote of each name. */
  readonly footnotes: ReadonlyMap<string, Footnote>;
  /** Footnotes that a mark leads to; any other is printed as it was typed. */
  readonly reached: ReadonlySet<Footnote>;
  /** Lines of dashes beneath a table's head that have another number of cells. */
  readonly unevenTables: readonly Stretch[];
  /** Lines of a paragraph that begin with a dash, or a letter and a bracket. */
  readonly unlisted: readonly Stretch[];
}
