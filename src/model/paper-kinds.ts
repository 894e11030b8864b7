interface PaperKindFacts {
  /** The whole plan as at the agenda's publication, or what came in after it. */
  readonly reports: 'plan' | 'arrivals';
}

/** Every kind of paper. */
export const PAPER_KINDS = ['update', 'tracker', 'addendum'] as const;

export type PaperKind = (typeof PAPER_KINDS)[number];

/** What the register has to know of each kind. */
const FACTS: Readonly<Record<PaperKind, PaperKindFacts>> = {
  update: { reports: 'plan' },
  tracker: { reports: 'plan' },
  addendum: { reports: 'arrivals' },
};

/** Whether a paper reports on the whole plan: owners owe updates for it, and the next paper compares with it. */
export function reportsPlan(kind: PaperKind | undefined): boolean {
  return kind !== undefined && FACTS[kind].reports === 'plan';
}

/** Whether a paper holds what came in after the agenda was published. */
export function reportsArrivals(kind: PaperKind | undefined): boolean {
  return kind !== undefined && FACTS[kind].reports === 'arrivals';
}
