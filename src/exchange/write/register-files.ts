import { makeMap, oneOrList, type Value, type ValueMap, writeText } from '../../edit/index.js';
import { phrases } from '../../phrases/index.js';
import type {
  ImportedAction,
  ImportedEntry,
  ImportedRating,
  ImportedRecommendation,
  ImportedReport,
  ImportedReview,
} from '../recognise/types.js';

/** A new file of a register. */
export interface NewFile {
  /** The path inside the register. */
  readonly path: string;
  readonly text: string;
}

const NEEDS_REASON: ReadonlySet<string> = new Set(['accepted-in-part', 'accepted-in-principle', 'rejected']);

/** A review that the register does not have yet, as files. */
export function reviewFiles(review: ImportedReview, panel: string, source: string): readonly NewFile[] {
  const folder = `reviews/${review.key}`;
  return [
    {
      path: `${folder}/review.yaml`,
      text: writeNew(
        makeMap({
          title: review.title,
          panel,
          recommendations: listOrNone(review.recommendations.map(recommendationValue)),
        }),
        [phrases.importing.coach.review(source)],
      ),
    },
    ...review.reports.map((report) => ({
      path: `${folder}/progress/${report.asAt}.yaml`,
      text: writeNew(reportValue(report), [phrases.importing.coach.review(source)]),
    })),
  ];
}

/** A recommendation with its actions, as its keys are written. */
export function recommendationValue(one: ImportedRecommendation): ValueMap {
  const needsWaiver =
    one.response !== undefined && NEEDS_REASON.has(one.response) && one.reason === undefined;
  return makeMap({
    ref: one.ref,
    text: lines(one.text),
    response: one.response,
    responded: one.responded,
    reason: lines(one.reason),
    'addressed-to': oneOrList(one.addressedTo),
    agreed: one.agreed,
    owner: oneOrList(one.owners),
    due: one.due,
    'success-measure': lines(one.successMeasure),
    ...Object.fromEntries(one.own),
    allow: needsWaiver
      ? makeMap({ rule: 'response-reason', reason: phrases.importing.why.noReasonGiven })
      : undefined,
    actions: listOrNone(one.actions.map(actionValue)),
  });
}

/** An action, as its keys are written. */
export function actionValue(action: ImportedAction): ValueMap {
  return makeMap({
    ref: action.ref,
    text: lines(action.text),
    owner: oneOrList(action.owners),
    due: action.due,
    'success-measure': lines(action.successMeasure),
    agreed: action.agreed,
    ...Object.fromEntries(action.own),
  });
}

/** A report of one day, as its keys are written. */
function reportValue({ asAt, entries }: ImportedReport): ValueMap {
  return reportFields(asAt, new Map(entries.map((entry) => [entry.refs.join(', '), entryValue(entry)])));
}

/** A progress file: its day, and what was reported by reference. */
export function reportFields(asAt: string, progress: ValueMap): ValueMap {
  return makeMap({ 'as-at': asAt, progress });
}

/** What was reported, as its keys are written. */
export function entryValue(entry: ImportedEntry): ValueMap {
  return makeMap({
    'reported-by': entry.reportedBy,
    rating: entry.rating,
    percent: entry.percent === undefined ? undefined : String(entry.percent),
    complete: entry.isComplete ? 'true' : undefined,
    note: lines(entry.note),
    'revised-due': entry.revisedDue,
    reason: lines(entry.reason),
    evidence: entry.evidence,
  });
}

/** `council.yaml` of a new register. */
export function councilFile(
  council: string,
  panels: ReadonlyMap<string, string>,
  ratings: readonly ImportedRating[],
): NewFile {
  const key = new Map(
    ratings.map(({ key: name, label, meaning, closes }) => [
      name,
      makeMap({ label, meaning, closes: closes ? 'true' : undefined }),
    ]),
  );
  return {
    path: 'council.yaml',
    text: writeNew(makeMap({ council, panels, ratings: key.size > 0 ? key : undefined }), [
      phrases.importing.coach.council,
    ]),
  };
}

/** Several lines end as lines do, so that they can stand beneath a `|`. */
function lines(words: string | undefined): string | undefined {
  return words?.includes('\n') ? `${words}\n` : words;
}

/** Nothing, where there is none. */
function listOrNone(items: readonly ValueMap[]): Value {
  return items.length === 0 ? undefined : items;
}

/** A new file beneath a comment that says what it is. */
export function writeNew(value: ValueMap, comments: readonly string[]): string {
  return `${comments.map((line) => `# ${line}\n`).join('')}${writeText(value)}`;
}
