/**
 * The disk: finds and reads the register, its pictures and the templates, and writes papers whole.
 *
 * In: paths. Out: texts and bytes, or a diagnostic for each file that cannot be read. `workflows/` and the commands call it.
 */
export { findOrPlaceRegister, findRegister, type RegisterLocation } from './find-register.js';
export { lockRegister } from './lock-register.js';
export { ownVersion } from './package-version.js';
export { smallPictures } from './picture-room.js';
export { type Picture, readPictures } from './read-pictures.js';
export { bytesOfFile, type RegisterFile, type RegisterFiles, readRegister } from './read-register.js';
export { readNamed } from './read-safely.js';
export { isIgnored, isYaml } from './register-paths.js';
export {
  readFonts,
  readTemplates,
  type TemplatePart,
  templateFolders,
} from './templates.js';
export { fileExists, isOrdinaryFile, type OutputFile, writeAtomically } from './write-atomically.js';
