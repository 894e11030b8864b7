/**
 * Git: what git remembers of the register's files. It only reads, and runs nothing that a stranger's `.git` names.
 *
 * In: a folder and a pattern of paths. Out: former texts; nothing where git is missing. `check` and `verify` call it.
 */
export {
  type FormerFolder,
  folderHistory,
} from './former-folders.js';
export { type FormerTexts, formerTexts } from './former-texts.js';
