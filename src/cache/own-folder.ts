import { lstatSync, mkdirSync } from 'node:fs';
import { userInfo } from 'node:os';
import { dirname, join } from 'node:path';

/** The user's own cache folder, whether or not it is there yet. */
export function cacheFolder(env: Readonly<Record<string, string | undefined>>): string {
  const xdg = env['XDG_CACHE_HOME'];
  const base = xdg?.startsWith('/') ? xdg : join(env['HOME'] ?? userInfo().homedir, '.cache');
  return join(base, 'scrutiny');
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
      if (!above || !isOurs(above)) return false;
      mkdirSync(folder, { recursive: true, mode: 0o700 });
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

function lookedAt(path: string) {
  try {
    return lstatSync(path);
  } catch {
    return undefined;
  }
}
