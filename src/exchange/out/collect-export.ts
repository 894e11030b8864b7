import { type IsoDate, lastDayOf, type PartialDate } from '../../calendar/index.js';
import { plainText } from '../../markdown/index.js';
import {
  type Due,
  lastDayOfDue,
  type Meeting,
  type Model,
  type Progress,
  type Rating,
  type Response,
  writtenDue,
} from '../../model/index.js';
import { date, phrases } from '../../phrases/index.js';
import {
  type ActionAsAt,
  dayRegister,
  type Filter,
  type RecommendationAsAt,
  type ReviewAsAt,
} from '../../register/index.js';
import { ENDING_LABELS, nameOf, withheldWords } from '../../view/index.js';

/** What is exported: the register as one day knows it, in plain words. What is withheld is not in it. */
export interface ExportedRegister {
  readonly council: string;
  readonly day: IsoDate;
  readonly isConfidential: boolean;
  readonly ratings: readonly Rating[];
  readonly reviews: readonly ExportedReview[];
  /** On or after the day. */
  readonly meetings: readonly Meeting[];
}

export interface ExportedReview {
  readonly key: string;
  /** Undefined where it is withheld. */
  readonly title: string | undefined;
  readonly panel: string;
  /** What every paper on it would say first: a draft, sample data, a correction. */
  readonly notice: string | undefined;
  readonly recommendations: readonly ExportedRecommendation[];
}

export interface ExportedRecommendation {
  readonly ref: string;
  /** Of what is withheld only the reference and this is there. */
  readonly withheld: string | undefined;
  readonly text: string | undefined;
  readonly response: Response | undefined;
  readonly reason: string | undefined;
  readonly responded: IsoDate | undefined;
  readonly addressedTo: readonly string[];
  readonly agreed: IsoDate | undefined;
  /** Whether the one action is the recommendation itself. */
  readonly isOwnAction: boolean;
  readonly actions: readonly ExportedAction[];
}

export interface ExportedAction {
  readonly ref: string;
  readonly withheld: string | undefined;
  readonly text: string | undefined;
  readonly owners: readonly string[];
  readonly due: ExportedDue | undefined;
  /** The date that stands, where a meeting moved it. */
  readonly extendedTo: ExportedDue | undefined;
  readonly measure: string | undefined;
  readonly agreed: IsoDate | undefined;
  readonly standing: 'open' | 'paused' | 'ended' | undefined;
  /** What a meeting decided last, with its day. */
  readonly decided: string | undefined;
  /** Oldest first. */
  readonly reports: readonly ExportedReport[];
}

/** As it is written, and the last day on which it is in time. */
export interface ExportedDue {
  readonly written: string;
  readonly date: PartialDate | undefined;
  readonly lastDay: IsoDate | undefined;
}

export interface ExportedReport {
  readonly asAt: IsoDate;
  readonly rating: Rating | undefined;
  readonly percent: number | undefined;
  readonly isComplete: boolean;
  readonly note: string | undefined;
  readonly asked: ExportedDue | undefined;
  readonly reason: string | undefined;
  readonly evidence: readonly string[];
  readonly by: string | undefined;
}

/** Which part of the register is exported. */
export interface ExportWanted extends Pick<Filter, 'panel' | 'review'> {
  readonly day: IsoDate;
  readonly isConfidential: boolean;
}

/** The register on a day as a value for spreadsheets, JSON and calendars. */
export function collectExport(model: Model, wanted: ExportWanted): ExportedRegister {
  const register = dayRegister(model, wanted);
  const isWhole = wanted.panel === undefined && wanted.review === undefined;
  const panels = new Set(register.reviews.map(({ panel }) => panel.key));
  return {
    council: register.council.name,
    day: wanted.day,
    isConfidential: wanted.isConfidential,
    ratings: register.council.ratings,
    reviews: register.reviews.map(({ reviewAsAt, panel }) =>
      exportReview(reviewAsAt, panel.name, register.council.notice, wanted.day),
    ),
    meetings: model.meetings.filter(
      ({ date: held, panel }) => held >= wanted.day && (isWhole || panels.has(panel.key)),
    ),
  };
}

function exportReview(
  asAt: ReviewAsAt,
  panel: string,
  ofCouncil: string | undefined,
  day: IsoDate,
): ExportedReview {
  const notices = [ofCouncil, asAt.review.notice].flatMap((notice) => plain(notice) ?? []);
  const reports = new Map<string, Progress[]>();
  for (const { progress } of asAt.review.progress)
    for (const entry of progress)
      if (entry.asAt <= day)
        for (const ref of entry.refs) reports.set(ref, [...(reports.get(ref) ?? []), entry]);
  return {
    key: asAt.review.key,
    title: asAt.withheld ? undefined : plainText(asAt.review.title),
    panel,
    notice: notices.length > 0 ? notices.join('\n') : undefined,
    recommendations: asAt.recommendations.map((one) => exportRecommendation(one, reports)),
  };
}

function exportRecommendation(
  { recommendation, withheld, response, actions }: RecommendationAsAt,
  reports: ReadonlyMap<string, readonly Progress[]>,
): ExportedRecommendation {
  const { ref, agreed } = recommendation;
  const isOwnAction = recommendation.actions.length === 0;
  return {
    ref,
    withheld: withheld && withheldWords(withheld),
    text: withheld ? undefined : plainText(recommendation.text),
    // What is not said is not said in the export either: the day's answer to the whole review is no response of this one.
    response: withheld ? undefined : recommendation.response && response,
    reason: withheld ? undefined : plain(recommendation.reason),
    responded: withheld ? undefined : recommendation.responded,
    addressedTo: withheld ? [] : recommendation.addressedTo.map(nameOf),
    agreed: withheld ? undefined : agreed,
    isOwnAction,
    actions:
      actions.length > 0 || !isOwnAction || !recommendation.ownAction
        ? actions.map((action) => exportAction(action, reports.get(action.action.ref) ?? []))
        : [],
  };
}

function exportAction(asAt: ActionAsAt, reports: readonly Progress[]): ExportedAction {
  const { action, state, withheld } = asAt;
  const part = withheld ?? asAt.withheldEntry ?? asAt.withheldPart;
  const shared = { ref: action.ref, withheld: part && withheldWords(part) };
  if (withheld)
    return {
      ...shared,
      text: undefined,
      owners: [],
      due: undefined,
      extendedTo: undefined,
      measure: undefined,
      agreed: undefined,
      standing: undefined,
      decided: undefined,
      reports: [],
    };
  return {
    ...shared,
    text: plainText(action.text),
    owners: action.owners.map(nameOf),
    due: exportDue(action.due),
    extendedTo: state.due.moves > 0 ? exportDue(state.due.stands) : undefined,
    measure: plain(action.successMeasure),
    agreed: action.agreed,
    standing: state.standing,
    decided: decidedWords(asAt),
    reports: reports.map(exportReport),
  };
}

function decidedWords({ state: { standing, decided }, counted }: ActionAsAt): string | undefined {
  if (!decided || standing === 'open') return undefined;
  const words = counted.in === 'ended' ? ENDING_LABELS[counted.ending] : phrases.exporting.paused;
  return phrases.exporting.decidedOn(words, date(decided.meeting.date));
}

function exportReport(entry: Progress): ExportedReport {
  return {
    asAt: entry.asAt,
    rating: entry.rating,
    percent: entry.percent,
    isComplete: entry.complete,
    note: plain(entry.note),
    asked: exportDue(entry.revisedDue),
    reason: plain(entry.reason),
    evidence: entry.evidence.map(({ title, link }) => (link === undefined ? title : `${title} (${link})`)),
    by: entry.reportedBy && nameOf(entry.reportedBy),
  };
}

function exportDue(due: Due | undefined): ExportedDue | undefined {
  if (!due) return undefined;
  const partial = due.kind === 'date' ? due.date : undefined;
  return {
    written: writtenDue(due),
    date: partial,
    lastDay: partial === undefined ? lastDayOfDue(due) : lastDayOf(partial),
  };
}

function plain(markdown: string | undefined): string | undefined {
  return markdown === undefined ? undefined : plainText(markdown);
}
