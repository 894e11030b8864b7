/**
 * Leak check: exempt content is looked for in a finished public paper, as a stranger would look for it.
 *
 * In: the register of the members' copy, and everything that can be read in a public paper. Out: a diagnostic for each stretch of exempt
 * words, or exempt name, that is there. `workflows/` calls it before a public paper is put in its place, and loads it only for
 * papers that have something exempt.
 */
export { type Guard, makeGuard } from './guard.js';
export { textsOfHtml } from './html-text.js';
