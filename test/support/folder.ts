import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';

export const PROJECT = join(import.meta.dirname, '..', '..');

/** A folder with these files, gone when the test is over. */
export function folderWith(files: Readonly<Record<string, string>>): string {
  const folder = emptyFolder();
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  writeFiles(folder, files);
  return folder;
}

/** A folder which the caller removes. */
export function emptyFolder(): string {
  return mkdtempSync(join(tmpdir(), 'scrutiny-test-'));
}

export function writeFiles(folder: string, files: Readonly<Record<string, string | Uint8Array>>): void {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
}

/** A copy of the sample register in a folder of its own. */
export function sampleCopy(): string {
  const folder = folderWith({});
  cpSync(join(PROJECT, 'data'), join(folder, 'data'), { recursive: true });
  return folder;
}
