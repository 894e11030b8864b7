/**
 * The beginning of the line, which every command shares: files → source → model.
 */
import type { IsoDate } from '../calendar/index.js';
import { type Diagnostic, hasErrors, SourceTexts, worstFirst } from '../diagnostics/index.js';
import { type RegisterFiles, type RegisterLocation, readRegister } from '../files/index.js';
import { applySeverities, buildModel, type Model } from '../model/index.js';
import { parseSource } from '../source/index.js';

/** A register read and checked; the model only where nothing is wrong with it. */
export interface RegisterRead {
  readonly model: Model | undefined;
  readonly diagnostics: readonly Diagnostic[];
  /** The texts that the diagnostics speak of. */
  readonly texts: SourceTexts;
  /** How many files of YAML there are, readable or not. */
  readonly files: number;
  /** Keys of reviews that were left unread, because others alone were wanted. */
  readonly unread: ReadonlySet<string>;
}

/**
 * Reads a register as far as its model.
 *
 * @param dayOf the day on which a waiver must still hold
 * @param only keys of reviews, where they alone are wanted
 */
export function readModel(
  place: RegisterLocation,
  dayOf: (model: Model) => IsoDate,
  more: MoreProblems = () => [],
  only?: readonly string[],
): RegisterRead {
  return readDocuments(place, only)(dayOf, more);
}

/** What else is to be asked of a model that could be made, however much is wrong with it. */
type MoreProblems = (
  model: Model,
  otherFiles: ReadonlySet<string>,
  texts: SourceTexts,
) => readonly Diagnostic[];

/** Reads and parses a register's files; what it returns makes the model of them, as `readModel` does, once the caller is ready. */
export function readDocuments(
  place: RegisterLocation,
  only?: readonly string[],
): (dayOf: (model: Model) => IsoDate, more: MoreProblems) => RegisterRead {
  const read = readRegister(place, only);
  const parsed = read.value.files.map((file) => parseSource(file));
  return (dayOf, more) => registerFrom(read, parsed, dayOf, more);
}

/**
 * A register from what was read of its folder, and its documents, of which some may be others than those that were read.
 *
 * @param more what else is to be asked of a model that could be made
 */
export function registerFrom(
  { value, diagnostics }: ReturnType<typeof readRegister>,
  parsed: readonly ReturnType<typeof parseSource>[],
  dayOf: (model: Model) => IsoDate,
  more: MoreProblems = () => [],
): RegisterRead {
  const texts = new SourceTexts(parsed.map(({ value: { file, text } }) => [file, text] as const));
  const built = modelFrom(parsed, value, dayOf, (model) => [
    ...diagnostics,
    ...(model ? more(model, value.others, texts) : []),
  ]);
  return { ...built, texts, files: value.files.length + diagnostics.length, unread: value.unread };
}

/**
 * A model from documents, wherever they were read.
 *
 * @param more what else is found, before the levels that the council set are given to all of it
 */
export function modelFrom(
  parsed: readonly ReturnType<typeof parseSource>[],
  { others, unread }: Pick<RegisterFiles, 'others' | 'unread'>,
  dayOf: (model: Model) => IsoDate,
  more: (model: Model | undefined) => readonly Diagnostic[] = () => [],
): Pick<RegisterRead, 'model' | 'diagnostics'> {
  const built = buildModel(
    parsed.map(({ value }) => value),
    others,
    unread,
  );
  const model = built.value;
  const found = [...parsed.flatMap((document) => document.diagnostics), ...built.diagnostics, ...more(model)];
  const diagnostics = worstFirst(model ? applySeverities(found, model, dayOf(model)) : found);
  return { model: hasErrors(diagnostics) ? undefined : model, diagnostics };
}
