import { lstatSync } from 'node:fs';
import { userInfo } from 'node:os';
import { dirname, isAbsolute, join } from 'node:path';
import { makeFolders } from './folders.js';

/** The user's own cache folder, whether or not it is there yet. */
export function cacheFolder(env: Readonly<Record<string, string | undefined>>): string {
  const { XDG_CACHE_HOME: cache = '', HOME: home = '' } = env;
  // A relative one is to be ignored (XDG Base Directory Specification).
  if (isAbsolute(cache)) return join(cache, 'scrutiny');
  return join(isAbsolute(home) ? home : homeOfUser(), '.cache', 'scrutiny');
}

/** A container may run under a uid without a passwd entry; if HOME is unset too, there is no cache folder. */
function homeOfUser(): string {
  try {
    return userInfo().homedir;
  } catch {
    return '/nonexistent';
  }
}

/** Ours, a true folder, and closed to others: what is run from it was put there by this user. */
export function isPrivate(folder: string): boolean {
  const found = lookedAt(folder);
  return found?.isDirectory() === true && isOurs(found) && (!hasModes() || (found.mode & 0o022) === 0);
}

/**
 * Makes a folder that only this user may open, where it is missing; says whether there is one now.
 *
 * Nothing is made in a home of somebody else (`sudo` keeps the caller's HOME on some machines): they could not use it afterwards.
 */
export function makePrivateFolder(folder: string): boolean {
  try {
    if (!lookedAt(folder)) {
      const above = lookedAt(nearestAbove(folder));
      if (!above || !(isOurs(above) || isForEverybody(above))) return false;
      makeFolders(folder, 0o700);
    }
    return isPrivate(folder);
  } catch {
    return false;
  }
}

function nearestAbove(folder: string): string {
  let above = dirname(folder);
  while (!lookedAt(above) && above !== dirname(above)) above = dirname(above);
  return above;
}

/** Windows has no such users and modes: a folder in a person's profile is theirs by its access list. */
function hasModes(): boolean {
  return process.getuid !== undefined;
}

function isOurs({ uid }: { readonly uid: number }): boolean {
  return process.getuid === undefined || uid === process.getuid();
}

/** A folder such as /tmp: everybody may put something there, and take away only their own. */
function isForEverybody({ mode }: { readonly mode: number }): boolean {
  return (mode & 0o1002) === 0o1002;
}

/** Whether anything is at a path, a link that leads nowhere included. */
export function isThere(path: string): boolean {
  return lookedAt(path) !== undefined;
}

function lookedAt(path: string) {
  try {
    return lstatSync(path);
  } catch {
    return undefined;
  }
}
