import { type IsoDate, lastDayOf } from '../calendar/index.js';
import { compareReferences, compareText } from '../order/index.js';
import type { SourceDocument } from '../source/index.js';
import { responseDate } from './actions.js';
import { dueFrom } from './due.js';
import type { Names } from './names.js';
import { readDocument } from './read-document.js';
import { progressShape } from './shapes/progress.js';
import { reviewShape } from './shapes/review.js';
import type { Reporting } from './shapes/shape.js';
import type { Action, Annotations, ProgressReport, Recommendation, Review, Waiver } from './types.js';

type WrittenReview = NonNullable<ReturnType<typeof reviewShape.read>>;
type WrittenRecommendation = WrittenReview['recommendations'][number];
type WrittenAction = NonNullable<WrittenRecommendation['actions']>[number];

/** A review with the progress reported on it; undefined where its file cannot be read. */
export function buildReview(
  key: string,
  document: SourceDocument,
  reports: readonly SourceDocument[],
  reporting: Reporting,
  names: Names,
): Review | undefined {
  const written = readDocument(
    document,
    reviewShape,
    reporting,
    "Write at least 'title:', 'panel:' and 'recommendations:'.",
  );
  if (!written) return undefined;
  const refs = new Set(
    written.recommendations.flatMap(({ ref, actions = [] }) => [ref, ...actions.map((action) => action.ref)]),
  );
  const progress = reports
    .flatMap((file) => buildProgress(file, refs, names, reporting))
    .toSorted((a, b) => compareText(a.asAt, b.asAt));
  const reported = new Set(progress.flatMap((file) => file.progress.flatMap((entry) => entry.refs)));
  const panel = names.panel(written.panel);
  return {
    ...written,
    ...fillRemarks(written),
    key,
    panel,
    monitoredBy: written.monitoredBy?.map((monitor) => ({
      ...monitor,
      panel: names.panel(monitor.panel),
    })) ?? [{ panel, from: undefined, span: written.spans['panel'] ?? written.span }],
    termsOfReference: written.termsOfReference ?? [],
    evidence: written.evidence ?? [],
    backgroundPapers: written.backgroundPapers ?? [],
    recommendations: written.recommendations
      .map((recommendation) => buildRecommendation(written, recommendation, reported, names))
      .toSorted((a, b) => compareReferences(a.ref, b.ref)),
    progress,
  };
}

function buildRecommendation(
  review: WrittenReview,
  written: WrittenRecommendation,
  reported: ReadonlySet<string>,
  names: Names,
): Recommendation {
  const answered = responseDate(review, written);
  const start = written.agreed ?? (answered && lastDayOf(answered));
  const actions = (written.actions ?? [])
    .map((action) => buildAction(action, start, names))
    .toSorted((a, b) => compareReferences(a.ref, b.ref));
  const isOnlyListed =
    (written.response === 'awaited' || written.response === 'rejected') &&
    !saysWho(written) &&
    !reported.has(written.ref);
  return {
    ...fillRemarks(written),
    span: written.span,
    spans: written.spans,
    unread: written.unread,
    ref: written.ref,
    text: written.text,
    response: written.response,
    responded: written.responded,
    reason: written.reason,
    addressedTo: (written.addressedTo ?? []).map(names.person),
    agreed: written.agreed,
    actions,
    ownAction:
      actions.length === 0 && !isOnlyListed && !written.unread.has('actions')
        ? buildAction(written, start, names)
        : undefined,
  };
}

/** Whether somebody is to do something about a recommendation, whatever the response to it. */
function saysWho({ owner, due, successMeasure }: WrittenRecommendation): boolean {
  return owner !== undefined || due !== undefined || successMeasure !== undefined;
}

/** @param start from when a length of time counts, where the action was agreed on no day of its own */
function buildAction(
  written: WrittenAction | WrittenRecommendation,
  start: IsoDate | undefined,
  names: Names,
): Action {
  return {
    ...fillRemarks(written),
    span: written.span,
    spans: written.spans,
    unread: written.unread,
    ref: written.ref,
    text: written.text,
    owners: (written.owner ?? []).map(names.person),
    due: dueFrom(written.due, written.agreed ?? start),
    successMeasure: written.successMeasure,
    agreed: written.agreed,
  };
}

interface WrittenRemarks extends Omit<Annotations, 'allow'> {
  readonly allow: readonly Waiver[] | undefined;
}

function fillRemarks({ notice, exempt, allow, lang }: WrittenRemarks): Annotations {
  return { notice, exempt, allow: allow ?? [], lang };
}

/** Keys of an entry any of which makes it a report. */
const REPORTS: ReadonlySet<string> = new Set(['rating', 'percent', 'complete', 'note', 'revisedDue']);

function buildProgress(
  document: SourceDocument,
  refs: ReadonlySet<string>,
  names: Names,
  reporting: Reporting,
): readonly ProgressReport[] {
  const written = readDocument(
    document,
    progressShape,
    reporting,
    "Write at least 'as-at:' and 'progress:', or delete the file.",
  );
  if (!written) return [];
  const reportedBy = written.reportedBy && names.person(written.reportedBy);
  return [
    {
      span: written.span,
      spans: written.spans,
      file: document.file,
      asAt: lastDayOf(written.asAt),
      reportedBy,
      allow: written.allow ?? [],
      progress: written.progress.map(({ key, value }) => {
        if (
          value.rating === undefined &&
          value.percent === undefined &&
          value.complete === undefined &&
          value.note === undefined &&
          value.revisedDue === undefined &&
          Object.keys(value.spans).every((name) => !REPORTS.has(name))
        ) {
          reporting.report({
            code: 'key-missing',
            severity: 'error',
            span: key.span,
            message: `nothing is reported of '${key.text}'`,
            hint: "Give at least one of 'rating', 'percent', 'complete', 'note' and 'revised-due'.",
          });
        }
        // Each by name: of these a county has tens of thousands, and copying what was read takes longer than reading it.
        return {
          span: key.span,
          spans: value.spans,
          unread: value.unread,
          written: key.text,
          refs: splitRefs(key.text, refs),
          asAt: written.asAt,
          reportedBy: value.reportedBy ? names.person(value.reportedBy) : reportedBy,
          rating: value.rating === undefined ? undefined : names.rating(value.rating),
          percent: value.percent,
          complete: value.complete ?? false,
          note: value.note,
          revisedDue: dueFrom(value.revisedDue, written.asAt),
          reason: value.reason,
          evidence: value.evidence ?? [],
          exempt: value.exempt,
          allow: value.allow ?? [],
          lang: value.lang,
        };
      }),
    },
  ];
}

/** The references of a key or a decision. It is looked up whole; only if no action is called so is it several, with commas between. */
export function splitRefs(written: string, known: ReadonlySet<string>): readonly string[] {
  const whole = written.replace(/\s+/g, ' ').trim();
  if (known.has(whole) || !whole.includes(',')) return [whole];
  const parts = whole.split(',').map((part) => part.trim());
  return [...new Set(parts.filter((part) => part !== ''))];
}
