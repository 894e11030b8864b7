import { type Code, type Diagnostic, lineStarts, type Severity, type Span } from '../diagnostics/index.js';
import type { Part } from './templates.js';

/** What was found wrong with the templates: each thing once, however often the part it is in is called. */
export interface Findings {
  readonly add: (finding: Finding) => void;
  readonly all: () => readonly Diagnostic[];
}

export interface Finding {
  readonly code: Code;
  readonly span: Span;
  /** One sentence without a full stop. */
  readonly message: string;
  readonly hint?: string;
  readonly severity?: Severity;
}

export function startFindings(): Findings {
  const found = new Map<string, Diagnostic>();
  return {
    add: ({ severity = 'error', ...finding }) => {
      const { span, code, message } = finding;
      const key = JSON.stringify([span.file, span.start, code, message]);
      if (!found.has(key)) found.set(key, { severity, ...finding });
    },
    all: () => [...found.values()],
  };
}

/** Lines and columns of the template engine as a place in a part's text. */
export function spanIn(part: Part, loc: hbs.AST.SourceLocation): Span {
  const starts = lineStarts(part.text);
  const offset = ({ line, column }: hbs.AST.Position) => (starts[line - 1] ?? 0) + column;
  const start = offset(loc.start);
  return { file: part.shown, start, end: Math.max(start + 1, offset(loc.end)) };
}

/** A stretch of a part's text. */
export function spanWithin(part: Part, start: number, length: number): Span {
  return { file: part.shown, start, end: start + Math.max(1, length) };
}
