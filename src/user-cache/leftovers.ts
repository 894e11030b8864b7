import { lstatSync, readdirSync, readFileSync, readlinkSync, rmSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';

/** Lengths of the parts of a mark, in hex digits: the machine, the process, when it began, and chance. */
const MARK = /^([0-9a-f]{8})([0-9a-f]{8})([0-9a-f]{12})([0-9a-f]{8})$/;

/** How long what cannot be asked about is left alone, in milliseconds; no run lasts a day. */
const A_DAY = 24 * 60 * 60 * 1000;

/**
 * A mark for the name of something that lasts only as long as this run: it says which process made it, so that a later run can tell whether that
 * process is still alive. Never the same twice.
 */
export function markOfRun(): string {
  return (
    machine() + hex(process.pid, 8) + hex(beganAt(process.pid) ?? 0, 12) + crypto.randomUUID().slice(0, 8)
  );
}

/** What a run may have left behind: how its name begins and ends round the mark, and whether it is a folder. */
export interface Leftover {
  readonly begins: string;
  readonly ends: string;
  readonly isFolder: boolean;
}

/**
 * Removes what runs that were killed have left in a folder. What belongs to a run that is alive, to another user or to nobody that we know stays; so does
 * whatever cannot be removed.
 */
export function removeLeftovers(folder: string, leftover: Leftover): void {
  for (const name of namesIn(folder)) {
    const mark = markIn(name, leftover);
    if (mark === undefined) continue;
    const path = join(folder, name);
    try {
      const found = lstatSync(path);
      const isKind = leftover.isFolder ? found.isDirectory() : found.isFile();
      const isOurs = process.getuid === undefined || found.uid === process.getuid();
      if (isKind && isOurs && isOver(mark, found.mtimeMs)) rmSync(path, { recursive: true, force: true });
    } catch {
      // Gone meanwhile, or not to be removed by us.
    }
  }
}

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

/** Whether the run is over that made a mark, as far as can be told from the mark and from when it was written; so is what holds no mark. */
export function isRunOver(mark: string, writtenMs: number): boolean {
  const parts = MARK.exec(mark);
  return parts ? isOver(parts, writtenMs) : Date.now() - writtenMs > A_MINUTE;
}

/** How long a mark may take to be written. */
const A_MINUTE = 60_000;

/** The mark in a name: what begins like ours and has no mark in it was made by somebody else. */
function markIn(name: string, { begins, ends }: Leftover): RegExpExecArray | undefined {
  if (!name.startsWith(begins) || !name.endsWith(ends)) return undefined;
  const inner = name.slice(begins.length, name.length - ends.length);
  return MARK.exec(inner.slice(inner.lastIndexOf('.') + 1)) ?? undefined;
}

/** Whether the run that made it is over. Of a process on another machine or in another container only time tells. */
function isOver([, where, pid = '', began = '']: RegExpExecArray, changed: number): boolean {
  if (where !== machine()) return Date.now() - changed > A_DAY;
  const process = Number.parseInt(pid, 16);
  if (!isRunning(process)) return true;
  const since = beganAt(process);
  // The number of a process that has ended is given to another one sooner or later.
  return since !== undefined && hex(since, 12) !== began;
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (failure) {
    return failure instanceof Error && 'code' in failure && failure.code === 'EPERM';
  }
}

/** When a process began, in ticks since the machine started (proc(5), field 22); only Linux says so. */
function beganAt(pid: number): number | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'latin1');
    // The second field is the program's name and may hold anything.
    return Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19]) || undefined;
  } catch {
    return undefined;
  }
}

let known: string | undefined;

/** By what the numbers of processes are known again: this machine since it started, and this container on it. */
function machine(): string {
  known ??= hashWords(
    [hostname(), readText('/proc/sys/kernel/random/boot_id'), readTarget('/proc/self/ns/pid')].join(),
  );
  return known;
}

/** FNV-1a: enough to tell a few machines apart. */
function hashWords(words: string): string {
  let hash = 0x811c9dc5;
  for (const unit of Buffer.from(words)) hash = Math.imul(hash ^ unit, 0x01000193);
  return hex(hash >>> 0, 8);
}

function hex(number: number, digits: number): string {
  return number.toString(16).padStart(digits, '0').slice(-digits);
}

function readText(path: string): string {
  try {
    return readFileSync(path, 'latin1');
  } catch {
    return '';
  }
}

function readTarget(path: string): string {
  try {
    return readlinkSync(path);
  } catch {
    return '';
  }
}
