import { closeSync, constants, fstatSync, openSync, readSync, realpathSync } from 'node:fs';
import { sep } from 'node:path';
import { type Code, UsageError } from '../diagnostics/index.js';
import { diskReason } from './fs-errors.js';

/** A file's bytes, or why they cannot be read. */
export type ReadOutcome =
  | { readonly bytes: Uint8Array }
  | { readonly problem: { readonly code: Code; readonly message: string; readonly hint: string } };

/**
 * Reads an ordinary file which truly lies inside a folder, up to a size.
 *
 * A register may come from a stranger, so a link that leads out of it, a pipe that would never end and a
 * device are refused. The file is opened without waiting and examined once open, so that it cannot be changed for
 * another in between.
 *
 * @param path the file, absolute
 * @param realFolder the folder it must lie in, with all links already followed
 * @param limit the most bytes that are read
 */
export function readInside(path: string, realFolder: string, limit: number): ReadOutcome {
  let handle: number | undefined;
  try {
    const real = realpathSync(path);
    if (real !== realFolder && !real.startsWith(realFolder + sep)) {
      return refused(
        'file-outside',
        'this is a link that leads out of the folder',
        'Put the file itself in its place.',
      );
    }
    handle = openSync(real, constants.O_RDONLY | constants.O_NONBLOCK | constants.O_NOFOLLOW);
    return readOpen(handle, limit);
  } catch (failure) {
    return refused(
      'file-unreadable',
      `this file cannot be read: ${diskReason(failure)}`,
      'See that it exists and that you may read it.',
    );
  } finally {
    if (handle !== undefined) closeSync(handle);
  }
}

/**
 * Reads an ordinary file that a person named, wherever it lies and up to a size; a pipe or a device is not waited for.
 *
 * @throws UsageError saying why it cannot be read
 */
export function readNamed(path: string, limit: number): Uint8Array {
  let handle: number | undefined;
  try {
    handle = openSync(path, constants.O_RDONLY | constants.O_NONBLOCK);
    const outcome = readOpen(handle, limit);
    if ('bytes' in outcome) return outcome.bytes;
    throw new UsageError(`${path}: ${outcome.problem.message}.`);
  } catch (failure) {
    if (failure instanceof UsageError) throw failure;
    throw new UsageError(`${path} cannot be read: ${diskReason(failure)}.`);
  } finally {
    if (handle !== undefined) closeSync(handle);
  }
}

function readOpen(handle: number, limit: number): ReadOutcome {
  const found = fstatSync(handle);
  if (!found.isFile())
    return refused('file-unreadable', 'this is not an ordinary file', 'Put an ordinary file in its place.');
  if (found.size > limit) {
    return refused(
      'file-too-large',
      `this file has ${megabytes(found.size)}; at most ${megabytes(limit)} are read`,
      'Split it, or remove what does not belong there.',
    );
  }
  return { bytes: readUpTo(handle, limit) };
}

function readUpTo(handle: number, limit: number): Uint8Array {
  const size = Math.min(fstatSync(handle).size, limit);
  const bytes = Buffer.allocUnsafe(size);
  let filled = 0;
  while (filled < size) {
    const read = readSync(handle, bytes, filled, size - filled, null);
    if (read === 0) break;
    filled += read;
  }
  return bytes.subarray(0, filled);
}

function refused(code: Code, message: string, hint: string): ReadOutcome {
  return { problem: { code, message, hint } };
}

function megabytes(bytes: number): string {
  return bytes < 1_000_000 ? `${Math.ceil(bytes / 1_000)} KB` : `${(bytes / 1_000_000).toFixed(1)} MB`;
}
