/**
 * Diagnostics: what is wrong with what a person wrote, and where.
 *
 * In: a sentence, a place, a hint. Out: plain values which the reporters in `cli/` show. Every room may call it; it calls nobody.
 */
export { CODES, type Code, factsOf, isCode, type Severity } from './codes.js';
export type { Checked, Diagnostic, Related, Span } from './diagnostic.js';
export { checked, distinct, hasErrors, worstFirst } from './diagnostic.js';
export { FileChanged, Interrupted, MachineError, UsageError } from './failures.js';
export {
  type CheckResult,
  countProblems,
  type Finding,
  inFull,
  listFindings,
  listProblems,
  type Place,
  type Problem,
  type ProblemCounts,
} from './findings.js';
export { lineStarts } from './frame.js';
export { nearest } from './nearest.js';
export { type Position, SourceTexts } from './source-texts.js';
