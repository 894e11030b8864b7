import { type Content, joinContent, type Line } from './content.js';
import {
  cutLine,
  FOOTNOTE,
  fenceOf,
  indentOf,
  isBlank,
  isHeading,
  isQuoted,
  isRule,
  markerOf,
  NOTHING,
  underlineOf,
} from './lines.js';
import type { Block, Definition, Footnote, Inline, Row, Stretch } from './nodes.js';
import { alignsOf, cellsOf, startsTable } from './tables.js';

/** A paragraph, heading or cell whose pieces are read when all definitions of the text are known. */
export interface Waiting {
  readonly content: Content;
  readonly into: Inline[];
}

/** What is the same for all blocks of a text. */
export interface Parsing {
  readonly takesPasted: boolean;
  /** Labels that stand in brackets somewhere: only a definition of one of these is one. */
  readonly labels: ReadonlySet<string>;
  readonly waiting: Waiting[];
  readonly definitions: Map<string, Waiting & { readonly definition: Definition }>;
  readonly footnotes: { readonly footnote: Footnote; readonly waiting: readonly Waiting[] }[];
  /** Lines of dashes that do not have as many cells as the line above them. */
  readonly unevenTables: Stretch[];
  /** Lines that begin as those of a list do elsewhere: with a dash, or a letter and a bracket. */
  readonly unlisted: Stretch[];
}

/** A block that begins at a line, and the line after it. */
export interface Taken {
  readonly block: Block;
  readonly next: number;
}

/** Code that is set in by four spaces. */
export function takeIndented(lines: readonly Line[], index: number): Taken {
  let next = index;
  let last = index;
  for (; next < lines.length; next += 1) {
    const line = lines[next];
    if (!line || (!isBlank(line) && indentOf(line) < 4)) break;
    if (!isBlank(line)) last = next;
  }
  const words = lines.slice(index, last + 1).map(({ text }) => text.slice(4));
  return { block: { kind: 'code', text: words.join('\n') }, next: last + 1 };
}

/** Code between fences. */
export function takeFenced(lines: readonly Line[], index: number, indent: number): Taken {
  const { fence, words } = fenceOf(lines[index]?.text.slice(indent) ?? '') ?? { fence: '', words: '' };
  // What stands behind the fence names a language elsewhere; here it may be anything, and is printed.
  const code = words === '' ? [] : [words];
  let next = index + 1;
  for (; next < lines.length; next += 1) {
    const text = lines[next]?.text ?? '';
    const closing = text.trim();
    if (closing.length >= fence.length && closing === fence.charAt(0).repeat(closing.length)) break;
    code.push(text.slice(Math.min(indent, indentOf({ text, at: 0 }))));
  }
  return { block: { kind: 'code', text: code.join('\n') }, next: next + 1 };
}

/** A heading that begins with #. */
export function takeHeading(line: Line, index: number, parsing: Parsing): Taken {
  const indent = indentOf(line);
  const level = /^#+/.exec(line.text.slice(indent))?.[0].length ?? 1;
  const words = line.text.replace(/(?<=^|[ \t])#+[ \t]*$/, (closing, at: number) =>
    at > indent ? '' : closing,
  );
  const content = cutLine({ text: words, at: line.at }, indent + level);
  const inlines = waitFor([content], parsing);
  return {
    block: {
      kind: 'heading',
      level,
      inlines,
      start: line.at + indent,
      end: line.at + line.text.trimEnd().length,
    },
    next: index + 1,
  };
}

/** A table, if one begins here. */
export function takeTable(lines: readonly Line[], index: number, parsing: Parsing): Taken | undefined {
  const head = lines[index];
  const aligns = head && startsTable(head, lines[index + 1]);
  if (!aligns) return undefined;
  const rows: Row[] = [];
  let next = index + 2;
  for (; next < lines.length; next += 1) {
    const line = lines[next];
    if (!line || isBlank(line) || endsTable(line, parsing)) break;
    rows.push(rowOf(line, aligns.length, parsing));
  }
  return { block: { kind: 'table', aligns, head: rowOf(head, aligns.length, parsing), rows }, next };
}

/** A row with as many cells as the table has columns: what was typed beyond is printed in the last. */
function rowOf(line: Line, columns: number, parsing: Parsing): Row {
  const typed = cellsOf(line);
  const cells = Array.from({ length: columns }, (_, column): readonly Inline[] => {
    const cell = typed[column];
    if (!cell) return [];
    const isLast = column === columns - 1 && typed.length > columns;
    const text = isLast ? line.text.slice(cell.at - line.at).replace(/[ \t]*\|?[ \t]*$/, '') : cell.text;
    return waitFor([{ text: text.replaceAll('\\|', '|'), at: cell.at }], parsing);
  });
  const start = line.at + indentOf(line);
  return { cells, typed: typed.length, start, end: line.at + line.text.trimEnd().length };
}

function endsTable(line: Line, parsing: Parsing): boolean {
  const indent = indentOf(line);
  const body = line.text.slice(indent);
  return (
    indent >= 4 ||
    isHeading(body) ||
    isRule(body) ||
    isQuoted(body) ||
    FOOTNOTE.test(body) ||
    fenceOf(body) !== undefined ||
    markerOf(line, parsing.takesPasted)?.isEmpty === false
  );
}

/** A paragraph, or a heading that is underlined. */
export function takeParagraph(lines: readonly Line[], index: number, parsing: Parsing): Taken {
  let next = index + 1;
  for (; next < lines.length; next += 1) {
    const line = lines[next];
    if (!line || isBlank(line)) break;
    const level = indentOf(line) < 4 ? underlineOf(line.text.trim()) : undefined;
    if (level !== undefined) return underlined(lines, index, next, level, parsing);
    if (interruptsParagraph(lines, next, parsing, false)) break;
  }
  const own = lines.slice(index, next);
  noteLines(own, parsing);
  return { block: { kind: 'paragraph', inlines: waitFor(own, parsing) }, next };
}

function underlined(
  lines: readonly Line[],
  index: number,
  end: number,
  level: number,
  parsing: Parsing,
): Taken {
  const own = lines.slice(index, end);
  const first = own[0] ?? NOTHING;
  const last = own.at(-1) ?? NOTHING;
  const where = { start: first.at + indentOf(first), end: last.at + last.text.trimEnd().length };
  return { block: { kind: 'heading', level, inlines: waitFor(own, parsing), ...where }, next: end + 1 };
}

/** Remembers lines of a paragraph that were meant for a list or table. */
function noteLines(lines: readonly Line[], parsing: Parsing): void {
  const unlisted: Stretch[] = [];
  lines.forEach((line, index) => {
    const start = line.at + indentOf(line);
    const end = line.at + line.text.trimEnd().length;
    if (/^ *(?:[–—][ \t\u00a0]|\(?(?:[a-z]|[ivx]{2,4})\)[ \t\u00a0])/i.test(line.text))
      unlisted.push({ start, end });
    if (index > 0 && lines[index - 1]?.text.includes('|') && line.text.includes('|') && alignsOf(line)) {
      parsing.unevenTables.push({ start, end });
    }
  });
  const [only] = unlisted;
  if (unlisted.length > 1 || only?.start === (lines[0]?.at ?? 0) + indentOf(lines[0] ?? NOTHING)) {
    for (const each of unlisted) parsing.unlisted.push(each);
  }
}

/** Whether a line without the marks of a quotation or list still belongs to the paragraph before it. */
export function continuesParagraph(
  before: Line | undefined,
  lines: readonly Line[],
  index: number,
  parsing: Parsing,
): boolean {
  if (!before || isBlank(before)) return false;
  const body = before.text.trimStart();
  if (isHeading(body) || isRule(body) || fenceOf(body)) return false;
  const line = lines[index] ?? NOTHING;
  return !isRule(line.text.trim()) && !interruptsParagraph(lines, index, parsing, true);
}

/** Whether a line begins something else. Beneath a list any number begins an item, elsewhere only 1: a year may begin a line. */
function interruptsParagraph(
  lines: readonly Line[],
  index: number,
  parsing: Parsing,
  isInList: boolean,
): boolean {
  const line = lines[index] ?? NOTHING;
  const indent = indentOf(line);
  if (indent >= 4) return false;
  const body = line.text.slice(indent);
  if (isHeading(body) || isRule(body) || isQuoted(body) || FOOTNOTE.test(body) || fenceOf(body)) return true;
  const marker = markerOf(line, parsing.takesPasted);
  if (marker && !marker.isEmpty && (isInList || marker.number === undefined || Number(marker.number) === 1))
    return true;
  return startsTable(line, lines[index + 1]) !== undefined;
}

/** Puts the pieces of some lines where they will be found when they are read. */
function waitFor(lines: readonly Line[], parsing: Parsing): readonly Inline[] {
  const into: Inline[] = [];
  parsing.waiting.push({ content: joinContent(lines), into });
  return into;
}
