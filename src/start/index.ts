/**
 * Start: the first thing that runs. It loads the program as this machine compiled it the last time, which spares a short command a good part of its time.
 *
 * In: this process, and `dist/program/program.cjs`. Out: an exit code. Only `bin/scrutiny.js` calls it; it knows nothing of what the program does.
 */
export { runProgram } from './program.js';
