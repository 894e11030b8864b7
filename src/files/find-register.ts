import { statSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { UsageError } from '../diagnostics/index.js';

/** Where a register is, and what lies beside it. */
export interface RegisterLocation {
  /** The folder with `council.yaml`, absolute. */
  readonly folder: string;
  /** The folder it lies in: `out/` and `templates/` are there. */
  readonly home: string;
  /** How the folder is called in messages: its own name. */
  readonly name: string;
}

/** The register to work on, or, where there is none yet, the folder in which one would be made: the one that was named, or `data/` here. */
export function findOrPlaceRegister(
  cwd: string,
  asked: string | undefined,
): { readonly place: RegisterLocation; readonly isThere: boolean } {
  const folder = asked === undefined ? nearestRegister(cwd) : resolve(cwd, asked);
  if (folder !== undefined && isFile(join(folder, 'council.yaml')))
    return { place: locateRegister(folder), isThere: true };
  return { place: locateRegister(folder ?? resolve(cwd, 'data')), isThere: false };
}

/**
 * The register to work on: the folder given with `--data`, or the nearest `data/` with a `council.yaml`, looking upwards.
 *
 * @throws UsageError where there is none, saying what would make one
 */
export function findRegister(cwd: string, asked: string | undefined): RegisterLocation {
  if (asked !== undefined) {
    const folder = resolve(cwd, asked);
    if (!isFile(join(folder, 'council.yaml'))) {
      throw new UsageError(
        `There is no register in ${asked}: a register is a folder with a council.yaml in it.`,
      );
    }
    return locateRegister(folder);
  }
  const nearest = nearestRegister(cwd);
  if (nearest !== undefined) return locateRegister(nearest);
  throw new UsageError(
    'No register was found: neither this folder nor any above it has data/council.yaml. Go to the folder that holds your register, or name it with --data DIR.',
  );
}

function nearestRegister(cwd: string): string | undefined {
  for (let at = resolve(cwd); ; at = dirname(at)) {
    const folder = join(at, 'data');
    if (isFile(join(folder, 'council.yaml'))) return folder;
    if (dirname(at) === at) return undefined;
  }
}

function locateRegister(folder: string): RegisterLocation {
  return { folder, home: dirname(folder), name: basename(folder) };
}

function isFile(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isFile() ?? false;
}
