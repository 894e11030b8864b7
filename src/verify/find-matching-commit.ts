import { Interrupted } from '../diagnostics/index.js';
import type { Evidence } from '../facts/index.js';
import { isIgnored, isYaml } from '../files/index.js';
import { folderHistory } from '../git/index.js';
import type { Model } from '../model/index.js';
import { parseSource } from '../source/index.js';
import { modelFrom } from '../workspace/index.js';
import { agrees, dayOf, factsIn } from './facts-of-register.js';
import type { Commit, VerificationWanted } from './types.js';

/** A commit whose register says what a file says, if there is one. */
export interface AgreeingCommit {
  readonly commit: Commit | undefined;
  /** How many were looked at. */
  readonly commits: number;
  /** The register as it was then. */
  readonly model: Model | undefined;
}

/**
 * Goes back through the commits that touched the register, newest first, until its paper says what the file says. Only the facts are made
 * again, and of each file only what is new to us is read.
 */
export async function agreeingCommit(
  { place, path, signal }: VerificationWanted,
  evidence: Evidence,
): Promise<AgreeingCommit> {
  const history = folderHistory(place.folder, path);
  const documents = new Map<string, ReturnType<typeof parseSource>>();
  let commits = 0;
  for await (const { files, ...commit } of history.folders()) {
    if (signal.aborted) throw new Interrupted('stopped while going back through the commits');
    commits += 1;
    const read = files.filter(({ path: file }) => !file.split('/').some(isIgnored));
    const sources = read.filter(({ path: file }) => isYaml(file));
    const fresh = sources.filter(({ path: file, blob }) => !documents.has(`${blob} ${file}`));
    const texts = await history.texts([...new Set(fresh.map(({ blob }) => blob))]);
    for (const { path: file, blob } of fresh) {
      const text = texts.get(blob) ?? '';
      documents.set(
        `${blob} ${file}`,
        parseSource({ shown: `${place.name}/${file}`, path: file, text: text.replace(/^\ufeff/, '') }),
      );
    }
    const { model } = modelFrom(
      sources.flatMap(({ path: file, blob }) => documents.get(`${blob} ${file}`) ?? []),
      {
        others: new Set(read.filter((file) => !sources.includes(file)).map(({ path: file }) => file)),
        unread: new Set(),
      },
      () => dayOf(evidence),
    );
    const then = model && factsIn(model, evidence);
    if (then && agrees(evidence, then)) return { commit, commits, model };
  }
  return { commit: undefined, commits, model: undefined };
}
