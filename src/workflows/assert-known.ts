/**
 * Names that were typed, held against those of the register.
 */
import { nearest, UsageError } from '../diagnostics/index.js';
import { type Council, isKeyLike, namesIn, type Rating } from '../model/index.js';
import { joinWords } from '../phrases/index.js';

/**
 * Whether a name is in the register; one that was not given is.
 *
 * @throws UsageError with the nearest name, or those that there are
 */
export function assertKnown(noun: string, written: string | undefined, names: readonly string[]): void {
  if (written === undefined || names.includes(written)) return;
  throw new UsageError(`There is no ${noun} '${written}'. ${namesThere(noun, written, names)}`);
}

/** The nearest name, or those that there are. */
export function namesThere(noun: string, written: string, names: readonly string[]): string {
  const near = nearest(written, names);
  if (near !== undefined) return `Did you mean '${near}'?`;
  const [...few] = [...new Set(names)].slice(0, 12);
  if (few.length === 0) return `The register has no ${noun} yet.`;
  return names.length > few.length
    ? `Some that there are: ${few.join(', ')}.`
    : `There ${few.length === 1 ? 'is' : 'are'} ${joinWords(few)}.`;
}

/** Whether all panels are the council's. */
export function assertPanels({ panels }: Council, ...written: readonly (string | undefined)[]): void {
  for (const one of written)
    assertKnown(
      'panel',
      one,
      panels.map(({ key }) => key),
    );
}

/** Whether all who look like officers' keys are officers; anybody else is somebody in plain words. */
export function assertPeople({ officers }: Council, ...written: readonly (string | undefined)[]): void {
  const keys = officers.map(({ key }) => key);
  for (const one of written) {
    if (one === undefined || !isKeyLike(one) || keys.includes(one)) continue;
    throw new UsageError(
      `There is no officer '${one}'. ${namesThere('officer', one, keys)} Somebody who is not an officer is written in plain words with a capital, such as Cleveland Police; an officer is added with 'scrutiny add officer ${one}'.`,
    );
  }
}

/** A rating by its key or its label. */
export function findRating(council: Council, written: string): Rating {
  const { ratings } = council;
  const found = namesIn(council).rating(written);
  if (ratings.includes(found)) return found;
  if (ratings.length === 0)
    throw new UsageError("This council rates nothing: its council.yaml says 'ratings: none'.");
  throw new UsageError(
    `There is no rating '${written}'. ${namesThere(
      'rating',
      written,
      ratings.map(({ key }) => key),
    )}`,
  );
}
