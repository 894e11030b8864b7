import { linkedTitle, mark, paperFrame, ratingKey, section } from '../paper-schema.js';
import { type FromSchema, flag, html, list, object, oneOf, optional, text } from '../schema.js';

export type ArrivalCell = FromSchema<typeof arrivalCell>;
const arrivalCell = object({
  mark: optional(mark),
  /** "better", "worse" or "no change" against the agenda's paper. */
  direction: optional(text),
  /** Block HTML. */
  words: html,
  /** They have a table too wide for a column, so they are in a row of their own beneath. */
  isWide: flag,
  remarks: list(html),
  evidence: list(linkedTitle),
});

export type ArrivalRow = FromSchema<typeof arrivalRow>;
const arrivalRow = object({
  id: text,
  /** "2.1", before every cell of those who listen. */
  reference: text,
  /** "11 April 2024", which the words beneath have too; of what is withheld only that it came since. */
  dated: text,
  before: arrivalCell,
  since: arrivalCell,
  /** Words of either are in a row of their own beneath. */
  hasMore: flag,
});

/** What came in on one action. */
export type ArrivalGroup = FromSchema<typeof arrivalGroup>;
const arrivalGroup = object({
  id: text,
  /** The review's title before its first action, where there are several; otherwise null. Inline HTML. */
  review: optional(html),
  /** "Action 2.1". */
  reference: text,
  /** Inline HTML of the action's first paragraph. */
  html,
  /** Further blocks of it. */
  beneath: optional(html),
  owner: text,
  rows: list(arrivalRow),
});

/** Everything that came in, action by action. */
export type ArrivalTable = FromSchema<typeof arrivalTable>;
const arrivalTable = object({
  id: text,
  heading: text,
  introduction: text,
  columns: object({ reference: text, before: text, since: text }),
  /** "The full update is below.", in place of words in a row of their own. */
  wordsBelow: text,
  groups: list(arrivalGroup),
  key: ratingKey,
});

/** The ratings that have changed, a line for each action. */
export type RatingChanges = FromSchema<typeof ratingChanges>;
const ratingChanges = object({
  /** "Ratings that have changed", for those who hear the table. */
  label: text,
  columns: object({ reference: text, before: text, since: text }),
  rows: list(
    object({
      /** Leads to the action. */
      reference: html,
      before: mark,
      since: mark,
      /** "better", "worse"; null where there was no rating before. */
      direction: optional(text),
    }),
  ),
});

/** What came in after the agenda was published, beside what its papers say. Nothing is left for a template to work out. */
export type AddendumPaper = FromSchema<typeof addendumPaperSchema>;
export const addendumPaperSchema = object({
  ...paperFrame.fields,
  kind: oneOf('addendum'),
  /** How much has come in, and what it changes. */
  summary: optional(section),
  /** Beneath the summary's last paragraph, where several ratings have changed. */
  changes: optional(ratingChanges),
  asks: optional(section),
  arrivals: optional(arrivalTable),
});
