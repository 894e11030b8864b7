import type { Html } from '../markdown/index.js';

/**
 * The words of a paper. Everything is settled here: wording, numbers, order, dates. A template can only lay it out.
 *
 * Every key is always present, `null` where there is nothing to say, so that a template which names a key
 * that does not exist is always a mistake and never an empty space.
 */
export interface PaperFrame {
  readonly language: 'en-GB';
  /** The document's own title, for the window, the bookmarks and the metadata. */
  readonly documentTitle: string;
  /** The paper's day, `2018-02-09`. */
  readonly day: string;
  readonly council: CouncilHead;
  readonly head: PaperHead;
  readonly running: RunningLines;
  readonly labels: PaperLabels;
  /** "Members' copy: …", on every page of a confidential paper. */
  readonly confidential: string | null;
  readonly notices: readonly Notice[];
  /** What this file holds, in its order, for the screen and for papers of more than ten pages; nothing of a wholly exempt item. */
  readonly contents: Contents | null;
  /** A wholly exempt item: the head, and this sentence, and nothing else. */
  readonly withheld: string | null;
  readonly purpose: Section;
  readonly contact: Contact | null;
  readonly backgroundPapers: BackgroundPapers;
}

/** How far the service has got with one review or several, for the panel that monitors them. */
export interface UpdatePaper extends PaperFrame {
  readonly kind: 'update';
  /** Which parts this file holds: all of them, or one with `--split`. */
  readonly shows: { readonly cover: boolean; readonly appendixA: boolean; readonly appendixB: boolean };
  readonly glance: Glance | null;
  readonly asks: Section | null;
  readonly background: Section | null;
  readonly evidence: Section | null;
  readonly decisions: Section | null;
  readonly oversight: Section | null;
  readonly appendixA: AppendixA | null;
  readonly appendixB: AppendixB | null;
}

/** How a paper was made, in small type where the paper itself ends, before its appendices. The digests of templates and typeface are put in when the page is whole. */
export interface Provenance {
  readonly id: string;
  readonly heading: string;
  readonly sentence: string;
  readonly labels: { readonly facts: string; readonly templates: string; readonly fonts: string };
  /** The digest of the facts shown. */
  readonly facts: string;
}

export interface CouncilHead {
  readonly name: string;
  readonly logo: Picture | null;
  /** The council's colour, for rules and headings: `#rrggbb`, at least 7:1 on white. */
  readonly colour: string;
  /** The same, lightened to at least 7:1 on the dark page. */
  readonly colourOnDark: string;
}

export interface Picture {
  /** A `data:` address. */
  readonly address: string;
  readonly alternative: string;
}

export interface PaperHead {
  /** "Scrutiny" lines are above: the panel, the date in full, the item. */
  readonly panel: string;
  /** "Monday 19 February 2018". */
  readonly date: string;
  /** Venue and time, where the meeting has them: "Mandela Room, Town Hall, 10.30 am". */
  readonly place: string | null;
  /** "Agenda item 6". */
  readonly item: string;
  readonly title: Html;
  /** The appendix that this file holds alone, which is then its title; otherwise null. */
  readonly appendix: { readonly id: string; readonly heading: string } | null;
  /** The review or reviews: "Digital Safeguarding: Sexting and Youth Produced Sexual Imagery". */
  readonly subtitle: Html | null;
  /** "As at 1 March 2018 …", only with `--as-at`; and "Deferred from …". */
  readonly remarks: readonly string[];
}

/** Short words that are before or beside other words, in every kind of paper. */
export interface PaperLabels {
  /** "Skip to the paper": the first link, for those who use a keyboard. */
  readonly skip: string;
  /** "Notices": what the landmark round the notices is called. */
  readonly notices: string;
  /** "Evidence:", before a document that a report names. */
  readonly evidence: string;
}

/** What the margins of a page say. */
export interface RunningLines {
  /** "Culture and Community Scrutiny Panel · 19 February 2018". */
  readonly left: string;
  /** "Item 6 · Children's Services Update". */
  readonly right: string;
  /** The council's name, or the members'-copy mark with it. */
  readonly foot: string;
}

/** What a file holds: its sections, and what they are made of. */
export interface Contents {
  readonly id: string;
  readonly heading: string;
  readonly lines: readonly ContentsLine[];
}

export interface ContentsLine extends ContentsPart {
  readonly parts: readonly ContentsPart[];
}

export interface ContentsPart {
  /** Of what it leads to. */
  readonly id: string;
  /** Inline HTML: its heading. */
  readonly html: Html;
}

export interface Notice {
  /** What the notice is about, where a paper has several reviews; otherwise null. */
  readonly label: Html | null;
  readonly html: Html;
}

/** A heading with its numbered paragraphs. */
export interface Section {
  /** For links within the paper; unique. */
  readonly id: string;
  readonly heading: string;
  readonly paragraphs: readonly Paragraph[];
}

/** One numbered paragraph: "12." and its words, then whatever hangs beneath it (a list, a table, notes). */
export interface Paragraph {
  readonly id: string;
  /** "12." or, where it is under a heading of the author's own, with that heading before it. */
  readonly number: string;
  /** A subheading that is before this paragraph, from a Markdown heading; inline HTML. */
  readonly subheading: Html | null;
  /** Inline HTML: goes inside a `<p>`. */
  readonly html: Html;
  /** A lettered list beneath the paragraph. */
  readonly letters: readonly Lettered[];
  /** Block HTML beneath it: lists, tables, quotations, footnotes. */
  readonly beneath: Html | null;
}

export interface Lettered {
  /** "a)". */
  readonly letter: string;
  /** Inline HTML. */
  readonly html: Html;
  /** Further blocks of it. */
  readonly beneath: Html | null;
}

/** "At a glance": what a member sees first. */
export interface Glance {
  readonly id: string;
  readonly heading: string;
  /** "18". */
  readonly total: string;
  /** "actions in the plan". */
  readonly totalWords: string;
  readonly counts: readonly Count[];
  /** The same counts as a sentence, for those who cannot see the bar. */
  readonly sentence: string;
  /** What changed since the last paper on each review, or that this is the first; plain sentences. */
  readonly remarks: readonly string[];
}

export interface Count {
  readonly mark: Mark;
  readonly number: string;
  /** "of 18". */
  readonly denominator: string;
  /** Share of the bar, in per cent with two decimals: "66.67". */
  readonly share: string;
}

/** A rating or a standing: word, shape and colour together, so that none of them is needed alone. */
export interface Mark {
  /** "Green", "No update received", "Paused". */
  readonly word: string;
  readonly shape: Shape;
  /** `#rrggbb`, at least 3:1 on white. */
  readonly colour: string;
  /** At least 3:1 on the dark page. */
  readonly colourOnDark: string;
}

export type Shape =
  | 'tick'
  | 'triangle'
  | 'bar'
  | 'diamond'
  | 'cross'
  | 'ring'
  | 'lines'
  | 'pause'
  | 'end'
  | 'withheld';

export interface Contact {
  readonly id: string;
  readonly heading: string;
  /** Post, team, telephone and the like, a line each. */
  readonly lines: readonly ContactLine[];
}

export interface ContactLine {
  readonly text: string;
  /** `mailto:` or `tel:` address, or null. */
  readonly address: string | null;
}

export interface BackgroundPapers {
  readonly id: string;
  readonly heading: string;
  readonly papers: readonly LinkedTitle[];
  /** "None": section 100D of the Local Government Act 1972 wants the list even when it is empty. */
  readonly none: string | null;
}

export interface LinkedTitle {
  readonly title: Html;
  readonly address: string | null;
}

/** Appendix A: what was recommended, and what the Executive answered. */
export interface AppendixA {
  readonly id: string;
  /** "Appendix A. Recommendations and the Executive's response". */
  readonly heading: string;
  readonly columns: { readonly reference: string; readonly recommendation: string };
  /** "Response"; null where none is recorded, and then the table has no such column. */
  readonly responseColumn: string | null;
  /** How the Executive answered, in a sentence or two; plain. */
  readonly introduction: readonly string[];
  readonly groups: readonly RecommendationGroup[];
}

export interface RecommendationGroup {
  readonly id: string;
  /** The review's title, where there are several; otherwise null. Inline HTML. */
  readonly heading: Html | null;
  readonly recommendations: readonly RecommendationLine[];
}

export interface RecommendationLine {
  readonly id: string;
  /** "1", as the council writes it. */
  readonly reference: string;
  /** Inline HTML of the recommendation's first paragraph. */
  readonly html: Html;
  /** Further blocks of it. */
  readonly beneath: Html | null;
  /** "Accepted", "Accepted in part", … */
  readonly response: string;
  /** The reason, where one was given; block HTML. */
  readonly reason: Html | null;
  /** "Notice: …" for this recommendation. */
  readonly notice: Html | null;
}

/** Appendix B: the action plan. */
export interface AppendixB {
  readonly id: string;
  /** "Appendix B. Action plan and progress". */
  readonly heading: string;
  /** "As at 9 February 2018." and the like; plain. */
  readonly introduction: readonly string[];
  readonly columns: {
    readonly reference: string;
    readonly action: string;
    readonly due: string;
    readonly progress: string;
    readonly rating: string;
  };
  /** "Success measure:" before one, and "The report stands beneath." in place of one that fills a row of its own. */
  readonly labels: { readonly successMeasure: string; readonly reportBelow: string };
  readonly groups: readonly ActionGroup[];
  /** "There are no actions in this plan.", instead of an empty table; otherwise null. */
  readonly empty: string | null;
  readonly key: RatingKey;
}

/** The rows beneath one recommendation. */
export interface ActionGroup {
  readonly id: string;
  /** The review's title before its first group, where there are several; otherwise null. Inline HTML. */
  readonly review: Html | null;
  /** "Recommendation 1." */
  readonly reference: string;
  /** Inline HTML: the recommendation's words, shortened to its first sentence where they are long. */
  readonly html: Html;
  readonly rows: readonly ActionRow[];
}

export interface ActionRow {
  readonly id: string;
  readonly reference: string;
  /** Block HTML. */
  readonly action: Html;
  /** "Risk and Resilience Manager; Cleveland Police". */
  readonly owner: string;
  /** Inline HTML: the first paragraph of the success measure, or null. */
  readonly measure: Html | null;
  /** Further blocks of it. */
  readonly measureBeneath: Html | null;
  /** "31 March 2018", "ongoing", "None given". */
  readonly due: Html;
  /** "was 31 January 2018; moved once", "asks for 30 June 2018", "overdue by 50 days". */
  readonly dueRemarks: readonly Html[];
  /** Block HTML: the note, or the words said last, or "No update received for this meeting". */
  readonly progress: Html;
  /** The report fills a page or more, so it is in a row of its own beneath the others. */
  readonly isLong: boolean;
  /** "Reported on 9 February 2018", "Agreed complete on …", "Asks for more time because …". */
  readonly progressRemarks: readonly Html[];
  readonly evidence: readonly LinkedTitle[];
  /** "2 earlier reports, from 3 January 2025 to 4 May 2025.", beneath the latest with its evidence; null but on a first paper. */
  readonly earlierRemark: string | null;
  /** What else was reported for this meeting, the latest first. */
  readonly earlier: readonly EarlierReport[];
  readonly notice: Html | null;
  readonly mark: Mark;
  /** "better", "worse", "no change", "new", or null where nothing can be compared. */
  readonly direction: string | null;
  /** The row says only that it is withheld, and why. */
  readonly isWithheld: boolean;
}

/** A report for this meeting that a later one followed. */
export interface EarlierReport {
  /** "Reported on 3 February 2026, rated Amber:" */
  readonly heading: string;
  /** Block HTML. */
  readonly words: Html;
  readonly remarks: readonly Html[];
  readonly evidence: readonly LinkedTitle[];
}

export interface RatingKey {
  readonly heading: string;
  readonly meanings: readonly { readonly mark: Mark; readonly meaning: string }[];
}

/** A number in a table, with the word that is over its column. */
export interface Tally {
  readonly column: string;
  readonly number: string;
  readonly isNone: boolean;
}

/** The files that a paper can come in. */
export type PaperPart = 'whole' | 'cover' | 'appendix-a' | 'appendix-b';
