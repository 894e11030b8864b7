import type { PartialDate } from '../../calendar/index.js';

/** A file of tables, whatever program made it, as one plain value. */
export interface Grid {
  /** The file's own name. */
  readonly file: string;
  readonly kind: GridKind;
  readonly tables: readonly Table[];
  /** What is in the file and in no cell: macros, comments, hidden sheets. */
  readonly remarks: readonly GridRemark[];
}

export type GridKind = 'csv' | 'workbook' | 'document';

/** What a reader left aside, and where it stands. */
export interface GridRemark {
  readonly kind:
    | 'macros'
    | 'external-links'
    | 'comment'
    | 'hidden-sheet'
    | 'hidden-rows'
    | 'picture'
    | 'tracked-change'
    | 'text-beside'
    | 'formula-without-result';
  readonly at: string;
  /** The words, where it has any. */
  readonly words?: string;
}

/** A sheet of a workbook, a table of a document, or all of a CSV file. */
export interface Table {
  readonly name: string;
  /** What stands over the table in a document, nearest last. */
  readonly before: readonly Cell[];
  readonly rows: readonly Row[];
}

/** A row with anything in it. Every position that a merged cell covers has that same cell. */
export interface Row {
  /** Counted from 0, as the file counts them: rows without anything are left out. */
  readonly number: number;
  readonly cells: readonly (Cell | undefined)[];
}

/** A cell with words or with a colour. */
export interface Cell {
  /** How the file's own program calls it: `Sheet1!B7`, `B7` in a CSV file, `Table 1, row 3, cell 2`. */
  readonly at: string;
  readonly row: number;
  readonly column: number;
  /** How many rows and columns it covers. */
  readonly rows: number;
  readonly columns: number;
  /** The words as they are shown, without spaces at either end. Figures that are raised are written `¹`. */
  readonly text: string;
  /** Where the program counts it as a day, the day, month or year that it shows. */
  readonly date?: PartialDate;
  /** `#rrggbb`; none where the cell is white or has no colour. */
  readonly fill?: string;
  readonly isBold?: boolean;
  /** An address that all of the words lead to. */
  readonly link?: string;
}
