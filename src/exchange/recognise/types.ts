import type { IsoDate } from '../../calendar/index.js';
import type { Response } from '../../model/index.js';
import type { Cell } from '../grid/grid.js';
import type { Field } from './fields.js';

/** What the council says of its own tracker. Headings and words are compared folded. */
export interface Mapping {
  /** `own` keeps a column under a key of the council's own, `leave` leaves it in the report. */
  readonly columns: ReadonlyMap<string, Field | 'own' | 'leave'>;
  /** A rating's key, `complete`, or `words`. */
  readonly statuses: ReadonlyMap<string, string>;
  readonly responses: ReadonlyMap<string, Response>;
}

/** A review as it will be written. */
export interface ImportedReview {
  readonly key: string;
  readonly title: string;
  /** The panel's name, where the file gives one. */
  readonly panel: string | undefined;
  readonly recommendations: readonly ImportedRecommendation[];
  readonly reports: readonly ImportedReport[];
}

export interface ImportedAction {
  readonly ref: string;
  /** Whether the file gives the reference; otherwise it was made. */
  readonly hasOwnRef: boolean;
  readonly text: string;
  readonly owners: readonly string[];
  readonly due: string | undefined;
  readonly successMeasure: string | undefined;
  readonly agreed: IsoDate | undefined;
  /** Keys that begin with `x-`. */
  readonly own: ReadonlyMap<string, string>;
}

export interface ImportedRecommendation extends ImportedAction {
  readonly response: Response | undefined;
  readonly reason: string | undefined;
  readonly responded: IsoDate | undefined;
  readonly addressedTo: readonly string[];
  readonly actions: readonly ImportedAction[];
}

/** A rating of the council's key. */
export interface ImportedRating {
  readonly key: string;
  readonly label: string;
  readonly meaning: string | undefined;
  readonly closes: boolean;
}

/** What was reported on one day. */
export interface ImportedReport {
  readonly asAt: IsoDate;
  readonly entries: readonly ImportedEntry[];
}

export interface ImportedEntry {
  readonly refs: readonly string[];
  /** Whether the file dates this report itself, by a heading or in the row. */
  readonly isDated: boolean;
  readonly rating: string | undefined;
  readonly percent: number | undefined;
  readonly isComplete: boolean;
  readonly note: string | undefined;
  readonly revisedDue: string | undefined;
  /** Why more time is asked for. */
  readonly reason: string | undefined;
  readonly evidence: string | undefined;
  readonly reportedBy: string | undefined;
}

export type How = 'taken' | 'guessed' | 'left';

/** What became of one cell. */
export interface CellOutcome {
  readonly cell: Cell;
  readonly table: string;
  readonly how: How;
  /** "R1, owner"; of what was left, why. */
  readonly place: string;
  /** What was written, where it is not the cell's own words. */
  readonly as: string | undefined;
  readonly why: string | undefined;
}

/** A status that a tracker uses, and what was made of it. */
export interface StatusUse {
  /** The word, or a colour as `#00b050`. */
  readonly status: string;
  readonly isColour: boolean;
  readonly times: number;
  readonly became: string | undefined;
  readonly at: string;
}

/** What a column was taken for. */
export interface ColumnOutcome {
  readonly table: string;
  readonly heading: string;
  readonly field: Field | 'own' | 'leave';
  readonly key: string | undefined;
  readonly why: string | undefined;
}

/** Reports without the plan that they are about: only the register knows their actions. */
export interface LooseReports {
  /** The key or the title of the review, where the rows name it. */
  readonly review: string | undefined;
  readonly reports: readonly ImportedReport[];
}

/** A whole file, read. */
export interface Recognised {
  readonly reviews: readonly ImportedReview[];
  readonly loose: readonly LooseReports[];
  readonly council: string | undefined;
  /** The council's key, where the file has it in a table of its own, as an export does. */
  readonly ratings: readonly ImportedRating[];
  readonly columns: readonly ColumnOutcome[];
  readonly cells: readonly CellOutcome[];
  readonly statuses: readonly StatusUse[];
}
