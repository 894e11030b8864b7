import { closeSync, fchmodSync, fsyncSync, openSync, writeSync } from 'node:fs';

/**
 * Writes a file that is not there yet, to the last byte and as far as the disk.
 *
 * @param mode who may read it; what the process holds back of new files is taken off
 * @param exactMode the same, with nothing taken off
 */
export function writeNewFile(path: string, bytes: Uint8Array, mode: number, exactMode?: number): void {
  const handle = openSync(path, 'wx', mode);
  try {
    if (exactMode !== undefined) fchmodSync(handle, exactMode);
    let written = 0;
    while (written < bytes.length) written += writeSync(handle, bytes, written);
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}
