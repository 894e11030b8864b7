import type { IsoDate } from '../calendar/index.js';
import { CODES, type Diagnostic, factsOf, isCode, type Severity, type Span } from '../diagnostics/index.js';
import type { Council, Located, Model, Waiver } from './types.js';

/**
 * Diagnostics as the council weighs them: with the levels of its `checks:`, and without those beside which an `allow:` stands
 * that still holds on the day. Where the waiver has ended the diagnostic is back, and says so.
 */
export function applySeverities(
  diagnostics: readonly Diagnostic[],
  model: Model,
  day: IsoDate,
): readonly Diagnostic[] {
  const waivers = collectWaivers(model);
  return diagnostics.flatMap((diagnostic) => {
    const severity = levelOf(diagnostic, model.council);
    if (severity === 'off') return [];
    const waived = waivers.filter((waiver) => isBeside(waiver, diagnostic));
    if (factsOf(diagnostic.code).most === undefined || waived.length === 0)
      return [{ ...diagnostic, severity }];
    if (waived.some(({ until }) => until === undefined || until >= day)) return [];
    const ended = waived.map(({ until, span }) => ({ message: `was allowed until ${until}`, span }));
    return [{ ...diagnostic, severity, related: [...(diagnostic.related ?? []), ...ended] }];
  });
}

/** The codes whose level a council may set, and which an `allow:` may name. */
export function settableCodes(): readonly string[] {
  return Object.keys(CODES).filter((code) => isCode(code) && factsOf(code).most !== undefined);
}

function levelOf({ code, severity }: Diagnostic, { checks }: Council): Severity | 'off' {
  const { most } = factsOf(code);
  const set = checks.get(code)?.level;
  if (set === undefined || most === undefined) return severity;
  return set === 'error' && most === 'warning' ? 'warning' : set;
}

interface StandingWaiver extends Waiver {
  /** Whether a place belongs to the thing that the waiver is beside. */
  covers(span: Span): boolean;
}

/** A waiver counts where the diagnostic is, and where it points: beside the report, or beside the action reported on. */
function isBeside(waiver: StandingWaiver, { code, span, related = [] }: Diagnostic): boolean {
  return (
    waiver.rule === code && [span, ...related.map((other) => other.span)].some((at) => waiver.covers(at))
  );
}

function collectWaivers({ council, meetings, reviews }: Model): readonly StandingWaiver[] {
  return [
    // The council's own hold for the whole register.
    ...council.allow.map((waiver) => ({ ...waiver, covers: () => true })),
    ...meetings.flatMap((meeting) => [meeting, ...meeting.items].flatMap(withinItself)),
    ...reviews.flatMap((review) => [
      // A review's hold for the reports on it too.
      ...review.allow.map((waiver) => ({
        ...waiver,
        covers: ({ file }: Span) =>
          file === review.span.file || review.progress.some((report) => report.file === file),
      })),
      ...review.recommendations.flatMap((recommendation) =>
        [recommendation, ...recommendation.actions].flatMap(withinItself),
      ),
      ...review.progress.flatMap((report) => [report, ...report.progress].flatMap(withinItself)),
    ]),
  ];
}

function withinItself(thing: Located & { readonly allow: readonly Waiver[] }): readonly StandingWaiver[] {
  if (thing.allow.length === 0) return [];
  const parts = [thing.span, ...Object.values(thing.spans).flatMap((span) => span ?? [])];
  const start = Math.min(...parts.map((span) => span.start));
  const end = Math.max(...parts.map((span) => span.end));
  const covers = (span: Span) => span.file === thing.span.file && span.start >= start && span.end <= end;
  return thing.allow.map((waiver) => ({ ...waiver, covers }));
}
