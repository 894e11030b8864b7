import type { IsoDate } from '../../calendar/index.js';
import type { Response } from '../../model/index.js';
import type { Cell } from '../grid/grid.js';

/** What is being gathered; references are settled when a whole review is there. */
export interface DraftAction {
  /** Empty until one is made. */
  ref: string;
  /** Whether the file gives it. */
  hasOwnRef: boolean;
  /** The words as the file has them, before they are Markdown. */
  text: string;
  textCell: Cell | undefined;
  refCell: Cell | undefined;
  readonly owners: string[];
  due: string | undefined;
  readonly measures: string[];
  agreed: IsoDate | undefined;
  readonly own: Map<string, string>;
  readonly section: string | undefined;
  readonly stem: DraftStem | undefined;
}

export interface DraftRecommendation extends DraftAction {
  response: Response | undefined;
  readonly reasons: string[];
  responded: IsoDate | undefined;
  readonly addressedTo: string[];
  readonly actions: DraftAction[];
}

/** The words before a list: "It was resolved that:". */
export interface DraftStem {
  readonly ref: string;
  readonly text: string;
}

/** One report on one row, or on several that share its cells. */
export interface DraftEntry {
  readonly targets: DraftAction[];
  /** References that the row names, to be found once all are known. */
  readonly named: string[];
  readonly asAt: IsoDate;
  /** Whether a heading or the row names the day. */
  isDated: boolean;
  rating: string | undefined;
  percent: number | undefined;
  isComplete: boolean;
  readonly notes: string[];
  /** A status that no rating is known for. */
  readonly statuses: string[];
  revisedDue: string | undefined;
  readonly reasons: string[];
  readonly evidence: string[];
  reportedBy: string | undefined;
  /** The review that the row names, where it names its action by reference alone. */
  review: string | undefined;
}

/** All that belongs to one review. */
export interface DraftReview {
  readonly title: string;
  /** The key that the file gives it. */
  readonly key: string | undefined;
  readonly panel: string | undefined;
  readonly recommendations: DraftRecommendation[];
  readonly entries: DraftEntry[];
}

/** An action with nothing in it yet. */
export function newAction(
  text: string,
  section: string | undefined,
  stem: DraftStem | undefined,
): DraftAction {
  return {
    ref: '',
    hasOwnRef: false,
    text,
    textCell: undefined,
    refCell: undefined,
    owners: [],
    due: undefined,
    measures: [],
    agreed: undefined,
    own: new Map(),
    section,
    stem,
  };
}

/** A recommendation with nothing in it yet. */
export function newRecommendation(
  text: string,
  section: string | undefined,
  stem: DraftStem | undefined,
): DraftRecommendation {
  return {
    ...newAction(text, section, stem),
    response: undefined,
    reasons: [],
    responded: undefined,
    addressedTo: [],
    actions: [],
  };
}

/** A report with nothing in it yet. */
export function newEntry(asAt: IsoDate, isDated: boolean): DraftEntry {
  return {
    targets: [],
    named: [],
    asAt,
    isDated,
    rating: undefined,
    percent: undefined,
    isComplete: false,
    notes: [],
    statuses: [],
    revisedDue: undefined,
    reasons: [],
    evidence: [],
    reportedBy: undefined,
    review: undefined,
  };
}

/** Whether a report says anything. */
export function saysAnything(entry: DraftEntry): boolean {
  return (
    entry.rating !== undefined ||
    entry.percent !== undefined ||
    entry.isComplete ||
    entry.notes.length > 0 ||
    entry.statuses.length > 0 ||
    entry.revisedDue !== undefined
  );
}
