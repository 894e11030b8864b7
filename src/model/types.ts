import type { IsoDate, Nation, PartialDate } from '../calendar/index.js';
import type { Severity, Span } from '../diagnostics/index.js';
import type { PaperKind } from './paper-kinds.js';

/**
 * The domain's nouns, readonly. Everything that a person wrote knows its place: `span` is the thing itself,
 * `spans` the values of its keys, so that a key which it does not have does not compile.
 */
export interface Located<Field extends string = string> {
  readonly span: Span;
  readonly spans: { readonly [F in Field]?: Span };
  /** Values of which something is written that could not be read. There is an error at each, so no paper has one. */
  readonly unread?: ReadonlySet<string>;
}

/** Markdown as the author wrote it. */
export type Markdown = string;

/** A picture that a text of the register shows, or its logo. */
export interface ShownPicture {
  /** Inside the register. */
  readonly path: string;
  readonly span: Span;
  /** Where papers print the text: on a page, or in a column of a table. A logo is in none. */
  readonly room: 'page' | 'column' | undefined;
}

/** The whole register: what the files say, before any date is chosen. */
export interface Model {
  readonly council: Council;
  /** By date, then panel. */
  readonly meetings: readonly Meeting[];
  /** By key. */
  readonly reviews: readonly Review[];
  /** Pictures that the register's words or branding name, by path inside the register. */
  readonly pictures: readonly ShownPicture[];
}

export interface Council
  extends Located<
    | 'council'
    | 'executive'
    | 'language'
    | 'nation'
    | 'panels'
    | 'services'
    | 'officers'
    | 'ratings'
    | 'rules'
    | 'checks'
    | 'branding'
    | 'numbering'
    | 'actionPlan'
    | 'notice'
    | 'allow'
  > {
  readonly name: string;
  /** What the council calls those who decide: Executive, Cabinet, Policy Committee. */
  readonly executive: string;
  readonly nation: Nation;
  readonly panels: readonly Panel[];
  readonly services: readonly Service[];
  readonly officers: readonly Officer[];
  /** Best first; none where owners report in words. */
  readonly ratings: readonly Rating[];
  readonly rules: CouncilRules;
  /** By the code as it was written. */
  readonly checks: ReadonlyMap<string, { readonly level: CheckLevel; readonly span: Span }>;
  readonly branding: Branding;
  readonly numbering: Numbering;
  readonly actionPlan: ActionPlanLayout;
  readonly notice: Markdown | undefined;
  readonly allow: readonly Waiver[];
}

export type Numbering = 'continuous' | 'by-section';
export type ActionPlanLayout = 'portrait' | 'landscape';
export type CheckLevel = 'off' | Severity;

export interface Panel {
  readonly key: string;
  readonly name: string;
  /** The noun for it in a sentence: committee, board. */
  readonly called: string;
  /** A name for narrow places; its full name where it has none. */
  readonly short: string;
  /** The councils whose joint body it is; none where it is the council's own. */
  readonly councils: readonly string[];
  readonly span: Span;
}

export interface Service {
  readonly key: string;
  readonly name: string;
  readonly span: Span;
}

export interface Officer extends Located<'name' | 'role' | 'team' | 'service' | 'phone' | 'email'> {
  readonly key: string;
  readonly name: string | undefined;
  readonly role: string | undefined;
  readonly team: string | undefined;
  readonly service: Service | undefined;
  readonly phone: string | undefined;
  readonly email: string | undefined;
}

export interface Rating extends Located<'label' | 'meaning' | 'closes' | 'signedOff' | 'colour' | 'shape'> {
  readonly key: string;
  readonly label: string;
  readonly meaning: string | undefined;
  /** The owner proposes completion; the panel decides. */
  readonly closes: boolean;
  /** The word for what the panel has signed off. An owner who gives it proposes completion, no more. */
  readonly signedOff: boolean;
  readonly colour: string;
  readonly shape: RatingShape;
  /** 0 is the best. */
  readonly rank: number;
}

export type RatingShape =
  | 'tick'
  | 'triangle'
  | 'bar'
  | 'diamond'
  | 'cross'
  | 'ring'
  | 'square'
  | 'star'
  | 'half'
  | 'dot';

export interface CouncilRules {
  /** How long the Executive has to respond. */
  readonly responseDue: ResponseTime;
  /** Clear days before the meeting on which its papers must be published. */
  readonly papersDueDays: number;
  readonly maxRevisions: number;
  /** Headings of the implications that each item with a paper must have. */
  readonly implications: readonly string[];
}

/** Weeks are seven days each. Months and days begin with the day of receipt, working days with the day after. */
export interface ResponseTime {
  readonly unit: 'months' | 'days' | 'working days';
  readonly count: number;
}

export interface Branding extends Located<'logo' | 'colour'> {
  /** Path inside the register. */
  readonly logo: string | undefined;
  /** `#rrggbb`. */
  readonly colour: string | undefined;
}

/** Where a nation's law lists what can be exempt. */
export interface ExemptionLaw {
  /** "Schedule 7A". */
  readonly schedule: string;
  readonly act: string;
}

/** Why something is kept from the public: Part 1 of Schedule 12A to the Local Government Act 1972, unless another law is named. */
export interface Exemption extends Located<'paragraph' | 'reason'> {
  readonly paragraph: number;
  readonly reason: string | undefined;
  readonly law?: ExemptionLaw;
}

/** A rule that is knowingly not kept here, and until when. */
export interface Waiver extends Located<'rule' | 'reason' | 'until'> {
  readonly rule: string;
  readonly reason: string | undefined;
  readonly until: IsoDate | undefined;
}

/** What may be beside most things. */
export interface Annotations {
  readonly notice: Markdown | undefined;
  readonly exempt: Exemption | undefined;
  readonly allow: readonly Waiver[];
  readonly lang: 'cy' | undefined;
}

/** An officer, or somebody in plain words. */
export type Person =
  | { readonly kind: 'officer'; readonly officer: Officer; readonly span: Span }
  | { readonly kind: 'words'; readonly words: string; readonly span: Span };

export interface Review
  extends Located<
      | 'title'
      | 'panel'
      | 'monitoredBy'
      | 'commissioned'
      | 'finalReport'
      | 'executiveResponse'
      | 'background'
      | 'termsOfReference'
      | 'evidence'
      | 'oversight'
      | 'backgroundPapers'
      | 'recommendations'
      | keyof Annotations
    >,
    Annotations {
  readonly key: string;
  readonly title: string;
  readonly panel: Panel;
  /** Which panel hears the updates, from when; by date, the first without one. */
  readonly monitoredBy: readonly {
    readonly panel: Panel;
    readonly from: IsoDate | undefined;
    readonly span: Span;
  }[];
  readonly commissioned: PartialDate | undefined;
  readonly finalReport: FinalReport | undefined;
  readonly executiveResponse: ExecutiveResponse | undefined;
  readonly background: Markdown | undefined;
  readonly termsOfReference: readonly Markdown[];
  readonly evidence: readonly Markdown[];
  readonly oversight: Markdown | undefined;
  readonly backgroundPapers: readonly Reference[];
  readonly recommendations: readonly Recommendation[];
  /** What owners reported, by date. */
  readonly progress: readonly ProgressReport[];
}

export interface FinalReport extends Located<'date' | 'sentToExecutive'> {
  readonly date: PartialDate | undefined;
  readonly sentToExecutive: PartialDate | undefined;
}

export interface ExecutiveResponse extends Located<'date' | 'decision'> {
  readonly date: PartialDate | undefined;
  readonly decision: ExecutiveDecision | undefined;
}

export type ExecutiveDecision = 'agreed' | 'agreed-in-part' | 'noted' | 'deferred' | 'rejected';

/** A document that can be looked up. */
export interface Reference extends Located<'title' | 'link'> {
  readonly title: string;
  readonly link: string | undefined;
}

export type Response =
  | 'awaited'
  | 'accepted'
  | 'accepted-in-part'
  | 'accepted-in-principle'
  /** Neither accepted nor rejected. */
  | 'noted'
  | 'rejected';

export interface Recommendation
  extends Located<
      | 'ref'
      | 'text'
      | 'response'
      | 'responded'
      | 'reason'
      | 'addressedTo'
      | 'agreed'
      | 'actions'
      | 'owner'
      | 'due'
      | 'successMeasure'
      | keyof Annotations
    >,
    Annotations {
  readonly ref: string;
  readonly text: Markdown;
  /** As written; undefined where it is not recorded. */
  readonly response: Response | undefined;
  /** When the Executive responded to this recommendation, where that is not the day of its response to the review. */
  readonly responded: IsoDate | undefined;
  readonly reason: Markdown | undefined;
  /** Who is asked to respond, where that is not the Executive as a whole. */
  readonly addressedTo: readonly Person[];
  readonly agreed: IsoDate | undefined;
  /** Empty where the recommendation is its own action. */
  readonly actions: readonly Action[];
  /**
   * The recommendation as its own action: it has none beneath it. One that is awaited or rejected is only listed, unless it has an owner, a
   * due date, a success measure or progress.
   */
  readonly ownAction: Action | undefined;
}

export interface Action
  extends Located<'ref' | 'text' | 'owner' | 'due' | 'successMeasure' | 'agreed' | keyof Annotations>,
    Annotations {
  readonly ref: string;
  readonly text: Markdown;
  /** The first leads. */
  readonly owners: readonly Person[];
  readonly due: Due | undefined;
  readonly successMeasure: Markdown | undefined;
  readonly agreed: IsoDate | undefined;
}

/** A date that can be missed, words that were read as a period and can be, or words that cannot. */
export type Due =
  | { readonly kind: 'date'; readonly date: PartialDate }
  /** Printed as it was written, and late after its last day: "Q3 2025/26", "by 31 March 2025", "6 months". */
  | { readonly kind: 'period'; readonly words: string; readonly lastDay: IsoDate }
  | { readonly kind: 'words'; readonly words: string };

/** One progress file. */
export interface ProgressReport extends Located<'asAt' | 'reportedBy' | 'allow' | 'progress'> {
  readonly file: string;
  readonly asAt: IsoDate;
  readonly reportedBy: Person | undefined;
  readonly allow: readonly Waiver[];
  readonly progress: readonly Progress[];
}

/** What was said of one action, or of several in the same words. */
export interface Progress
  extends Located<
    | 'rating'
    | 'percent'
    | 'complete'
    | 'note'
    | 'revisedDue'
    | 'reason'
    | 'evidence'
    | 'reportedBy'
    | 'exempt'
    | 'allow'
    | 'lang'
  > {
  /** The key as written: "1.1" or "2.1, 2.3". */
  readonly written: string;
  readonly refs: readonly string[];
  readonly asAt: IsoDate;
  /** As the entry says; otherwise as its file does. */
  readonly reportedBy: Person | undefined;
  readonly rating: Rating | undefined;
  /** How much is done: whole, 0 to 100. */
  readonly percent: number | undefined;
  /** Without a rating, that the owner proposes completion. */
  readonly complete: boolean;
  readonly note: Markdown | undefined;
  readonly revisedDue: Due | undefined;
  readonly reason: Markdown | undefined;
  readonly evidence: readonly Reference[];
  readonly exempt: Exemption | undefined;
  readonly allow: readonly Waiver[];
  readonly lang: 'cy' | undefined;
}

export interface Meeting
  extends Located<
    'date' | 'published' | 'panel' | 'venue' | 'time' | 'notice' | 'allow' | 'items' | 'decisions'
  > {
  readonly file: string;
  readonly date: IsoDate;
  readonly published: IsoDate | undefined;
  readonly panel: Panel;
  readonly venue: string | undefined;
  readonly time: string | undefined;
  readonly notice: Markdown | undefined;
  readonly allow: readonly Waiver[];
  readonly items: readonly Item[];
  readonly decisions: readonly Decision[];
}

export interface Item
  extends Located<
      | 'number'
      | 'title'
      | 'report'
      | 'review'
      | 'service'
      | 'contact'
      | 'presentedBy'
      | 'reportOf'
      | 'author'
      | 'purpose'
      | 'implications'
      | 'sections'
      | keyof Annotations
    >,
    Annotations {
  /** Text: "6", "6a". */
  readonly number: string;
  readonly title: string;
  /** Undefined where the item has no paper of ours. */
  readonly report: PaperKind | undefined;
  /** Keys of reviews in the order asked for, or all that the panel monitors. */
  readonly review: readonly string[] | 'all';
  readonly service: Service | undefined;
  readonly contact: Person | undefined;
  readonly presentedBy: Person | undefined;
  /** In whose name the report is. */
  readonly reportOf: Person | undefined;
  readonly author: Person | undefined;
  readonly purpose: Markdown | undefined;
  /** In the order in which they are written. */
  readonly implications: readonly Implication[];
  /** Sections of the council's own. */
  readonly sections: readonly ItemSection[];
}

/** What an item means for money, law, equality and the like, by the council's own headings. */
export interface Implication {
  readonly heading: string;
  readonly text: Markdown;
  readonly span: Span;
}

export interface ItemSection extends Located<'title' | 'text' | 'after'> {
  readonly title: string;
  readonly text: Markdown;
  readonly after: SectionPlace;
}

export type SectionPlace = 'purpose' | 'background' | 'evidence' | 'decisions';

export type Ending = 'signed-off' | 'superseded' | 'not-feasible' | 'withdrawn' | 'transferred';

export type ActionDecisionKind = Ending | 'extension-granted' | 'extension-refused' | 'paused' | 'reopened';

export type Decision =
  | (Located<'action' | 'item' | 'decision' | 'due' | 'to' | 'reason' | 'minute'> & {
      readonly kind: 'action';
      readonly review: string;
      readonly ref: string;
      readonly decision: ActionDecisionKind;
      /** With `extension-granted`. */
      readonly due: Due | undefined;
      readonly reason: Markdown | undefined;
      /** With `transferred`: to whom. */
      readonly to: string | undefined;
      readonly minute: string | undefined;
    })
  | (Located<'action' | 'item' | 'decision' | 'due' | 'to' | 'reason' | 'minute'> & {
      readonly kind: 'item';
      readonly item: string;
      readonly decision: 'deferred';
      readonly to: IsoDate;
      readonly reason: Markdown | undefined;
      readonly minute: string | undefined;
    });
