import type { Html } from '../../markdown/index.js';
import type { Glance, Mark, PaperFrame, RatingKey, Section, Tally } from '../types.js';

/** Every recommendation that a panel monitors, over all its reviews. As in `types.ts`, nothing is left for a template to work out. */
export interface TrackerPaper extends PaperFrame {
  readonly kind: 'tracker';
  /** Which parts this file holds: both, or one with `--split`. */
  readonly shows: { readonly cover: boolean; readonly appendixA: boolean };
  readonly glance: Glance | null;
  readonly asks: Section | null;
  readonly totals: Totals | null;
  readonly trend: Trend | null;
  readonly appendixA: Tracked | null;
}

/** Where each review stands, and all of them together. */
export interface Totals {
  readonly section: Section;
  readonly columns: {
    readonly review: string;
    readonly actions: string;
    readonly counts: readonly Mark[];
    readonly overdue: string;
  };
  readonly rows: readonly TotalsRow[];
}

export interface TotalsRow {
  readonly title: Html;
  /** Whether it is the sum of all others. */
  readonly isSum: boolean;
  /** One for each column of numbers. */
  readonly numbers: readonly Tally[];
}

/** How the actions stood at meeting after meeting: a chart whose columns are over those of a table. */
export interface Trend {
  readonly section: Section;
  /** "Actions". */
  readonly corner: string;
  readonly meetings: readonly TrendMeeting[];
  readonly rows: readonly TrendRow[];
}

export interface TrendMeeting {
  /** "19 February", "19 Feb" for a narrow column, and "2018" beneath. */
  readonly day: string;
  readonly shortDay: string;
  readonly year: string;
  /** How many actions there were: the height of the column. */
  readonly total: string;
  /** From the foot of the chart upwards; shares of its height in per cent. */
  readonly parts: readonly { readonly mark: Mark; readonly share: string }[];
}

export interface TrendRow {
  /** Null where the row is no part of the chart: the total, and how many are overdue. */
  readonly mark: Mark | null;
  readonly label: string;
  readonly numbers: readonly Tally[];
}

/** Appendix A of a tracker: each recommendation with its actions in short. */
export interface Tracked {
  readonly id: string;
  /** "Appendix A. Recommendations and their actions". */
  readonly heading: string;
  readonly introduction: readonly string[];
  /** How a recommendation comes by its rating. */
  readonly rule: string;
  readonly columns: {
    readonly reference: string;
    readonly action: string;
    readonly due: string;
    readonly latest: string;
    readonly rating: string;
  };
  /** "Recommendation:", before its words. */
  readonly labels: { readonly recommendation: string };
  readonly reviews: readonly TrackedReview[];
  readonly key: RatingKey;
}

export interface TrackedReview {
  readonly id: string;
  readonly title: Html;
  /** "7 recommendations: 6 accepted and 1 accepted in part.", "The Executive answered on 5 September 2017." */
  readonly remarks: readonly string[];
  readonly recommendations: readonly TrackedRecommendation[];
}

export interface TrackedRecommendation {
  readonly id: string;
  /** "1", as the council writes it. */
  readonly reference: string;
  /** Inline HTML of its first paragraph. */
  readonly html: Html;
  /** Further blocks of it. */
  readonly beneath: Html | null;
  /** "Response: accepted in part. Counting begins with …"; null where none is recorded. */
  readonly answer: Html | null;
  /** "2 of its 3 actions have been ended by decision of a meeting." */
  readonly remark: string | null;
  readonly notice: Html | null;
  readonly rating: DerivedRating;
  readonly rows: readonly TrackedAction[];
}

/** A recommendation's rating, which follows from those of its actions. */
export interface DerivedRating {
  readonly mark: Mark | null;
  /** Instead of a mark: "Rejected", "Response awaited", "No actions". */
  readonly words: string;
  /** "from 1.2 and 1.3": the actions that it follows from, where there are others too. */
  readonly from: string | null;
}

export interface TrackedAction {
  readonly id: string;
  readonly reference: string;
  /** Its first sentence. */
  readonly action: Html;
  readonly owner: string;
  readonly due: Html;
  readonly dueRemarks: readonly Html[];
  /** The first sentences of what was said last. */
  readonly latest: Html;
  readonly remarks: readonly Html[];
  readonly notice: Html | null;
  readonly mark: Mark;
  readonly direction: string | null;
  readonly isWithheld: boolean;
}
