import type { Diagnostic } from '../diagnostics/index.js';
import { parseSource, type SourceNode } from '../source/index.js';
import { type Splice, splice } from './splice.js';
import { readValue } from './values.js';

/** How wide a tab may have been meant: two and four are what editors are set to, eight is a tab's own width. */
const TAB_WIDTHS = [2, 4, 8] as const;

interface Mendable {
  readonly shown: string;
  readonly path: string;
  readonly text: string;
}

/**
 * A file's text with everything mended that has one right answer: dates in their form, tabs that indent, spaces at the ends of lines. What
 * the file says is the same before and after, but for the dates; where a tab could mean several things it stays.
 *
 * @param problemsOf how much would be wrong with the register if the file had another text
 */
export function fixText(
  file: Mendable,
  diagnostics: readonly Diagnostic[],
  problemsOf: (text: string) => number,
): string {
  const fixes = diagnostics.flatMap(({ fix }) => (fix && fix.span.file === file.shown ? [fix] : []));
  const dated = splice(
    file.text,
    fixes.map(({ span: { start, end }, text }) => ({ start, end, text })),
  );
  const indented = withoutTabs({ ...file, text: dated }, problemsOf);
  return withoutTrailingSpaces({ ...file, text: indented });
}

/** Of the readings that a tab allows, the one with which least is wrong; none where two are as good. */
function withoutTabs(file: Mendable, problemsOf: (text: string) => number): string {
  if (!/^ *\t/m.test(file.text) || readMeaning(file) !== undefined) return file.text;
  const byReading = new Map<string, string>();
  for (const width of TAB_WIDTHS) {
    const text = expanded(file.text, width);
    const reading = readMeaning({ ...file, text });
    if (reading !== undefined && !byReading.has(reading)) byReading.set(reading, text);
  }
  const [best, second] = [...byReading.values()]
    .map((text) => ({ text, problems: problemsOf(text) }))
    .toSorted((a, b) => a.problems - b.problems);
  return best && (!second || best.problems < second.problems) ? best.text : file.text;
}

/** Tabs at the beginnings of lines as spaces, up to the next stop. */
function expanded(text: string, width: number): string {
  return text.replace(/^[ \t]*\t[ \t]*/gm, (indent) => {
    let column = 0;
    for (const mark of indent) column += mark === '\t' ? width - (column % width) : 1;
    return ' '.repeat(column);
  });
}

/** Two spaces at the end of a line mean a new line to Markdown, so within words nothing is taken away. */
function withoutTrailingSpaces(file: Mendable): string {
  const before = readMeaning(file);
  if (before === undefined) return file.text;
  const { value } = parseSource(file);
  const words = value.root ? [...wordsOf(value.root)] : [];
  const splices = [...file.text.matchAll(/[ \t]+(?=\r?$)/gm)].flatMap((match): readonly Splice[] => {
    const [start, end] = [match.index, match.index + match[0].length];
    return words.some((span) => span.start < end && span.end > start) ? [] : [{ start, end, text: '' }];
  });
  const text = splice(file.text, splices);
  return readMeaning({ ...file, text }) === before ? text : file.text;
}

/** Where words stand. */
function* wordsOf(node: SourceNode): Iterable<{ readonly start: number; readonly end: number }> {
  if (node.kind === 'text') yield node.span;
  else if (node.kind === 'list') for (const item of node.items) yield* item ? wordsOf(item) : [];
  else
    for (const { key, value } of node.fields) {
      yield key.span;
      if (value) yield* wordsOf(value);
    }
}

/** What a file says, as one text to compare; undefined where its YAML cannot be read. */
function readMeaning(file: Mendable): string | undefined {
  const { value, diagnostics } = parseSource(file);
  if (!value.isComplete || diagnostics.length > 0) return undefined;
  return JSON.stringify(readValue(value.root), (_key, part: unknown) =>
    part instanceof Map ? [...part] : part,
  );
}
