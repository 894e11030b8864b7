import type { Code, Severity } from './codes.js';
import type { Diagnostic, Span } from './diagnostic.js';
import type { SourceTexts } from './source-texts.js';

/** A place as editors and services count it: lines and columns from 1, the end just past the last character. */
export interface Place {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
}

/** A diagnostic with its places worked out, for the reporters that machines read. */
export interface Finding extends Omit<Diagnostic, 'span' | 'related'> {
  readonly place: Place;
  readonly related: readonly { readonly message: string; readonly place: Place }[];
}

/** Something wrong with a register or a template, for scripts: where it is, what it is, and what to write instead. */
export interface Problem extends Place {
  /** Never changes once released; `scrutiny explain CODE` says why it is a problem. */
  readonly code: Code;
  readonly severity: Severity;
  /** One sentence without a full stop. */
  readonly message: string;
  /** What to write instead. */
  readonly hint?: string;
  /** Other places that explain this one, such as "first used here". */
  readonly related: readonly (Place & { readonly message: string })[];
}

/** How many problems there are of each severity. */
export interface ProblemCounts {
  readonly errors: number;
  readonly warnings: number;
  readonly infos: number;
}

/** What a check has found. */
export interface CheckResult {
  readonly diagnostics: readonly Diagnostic[];
  readonly texts: SourceTexts;
  /** How many files were looked at. */
  readonly files: number;
}

/** Diagnostics with their places worked out. */
export function listFindings({
  diagnostics,
  texts,
}: Pick<CheckResult, 'diagnostics' | 'texts'>): readonly Finding[] {
  const placeOf = ({ file, start, end }: Span): Place => {
    const from = texts.positionOf(file, start);
    const to = texts.positionOf(file, Math.max(start, end));
    return { file, ...from, endLine: to.line, endColumn: to.column };
  };
  return diagnostics.map(({ span, related = [], ...rest }) => ({
    ...rest,
    place: placeOf(span),
    related: related.map(({ message, span: at }) => ({ message, place: placeOf(at) })),
  }));
}

/** Diagnostics as plain values for scripts. */
export function listProblems(result: Pick<CheckResult, 'diagnostics' | 'texts'>): readonly Problem[] {
  return listFindings(result).map(({ code, severity, message, hint, place, related }) => ({
    code,
    severity,
    message,
    ...(hint === undefined ? {} : { hint }),
    ...place,
    related: related.map((other) => ({ message: other.message, ...other.place })),
  }));
}

/** How many there are of each severity. */
export function countProblems(diagnostics: readonly { readonly severity: Severity }[]): ProblemCounts {
  const number = (wanted: Severity) => diagnostics.filter(({ severity }) => severity === wanted).length;
  return { errors: number('error'), warnings: number('warning'), infos: number('info') };
}

/** The message with what to write, as one text for services that show only one. */
export function inFull({ message, hint }: Pick<Diagnostic, 'message' | 'hint'>): string {
  const sentence = `${message.charAt(0).toUpperCase()}${message.slice(1)}.`;
  return hint === undefined ? sentence : `${sentence} ${hint}`;
}
