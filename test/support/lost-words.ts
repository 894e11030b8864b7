import type { Diagnostic } from '../../src/diagnostics/index.js';
import type { PaperKind } from '../../src/model/index.js';
import type { Filled } from './marked-register.js';

/** Words of the register that a paper does not have. */
export interface Lost {
  readonly field: string;
  readonly paper: PaperKind;
  readonly missing: string;
  readonly yaml: string;
}

/**
 * Leaves out the fields of which a diagnostic says, within their lines, that YAML makes something else of them.
 */
export function untold(
  filled: readonly Filled[],
  files: Readonly<Record<string, string>>,
  diagnostics: readonly Diagnostic[],
): readonly Filled[] {
  return filled.filter(
    ({ mayBeTold, yaml }) =>
      !mayBeTold ||
      !Object.entries(files).some(([file, text]) => {
        const at = text.indexOf(yaml);
        const isIn = ({ span }: Diagnostic) =>
          span.file === file && span.start >= at && span.start <= at + yaml.length;
        return at >= 0 && diagnostics.some(isIn);
      }),
  );
}

/**
 * Which of the words that belong in a paper are not in its text.
 *
 * @param fold how texts are compared: by default white space is one space, wherever it is
 */
export function lostWords(
  filled: readonly Filled[],
  paper: PaperKind,
  text: string,
  fold = folded,
): readonly Lost[] {
  const page = fold(text);
  return filled
    .filter(({ papers }) => papers.includes(paper))
    .flatMap((one) => {
      const missing = one.said.flatMap((list) => firstMissing(list.map(fold), page));
      const [first] = missing;
      if (first === undefined || isCut(one, paper, text)) return [];
      return [{ field: one.field, paper, missing: first, yaml: one.yaml }];
    });
}

/** The first that does not come after those before it. */
function firstMissing(said: readonly string[], page: string): readonly string[] {
  let at = 0;
  for (const words of said) {
    const found = page.indexOf(words, at);
    if (found < 0) return [words];
    at = found + words.length;
  }
  return [];
}

/** Without any space: where a line ends within a word, some readers of a PDF have one. */
export function unspaced(text: string): string {
  return text.replace(/\s+/g, '');
}

function folded(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

/** A line that begins as the text does and ends in an ellipsis after a whole word of it. */
function isCut({ typed, mayCut }: Filled, paper: PaperKind, text: string): boolean {
  if (!mayCut.includes(paper)) return false;
  const [marker = ''] = /z\d{3}[a-z]/.exec(typed) ?? [];
  const line = text.split('\n').find((one) => one.includes(marker) && one.endsWith(' …'));
  const last = line?.slice(0, -2).split(/\s/).at(-1) ?? '';
  return (
    line !== undefined &&
    typed.includes(last.replace(/^(?:[•\d.)]+|\(note:)$|^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, ''))
  );
}
