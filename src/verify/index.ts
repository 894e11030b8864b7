/**
 * Verify: a paper that is there is held against what it says of itself, against the register, and against what the register was.
 *
 * In: a file's bytes, and where the register lies. Out: a `Verification`: identical, altered, different or not to be compared, and where. The
 * file is distrusted: nothing of it is run or believed, and what it unpacks to is bounded. The line is run a second time for it, so it may
 * call every room but `cli/`, whose command `verify` calls it.
 */
export type * from './types.js';
export { verifyPaper } from './verify-paper.js';
