import type { IsoDate } from '../calendar/index.js';
import { type RegisterFile, type RegisterLocation, readRegister } from '../files/index.js';
import type { Model } from '../model/index.js';
import { parseSource } from '../source/index.js';
import { type RegisterRead, registerFrom } from './read-model.js';

type ReadFile = ReturnType<typeof parseSource>;

/** A register with its files as they were read, so that some can be put in the place of others. */
export interface EditableRegister extends RegisterRead {
  readonly sources: readonly { readonly file: RegisterFile; readonly parsed: ReadFile }[];
  /** The register as it would be with files in the place of those of the same path, and with others that are new. */
  with(edited: readonly ReadFile[]): Pick<RegisterRead, 'model' | 'diagnostics' | 'texts'>;
}

/**
 * Reads a register that is to be edited.
 *
 * @param dayOf the day on which a waiver must still hold
 * @param only keys of reviews, where they alone are wanted
 */
export function readForEditing(
  place: RegisterLocation,
  dayOf: (model: Model) => IsoDate,
  only?: readonly string[],
): EditableRegister {
  const read = readRegister(place, only);
  const sources = read.value.files.map((file) => ({ file, parsed: parseSource(file) }));
  const build = (parsed: readonly ReadFile[]) => registerFrom(read, parsed, dayOf);
  return {
    ...build(sources.map(({ parsed }) => parsed)),
    sources,
    with: (edited) => {
      const byPath = new Map(edited.map((file) => [file.value.path, file]));
      const kept = sources.map(({ parsed }) => byPath.get(parsed.value.path) ?? parsed);
      const known = new Set(kept);
      return build([...kept, ...edited.filter((file) => !known.has(file))]);
    },
  };
}
