/**
 * User cache: the user's own folder for what later runs use again, and whether it is theirs alone.
 *
 * In: the environment and paths. Out: paths, and yes or no. `pdf/` keeps the unpacked browser there, and the program its compiled functions; `files/`
 * makes its folders in the same way.
 */
export { loadProgram } from './compiled-code.js';
export { makeFolders, removeIfEmpty } from './folders.js';
export { isRunOver, markOfRun, removeLeftovers } from './leftovers.js';
export { cacheFolder, isPrivate, isThere, makePrivateFolder } from './own-folder.js';
export { writeNewFile } from './write-new-file.js';
