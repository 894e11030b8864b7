/**
 * Verify: compares a finished paper with what it says of itself, with the register, and with what the register was.
 *
 * In: a file's bytes and the register's folder. Out: a `Verification`. It runs the line a second time, so it may call every room but
 * `cli/`, whose command `verify` calls it.
 */
export type * from './types.js';
export { verifyPaper } from './verify-paper.js';
