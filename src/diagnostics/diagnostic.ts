import { compareText } from '../order/index.js';
import type { Code, Severity } from './codes.js';

/** A place in a file: offsets in UTF-16 units, `end` exclusive. Line and column are worked out when shown. */
export interface Span {
  /** The file as a person would name it: relative to the folder which holds the register, with `/`. */
  readonly file: string;
  readonly start: number;
  readonly end: number;
}

/** Another place which explains the first, such as "first used here". */
export interface Related {
  readonly message: string;
  readonly span: Span;
}

/** One thing that is wrong, in the words of the person who must mend it. */
export interface Diagnostic {
  /** Never changes once released: people search for it and set levels by it. */
  readonly code: Code;
  readonly severity: Severity;
  /** One sentence without a full stop; plain text, no frame, no colour. */
  readonly message: string;
  readonly span: Span;
  /** What to write instead. */
  readonly hint?: string;
  readonly related?: readonly Related[];
  /** What to put in place of what is there, where only one thing can be right. */
  readonly fix?: { readonly span: Span; readonly text: string };
}

/** What a stage made of its input, and what it found wrong on the way. A stage never throws for what a person wrote. */
export interface Checked<T> {
  readonly value: T;
  readonly diagnostics: readonly Diagnostic[];
}

/** Pairs a value with what was found wrong while it was made. */
export function checked<T>(value: T, diagnostics: readonly Diagnostic[] = []): Checked<T> {
  return { value, diagnostics };
}

/** Whether anything stops a paper. */
export function hasErrors(diagnostics: readonly Diagnostic[]): boolean {
  return diagnostics.some(({ severity }) => severity === 'error');
}

/** Each thing once, where several stages came upon it. */
export function distinct(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  const seen = new Map(
    diagnostics.map((diagnostic) => {
      const { code, message, span } = diagnostic;
      return [JSON.stringify([code, message, span.file, span.start, span.end]), diagnostic];
    }),
  );
  return [...seen.values()];
}

const WEIGHTS: readonly Severity[] = ['error', 'warning', 'info'];

/** Errors first, then warnings, then remarks, each by file and place, so that the same register gives the same report each time. */
export function worstFirst(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  const weightOf = ({ severity }: Diagnostic) => WEIGHTS.indexOf(severity);
  return diagnostics.toSorted(
    (a, b) =>
      weightOf(a) - weightOf(b) ||
      byPlace(a, b) ||
      compareText(a.code, b.code) ||
      compareText(a.message, b.message),
  );
}

function byPlace(a: Diagnostic, b: Diagnostic): number {
  return compareText(a.span.file, b.span.file) || a.span.start - b.span.start || a.span.end - b.span.end;
}
