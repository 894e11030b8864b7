/** One file of a paper's templates, as `files/` read it. */
export interface Part {
  /** `appendix-b.hbs`. */
  readonly name: string;
  /** `templates/update/appendix-b.hbs`. */
  readonly shown: string;
  readonly text: string;
}

/** All files of a paper's templates, and the typeface. */
export interface Templates {
  readonly parts: ReadonlyMap<string, Part>;
  readonly fonts: ReadonlyMap<string, Uint8Array>;
}

/** The page that calls all other parts. */
export const LAYOUT = 'layout.hbs';

/** A partial's name in a template: its file without the ending. */
export function partialName({ name }: Part): string {
  return name.replace(/\.hbs$/, '');
}

/** The files that are templates, not styles. */
export function templateParts({ parts }: Templates): readonly Part[] {
  return [...parts.values()].filter(({ name }) => name.endsWith('.hbs'));
}
