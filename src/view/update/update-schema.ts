import {
  below,
  earlierReport,
  glance,
  linkedTitle,
  paperFrame,
  planRow,
  ratingKey,
  rowFilter,
  section,
} from '../paper-schema.js';
import { type FromSchema, flag, html, list, object, oneOf, optional, text } from '../schema.js';

export type RecommendationLine = FromSchema<typeof recommendationLine>;
const recommendationLine = object({
  id: text,
  /** "1", as the council writes it. */
  reference: text,
  /** Inline HTML of the recommendation's first paragraph. */
  html,
  /** Further blocks of it. */
  beneath: optional(html),
  /** "Addressed to the Portfolio Holder for Homes." */
  addressedTo: optional(text),
  /** "Accepted", "Accepted in part", … */
  response: text,
  /** The reason, where one was given; block HTML. */
  reason: optional(html),
  /** "Notice: …" for this recommendation. */
  notice: optional(html),
  below: list(below),
});

const recommendationGroup = object({
  id: text,
  /** The review's title, where there are several; otherwise null. Inline HTML. */
  heading: optional(html),
  recommendations: list(recommendationLine),
});

/** Appendix A: what was recommended, and what the Executive answered. */
export type AppendixA = FromSchema<typeof appendixA>;
const appendixA = object({
  id: text,
  /** "Appendix A. Recommendations and the Executive's response". */
  heading: text,
  columns: object({ reference: text, recommendation: text }),
  /** "Response"; null where none is recorded, and then the table has no such column. */
  responseColumn: optional(text),
  /** How the Executive answered, in a sentence or two; plain. */
  introduction: list(text),
  groups: list(recommendationGroup),
});

export type ActionRow = FromSchema<typeof actionRow>;
const actionRow = object({
  id: text,
  reference: text,
  /** "Recommendation", before one that is tracked by itself among actions; otherwise null. */
  label: optional(text),
  /** Block HTML. */
  action: html,
  /** "Addressed to the Portfolio Holder for Homes.", of a recommendation that is tracked by itself. */
  addressedTo: optional(text),
  /** "Response: accepted in part.", of such a one, and the reason beneath it as block HTML. */
  response: optional(text),
  reason: optional(html),
  /** "Risk and Resilience Manager; Cleveland Police"; null for a recommendation that is only listed. */
  owner: optional(text),
  /** Inline HTML: the first paragraph of the success measure, or null. */
  measure: optional(html),
  /** Further blocks of it. */
  measureBeneath: optional(html),
  /** Block HTML: the note, or the words said last, or "No update received for this meeting". */
  progress: html,
  /** The report fills a page or more, or has a wide table, so it is in a row of its own beneath the others. */
  isLong: flag,
  /** The report has a table too wide for a column, so beneath the others it has the whole width. */
  isWide: flag,
  /** The row is taller than a quarter of a page, and may go on over the page. */
  isTall: flag,
  /** "Reported on 9 February 2018", "Agreed complete on …", "Asks for more time because …". */
  progressRemarks: list(html),
  evidence: list(linkedTitle),
  /** "2 earlier reports, from 3 January 2025 to 4 May 2025.", beneath the latest with its evidence; null but on a first paper. */
  earlierRemark: optional(text),
  /** What else was reported for this meeting, the latest first. */
  earlier: list(earlierReport),
  ...planRow.fields,
});

/** The rows beneath one recommendation, or the one row of a recommendation that is tracked by itself. */
export type ActionGroup = FromSchema<typeof actionGroup>;
const actionGroup = object({
  id: text,
  /** The review's title before its first group, where there are several; otherwise null. Inline HTML. */
  review: optional(html),
  /** "Recommendation 1." */
  reference: text,
  /** Inline HTML: the recommendation's words, shortened to its first sentence where they are long. */
  html,
  /** Its row says what it is, so nothing is over it. */
  isItself: flag,
  rows: list(actionRow),
});

/** Appendix B: the action plan; Appendix A where every recommendation is its own action, and then the paper has no other. */
export type AppendixB = FromSchema<typeof appendixB>;
const appendixB = object({
  id: text,
  /** "Appendix B. Action plan and progress", "Appendix A. Recommendations and progress". */
  heading: text,
  /** "As at 9 February 2018." and the like; plain. */
  introduction: list(text),
  /** No column for due dates where the page is upright, none for ratings where owners report in words. */
  columns: object({
    reference: text,
    action: text,
    due: optional(text),
    progress: text,
    rating: optional(text),
  }),
  /** How many columns there are. */
  columnCount: text,
  /** How many there are beside the reference. */
  columnsBeside: text,
  /** The page lies on its side, and due dates have a column. */
  isSideways: flag,
  /** A reference is longer than its usual column. */
  hasLongReferences: flag,
  /** A word of a rating is longer than its usual column. */
  hasLongRatings: flag,
  /** "Success measure:" before one, and "The full update is below." in place of one that fills a row of its own. */
  labels: object({ successMeasure: text, reportBelow: text }),
  groups: list(actionGroup),
  key: ratingKey,
  filter: optional(rowFilter),
});

/** What members should look at first. */
export type Attention = FromSchema<typeof attention>;
const attention = object({
  id: text,
  heading: text,
  /** "The 12 most pressing of 47." where there are more than the table has; plain. */
  introduction: optional(text),
  columns: object({ reference: text, action: text, due: text, why: text }),
  rows: list(
    object({
      /** Inline HTML: the reference, which leads to its row where that is in the same file. */
      reference: html,
      /** Inline HTML: the action in a few words. */
      action: html,
      /** Its review, where the paper has several. Inline HTML. */
      review: optional(html),
      due: html,
      /** "Red; 9 days overdue; extension to 30 June 2018 requested". Inline HTML. */
      why: html,
    }),
  ),
});

/** How far the service has got with one review or several, for the panel that monitors them. */
export type UpdatePaper = FromSchema<typeof updatePaperSchema>;
export const updatePaperSchema = object({
  ...paperFrame.fields,
  kind: oneOf('update'),
  /** Which parts this file holds: all of them, or one with `--split`. */
  shows: object({ cover: flag, appendixA: flag, appendixB: flag }),
  glance: optional(glance),
  asks: optional(section),
  attention: optional(attention),
  background: optional(section),
  evidence: optional(section),
  decisions: optional(section),
  oversight: optional(section),
  appendixA: optional(appendixA),
  appendixB: optional(appendixB),
});
