import { readdirSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { Script } from 'node:vm';
import { markOfRun, removeLeftovers } from './leftovers.js';
import { cacheFolder, makePrivateFolder } from './own-folder.js';
import { writeNewFile } from './write-new-file.js';

type Environment = Readonly<Record<string, string | undefined>>;

/** A program that is loaded. */
export interface LoadedProgram {
  /** What its file exports. */
  readonly exports: unknown;
  /** Keeps what is compiled by now for the next run of the same command; does nothing where that is there already. */
  readonly keepCompiled: () => void;
}

/** A file of the program, and where its compiled functions belong, unless they were there. */
interface LoadedFile {
  readonly module: { exports: unknown };
  readonly script: Script;
  readonly cached: string | undefined;
}

/** Room for every command of two versions of scrutiny. */
const MOST_KEPT = 40;

/**
 * Loads a built program in CommonJS, and the files beside it that it requires, with the functions that an earlier run of the same command compiled.
 *
 * Node's own compile cache keeps what is compiled while a file is loaded, but hardly any function that runs later; V8 includes those
 * where it is asked after the run (https://nodejs.org/api/vm.html#scriptcreatecacheddata). docs/performance.md says what that gives.
 */
export function loadProgram(path: string, argv: readonly string[], env: Environment): LoadedProgram {
  const folder = dirname(path);
  const cache = compiledFolder(env);
  const command = argv.find((word) => /^[a-z]{1,20}$/.test(word)) ?? 'help';
  // V8 knows a program by its length and its own version only.
  const build = cache && readFileSync(join(folder, 'build-id'), 'latin1').slice(0, 16);
  const loaded = new Map<string, LoadedFile>();
  const requireOther = createRequire(path);
  const load = (name: string): unknown => {
    const file = join(folder, name);
    const cached = cache && join(cache, [process.version, process.arch, build, name, command].join('-'));
    const cachedData = cached === undefined ? undefined : readCompiled(cached);
    // The build writes ASCII alone; read as such, it takes half the memory.
    const text = readFileSync(file, 'latin1');
    const script = new Script(`(function (exports, require, module, __filename, __dirname) {${text}\n})`, {
      filename: file,
      cachedData,
    });
    const isThere = cachedData !== undefined && script.cachedDataRejected !== true;
    const module: { exports: unknown } = { exports: {} };
    loaded.set(name, { module, script, cached: isThere ? undefined : cached });
    const wrapped: unknown = script.runInThisContext();
    if (typeof wrapped !== 'function') throw new TypeError(`${file} is not a program`);
    wrapped(module.exports, requireAny, module, file, folder);
    return module.exports;
  };
  // Several modules of the program require the same file.
  const requireAny = (name: string): unknown => {
    if (!name.startsWith('./')) return requireOther(name);
    const known = loaded.get(basename(name));
    return known ? known.module.exports : load(basename(name));
  };
  return {
    exports: load(basename(path)),
    keepCompiled: () => {
      for (const { script, cached } of loaded.values())
        if (cached) writeCompiled(cached, script.createCachedData());
    },
  };
}

/** The folder for compiled functions; undefined where there is none that is this user's alone, since others could put code there. */
function compiledFolder(env: Environment): string | undefined {
  // The first is Node's own switch for the same thing; coverage counts only functions that are compiled anew.
  if (env['NODE_DISABLE_COMPILE_CACHE'] || env['NODE_V8_COVERAGE']) return undefined;
  const home = cacheFolder(env);
  const folder = join(home, 'compiled');
  return makePrivateFolder(home) && makePrivateFolder(folder) ? folder : undefined;
}

function readCompiled(file: string): Buffer | undefined {
  try {
    return readFileSync(file);
  } catch {
    // The first run of this command.
    return undefined;
  }
}

/** The file appears whole or not at all: V8 believes what it is given. */
function writeCompiled(file: string, compiled: Buffer): void {
  const folder = dirname(file);
  const names = { begins: process.version, ends: '.part', isFolder: false };
  const part = `${file}.${markOfRun()}${names.ends}`;
  try {
    removeLeftovers(folder, names);
    writeNewFile(part, compiled, 0o600);
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
  for (const { path } of newestFirst.slice(MOST_KEPT)) rmSync(path, { recursive: true, force: true });
}
