/**
 * A short line from files to files: what has one right answer is mended in place.
 */
import { join } from 'node:path';
import { SourceTexts } from '../diagnostics/index.js';
import { fixText } from '../edit/index.js';
import {
  bytesOfFile,
  isOrdinaryFile,
  type RegisterFile,
  type RegisterLocation,
  readRegister,
  writeAtomically,
} from '../files/index.js';
import { buildModel } from '../model/index.js';
import { compareText } from '../order/index.js';
import { parseSource } from '../source/index.js';

/** A date shows only once the tabs of its file are mended, and what it says only once it is a date. */
const MOST_ROUNDS = 3;

/** What came of mending, by the files' shown names. */
export interface FixResult {
  readonly mended: readonly string[];
  /** Files that are as they were: they could not be read, are links, or are no YAML because of a line. */
  readonly left: readonly { readonly file: string; readonly line: number | undefined }[];
}

/** Mends every file of a register that can be. All rounds are made in memory, and then all files are written, or none. */
export function mendRegister(place: RegisterLocation, signal: AbortSignal): FixResult {
  const { value, diagnostics } = readRegister(place);
  let files = value.files;
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    const before = files;
    files = fixOnce(before, value.others);
    if (files.every((file, index) => file.text === before[index]?.text)) break;
  }
  const changed = files.filter((file, index) => file.text !== value.files[index]?.text);
  const pathOf = (file: RegisterFile) => join(place.folder, file.path);
  const writable = changed.filter((file) => isOrdinaryFile(pathOf(file)));
  writeAtomically(
    writable.map((file) => ({
      path: pathOf(file),
      bytes: bytesOfFile(file),
      isRewrite: true,
    })),
    signal,
  );
  const links = changed.filter((file) => !writable.includes(file)).map(({ shown }) => shown);
  const unread = [...new Set([...diagnostics.map(({ span }) => span.file), ...links])];
  return {
    mended: writable.map(({ shown }) => shown).sort(),
    left: [
      ...unread.map((file) => ({ file, line: undefined })),
      ...files.filter((file) => !changed.includes(file)).flatMap(findFaultyLine),
    ].toSorted((a, b) => compareText(a.file, b.file)),
  };
}

/** The line because of which a file cannot be read as YAML, so that nothing of it can be mended. */
function findFaultyLine(file: RegisterFile): readonly { readonly file: string; readonly line: number }[] {
  const { value, diagnostics } = parseSource(file);
  const [fault] = diagnostics;
  if (value.isComplete || value.root !== undefined || !fault) return [];
  const texts = new SourceTexts([[file.shown, file.text]]);
  return [{ file: file.shown, line: texts.positionOf(file.shown, fault.span.start).line }];
}

function fixOnce(files: readonly RegisterFile[], others: ReadonlySet<string>): readonly RegisterFile[] {
  const parsed = files.map((file) => parseSource(file));
  const documents = parsed.map(({ value }) => value);
  const diagnostics = [
    ...parsed.flatMap((document) => document.diagnostics),
    ...buildModel(documents, others).diagnostics,
  ];
  return files.map((file, index) => {
    const problemsOf = (text: string) =>
      buildModel(documents.with(index, parseSource({ ...file, text }).value), others).diagnostics.length;
    return { ...file, text: fixText(file, diagnostics, problemsOf) };
  });
}
