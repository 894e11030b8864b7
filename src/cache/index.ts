/**
 * Cache: the folder of a user in which what is run again is kept between runs, and whether it is theirs alone.
 *
 * In: the environment. Out: paths, and yes or no. `pdf/` keeps the unpacked browser there and `start/` the compiled program; what lies there is run, so
 * nobody else may have put it there.
 */
export { cacheFolder, isPrivate, makePrivateFolder } from './own-folder.js';
