import { git } from './git.js';

/** A file as it once was. */
export interface FormerText {
  /** The commit that made it so. */
  readonly commit: string;
  readonly text: string;
}

/** Files as they once were, oldest first, by path. */
export type FormerTexts = ReadonlyMap<string, readonly FormerText[]>;

/**
 * Every committed version of some files. A file that was never committed has none.
 *
 * @param folder where the pattern begins, inside a repository or not
 * @param pattern which files, as git's `:(glob)` reads it
 * @param path the search path on which git is found
 */
export async function formerTexts(
  folder: string,
  pattern: string,
  path: string | undefined,
): Promise<FormerTexts> {
  const changes = await readChanges(folder, pattern, path);
  const texts = await readBlobs(folder, [...new Set(changes.map(({ blob }) => blob))], path);
  const found = new Map<string, FormerText[]>();
  for (const { commit, blob, file } of changes) {
    const text = texts.get(blob);
    if (text !== undefined) found.set(file, [...(found.get(file) ?? []), { commit, text }]);
  }
  return found;
}

interface Change {
  readonly commit: string;
  readonly blob: string;
  readonly file: string;
}

async function readChanges(
  folder: string,
  pattern: string,
  path: string | undefined,
): Promise<readonly Change[]> {
  const log = await git(folder, path, [
    'log',
    '--reverse',
    '--format=%H',
    '--raw',
    '--no-abbrev',
    '--no-renames',
    '--relative',
    '--no-show-signature',
    '--no-ext-diff',
    '--no-textconv',
    '--',
    `:(glob)${pattern}`,
  ]);
  let commit = '';
  return (log?.toString('utf8') ?? '').split('\n').flatMap((line) => {
    if (/^[0-9a-f]{40,64}$/.test(line)) commit = line;
    const change = /^:\d+ \d+ [0-9a-f]+ ([0-9a-f]+) [AM]\t(.+)$/.exec(line);
    return change?.[1] && change[2] ? [{ commit, blob: change[1], file: change[2] }] : [];
  });
}

/** The contents of blobs: https://git-scm.com/docs/git-cat-file#_batch_output */
export async function readBlobs(
  folder: string,
  blobs: readonly string[],
  path: string | undefined,
): Promise<ReadonlyMap<string, string>> {
  const texts = new Map<string, string>();
  if (blobs.length === 0) return texts;
  const output = await git(folder, path, ['cat-file', '--batch'], `${blobs.join('\n')}\n`);
  for (let at = 0; output && at < output.length; ) {
    const lineEnd = output.indexOf(10, at);
    if (lineEnd === -1) break;
    const [blob, kind, size] = output.toString('utf8', at, lineEnd).split(' ');
    at = lineEnd + 1;
    if (blob === undefined || kind !== 'blob') continue;
    texts.set(blob, output.toString('utf8', at, at + Number(size)));
    at += Number(size) + 1;
  }
  return texts;
}
