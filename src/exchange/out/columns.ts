import { type IsoDate, isWholeDate, parseIsoDate } from '../../calendar/index.js';
import type { Rating } from '../../model/index.js';
import { date, phrases } from '../../phrases/index.js';
import type {
  ExportedAction,
  ExportedDue,
  ExportedRecommendation,
  ExportedReport,
  ExportedReview,
} from './collect-export.js';

/** What a cell of an export holds. */
export type OutCell =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'date'; readonly date: IsoDate }
  | { readonly kind: 'number'; readonly number: number }
  | { readonly kind: 'rating'; readonly rating: Rating };

/** One row: an action or a recommendation, and one report on it. */
export interface OutRow {
  readonly review: ExportedReview;
  readonly recommendation: ExportedRecommendation;
  readonly action: ExportedAction | undefined;
  readonly report: ExportedReport | undefined;
}

/** A column, with the width that suits it in characters. */
export interface OutColumn {
  readonly heading: string;
  readonly width: number;
  readonly cell: (row: OutRow) => OutCell | undefined;
}

const { headings } = phrases.exporting;

const REVIEW: readonly OutColumn[] = [
  { heading: headings.reviewKey, width: 16, cell: ({ review }) => text(review.key) },
  {
    heading: headings.review,
    width: 24,
    cell: ({ review }) => text(review.title ?? phrases.exporting.withheldTitle),
  },
];

const PLAN: readonly OutColumn[] = [
  { heading: headings.ref, width: 11, cell: ({ recommendation }) => text(recommendation.ref) },
  { heading: headings.recommendation, width: 44, cell: ({ recommendation }) => text(recommendation.text) },
  {
    heading: headings.response,
    width: 16,
    cell: ({ recommendation: { response } }) => text(response && phrases.responses.answers[response]),
  },
  { heading: headings.reason, width: 32, cell: ({ recommendation }) => text(recommendation.reason) },
  { heading: headings.responded, width: 13, cell: ({ recommendation }) => day(recommendation.responded) },
  {
    heading: headings.addressedTo,
    width: 22,
    cell: ({ recommendation }) => text(recommendation.addressedTo.join('; ')),
  },
  { heading: headings.recommended, width: 13, cell: ({ recommendation }) => day(recommendation.agreed) },
  {
    heading: headings.actionRef,
    width: 11,
    cell: ({ action, recommendation }) => (recommendation.isOwnAction ? undefined : text(action?.ref)),
  },
  {
    heading: headings.action,
    width: 44,
    cell: ({ action, recommendation }) => (recommendation.isOwnAction ? undefined : text(action?.text)),
  },
  { heading: headings.owner, width: 24, cell: ({ action }) => text(action?.owners.join('; ')) },
  { heading: headings.due, width: 14, cell: ({ action }) => due(action?.due) },
  { heading: headings.extendedTo, width: 14, cell: ({ action }) => due(action?.extendedTo) },
  { heading: headings.measure, width: 32, cell: ({ action }) => text(action?.measure) },
  {
    heading: headings.agreed,
    width: 13,
    cell: ({ action, recommendation }) => (recommendation.isOwnAction ? undefined : day(action?.agreed)),
  },
  { heading: headings.standing, width: 20, cell: ({ action }) => text(action?.decided) },
];

const REPORT: readonly OutColumn[] = [
  { heading: headings.reportedOn, width: 13, cell: ({ report }) => day(report?.asAt) },
  {
    heading: headings.rating,
    width: 14,
    cell: ({ report }) => (report?.rating ? { kind: 'rating', rating: report.rating } : undefined),
  },
  {
    heading: headings.percent,
    width: 11,
    cell: ({ report }) =>
      report?.percent === undefined ? undefined : { kind: 'number', number: report.percent },
  },
  {
    heading: headings.complete,
    width: 12,
    cell: ({ report }) => (report?.isComplete ? text(phrases.exporting.yes) : undefined),
  },
  { heading: headings.progress, width: 50, cell: ({ report }) => text(report?.note) },
  { heading: headings.asked, width: 14, cell: ({ report }) => due(report?.asked) },
  { heading: headings.askedReason, width: 30, cell: ({ report }) => text(report?.reason) },
  { heading: headings.evidence, width: 30, cell: ({ report }) => text(report?.evidence.join('; ')) },
  { heading: headings.reportedBy, width: 22, cell: ({ report }) => text(report?.by) },
];

const WITHHELD: OutColumn = {
  heading: headings.withheld,
  width: 30,
  cell: ({ recommendation, action }) => text(action?.withheld ?? recommendation.withheld),
};

const NOTICE: OutColumn = { heading: headings.notice, width: 24, cell: ({ review }) => text(review.notice) };

/** Every column, for a table of everything. */
export const ALL_COLUMNS: readonly OutColumn[] = [...REVIEW, ...PLAN, ...REPORT, WITHHELD, NOTICE];
/** The columns of one review's own sheet. */
export const PLAN_COLUMNS: readonly OutColumn[] = [...PLAN, ...REPORT, WITHHELD];
/** The columns of the sheet with every report. */
export const REPORT_COLUMNS: readonly OutColumn[] = [
  ...REVIEW,
  {
    heading: headings.ref,
    width: 11,
    cell: ({ action, recommendation }) => text(action?.ref ?? recommendation.ref),
  },
  ...REPORT,
];

/** A row for each action of a review, with its last report. */
export function planRows(review: ExportedReview): readonly OutRow[] {
  return actionRows(review).map((row) => ({ ...row, report: row.action?.reports.at(-1) }));
}

/** A row for each report, oldest first, and one for each action without any. */
export function reportRows(review: ExportedReview): readonly OutRow[] {
  return actionRows(review).flatMap((row): readonly OutRow[] => {
    const reports = row.action?.reports ?? [];
    return reports.length === 0 ? [row] : reports.map((report) => ({ ...row, report }));
  });
}

function actionRows(review: ExportedReview): readonly OutRow[] {
  return review.recommendations.flatMap((recommendation): readonly OutRow[] => {
    const rows = recommendation.actions.map((action) => ({
      review,
      recommendation,
      action,
      report: undefined,
    }));
    return rows.length > 0 ? rows : [{ review, recommendation, action: undefined, report: undefined }];
  });
}

function text(words: string | undefined): OutCell | undefined {
  return words === undefined || words === '' ? undefined : { kind: 'text', text: words };
}

function day(date: IsoDate | undefined): OutCell | undefined {
  return date === undefined ? undefined : { kind: 'date', date };
}

/** A whole day is a date; a month or a year has no day that a spreadsheet could keep, so it is words. */
function due(given: ExportedDue | undefined): OutCell | undefined {
  if (!given) return undefined;
  if (given.date === undefined) return text(given.written);
  const whole = isWholeDate(given.date) ? parseIsoDate(given.date) : undefined;
  return whole ? day(whole) : text(date(given.date));
}
