import { type Dirent, readdirSync, realpathSync } from 'node:fs';
import { join } from 'node:path';
import { type Checked, checked, type Diagnostic, MachineError } from '../diagnostics/index.js';
import { compareText } from '../order/index.js';
import type { RegisterLocation } from './find-register.js';
import { diskReason } from './fs-errors.js';
import { readInside } from './read-safely.js';
import { isIgnored, isYaml } from './register-paths.js';

/** No file of a register comes near this; whoever reaches it has put something else there. */
export const LARGEST_FILE = 8_000_000;
/** A national archive of registers is 50 MB. */
const LARGEST_REGISTER = 256_000_000;
const DEEPEST_FOLDER = 12;
const MOST_FILES = 100_000;

/** One YAML file of the register. */
export interface RegisterFile {
  /** The name to show, such as `data/reviews/homes/review.yaml`. */
  readonly shown: string;
  /** The path inside the register, such as `reviews/homes/review.yaml`. */
  readonly path: string;
  readonly text: string;
  /** Whether the file begins with a byte order mark, which is no part of its text. */
  readonly hasMark: boolean;
}

/** A file as it is on the disk. */
export function bytesOfFile({ text, hasMark }: Pick<RegisterFile, 'text' | 'hasMark'>): Uint8Array {
  return Buffer.from(hasMark ? `\ufeff${text}` : text);
}

/** A register as read from the disk. */
export interface RegisterFiles {
  readonly place: RegisterLocation;
  /** The YAML files, sorted by path. */
  readonly files: readonly RegisterFile[];
  /** Every other file's path inside the register: pictures, papers, notes to oneself. */
  readonly others: ReadonlySet<string>;
  /** Keys of reviews that were left unread, because others alone were wanted. */
  readonly unread: ReadonlySet<string>;
}

/**
 * Reads every YAML file of a register. What cannot be read is a diagnostic; the rest is read all the same.
 *
 * @param only keys of reviews: of the others nothing is read, but that they are there
 */
export function readRegister(place: RegisterLocation, only?: readonly string[]): Checked<RegisterFiles> {
  const diagnostics: Diagnostic[] = [];
  const files: RegisterFile[] = [];
  const others = new Set<string>();
  const unread = new Set<string>();
  const realFolder = resolveFolder(place.folder);
  let total = 0;

  for (const path of pathsBelow(realFolder)) {
    if (!isYaml(path)) {
      others.add(path);
      continue;
    }
    const review = reviewOf(path);
    if (only !== undefined && review !== undefined && !only.includes(review)) {
      if (path === `reviews/${review}/review.yaml`) unread.add(review);
      continue;
    }
    const shown = `${place.name}/${path}`;
    const outcome = readInside(join(realFolder, path), realFolder, LARGEST_FILE);
    const decoded = 'problem' in outcome ? outcome : decode(outcome.bytes);
    if ('problem' in decoded) {
      diagnostics.push({ ...decoded.problem, severity: 'error', span: { file: shown, start: 0, end: 0 } });
      continue;
    }
    total += decoded.text.length;
    if (total > LARGEST_REGISTER) {
      throw new MachineError(
        `The register in ${place.folder} is larger than ${LARGEST_REGISTER / 1_000_000} MB, which is more than this program reads.`,
      );
    }
    files.push({ shown, path, text: decoded.text, hasMark: decoded.hasMark });
  }
  return checked({ place, files, others, unread }, diagnostics);
}

/** The key of the review that a file belongs to. */
function reviewOf(path: string): string | undefined {
  return /^reviews\/([^/]+)\//.exec(path)?.[1];
}

function resolveFolder(folder: string): string {
  try {
    return realpathSync(folder);
  } catch (failure) {
    throw new MachineError(`The register in ${folder} cannot be read: ${diskReason(failure)}.`);
  }
}

/** Every file below a folder, sorted, so that the disk's own order reaches nothing. Folders behind links are not entered. */
function pathsBelow(folder: string): readonly string[] {
  const found: string[] = [];
  const walk = (below: string, depth: number) => {
    if (depth > DEEPEST_FOLDER) return;
    for (const entry of listEntries(join(folder, below))) {
      if (isIgnored(entry.name)) continue;
      const path = below === '' ? entry.name : `${below}/${entry.name}`;
      if (entry.isDirectory()) walk(path, depth + 1);
      else found.push(path);
      if (found.length > MOST_FILES) {
        throw new MachineError(
          `The register has more than ${MOST_FILES} files, which is more than this program reads.`,
        );
      }
    }
  };
  walk('', 0);
  return found.sort(compareText);
}

function listEntries(folder: string): readonly Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch (failure) {
    throw new MachineError(`The folder ${folder} cannot be read: ${diskReason(failure)}.`);
  }
}

type Decoded =
  | { readonly text: string; readonly hasMark: boolean }
  | Extract<ReturnType<typeof readInside>, { problem: unknown }>;

function decode(bytes: Uint8Array): Decoded {
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: false }).decode(bytes);
    if (text.includes('\0')) {
      return {
        problem: {
          code: 'file-encoding',
          message: 'this file has NUL characters in it, so it is not text',
          hint: 'Save it again as plain text in UTF-8.',
        },
      };
    }
    return { text, hasMark: bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf };
  } catch {
    return {
      problem: {
        code: 'file-encoding',
        message: 'this file is not written in UTF-8',
        hint: 'Open it in your editor and save it again with the encoding UTF-8.',
      },
    };
  }
}
