import type { Html } from '../../markdown/index.js';
import type { LinkedTitle, Mark, PaperFrame, RatingKey, Section } from '../types.js';

/** What came in after the agenda was published, beside what its papers say. As in `types.ts`, nothing is left for a template to work out. */
export interface AddendumPaper extends PaperFrame {
  readonly kind: 'addendum';
  /** How much has come in, and what it changes. */
  readonly summary: Section | null;
  readonly asks: Section | null;
  readonly arrivals: ArrivalTable | null;
}

/** Everything that came in, action by action. */
export interface ArrivalTable {
  readonly id: string;
  readonly heading: string;
  readonly introduction: string;
  readonly columns: { readonly dated: string; readonly before: string; readonly since: string };
  readonly groups: readonly ArrivalGroup[];
  readonly key: RatingKey;
}

/** What came in on one action. */
export interface ArrivalGroup {
  readonly id: string;
  /** The review's title before its first action, where there are several; otherwise null. Inline HTML. */
  readonly review: Html | null;
  /** "Action 2.1". */
  readonly reference: string;
  /** Inline HTML of the action's first paragraph. */
  readonly html: Html;
  /** Further blocks of it. */
  readonly beneath: Html | null;
  readonly owner: string;
  readonly rows: readonly ArrivalRow[];
}

export interface ArrivalRow {
  readonly id: string;
  /** "11 April 2024"; of what is withheld only that it came since. */
  readonly dated: string;
  readonly before: ArrivalCell;
  readonly since: ArrivalCell;
}

export interface ArrivalCell {
  readonly mark: Mark | null;
  /** "better", "worse" or "no change" against the agenda's paper. */
  readonly direction: string | null;
  /** Block HTML. */
  readonly words: Html;
  readonly remarks: readonly Html[];
  readonly evidence: readonly LinkedTitle[];
}
