import { PAPER_KINDS, type PaperKind, reportsPlan } from './paper-kinds.js';
import type {
  Action,
  Branding,
  Council,
  CouncilRules,
  Decision,
  Due,
  ExecutiveResponse,
  Exemption,
  FinalReport,
  Implication,
  Item,
  ItemSection,
  Located,
  Meeting,
  Officer,
  Panel,
  Person,
  Progress,
  ProgressReport,
  Rating,
  Recommendation,
  Reference,
  Review,
  Service,
  Waiver,
} from './types.js';

/**
 * What may be published of every field of every noun. The public copy and the last look before publication are both made from these tables,
 * and a field without a rule does not compile.
 */
export interface FieldRule<Kind extends TextKind = TextKind> {
  /** What becomes of it where the thing, or whatever holds the thing, is exempt. */
  readonly whenExempt: 'public' | 'exempt';
  readonly text: Kind;
  /** The kinds of paper that print it as text, where it is public and was known on the paper's day. */
  readonly printed: readonly PaperKind[];
}

/** `parts`: it holds things that have a table of their own. `none`: nothing that a paper prints as it is written. */
export type TextKind = 'prose' | 'title' | 'name' | 'person' | 'document' | 'date' | 'parts' | 'none';

/** A person, a document or a due date always counts as one, so that none of them can be passed off as a thing without words. */
type TextKindOf<V> =
  NonNullable<V> extends Person | readonly Person[]
    ? 'person'
    : NonNullable<V> extends readonly Reference[]
      ? 'document'
      : NonNullable<V> extends Due
        ? 'date'
        : NonNullable<V> extends string | readonly string[]
          ? 'prose' | 'title' | 'name' | 'date' | 'none'
          : 'parts' | 'none';

/** A rule for each field of a noun: no more and no fewer. */
export type FieldRules<T> = { readonly [K in keyof Required<T>]: FieldRule<TextKindOf<T[K]>> };

/** The nouns, by the names of their tables. */
interface Nouns {
  readonly council: Council;
  readonly councilRules: CouncilRules;
  readonly branding: Branding;
  readonly panel: Panel;
  readonly service: Service;
  readonly officer: Officer;
  readonly rating: Rating;
  readonly review: Review;
  readonly finalReport: FinalReport;
  readonly executiveResponse: ExecutiveResponse;
  readonly reference: Reference;
  readonly exemption: Exemption;
  readonly waiver: Waiver;
  readonly recommendation: Recommendation;
  readonly action: Action;
  readonly progressReport: ProgressReport;
  readonly progress: Progress;
  readonly meeting: Meeting;
  readonly item: Item;
  readonly actionDecision: Extract<Decision, { kind: 'action' }>;
  readonly implication: Implication;
  readonly itemSection: ItemSection;
  readonly itemDecision: Extract<Decision, { kind: 'item' }>;
}

/** The fields of a noun that are blank in its public copy. The compiler reads them from the noun's table. */
export type ExemptFields<N extends keyof Nouns> = {
  readonly [K in keyof Nouns[N] as K extends keyof Fields[N]
    ? Fields[N][K] extends { readonly whenExempt: 'exempt' }
      ? K
      : never
    : never]: Nouns[N][K];
};

type Fields = typeof FIELDS;

const EVERY: readonly PaperKind[] = PAPER_KINDS;
const UPDATE: readonly PaperKind[] = ['update'];
const PLANS: readonly PaperKind[] = PAPER_KINDS.filter(reportsPlan);
const REPORTS: readonly PaperKind[] = ['update', 'addendum'];
const NOWHERE: readonly PaperKind[] = [];

const open = <const T extends TextKind>(text: T, printed = NOWHERE) =>
  ({ whenExempt: 'public', text, printed }) as const;
const exempt = <const T extends TextKind>(text: T, printed = NOWHERE) =>
  ({ whenExempt: 'exempt', text, printed }) as const;

const PLACED = {
  span: open('none'),
  spans: open('none'),
  unread: open('none'),
} as const satisfies FieldRules<Located>;

/** The table of every noun, by its name. */
export const FIELDS = {
  council: {
    ...PLACED,
    name: open('title', EVERY),
    executive: open('title'),
    nation: open('none'),
    panels: open('parts'),
    services: open('parts'),
    officers: open('parts'),
    ratings: open('parts'),
    rules: open('parts'),
    checks: open('none'),
    branding: open('parts'),
    numbering: open('none'),
    actionPlan: open('none'),
    notice: open('prose', EVERY),
    allow: open('parts'),
  },
  councilRules: {
    responseDue: open('none'),
    papersDueDays: open('none'),
    maxRevisions: open('none'),
    implications: open('none'),
  },
  branding: {
    ...PLACED,
    logo: open('none'),
    colour: open('none'),
  },
  panel: {
    key: open('none'),
    name: open('title', EVERY),
    called: open('none'),
    short: open('none'),
    councils: open('title', EVERY),
    span: open('none'),
  },
  service: {
    key: open('none'),
    name: open('title', EVERY),
    span: open('none'),
  },
  /** Officers are listed in council.yaml, which is public; that one of them owns or reports something exempt is not. */
  officer: {
    ...PLACED,
    key: open('none'),
    name: open('name', EVERY),
    role: open('name', EVERY),
    team: open('name', EVERY),
    service: open('none'),
    phone: open('name', EVERY),
    email: open('name', EVERY),
  },
  rating: {
    ...PLACED,
    key: open('none'),
    label: open('name', EVERY),
    meaning: open('name', EVERY),
    closes: open('none'),
    signedOff: open('none'),
    colour: open('none'),
    shape: open('none'),
    rank: open('none'),
  },
  /**
   * The days of the Executive's answer decide which actions there are, and so how many lines say that they are withheld. They are public, and
   * are printed of a public review only.
   */
  review: {
    ...PLACED,
    key: open('none'),
    title: exempt('title', EVERY),
    panel: open('none'),
    monitoredBy: open('none'),
    commissioned: exempt('date'),
    finalReport: exempt('parts'),
    executiveResponse: open('parts'),
    background: exempt('prose', UPDATE),
    termsOfReference: exempt('prose', UPDATE),
    evidence: exempt('prose', UPDATE),
    oversight: exempt('prose', UPDATE),
    backgroundPapers: exempt('document', EVERY),
    recommendations: open('parts'),
    progress: open('parts'),
    notice: exempt('prose', EVERY),
    exempt: open('parts'),
    allow: exempt('parts'),
    lang: exempt('none'),
  },
  finalReport: {
    ...PLACED,
    date: exempt('date', UPDATE),
    sentToExecutive: exempt('date', UPDATE),
  },
  executiveResponse: {
    ...PLACED,
    date: open('date', PLANS),
    decision: open('none'),
  },
  reference: {
    ...PLACED,
    title: exempt('title', EVERY),
    link: exempt('name', EVERY),
  },
  /** The paragraph of the Act is said in public in the place of what is withheld; why it applies is part of what is withheld. */
  exemption: {
    ...PLACED,
    paragraph: open('none', EVERY),
    reason: exempt('prose'),
    law: open('none', EVERY),
  },
  waiver: {
    ...PLACED,
    rule: exempt('none'),
    reason: exempt('prose'),
    until: exempt('date'),
  },
  recommendation: {
    ...PLACED,
    ref: open('name', PLANS),
    text: exempt('prose', PLANS),
    response: exempt('none', PLANS),
    responded: exempt('date', PLANS),
    reason: exempt('prose', PLANS),
    addressedTo: exempt('person', PLANS),
    /** It decides from when the line is in papers, withheld or not. */
    agreed: open('date'),
    actions: open('parts'),
    ownAction: open('parts'),
    notice: exempt('prose', PLANS),
    exempt: open('parts'),
    allow: exempt('parts'),
    lang: exempt('none'),
  },
  action: {
    ...PLACED,
    ref: open('name', EVERY),
    text: exempt('prose', EVERY),
    owners: exempt('person', EVERY),
    due: exempt('date', EVERY),
    successMeasure: exempt('prose', UPDATE),
    agreed: open('date'),
    notice: exempt('prose', PLANS),
    exempt: open('parts'),
    allow: exempt('parts'),
    lang: exempt('none'),
  },
  progressReport: {
    ...PLACED,
    file: open('none'),
    asAt: exempt('date', REPORTS),
    reportedBy: exempt('person', REPORTS),
    allow: exempt('parts'),
    progress: open('parts'),
  },
  /** An exempt entry is left out as a whole: nobody learns of which day it is, or whether it asks for more time. */
  progress: {
    ...PLACED,
    written: open('none'),
    refs: open('none'),
    asAt: exempt('date', EVERY),
    reportedBy: exempt('person', REPORTS),
    rating: exempt('none', EVERY),
    percent: exempt('none', EVERY),
    complete: exempt('none', EVERY),
    note: exempt('prose', EVERY),
    revisedDue: exempt('date', EVERY),
    reason: exempt('prose', EVERY),
    evidence: exempt('document', REPORTS),
    exempt: open('parts'),
    allow: exempt('parts'),
    lang: exempt('none'),
  },
  meeting: {
    ...PLACED,
    file: open('none'),
    date: open('date', EVERY),
    published: open('date', EVERY),
    panel: open('none'),
    venue: open('title', EVERY),
    time: open('title', EVERY),
    notice: open('prose', EVERY),
    allow: open('parts'),
    items: open('parts'),
    decisions: open('parts'),
  },
  item: {
    ...PLACED,
    number: open('name', EVERY),
    title: exempt('title', EVERY),
    report: open('none'),
    review: exempt('none'),
    service: exempt('none', UPDATE),
    contact: exempt('person', EVERY),
    presentedBy: exempt('person', PLANS),
    reportOf: exempt('person', EVERY),
    author: exempt('person', EVERY),
    purpose: exempt('prose', EVERY),
    implications: exempt('parts'),
    sections: exempt('parts'),
    notice: exempt('prose', EVERY),
    exempt: open('parts'),
    allow: exempt('parts'),
    lang: exempt('none'),
  },
  implication: {
    heading: exempt('title', EVERY),
    text: exempt('prose', EVERY),
    span: open('none'),
  },
  itemSection: {
    ...PLACED,
    title: exempt('title', EVERY),
    text: exempt('prose', EVERY),
    after: open('none'),
  },
  /** A decision on an exempt action: only that the action is there is public. */
  actionDecision: {
    ...PLACED,
    kind: open('none'),
    review: open('none'),
    ref: open('name', EVERY),
    decision: exempt('none', EVERY),
    due: exempt('date', EVERY),
    reason: exempt('prose', EVERY),
    to: exempt('name', EVERY),
    minute: exempt('name', EVERY),
  },
  /** Which item is put off to which day is on the agendas. */
  itemDecision: {
    ...PLACED,
    kind: open('none'),
    item: open('name'),
    decision: open('none'),
    to: open('date', PLANS),
    reason: exempt('prose', PLANS),
    minute: exempt('name', PLANS),
  },
} as const satisfies { readonly [N in keyof Nouns]: FieldRules<Nouns[N]> };
