import { readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { Script } from 'node:vm';
import { crc32 } from 'node:zlib';
import { markOfRun, removeLeftovers } from './leftovers.js';
import { cacheFolder, makePrivateFolder } from './own-folder.js';

type Environment = Readonly<Record<string, string | undefined>>;

/** A program that is loaded. */
export interface LoadedProgram {
  /** What its file exports. */
  readonly exports: unknown;
  /** Keeps what is compiled by now for the next run of the same command; does nothing where that is there already. */
  readonly keepCompiled: () => void;
}

/** Room for every command of two versions of scrutiny. */
const MOST_KEPT = 24;
const CHECKSUM_BYTES = 4;

/**
 * Loads a program of one file in CommonJS, with the functions that an earlier run of the same command compiled.
 *
 * Node's own compile cache keeps what is compiled while a file is loaded, but hardly any function that runs later; V8 includes those
 * where it is asked after the run (https://nodejs.org/api/vm.html#scriptcreatecacheddata). docs/performance.md says what that gives.
 */
export function loadProgram(path: string, argv: readonly string[], env: Environment): LoadedProgram {
  // The build writes ASCII alone; read as such, it takes half the memory.
  const text = readFileSync(path, 'latin1');
  const cached = cachedFile(text, argv, env);
  const cachedData = cached === undefined ? undefined : readCompiled(cached);
  const script = new Script(`(function (exports, require, module, __filename, __dirname) {${text}\n})`, {
    filename: path,
    cachedData,
  });
  const module: { exports: unknown } = { exports: {} };
  const wrapped: unknown = script.runInThisContext();
  if (typeof wrapped !== 'function') throw new TypeError(`${path} is not a program`);
  wrapped(module.exports, createRequire(path), module, path, dirname(path));
  const isThere = cachedData !== undefined && script.cachedDataRejected !== true;
  return {
    exports: module.exports,
    keepCompiled: () => {
      if (cached !== undefined && !isThere) writeCompiled(cached, script.createCachedData());
    },
  };
}

/**
 * Where the compiled functions of a command are kept: each command runs others. V8 knows a program by its length and its own version only, so the
 * name has a checksum of the text, and the version of Node. Undefined where there is no folder that is this user's alone: others could put code there.
 */
function cachedFile(text: string, argv: readonly string[], env: Environment): string | undefined {
  // The first is Node's own switch for the same thing; coverage counts only functions that are compiled anew.
  if (env['NODE_DISABLE_COMPILE_CACHE'] || env['NODE_V8_COVERAGE']) return undefined;
  const home = cacheFolder(env);
  const folder = join(home, 'compiled');
  if (!makePrivateFolder(home) || !makePrivateFolder(folder)) return undefined;
  const command = argv.find((word) => /^[a-z]{1,20}$/.test(word)) ?? 'help';
  return join(folder, `${process.version}-${process.arch}-${crc32(text).toString(16)}-${command}`);
}

/** What is in a file as it was written; undefined where there is none, or where the disk has damaged it. */
function readCompiled(file: string): Buffer | undefined {
  try {
    const kept = readFileSync(file);
    const compiled = kept.subarray(CHECKSUM_BYTES);
    return compiled.length > 0 && kept.readUInt32LE() === crc32(compiled) ? compiled : undefined;
  } catch {
    return undefined;
  }
}

function writeCompiled(file: string, compiled: Buffer): void {
  const folder = dirname(file);
  const names = { begins: process.version, ends: '.part', isFolder: false };
  const part = `${file}.${markOfRun()}${names.ends}`;
  const checksum = Buffer.alloc(CHECKSUM_BYTES);
  checksum.writeUInt32LE(crc32(compiled));
  try {
    removeLeftovers(folder, names);
    writeFileSync(part, Buffer.concat([checksum, compiled]), { mode: 0o600, flag: 'wx' });
    renameSync(part, file);
    removeOldest(folder);
  } catch {
    // A full disk, or a home that can only be read: the next run compiles again.
    rmSync(part, { force: true });
  }
}

function removeOldest(folder: string): void {
  const newestFirst = readdirSync(folder)
    .map((name) => ({ path: join(folder, name), changed: statSync(join(folder, name)).mtimeMs }))
    .toSorted((a, b) => b.changed - a.changed);
  for (const { path } of newestFirst.slice(MOST_KEPT)) rmSync(path, { force: true });
}
