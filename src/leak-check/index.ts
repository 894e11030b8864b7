/**
 * Leak check: exempt content is looked for in a finished public paper, as a stranger would look for it.
 *
 * In: the register of the members' copy, and all text of a public paper. Out: a diagnostic for each leak. `workflows/` calls it.
 */
export { type Guard, makeGuard } from './guard.js';
export { textsOfHtml } from './html-text.js';
