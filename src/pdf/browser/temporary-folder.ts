import { mkdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { MachineError } from '../../diagnostics/index.js';
import { markOfRun, removeLeftovers } from '../../user-cache/index.js';

/**
 * Makes a folder of this run's own among the temporary files, and removes those of runs that were killed.
 *
 * @param begins how its name begins
 * @throws MachineError naming the folder for temporary files where nothing can be put there
 */
export function temporaryFolder(begins: string): string {
  const all = resolve(tmpdir());
  removeLeftovers(all, { begins, ends: '', isFolder: true });
  const folder = join(all, `${begins}${markOfRun()}`);
  try {
    mkdirSync(folder, { mode: 0o700 });
  } catch (failure) {
    throw temporaryFailure(failure);
  }
  return folder;
}

/** Why nothing can be put among the temporary files. */
export function temporaryFailure(failure: unknown): MachineError {
  const code = failure instanceof Error && 'code' in failure ? String(failure.code) : '';
  const setting = ['TMPDIR', 'TMP', 'TEMP'].find((name) => process.env[name]);
  const reason = REASONS[code] ?? (failure instanceof Error ? failure.message : String(failure));
  return new MachineError(
    `The folder for temporary files, ${resolve(tmpdir())}${setting ? ` (${setting})` : ''}, ${reason}. The browser needs it: let TMPDIR name a folder in which you may write.`,
  );
}

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'is not there',
  ENOTDIR: 'is not a folder',
  EACCES: 'is closed to you',
  EPERM: 'is closed to you',
  EROFS: 'can only be read',
  ENOSPC: 'is on a disk that is full',
  EDQUOT: 'is on a disk where your quota is used up',
};
