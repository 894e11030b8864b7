/**
 * A text as its letters and digits alone: case, spaces, hyphens, marks and the forms of Unicode make no difference. Words run
 * together, so that a break at the end of a line or a soft hyphen hides nothing.
 */
function folded(text: string): string {
  return bare(text.normalize('NFKD').toUpperCase().toLowerCase());
}

function bare(text: string): string {
  // The final sigma is the one letter whose small form depends on what follows it.
  return text.replace(/[^\p{L}\p{N}]+/gu, '').replaceAll('ς', 'σ');
}

/** A folded text which knows where each of its letters stood. */
export interface Traced {
  readonly text: string;
  /** Offset in the original of the letter at an offset of `text`. */
  readonly origins: readonly number[];
}

/** One way to read texts, of secrets and papers alike. */
export interface Reading {
  /** Whether figures are left out. */
  readonly isWithoutFigures: boolean;
  /** A text with what this reading leaves out blank; everything stays where it was. */
  readonly of: (text: string) => string;
  readonly folded: (text: string) => string;
  /** A text folded letter by letter. Slower than `folded`, and the same. */
  readonly traced: (original: string) => Traced;
}

export const AS_WRITTEN: Reading = makeReading(false);

/**
 * Without figures, raised or not, and without marks of footnotes: "[note 3]", "[a]", "²", "ª". What is set between the words of a
 * quotation must not hide it.
 */
export const WITHOUT_FIGURES: Reading = makeReading(true);

function makeReading(isWithoutFigures: boolean): Reading {
  const of = isWithoutFigures ? withoutFigures : (text: string) => text;
  const letters = isWithoutFigures
    ? (text: string) => folded(text).replace(/\p{N}+/gu, '')
    : (text: string) => folded(text);
  return {
    isWithoutFigures,
    of,
    folded: (text) => letters(of(text)),
    traced: (original) => tracedBy(of(original), letters),
  };
}

function withoutFigures(text: string): string {
  const blank = (found: string) => ' '.repeat(found.length);
  return text
    .replace(/[\p{Lm}ªº]|[[(]\p{L}[\])]/gu, blank)
    .replace(/[[(]\s*note\s+\p{N}+\s*[\])]|\p{N}+/giu, blank);
}

function tracedBy(original: string, letters: (text: string) => string): Traced {
  const text: string[] = [];
  const origins: number[] = [];
  let at = 0;
  for (const character of original) {
    const letter = letters(character);
    text.push(letter);
    for (let index = 0; index < letter.length; index += 1) origins.push(at);
    at += character.length;
  }
  return { text: text.join(''), origins };
}
