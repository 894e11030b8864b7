/**
 * The library: what `scrutiny` does, for programs. Each function does what a command does, and gives the same result.
 *
 * A problem in the register is a value that is returned. What is thrown has one of three names: `UsageError` (a meeting, panel or day that
 * is not there), `MachineError` (no browser, no disk space, no permission) and `Interrupted` (the `signal` was aborted).
 */

export { type CheckedRegister, type CheckOptions, checkRegister, type Problem } from './workflows/check.js';
export { openRegister, type Register } from './workflows/open-register.js';
export { queryStatus, type RegisterStatus, type StatusJson, type StatusOptions } from './workflows/query.js';
export { type Format, type MadePapers, makePapers, type PaperOptions } from './workflows/report.js';
