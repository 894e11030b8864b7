import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * Some tests run the command as people do, from dist/: it is built first where the sources have changed. What is temporary goes into one folder,
 * which is removed after the last test with whatever a browser left there that ended with its worker; in memory where that can be.
 */
export default function build(): () => void {
  execFileSync(process.execPath, [join(import.meta.dirname, '..', '..', 'scripts', 'build.mjs')], {
    stdio: 'inherit',
  });
  const temporary = temporaryFolder();
  process.env['TMPDIR'] = temporary;
  return () => rmSync(temporary, { recursive: true, force: true, maxRetries: 10, retryDelay: 50 });
}

/** Linux keeps this folder in memory. */
const MEMORY = '/dev/shm';
/** Several unpacked browsers at once, and as much again. */
const ROOM = 2 ** 31;

/** A folder in memory where there is room for all that tests put there: thousands of small files are made and removed. Otherwise on the disk. */
function temporaryFolder(): string {
  if (process.env['TMPDIR'] === undefined && hasRoom()) {
    const folder = mkdtempSync(join(MEMORY, 'scrutiny-tests-'));
    if (mayRunProgramsIn(folder)) return folder;
    rmSync(folder, { recursive: true });
  }
  return mkdtempSync(join(tmpdir(), 'scrutiny-tests-'));
}

function hasRoom(): boolean {
  try {
    const { bavail, bsize } = statfsSync(MEMORY);
    return bavail * bsize >= ROOM;
  } catch {
    return false;
  }
}

/** Containers may forbid it there. */
function mayRunProgramsIn(folder: string): boolean {
  const program = join(folder, 'program');
  writeFileSync(program, '#!/bin/sh\n', { mode: 0o755 });
  const { status } = spawnSync(program);
  rmSync(program);
  return status === 0;
}
