import { readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { cachedDataVersionTag } from 'node:v8';
import { cacheFolder, makePrivateFolder } from '../cache/index.js';
import { sha256 } from '../digest/index.js';
import { writeWhole } from '../files/index.js';

/** What V8 made of the program in an earlier run: the functions that had run by its end. */
export interface KeptCode {
  readonly code: Buffer;
  /** How much compiled code the process had then, in bytes. */
  readonly amount: number;
}

const DIGEST_BYTES = 32;
/** The digest, and the amount in eight bytes: V8 reads the code from where a word begins. */
const HEAD_BYTES = DIGEST_BYTES + 8;

/** Every command of two versions of scrutiny beside each other finds its own again. */
const MOST_KEPT = 24;

/**
 * The file in which the program is kept as a command had compiled it, or undefined where there is no folder that is this user's alone.
 *
 * Each command has its own: what others run would be taken up for nothing. V8 itself knows a program only by its length: the name has the digest of
 * its text, and what of V8 must be the same (https://nodejs.org/api/v8.html#v8cacheddataversiontag).
 */
export function keptFile(
  program: Uint8Array,
  command: string,
  env: Readonly<Record<string, string | undefined>>,
): string | undefined {
  // The first is Node's own switch for the same thing; a measurement of what ran must see every function compiled.
  if (env['NODE_DISABLE_COMPILE_CACHE'] || env['NODE_V8_COVERAGE']) return undefined;
  const home = cacheFolder(env);
  const folder = join(home, 'compiled');
  if (!makePrivateFolder(home) || !makePrivateFolder(folder)) return undefined;
  const known = `${sha256([program]).slice(0, 16)}-${cachedDataVersionTag().toString(16)}`;
  return join(folder, `${known}-${command}`);
}

/** What is kept in a file, where it is as it was written. */
export function keptCode(file: string): KeptCode | undefined {
  try {
    const kept = readFileSync(file);
    const isWhole =
      kept.length > HEAD_BYTES &&
      kept.toString('hex', 0, DIGEST_BYTES) === sha256([kept.subarray(DIGEST_BYTES)]);
    return isWhole ? { code: kept.subarray(HEAD_BYTES), amount: kept.readUInt32LE(DIGEST_BYTES) } : undefined;
  } catch {
    // The first run.
    return undefined;
  }
}

/** Keeps the compiled program for the next run. Where that cannot be done, the next run compiles it again. */
export function keepCode(file: string, { code, amount }: KeptCode): void {
  try {
    const rest = Buffer.alloc(HEAD_BYTES - DIGEST_BYTES);
    rest.writeUInt32LE(amount);
    const digest = Buffer.from(sha256([rest, code]), 'hex');
    writeWhole([{ path: file, bytes: Buffer.concat([digest, rest, code]), isPrivate: true }]);
    forgetOldest(join(file, '..'));
  } catch {
    // A full disk, or a home that can only be read: nothing that a person asked for has failed.
  }
}

function forgetOldest(folder: string): void {
  const newestFirst = readdirSync(folder)
    .map((name) => join(folder, name))
    .toSorted((a, b) => statSync(b).mtimeMs - statSync(a).mtimeMs);
  for (const file of newestFirst.slice(MOST_KEPT)) rmSync(file, { force: true });
}
