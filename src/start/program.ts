import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { getHeapCodeStatistics, setFlagsFromString } from 'node:v8';
import { Script } from 'node:vm';
import { type KeptCode, keepCode, keptCode, keptFile } from './kept-code.js';

/** What the built program gives. */
interface Program {
  readonly runHere: () => Promise<number>;
}

/** With other options other functions run: what is kept is renewed once a run had notably more of them. */
const NOTABLY_MORE = 1.05;

/** A command line that nobody could run, or a fault, says little about what the next run needs. */
const LAST_ORDINARY_EXIT = 1;

/**
 * Four times what it is otherwise: how much of a function has to run before V8 compiles it anew, better and in threads of its own. A paper is done
 * before that pays, and the browser wants the processors meanwhile; what runs for seconds is no slower for it. Other versions of V8 go by
 * something else, and would say that they do not know the flag.
 */
const PATIENCE = { flag: '--interrupt-budget=540672', knownTo: /^11\./ };

/** Runs the program that is built beside this file, and returns its exit code. */
export async function runProgram(): Promise<number> {
  if (PATIENCE.knownTo.test(process.versions.v8)) setFlagsFromString(PATIENCE.flag);
  const file = fileURLToPath(new URL('program.cjs', import.meta.url));
  const text = readFileSync(file);
  const place = keptFile(text, commandIn(process.argv.slice(2)), process.env);
  const kept = place === undefined ? undefined : keptCode(place);
  const script = compiled(text.toString('latin1'), file, kept);
  const exitCode = await programOf(script, file).runHere();
  if (place !== undefined && exitCode <= LAST_ORDINARY_EXIT) keepMore(place, script, kept);
  return exitCode;
}

/** The word that is most likely the command; whatever it is, it becomes part of a file's name. */
function commandIn(argv: readonly string[]): string {
  return argv.find((word) => /^[a-z]{1,20}$/.test(word)) ?? 'none';
}

/** A file in Node's older form of modules, as a script: only scripts can be compiled from what was kept. */
export function compiled(text: string, file: string, kept: KeptCode | undefined): Script {
  return new Script(`(function (exports, require, module, __filename) {${text}\n})`, {
    filename: file,
    ...(kept && { cachedData: kept.code }),
  });
}

function programOf(script: Script, file: string): Program {
  const module: { exports: unknown } = { exports: {} };
  const wrapped: unknown = script.runInThisContext();
  if (typeof wrapped === 'function') wrapped(module.exports, createRequire(file), module, file);
  if (isProgram(module.exports)) return module.exports;
  throw new TypeError(`${file} is not the program`);
}

function isProgram(exports: unknown): exports is Program {
  return (
    typeof exports === 'object' &&
    exports !== null &&
    'runHere' in exports &&
    typeof exports.runHere === 'function'
  );
}

function keepMore(place: string, script: Script, kept: KeptCode | undefined): void {
  const amount = getHeapCodeStatistics().bytecode_and_metadata_size;
  const isUsed = kept !== undefined && script.cachedDataRejected === false;
  if (isUsed && amount <= kept.amount * NOTABLY_MORE) return;
  keepCode(place, { code: script.createCachedData(), amount });
}
