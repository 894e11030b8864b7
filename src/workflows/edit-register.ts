/**
 * A line from files to files: a register is read, what is to be recorded becomes new texts of its files, they are checked as if they were there, and then all are written, or none.
 */
import { join } from 'node:path';
import type { IsoDate } from '../calendar/index.js';
import { type Diagnostic, FileChanged, hasErrors, SourceTexts, UsageError } from '../diagnostics/index.js';
import { type ChangedLine, editText, type FileEdit, type ReadFile, showChange } from '../edit/index.js';
import {
  bytesOfFile,
  fileExists,
  isOrdinaryFile,
  lockRegister,
  type OutputFile,
  type RegisterFile,
  type RegisterLocation,
  readRegister,
  writeAtomically,
} from '../files/index.js';
import { sha256 } from '../hash/index.js';
import type { Model } from '../model/index.js';
import { parseSource } from '../source/index.js';
import { type EditableRegister, readForEditing } from '../workspace/index.js';

/** What is to be recorded, and how. */
export interface EditWanted {
  readonly place: RegisterLocation;
  /** The day on which waivers must hold. */
  readonly day: IsoDate;
  /** Keys of reviews, where they alone are wanted. */
  readonly only?: readonly string[] | undefined;
  /**
   * The edits, made from the register as it is when they are written.
   *
   * @throws UsageError where something that was named is not there
   */
  readonly plan: (register: RegisterToEdit) => readonly FileEdit[];
  /** By path, the files that were looked at when the edits were thought of. Where one is another now, nothing is written. */
  readonly basedOn?: ReadonlyMap<string, SeenFile> | undefined;
  /** Whether the edits are only shown. */
  readonly isDryRun?: boolean | undefined;
  readonly signal: AbortSignal;
}

/** A file as somebody has seen it. */
export interface SeenFile {
  readonly digest: string;
  /** Where it is still at hand, so that what has changed can be shown. */
  readonly text?: string;
}

/** A register without errors, about to be edited. */
export interface RegisterToEdit {
  readonly model: Model;
  /** The path inside the register of a file as it is shown. */
  readonly pathOf: (shown: string) => string;
  /** By path, each file as it is now. */
  readonly seen: ReadonlyMap<string, SeenFile>;
  /** Keys of reviews that were left unread. */
  readonly unread: ReadonlySet<string>;
}

/** A file that was written, or would be. */
export interface EditedFile {
  /** The name to show. */
  readonly shown: string;
  readonly isNew: boolean;
  /** Where each change begins, counted from 1. */
  readonly lines: readonly number[];
  readonly changes: readonly ChangedLine[];
}

/** What came of it. */
export type EditResult =
  /** The register had errors before. */
  | { readonly kind: 'broken'; readonly diagnostics: readonly Diagnostic[]; readonly texts: SourceTexts }
  /** It would have errors with the edits; the texts are those that were not written. */
  | { readonly kind: 'refused'; readonly diagnostics: readonly Diagnostic[]; readonly texts: SourceTexts }
  /** A file was changed by somebody else meanwhile; the lines are their changes. */
  | { readonly kind: 'clash'; readonly shown: string; readonly theirs: readonly ChangedLine[] }
  | {
      readonly kind: 'edited';
      readonly files: readonly EditedFile[];
      /** What is remarked of the register with the edits and was not before. */
      readonly remarks: readonly Diagnostic[];
      readonly texts: SourceTexts;
    };

/**
 * Edits a register. Other runs that edit it wait until this one is done.
 *
 * @throws UsageError where an edit has no place in its file
 * @throws MachineError where the disk refuses
 */
export async function editRegister(wanted: EditWanted): Promise<EditResult> {
  const release = wanted.isDryRun ? () => {} : await lockRegister(wanted.place, wanted.signal);
  try {
    return editNow(wanted);
  } finally {
    release();
  }
}

/** Reads a register to ask what is to be recorded, or says what is wrong with it. */
export function readToEdit({
  place,
  day,
  only,
}: Pick<EditWanted, 'place' | 'day' | 'only'>): RegisterToEdit | Extract<EditResult, { kind: 'broken' }> {
  const register = readForEditing(place, () => day, only);
  return toEdit(place, register) ?? broken(register);
}

function toEdit(
  place: RegisterLocation,
  { model, sources, unread }: EditableRegister,
): RegisterToEdit | undefined {
  if (!model) return undefined;
  return {
    model,
    unread,
    pathOf: (shown) => shown.slice(place.name.length + 1),
    seen: new Map(sources.map(({ file }) => [file.path, { digest: digestOf(file), text: file.text }])),
  };
}

function broken({ diagnostics, texts }: EditableRegister): Extract<EditResult, { kind: 'broken' }> {
  return { kind: 'broken', diagnostics, texts };
}

function digestOf(file: RegisterFile): string {
  return sha256([bytesOfFile(file)]);
}

function editNow({ place, day, only, plan, basedOn, isDryRun, signal }: EditWanted): EditResult {
  const register = readForEditing(place, () => day, only);
  const ready = toEdit(place, register);
  if (!ready) return broken(register);
  const edits = plan(ready);
  for (const { path } of edits) {
    const [known, now] = [basedOn?.get(path), ready.seen.get(path)];
    if (known && known.digest !== now?.digest)
      return { kind: 'clash', shown: `${place.name}/${path}`, theirs: showTheirs(known.text, now?.text) };
  }
  const made = edits.map((edit) => applyEdit(place, register, edit));
  const after = register.with(made.map(({ after: file }) => file));
  if (hasErrors(after.diagnostics)) {
    const diagnostics = after.diagnostics.filter(({ severity }) => severity === 'error');
    return { kind: 'refused', diagnostics, texts: after.texts };
  }
  if (!isDryRun) {
    try {
      writeAtomically(
        made.map((file) => outputFor(place, file)),
        signal,
      );
    } catch (failure) {
      if (failure instanceof FileChanged) return clash(place, made, failure);
      throw failure;
    }
  }
  return {
    kind: 'edited',
    files: made.map(editedFile),
    remarks: newIn(after.diagnostics, register.diagnostics),
    texts: after.texts,
  };
}

interface MadeFile {
  /** Undefined where the file is new. */
  readonly before: RegisterFile | undefined;
  readonly after: ReadFile;
  readonly starts: readonly number[];
}

function applyEdit(place: RegisterLocation, { sources }: EditableRegister, edit: FileEdit): MadeFile {
  const shown = `${place.name}/${edit.path}`;
  const found = sources.find(({ file }) => file.path === edit.path);
  if (edit.kind === 'create') {
    if (found || fileExists(join(place.folder, edit.path)))
      throw new UsageError(`${shown} is there already.`);
    const after = parseSource({ shown, path: edit.path, text: edit.text });
    return { before: undefined, after, starts: [0] };
  }
  if (!found) throw new UsageError(`There is no ${shown}.`);
  if (!isOrdinaryFile(join(place.folder, edit.path)))
    throw new UsageError(`${shown} is a link. Edit the file that it leads to by hand.`);
  const outcome = editText(found.parsed, edit.changes);
  if ('refusal' in outcome) throw new UsageError(`${shown} was not changed: ${outcome.refusal}.`);
  return { before: found.file, after: outcome.file, starts: outcome.starts };
}

function outputFor(place: RegisterLocation, { before, after }: MadeFile): OutputFile {
  const { path, text } = after.value;
  const hasMark = before?.hasMark ?? false;
  return {
    path: join(place.folder, path),
    bytes: bytesOfFile({ text, hasMark }),
    ...(before ? { isRewrite: true, replaces: bytesOfFile(before) } : { replaces: 'nothing' }),
  };
}

/** What somebody else has written meanwhile. */
function clash(place: RegisterLocation, made: readonly MadeFile[], { path }: FileChanged): EditResult {
  const ours = made.find(({ after }) => join(place.folder, after.value.path) === path);
  const name = ours?.after.value.path ?? '';
  const theirs = readRegister(place).value.files.find((file) => file.path === name);
  return {
    kind: 'clash',
    shown: `${place.name}/${name}`,
    theirs: showTheirs(ours?.before?.text ?? '', theirs?.text),
  };
}

function showTheirs(before: string | undefined, now: string | undefined): readonly ChangedLine[] {
  return before === undefined || now === undefined ? [] : showChange(before, now);
}

function editedFile({ before, after, starts }: MadeFile): EditedFile {
  const { file, text } = after.value;
  const texts = new SourceTexts([[file, text]]);
  return {
    shown: file,
    isNew: before === undefined,
    lines: [...new Set(starts.map((start) => texts.positionOf(file, start).line))],
    changes: showChange(before?.text ?? '', text),
  };
}

/** What is found now and was not before, wherever its lines have moved to. */
function newIn(now: readonly Diagnostic[], before: readonly Diagnostic[]): readonly Diagnostic[] {
  const nameOf = ({ code, message, span }: Diagnostic) => JSON.stringify([code, message, span.file]);
  const known = new Map<string, number>();
  for (const diagnostic of before) known.set(nameOf(diagnostic), (known.get(nameOf(diagnostic)) ?? 0) + 1);
  return now.filter((diagnostic) => {
    const left = known.get(nameOf(diagnostic)) ?? 0;
    known.set(nameOf(diagnostic), left - 1);
    return left <= 0;
  });
}
