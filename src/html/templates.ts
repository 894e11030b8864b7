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

/** In the order of their say: what comes later wins, so a council's own additions are last. */
const SHEETS = ['tokens.css', 'paper.css', 'tables.css', 'screen.css', 'print.css', 'council.css'];

/** A partial's name in a template: its file without the ending. */
export function partialName({ name }: Pick<Part, 'name'>): string {
  return name.replace(/\.hbs$/, '');
}

export function isStyleSheet({ name }: Pick<Part, 'name'>): boolean {
  return name.endsWith('.css');
}

/** The files that are templates, not styles. */
export function templateParts({ parts }: Templates): readonly Part[] {
  return [...parts.values()].filter(({ name }) => name.endsWith('.hbs'));
}

/** The style sheets, in the order of their say. */
export function styleSheets({ parts }: Templates): readonly Part[] {
  const place = ({ name }: Part) => (SHEETS.includes(name) ? SHEETS.indexOf(name) : SHEETS.length - 1.5);
  return [...parts.values()].filter(isStyleSheet).toSorted((a, b) => place(a) - place(b));
}
