import {
  below,
  glance,
  mark,
  paperFrame,
  planRow,
  ratingKey,
  rowFilter,
  section,
  tally,
} from '../paper-schema.js';
import { type FromSchema, flag, html, list, object, oneOf, optional, text } from '../schema.js';

export type TotalsRow = FromSchema<typeof totalsRow>;
const totalsRow = object({
  title: html,
  /** Whether it is the sum of all others. */
  isSum: flag,
  total: tally,
  /** Those that occur: what has none of a rating says nothing of it. */
  counts: list(
    object({
      mark,
      number: text,
      /** Its place among the marks of the whole table, so that each stands under its like. */
      place: text,
    }),
  ),
  /** "None", of a review without actions. */
  noCounts: optional(text),
  overdue: tally,
});

/** Where each review stands, and all of them together. */
export type Totals = FromSchema<typeof totals>;
const totals = object({
  section,
  /** Null for one review alone, whose numbers are those at a glance. */
  table: optional(
    object({
      columns: object({ review: text, total: text, counts: text, overdue: text }),
      /** How wide the place of each mark is beside the others, for CSS: "9fr 9fr 7fr". */
      places: text,
      /** Whether they are too many, or too long, to stand under each other; then they follow each other. */
      isCrowded: flag,
      /** The sum of all reviews first. */
      rows: list(totalsRow),
    }),
  ),
});

export type TrendMeeting = FromSchema<typeof trendMeeting>;
const trendMeeting = object({
  /** "19 Feb", and "2018" beneath. */
  day: text,
  year: text,
  /** How many actions there were: the height of the column. */
  total: text,
  /** From the foot of the chart upwards; shares of its height in per cent, and how many it stands for, where there is room for the number. */
  parts: list(object({ mark, share: text, number: optional(text) })),
});

export type TrendRow = FromSchema<typeof trendRow>;
const trendRow = object({
  /** Null where the row is no part of the chart: the total, and how many are overdue. */
  mark: optional(mark),
  label: text,
  numbers: list(tally),
});

/** How the actions stood at meeting after meeting: a chart whose columns are over those of a table. */
export type Trend = FromSchema<typeof trend>;
const trend = object({
  section,
  /** "Rating". */
  corner: text,
  meetings: list(trendMeeting),
  rows: list(trendRow),
});

/** A recommendation's rating, which follows from those of its actions. */
export type DerivedRating = FromSchema<typeof derivedRating>;
const derivedRating = object({
  mark: optional(mark),
  /** Instead of a mark: "Rejected", "Response awaited", "No actions". */
  words: text,
  /** "from 1.2 and 1.3": the actions that it follows from, where there are others too. */
  from: optional(text),
});

export type TrackedAction = FromSchema<typeof trackedAction>;
const trackedAction = object({
  id: text,
  reference: text,
  /** "Recommendation:" before one that is tracked by itself, in a table that has actions too. */
  label: optional(text),
  /** Inline HTML of its first paragraph. */
  action: html,
  /** Further blocks of it. */
  beneath: optional(html),
  /** Of a recommendation that is tracked by itself: who is asked to respond, and how they did. */
  addressedTo: optional(text),
  answer: optional(html),
  /** "Response: accepted.", which goes before the owner, where there is no more to say of it. */
  plainAnswer: optional(html),
  owner: text,
  /** The first sentences of what was said last. */
  latest: html,
  remarks: list(html),
  ...planRow.fields,
});

export type TrackedRecommendation = FromSchema<typeof trackedRecommendation>;
const trackedRecommendation = object({
  id: text,
  /** "1", as the council writes it. */
  reference: text,
  /** Inline HTML of its first paragraph. */
  html,
  /** Further blocks of it. */
  beneath: optional(html),
  /** "Addressed to the Portfolio Holder for Homes." */
  addressedTo: optional(text),
  /** "Response: accepted in part. Counting begins with …"; null where none is recorded. */
  answer: optional(html),
  /** "2 of its 3 actions have been ended by decision of a meeting." */
  remark: optional(text),
  notice: optional(html),
  below: list(below),
  rating: derivedRating,
  /** The row of one that is tracked by itself, which is then all of it; otherwise null. */
  itself: optional(trackedAction),
  rows: list(trackedAction),
});

export type TrackedReview = FromSchema<typeof trackedReview>;
const trackedReview = object({
  id: text,
  title: html,
  /** "7 recommendations: 6 accepted and 1 accepted in part.", "The Executive answered on 5 September 2017." */
  remarks: list(text),
  recommendations: list(trackedRecommendation),
});

/** Appendix A of a tracker: each recommendation with its actions in short. */
export type Tracked = FromSchema<typeof tracked>;
const tracked = object({
  id: text,
  /** "Appendix A. Recommendations and their actions". */
  heading: text,
  introduction: list(text),
  /** How a recommendation comes by its rating; null where none has a rating that follows from others. */
  rule: optional(text),
  /** Whether the page lies on its side, with a column for due dates. */
  isSideways: flag,
  columns: object({
    reference: text,
    action: text,
    due: optional(text),
    latest: text,
    rating: optional(text),
  }),
  /** A reference is longer than its usual column. */
  hasLongReferences: flag,
  /** A word of a rating is longer than its usual column. */
  hasLongRatings: flag,
  /** How many columns there are, and how many lie between the reference and the rating. */
  columnCount: text,
  /** How many there are beside the reference. */
  columnsBeside: text,
  middleColumns: text,
  /** "Recommendation:", before its words; null where the table has nothing else. */
  labels: object({ recommendation: optional(text) }),
  reviews: list(trackedReview),
  key: ratingKey,
  filter: optional(rowFilter),
});

/** Every recommendation that a panel monitors, over all its reviews. Nothing is left for a template to work out. */
export type TrackerPaper = FromSchema<typeof trackerPaperSchema>;
export const trackerPaperSchema = object({
  ...paperFrame.fields,
  kind: oneOf('tracker'),
  /** Which parts this file holds: both, or one with `--split`. */
  shows: object({ cover: flag, appendixA: flag }),
  glance: optional(glance),
  asks: optional(section),
  totals: optional(totals),
  trend: optional(trend),
  appendixA: optional(tracked),
});
