import { closeSync, lstatSync, openSync, readFileSync, renameSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { Interrupted, MachineError } from '../diagnostics/index.js';
import { isRunOver, markOfRun } from '../user-cache/index.js';
import type { RegisterLocation } from './find-register.js';
import { diskReason, errorCode } from './fs-errors.js';

const NAME = '.scrutiny-lock';
/** How long another edit is waited for, in milliseconds. None takes this long but on a network drive. */
const LONGEST_WAIT = 15_000;
const PAUSE = 40;

/**
 * Keeps other runs of this program from editing the register until the returned function is called. What a killed run has left is taken away; a run that is at work is
 * waited for.
 *
 * @throws MachineError where another run does not come to an end, or the folder cannot be written to
 * @throws Interrupted when stopped while waiting
 */
export async function lockRegister(place: RegisterLocation, signal: AbortSignal): Promise<() => void> {
  const path = join(place.folder, NAME);
  const mark = markOfRun();
  for (let waited = 0; !takeLock(path, mark); waited += PAUSE) {
    if (signal.aborted) throw new Interrupted('stopped while another edit was waited for');
    if (waited >= LONGEST_WAIT) {
      throw new MachineError(
        `Another run of this program is editing the register. Nothing was written. Try again when it is done; if there is none, delete ${path}.`,
      );
    }
    removeStale(path);
    await new Promise((resolve) => setTimeout(resolve, PAUSE));
  }
  return () => {
    if (readMark(path)?.mark === mark) rmSync(path, { force: true });
  };
}

/** Whether the lock is ours now. */
function takeLock(path: string, mark: string): boolean {
  let handle: number | undefined;
  try {
    handle = openSync(path, 'wx', 0o644);
    writeSync(handle, mark);
    return true;
  } catch (failure) {
    if (handle === undefined && errorCode(failure) === 'EEXIST') return false;
    if (handle !== undefined) rmSync(path, { force: true });
    throw new MachineError(`${path} could not be written: ${diskReason(failure)}. Nothing was changed.`);
  } finally {
    if (handle !== undefined) closeSync(handle);
  }
}

/** Takes away the lock of a run that is over. It is renamed first, so that of two runs which do so only one can. */
function removeStale(path: string): void {
  const found = readMark(path);
  if (!found || !isRunOver(found.mark, found.writtenMs)) return;
  const aside = `${path}.${markOfRun()}.part`;
  try {
    renameSync(path, aside);
  } catch {
    return;
  }
  if (readMark(aside)?.mark === found.mark) rmSync(aside, { force: true });
  else renameSync(aside, path);
}

function readMark(path: string): { readonly mark: string; readonly writtenMs: number } | undefined {
  try {
    return { mark: readFileSync(path, 'latin1'), writtenMs: lstatSync(path).mtimeMs };
  } catch {
    return undefined;
  }
}
