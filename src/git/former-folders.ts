import { readBlobs } from './former-texts.js';
import { git } from './git.js';

/** A folder as a commit has it. */
export interface FormerFolder {
  readonly commit: string;
  /** The day on which it was committed, by the committer's own clock. */
  readonly date: string;
  /** The first line of what the committer wrote. Anybody may have written it. */
  readonly subject: string;
  readonly files: readonly FormerFile[];
}

/** A file of it, not yet read. */
export interface FormerFile {
  /** Inside the folder. */
  readonly path: string;
  /** Two files with the same one have the same content. */
  readonly blob: string;
}

/** Former states of a folder. */
export interface FolderHistory {
  /** One after another, newest first; a commit that changed nothing in the folder is left out. */
  folders(): AsyncGenerator<FormerFolder>;
  /** Texts of files by blob. What is no blob, or cannot be had, is left out. */
  texts(blobs: readonly string[]): Promise<ReadonlyMap<string, string>>;
}

/**
 * A folder's history, read one commit at a time as it is asked for. A folder in no repository has none.
 *
 * @param path the search path on which git is found
 */
export function folderHistory(folder: string, path: string | undefined): FolderHistory {
  return {
    folders: async function* () {
      const log = await git(folder, path, [
        'log',
        '--format=%H%x00%cs%x00%s',
        '--no-show-signature',
        '--no-ext-diff',
        '--no-textconv',
        '--',
        '.',
      ]);
      for (const line of (log?.toString('utf8') ?? '').split('\n')) {
        const [commit = '', date = '', subject = ''] = line.split('\0');
        if (!/^[0-9a-f]{40,64}$/.test(commit)) continue;
        const tree = await git(folder, path, ['ls-tree', '-r', '-z', commit]);
        yield { commit, date, subject, files: filesIn(tree?.toString('utf8') ?? '') };
      }
    },
    texts: (blobs) => readBlobs(folder, blobs, path),
  };
}

/** Ordinary files alone: https://git-scm.com/docs/git-ls-tree#_output_format */
function filesIn(tree: string): readonly FormerFile[] {
  return tree.split('\0').flatMap((entry) => {
    const [, blob, path] = /^100\d{3} blob ([0-9a-f]+)\t([\s\S]+)$/.exec(entry) ?? [];
    return blob !== undefined && path !== undefined ? [{ path, blob }] : [];
  });
}
