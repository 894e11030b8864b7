import type { Diagnostic, Related, Span } from '../diagnostics/index.js';
import type { Reading, Traced } from './fold.js';
import type { Find } from './search.js';
import type { Secret } from './types.js';

/** More places than these help nobody. */
const MOST_PLACES = 5;

/**
 * What was found, for the person who must mend it: where the words are withheld, in which part of the paper they stand, and where in
 * the register or the templates they come from.
 *
 * @param texts the files that the paper is made from, by the names in which people know them
 */
export function leaksFrom(
  finds: readonly Find[],
  secrets: readonly Secret[],
  texts: ReadonlyMap<string, string>,
): readonly Diagnostic[] {
  const places = startPlaces(secrets, texts);
  const byWords = new Map<string, { readonly find: Find; readonly parts: Set<string> }>();
  for (const find of finds) {
    const key = `${find.secret.span.file} ${find.secret.span.start} ${find.letters}`;
    const known = byWords.get(key);
    if (known) known.parts.add(find.part);
    else byWords.set(key, { find, parts: new Set([find.part]) });
  }
  return [...byWords.values()].map(({ find, parts }) => {
    const withheld = places.within(find);
    const shown = texts.get(withheld.file)?.slice(withheld.start, withheld.end) ?? find.secret.text;
    const sources = [...places.inPublic(find), ...(find.secret.isShared ? [withheld] : [])];
    return {
      code: 'exempt-leak',
      severity: 'error',
      span: withheld,
      message: `this is exempt, but the public paper has it, in ${[...parts].join('; in ')}: “${shown.replace(/\s+/g, ' ').trim()}”`,
      related: sources.map((span): Related => ({ message: 'public here', span })),
      hint: find.secret.isShared
        ? 'One answer is given to an exempt action and to a public one: write an entry for each.'
        : sources.length > 0
          ? 'Say it in other words in the public place, or mark that place as exempt too; no paper is made until then.'
          : 'It stands nowhere in the public part of the register: look at the paper’s own templates, or report this as a fault of the program.',
    };
  });
}

/** Looks up words, folded, in the files; a file is folded once for each reading, and only if it is asked for. */
function startPlaces(secrets: readonly Secret[], texts: ReadonlyMap<string, string>) {
  const folds = new Map<Reading, Map<string, Traced>>();
  const foldOf = (file: string, text: string, reading: Reading) => {
    const read = folds.get(reading) ?? new Map<string, Traced>();
    folds.set(reading, read);
    const known = read.get(file) ?? reading.traced(text);
    read.set(file, known);
    return known;
  };
  return {
    /** The words' own place in a secret; the whole secret where Markdown is between them. */
    within: ({ secret: { span }, letters, reading }: Find): Span => {
      const text = texts.get(span.file);
      if (text === undefined) return span;
      return (
        occurrences(foldOf(span.file, text, reading), letters, span.file).find(
          ({ start, end }) => start >= span.start && end <= span.end,
        ) ?? span
      );
    },
    inPublic: ({ letters, reading }: Find): readonly Span[] =>
      [...texts]
        .flatMap(([file, text]) => occurrences(foldOf(file, text, reading), letters, file))
        .filter(
          ({ file, start, end }) =>
            !secrets.some(({ span }) => span.file === file && start >= span.start && end <= span.end),
        )
        .slice(0, MOST_PLACES),
  };
}

function occurrences({ text, origins }: Traced, letters: string, file: string): readonly Span[] {
  const found: Span[] = [];
  for (let at = text.indexOf(letters); at !== -1; at = text.indexOf(letters, at + 1)) {
    const start = origins[at] ?? 0;
    const last = origins[at + letters.length - 1] ?? start;
    found.push({ file, start, end: last + 1 });
  }
  return found;
}
