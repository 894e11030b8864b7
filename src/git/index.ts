/**
 * Git: what git remembers of the register's files.
 *
 * In: a folder and a pattern of paths inside it. Out: former texts as plain values; nothing where git is missing or the folder is in no repository.
 * Git is read only and distrusted: a register may come from a stranger, `.git` and all, and its configuration can name programs to run.
 * So nothing is asked that would run one, and no configuration but the repository's own is read. `check` begins to ask before
 * anything else is read; `verify` goes back commit by commit.
 */
export {
  type FormerFolder,
  folderHistory,
} from './former-folders.js';
export { type FormerTexts, formerTexts } from './former-texts.js';
