/**
 * Cache: the folder of a user in which what is run again is kept between runs, and whether it is theirs alone; how folders are made, and what runs that
 * were killed have left in them.
 *
 * In: the environment and paths. Out: paths, and yes or no. `pdf/` keeps the unpacked browser there and `start/` the compiled program; what lies there is
 * run, so nobody else may have put it there. `files/` makes its folders in the same way.
 */
export { makeFolders, removeIfEmpty } from './folders.js';
export { type Leftover, markOfRun, removeLeftovers } from './leftovers.js';
export { cacheFolder, isPrivate, isThere, makePrivateFolder } from './own-folder.js';
