import { git } from './git.js';

/** A file as it once was. */
export interface FormerText {
  /** The commit that made it so. */
  readonly commit: string;
  readonly text: string;
}

/**
 * Every committed version of some files, oldest first, by path. A file that was never committed has none.
 *
 * @param folder where the paths begin, inside a repository or not
 * @param path the search path on which git is found
 */
export function formerTexts(
  folder: string,
  paths: readonly string[],
  path: string | undefined,
): ReadonlyMap<string, readonly FormerText[]> {
  const changes = changesOf(folder, paths, path);
  const texts = textsOf(folder, [...new Set(changes.map(({ blob }) => blob))], path);
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

function changesOf(folder: string, paths: readonly string[], path: string | undefined): readonly Change[] {
  if (paths.length === 0) return [];
  const log = git(folder, path, [
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
    ...paths,
  ]);
  let commit = '';
  return (log?.toString('utf8') ?? '').split('\n').flatMap((line) => {
    if (/^[0-9a-f]{40,64}$/.test(line)) commit = line;
    const change = /^:\d+ \d+ [0-9a-f]+ ([0-9a-f]+) [AM]\t(.+)$/.exec(line);
    return change?.[1] && change[2] ? [{ commit, blob: change[1], file: change[2] }] : [];
  });
}

/** The contents of blobs: https://git-scm.com/docs/git-cat-file#_batch_output */
function textsOf(
  folder: string,
  blobs: readonly string[],
  path: string | undefined,
): ReadonlyMap<string, string> {
  const texts = new Map<string, string>();
  if (blobs.length === 0) return texts;
  const output = git(folder, path, ['cat-file', '--batch'], `${blobs.join('\n')}\n`);
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
