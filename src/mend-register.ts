/**
 * A short line from files to files: what has one right answer is mended in place.
 */
import { join } from 'node:path';
import { mended } from './edit/index.js';
import {
  isOrdinaryFile,
  type RegisterFile,
  type RegisterPlace,
  readRegister,
  writeWhole,
} from './files/index.js';
import { buildModel } from './model/index.js';
import { parseSource } from './source/index.js';

/** A date shows only once the tabs of its file are mended, and what it says only once it is a date. */
const MOST_ROUNDS = 3;

/** What came of mending, by the files' shown names. */
export interface Mending {
  readonly mended: readonly string[];
  /** Files that could not be read, or that are links: they are as they were. */
  readonly left: readonly string[];
}

/** Mends every file of a register that can be. All rounds are made in memory, and then all files are written, or none. */
export function mendRegister(place: RegisterPlace, signal: AbortSignal): Mending {
  const { value, diagnostics } = readRegister(place);
  let files = value.files;
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    const before = files;
    files = mendedOnce(before, value.others);
    if (files.every((file, index) => file.text === before[index]?.text)) break;
  }
  const changed = files.filter((file, index) => file.text !== value.files[index]?.text);
  const pathOf = (file: RegisterFile) => join(place.folder, file.path);
  const writable = changed.filter((file) => isOrdinaryFile(pathOf(file)));
  writeWhole(
    writable.map((file) => ({
      path: pathOf(file),
      bytes: Buffer.from(file.hasMark ? `\ufeff${file.text}` : file.text),
      isRewrite: true,
    })),
    signal,
  );
  const links = changed.filter((file) => !writable.includes(file)).map(({ shown }) => shown);
  return {
    mended: writable.map(({ shown }) => shown).sort(),
    left: [...new Set([...diagnostics.map(({ span }) => span.file), ...links])].sort(),
  };
}

function mendedOnce(files: readonly RegisterFile[], others: ReadonlySet<string>): readonly RegisterFile[] {
  const documents = files.map((file) => parseSource(file).value);
  const { diagnostics } = buildModel(documents, others);
  return files.map((file, index) => {
    const problemsOf = (text: string) =>
      buildModel(documents.with(index, parseSource({ ...file, text }).value), others).diagnostics.length;
    return { ...file, text: mended(file, diagnostics, problemsOf) };
  });
}
