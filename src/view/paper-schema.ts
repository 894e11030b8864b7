import { type FromSchema, flag, html, list, object, oneOf, optional, text } from './schema.js';

/** The council's logo. */
const logo = object({
  /** A `data:` address. */
  address: text,
  alternative: text,
  /** How wide it is by its shape: "5.20rem". */
  width: text,
});

export type CouncilHead = FromSchema<typeof councilHead>;
const councilHead = object({
  name: text,
  logo: optional(logo),
  /** The council's colour, for rules and headings: `#rrggbb`, at least 7:1 on white. */
  colour: text,
  /** The colour as the council has it, for the band beneath its name. */
  band: text,
  /** The same, lightened to at least 7:1 on the dark page. */
  colourOnDark: text,
});

export type PaperHead = FromSchema<typeof paperHead>;
const paperHead = object({
  /** "Scrutiny" lines are above: the panel, the date in full, the item. */
  panel: text,
  /** "A joint body of Norbury Council and Ambridge Council". */
  councils: optional(text),
  /** "Monday 19 February 2018". */
  date: text,
  /** Venue and time, where the meeting has them: "Mandela Room, Town Hall, 10.30 am". */
  place: optional(text),
  /** "Agenda item 6". */
  item: text,
  title: html,
  /** It would take too many lines in the usual size. */
  isLongTitle: flag,
  /** The appendix that this file holds alone, which is then its title; otherwise null. */
  appendix: optional(object({ id: text, heading: text })),
  /** The review or reviews: "Digital Safeguarding: Sexting and Youth Produced Sexual Imagery". */
  subtitle: optional(html),
  /** "Report of the Director of People", "Author: …". */
  by: list(text),
  /** "As at 1 March 2018 …", only with `--as-at`; and "Deferred from …". */
  remarks: list(text),
});

/** Short words that are before or beside other words, in every kind of paper. */
const paperLabels = object({
  /** "Skip to the paper": the first link, for those who use a keyboard. */
  skip: text,
  /** "Notices": what the landmark round the notices is called. */
  notices: text,
  /** "Evidence:", before a document that a report names. */
  evidence: text,
});

/** What the margins of a page say. */
export type RunningLines = FromSchema<typeof runningLines>;
const runningLines = object({
  /** "Culture and Community Scrutiny Panel · 19 February 2018". */
  left: text,
  /** "Item 6 · Children's Services Update". */
  right: text,
  /** The council's name. */
  foot: text,
  /** That a members’ copy is not for publication. */
  confidential: optional(text),
});

export type ContentsPart = FromSchema<typeof contentsPart>;
const contentsPart = object({
  /** Of what it leads to. */
  id: text,
  /** Inline HTML: its heading. */
  html,
});

export type ContentsLine = FromSchema<typeof contentsLine>;
const contentsLine = object({
  ...contentsPart.fields,
  parts: list(contentsPart),
});

/** What a file holds: its sections, and what they are made of. */
export type Contents = FromSchema<typeof contents>;
const contents = object({
  id: text,
  heading: text,
  lines: list(contentsLine),
});

export type Notice = FromSchema<typeof notice>;
const notice = object({
  /** What the notice is about, where a paper has several reviews; otherwise null. */
  label: optional(html),
  html,
});

export type LetteredItem = FromSchema<typeof lettered>;
const lettered = object({
  /** "a)". */
  letter: text,
  /** Inline HTML. */
  html,
  /** Further blocks of it. */
  beneath: optional(html),
});

export type LinkedTitle = FromSchema<typeof linkedTitle>;
export const linkedTitle = object({
  title: html,
  address: optional(text),
});

export type RequestRow = FromSchema<typeof requestRow>;
const requestRow = object({
  /** Leads to the row of the action. */
  reference: html,
  /** The action's words in short. */
  action: html,
  /** "of “Title”" where a paper has several reviews, "rated Red", "no update received". */
  remarks: list(text),
  due: html,
  /** "9 days overdue at 9 February 2018". */
  overdue: optional(text),
  asked: html,
  /** That the date asked for is past when members decide. */
  passed: optional(text),
  /** "No", "Once", "Twice, the most allowed". */
  moves: text,
  reason: html,
  evidence: list(linkedTitle),
  /** "None". */
  noEvidence: optional(text),
});

/** Requests for another date, a line for each. */
export type RequestTable = FromSchema<typeof requestTable>;
const requestTable = object({
  /** "Requests for another date", for those who hear the table. */
  label: text,
  columns: object({
    reference: text,
    action: text,
    due: text,
    asked: text,
    moves: text,
    reason: text,
    evidence: text,
  }),
  rows: list(requestRow),
});

/** One numbered paragraph: "12." and its words, then whatever hangs beneath it (a list, a table, notes). */
export type Paragraph = FromSchema<typeof paragraph>;
const paragraph = object({
  id: text,
  /** "12.", or "2.1" where each section has numbers of its own. */
  number: text,
  /** It ends with a colon, so what follows belongs to it. */
  isLeadIn: flag,
  /** A subheading that is before this paragraph, from a Markdown heading; inline HTML. */
  subheading: optional(html),
  /** Inline HTML: goes inside a `<p>`. */
  html,
  /** A lettered list beneath the paragraph. */
  letters: list(lettered),
  /** Block HTML beneath it: lists, tables, quotations, footnotes. */
  beneath: optional(html),
  /** Requests for another date, where they are a table beneath a motion. */
  requests: optional(requestTable),
});

/** A heading with its numbered paragraphs. */
export type Section = FromSchema<typeof section>;
export const section = object({
  /** For links within the paper; unique. */
  id: text,
  heading: text,
  paragraphs: list(paragraph),
});

export type ContactLine = FromSchema<typeof contactLine>;
const contactLine = object({
  text,
  /** `mailto:` or `tel:` address, or null. */
  address: optional(text),
});

export type Contact = FromSchema<typeof contact>;
const contact = object({
  id: text,
  heading: text,
  /** Post, team, telephone and the like, a line each. */
  lines: list(contactLine),
});

export type BackgroundPapers = FromSchema<typeof backgroundPapers>;
const backgroundPapers = object({
  id: text,
  heading: text,
  papers: list(linkedTitle),
  /** "None": section 100D of the Local Government Act 1972 wants the list even when it is empty. */
  none: optional(text),
});

/**
 * The words of a paper. Everything is settled here: wording, numbers, order, dates. A template can only lay it out.
 *
 * Every key is always present, `null` where there is nothing to say, so that a template which names a key
 * that does not exist is always a mistake and never an empty space.
 */
export type PaperFrame = FromSchema<typeof paperFrame>;
export const paperFrame = object({
  language: oneOf('en-GB'),
  /** The document's own title, for the window, the bookmarks and the metadata. */
  documentTitle: text,
  /** The paper's day, `2018-02-09`. */
  day: text,
  council: councilHead,
  head: paperHead,
  running: runningLines,
  labels: paperLabels,
  /** "NOT FOR PUBLICATION. …" at the head of a members' copy, with the paragraphs. */
  confidential: optional(text),
  notices: list(notice),
  /** What this file holds, in its order, for the screen and for papers of more than ten pages; nothing of a wholly exempt item. */
  contents: optional(contents),
  /** A wholly exempt item: the head, and this sentence, and nothing else. */
  withheld: optional(text),
  purpose: section,
  /** Sections of the council's own, by the part that each follows. */
  ownSections: object({
    purpose: list(section),
    background: list(section),
    evidence: list(section),
    decisions: list(section),
  }),
  /** What the item means for money, law and the like, a subheading for each. */
  implications: optional(section),
  contact: optional(contact),
  backgroundPapers,
});

export type Shape = FromSchema<typeof shape>;
const shape = oneOf(
  'tick',
  'triangle',
  'bar',
  'diamond',
  'cross',
  'ring',
  'square',
  'star',
  'half',
  'dot',
  'dashes',
  'lines',
  'pause',
  'end',
  'withheld',
);

/** A rating or a standing: word, shape and colour together, so that none of them is needed alone. */
export type Mark = FromSchema<typeof mark>;
export const mark = object({
  /** "Green", "No update received", "Paused". */
  word: text,
  shape,
  /** `#rrggbb`, at least 3:1 on white. */
  colour: text,
  /** At least 3:1 on the dark page. */
  colourOnDark: text,
});

export type Count = FromSchema<typeof count>;
const count = object({
  mark,
  number: text,
  /** "of 18". */
  denominator: text,
  /** Share of the bar, in per cent with two decimals: "66.67". */
  share: text,
});

/** "At a glance": what a member sees first. */
export type Glance = FromSchema<typeof glance>;
export const glance = object({
  id: text,
  heading: text,
  /** "18". */
  total: text,
  /** "actions in the plan". */
  totalWords: text,
  counts: list(count),
  /** The same counts as a sentence, for those who cannot see the bar. */
  sentence: text,
  /** What changed since the last paper on each review, or that this is the first; plain sentences. */
  remarks: list(text),
});

/** A report for this meeting that a later one followed. */
export type EarlierReport = FromSchema<typeof earlierReport>;
export const earlierReport = object({
  /** "Reported on 3 February 2026, rated Amber:" */
  heading: text,
  /** Block HTML. */
  words: html,
  remarks: list(html),
  evidence: list(linkedTitle),
});

/** What has no room in a column of a row, such as a table of many columns: it is in a row of its own beneath, as wide as the others. */
export type Below = FromSchema<typeof below>;
export const below = object({
  /** "Action, continued:". */
  heading: text,
  /** Block HTML. */
  html,
});

/** What the row of an action has in every plan, beside its words and its progress. */
export type PlanRow = FromSchema<typeof planRow>;
export const planRow = object({
  /** "31 March 2018", and the same on the owner's line: "due 31 March 2018". */
  due: html,
  dueBesideOwner: html,
  /** "first due 31 January 2018; extended once", "overdue by 50 days"; and the same on one line. */
  dueRemarks: list(html),
  dueLine: optional(html),
  notice: optional(html),
  below: list(below),
  mark,
  /** "75% complete", as last reported. */
  percent: optional(text),
  /** "better", "worse", "no change", "new", or null where nothing can be compared. */
  direction: optional(text),
  /** It needs attention: readers on a screen can choose to see such rows alone. */
  needsAttention: flag,
  /** The row says only that it is withheld, and why. */
  isWithheld: flag,
});

/** A choice of rows for those who read on a screen: all, or those that need attention. */
export type RowFilter = FromSchema<typeof rowFilter>;
export const rowFilter = object({
  /** "Show". */
  legend: text,
  /** "all 18". */
  all: text,
  /** "the 5 that need attention". */
  pressing: text,
});

export type RatingKey = FromSchema<typeof ratingKey>;
export const ratingKey = object({
  heading: text,
  meanings: list(object({ mark, meaning: optional(text) })),
});

/** How a paper was made, in small type where the paper itself ends, before its appendices. The digests of templates and typeface are put in when the page is whole. */
export type Provenance = FromSchema<typeof provenanceSchema>;
export const provenanceSchema = object({
  id: text,
  heading: text,
  sentence: text,
  labels: object({ facts: text, templates: text, fonts: text }),
  /** The digest of the facts shown. */
  facts: text,
});

/** A number in a table, with the word that is over its column. */
export type Tally = FromSchema<typeof tally>;
export const tally = object({
  column: text,
  number: text,
  isNone: flag,
});

/** The files that a paper can come in. */
export type PaperPart = 'whole' | 'cover' | 'appendix-a' | 'appendix-b';
