import {
  copyFileSync,
  existsSync,
  linkSync,
  lstatSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { FileChanged, Interrupted, MachineError } from '../diagnostics/index.js';
import { makeFolders, markOfRun, removeIfEmpty, removeLeftovers, writeNewFile } from '../user-cache/index.js';
import { diskReason, errorCode } from './fs-errors.js';

/** A file to be written. */
export interface OutputFile {
  /** Absolute. */
  readonly path: string;
  readonly bytes: Uint8Array;
  /** Whether other users of the machine may not read it. */
  readonly isPrivate?: boolean;
  /** Whether it is a person's own file, whose permissions stay as they set them. */
  readonly isRewrite?: boolean;
  /** What must still be at the path when the file is put there, or nothing; otherwise no file of the run is. */
  readonly replaces?: Uint8Array | 'nothing';
}

/**
 * Writes all the files of a run, or none: each beside its place first, then all renamed. Whatever goes wrong,
 * the last good files are where they were and nothing half-written remains.
 *
 * @throws MachineError saying which file the disk refused and why
 * @throws FileChanged where a file is no longer what it was to replace
 * @throws Interrupted when stopped before the first rename
 */
export function writeAtomically(outputs: readonly OutputFile[], signal?: AbortSignal): void {
  const madeFolders: string[] = [];
  const staged: { readonly output: OutputFile; readonly temporary: string }[] = [];
  for (const folder of new Set(outputs.map(({ path }) => dirname(path))))
    removeLeftovers(folder, { begins: '.', ends: '.part', isFolder: false });
  for (const output of outputs) assertUnchanged(output, output.path);
  try {
    for (const output of outputs) {
      attempt(output.path, () => {
        madeFolders.push(...makeFolders(dirname(output.path)));
        const temporary = makeNameBeside(output.path);
        staged.push({ output, temporary });
        stage(temporary, output);
      });
    }
    if (signal?.aborted) throw new Interrupted('stopped before anything was put in place');
    putInPlace(staged);
  } catch (failure) {
    for (const { temporary } of staged) rmSync(temporary, { force: true });
    for (const folder of madeFolders.toReversed()) removeIfEmpty(folder);
    throw failure;
  }
}

function putInPlace(staged: readonly { readonly output: OutputFile; readonly temporary: string }[]): void {
  const done: { readonly path: string; readonly former: string | undefined }[] = [];
  try {
    for (const { output, temporary } of staged) {
      attempt(output.path, () => {
        if (output.replaces === 'nothing') {
          putWhereNothingIs(temporary, output.path);
          done.push({ path: output.path, former: undefined });
          return;
        }
        const former = keepFormer(output.path);
        done.push({ path: output.path, former });
        renameSync(temporary, output.path);
        // Whoever wrote into the file after it was looked at has written into what is now kept as the former one.
        if (former !== undefined) assertUnchanged(output, former);
      });
    }
  } catch (failure) {
    for (const { path, former } of done.toReversed()) {
      if (former === undefined) rmSync(path, { force: true });
      else renameSync(former, path);
    }
    throw failure;
  }
  for (const { former } of done) if (former !== undefined) rmSync(former, { force: true });
}

/** @throws FileChanged where what is to be replaced is something else now */
function assertUnchanged({ path, replaces }: OutputFile, at: string): void {
  if (replaces === undefined) return;
  const isSame =
    replaces === 'nothing'
      ? !lstatSync(at, { throwIfNoEntry: false })
      : Buffer.from(replaces).equals(readIfThere(at) ?? Buffer.from('\0'));
  if (!isSame) throw new FileChanged(path);
}

function readIfThere(path: string): Buffer | undefined {
  try {
    return readFileSync(path);
  } catch (failure) {
    if (errorCode(failure) === 'ENOENT') return undefined;
    throw new MachineError(`${path} could not be read: ${diskReason(failure)}. Nothing was changed.`);
  }
}

/** A rename would replace a file that has come there meanwhile; a second name is refused. */
function putWhereNothingIs(temporary: string, path: string): void {
  try {
    linkSync(temporary, path);
    rmSync(temporary, { force: true });
  } catch (failure) {
    if (errorCode(failure) === 'EEXIST') throw new FileChanged(path);
    if (!isNoLinks(failure)) throw failure;
    if (existsSync(path)) throw new FileChanged(path);
    renameSync(temporary, path);
  }
}

/** A second name for the file which is about to be replaced, so that it can come back. */
function keepFormer(path: string): string | undefined {
  if (!existsSync(path)) return undefined;
  const former = makeNameBeside(path);
  try {
    linkSync(path, former);
    return former;
  } catch (failure) {
    // Some disks know no second names.
    if (!isNoLinks(failure)) throw failure;
    copyFileSync(path, former);
    return former;
  }
}

function isNoLinks(failure: unknown): boolean {
  return (
    failure instanceof Error &&
    'code' in failure &&
    (failure.code === 'EPERM' || failure.code === 'ENOTSUP' || failure.code === 'EMLINK')
  );
}

function stage(path: string, { path: place, bytes, isPrivate, isRewrite }: OutputFile): void {
  if (isRewrite) writeNewFile(path, bytes, 0o600, statSync(place).mode & 0o777);
  else writeNewFile(path, bytes, isPrivate ? 0o600 : 0o644);
}

function makeNameBeside(path: string): string {
  return join(dirname(path), `.${basename(path)}.${markOfRun()}.part`);
}

function attempt(path: string, step: () => void): void {
  try {
    step();
  } catch (failure) {
    if (failure instanceof MachineError) throw failure;
    throw new MachineError(`${path} could not be written: ${diskReason(failure)}. Nothing was changed.`);
  }
}

/** Whether a path is a file itself, neither a folder nor a link to somewhere else. */
export function isOrdinaryFile(path: string): boolean {
  return lstatSync(path, { throwIfNoEntry: false })?.isFile() ?? false;
}

/** Whether something is at a path already. */
export function fileExists(path: string): boolean {
  return existsSync(path);
}
