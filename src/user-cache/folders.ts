import { lstatSync, mkdirSync, rmdirSync, statSync } from 'node:fs';
import { dirname } from 'node:path';

/**
 * Makes a folder and those above it that are missing, one by one; returns the ones that it made, outermost first.
 *
 * Node's own recursive mkdir tries for ever where the disk says that a folder is not there and yet takes none (`/proc/1/x`).
 */
export function makeFolders(folder: string, mode?: number): readonly string[] {
  const missing: string[] = [];
  for (let at = folder; !lstatSync(at, { throwIfNoEntry: false }); at = dirname(at)) {
    missing.unshift(at);
    if (dirname(at) === at) break;
  }
  // A file, or a link that leads nowhere: the disk says what is wrong with it.
  if (missing.length === 0 && !statSync(folder, { throwIfNoEntry: false })?.isDirectory())
    missing.push(folder);
  const made: string[] = [];
  try {
    for (const path of missing) if (makeFolder(path, mode)) made.push(path);
  } catch (failure) {
    for (const path of made.toReversed()) removeIfEmpty(path);
    throw failure;
  }
  return made;
}

/** Whether it was we who made it: another run may have been quicker. */
function makeFolder(path: string, mode: number | undefined): boolean {
  try {
    mkdirSync(path, { mode });
    return true;
  } catch (failure) {
    if (statSync(path, { throwIfNoEntry: false })?.isDirectory()) return false;
    throw failure;
  }
}

/** Removes a folder that we made, unless somebody else has put something into it meanwhile. */
export function removeIfEmpty(folder: string): void {
  try {
    rmdirSync(folder);
  } catch {
    // It is theirs now.
  }
}
