/**
 * The command line: words in, calls out; the only room that prints or decides an exit code.
 *
 * In: argv and a Host. Out: an exit code. `bin/scrutiny.js` calls it.
 */
export type { Host } from './host.js';
export { run } from './main.js';
export { runProcess } from './process-host.js';
