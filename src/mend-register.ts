/**
 * A short line from files to files: what has one right answer is mended in place.
 */
import { join } from 'node:path';
import { mended } from './edit/index.js';
import {
  isOrdinaryFile,
  type OutputFile,
  type RegisterPlace,
  readRegister,
  writeWhole,
} from './files/index.js';
import { buildModel } from './model/index.js';
import { parseSource } from './source/index.js';

/** A date shows only once the tabs of its file are mended, and what it says only once it is a date. */
const MOST_ROUNDS = 3;

/**
 * Mends every file of a register that can be; all of them are written, or none.
 *
 * @returns the files that were changed, by their shown names
 */
export function mendRegister(place: RegisterPlace, signal: AbortSignal): readonly string[] {
  const changed = new Set<string>();
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    const outputs = mendedOnce(place);
    if (outputs.size === 0) break;
    writeWhole([...outputs.values()], signal);
    for (const shown of outputs.keys()) changed.add(shown);
  }
  return [...changed].sort();
}

function mendedOnce(place: RegisterPlace): ReadonlyMap<string, OutputFile> {
  const { files, others } = readRegister(place).value;
  const documents = files.map((file) => parseSource(file).value);
  const { diagnostics } = buildModel(documents, others);
  return new Map(
    files.flatMap((file, index): readonly [string, OutputFile][] => {
      const path = join(place.folder, file.path);
      const problemsOf = (text: string) =>
        buildModel(documents.with(index, parseSource({ ...file, text }).value), others).diagnostics.length;
      const text = mended(file, diagnostics, problemsOf);
      if (text === file.text || !isOrdinaryFile(path)) return [];
      return [
        [file.shown, { path, bytes: Buffer.from(file.hasMark ? `\ufeff${text}` : text), isRewrite: true }],
      ];
    }),
  );
}
