import { Scalar } from 'yaml';
import type { Code, Span } from '../diagnostics/index.js';

/** Something that YAML makes of words though their author hardly meant it. Whoever reads the value says whether it is words. */
export interface Doubt {
  readonly code: Extract<Code, 'yaml-comment' | 'yaml-escape' | 'yaml-folded'>;
  readonly span: Span;
  readonly message: string;
  readonly hint: string;
  /** A comment set apart as YAML's own style has it (`2026-01-31  # to be confirmed`), which only long words would not have. */
  readonly isSetApart: boolean;
}

const NONE: readonly Doubt[] = [];

/** What of a value may be lost or run together: what is after a #, backslashes in double quotes, and the breaks of its lines. */
export function findDoubts(scalar: Scalar, source: string, file: string): readonly Doubt[] {
  const [start, end] = scalar.range ?? [];
  if (start === undefined || end === undefined) return NONE;
  const raw = source.slice(start, end);
  const found = [
    ...commentDoubts(scalar.type, source, { file, start, end }),
    ...(scalar.type === Scalar.QUOTE_DOUBLE && raw.includes('\\') ? escapeDoubts(raw, file, start) : []),
    ...(scalar.type !== Scalar.BLOCK_LITERAL && raw.includes('\n')
      ? foldedDoubts(scalar, raw, file, start)
      : []),
  ];
  return found.length === 0 ? NONE : found;
}

/** A comment on the line of a value, or one beneath it that is further right than its key and looks like more of its words. */
const AFTER = /([ \t]+)(#[^\r\n]*)|[ \t]*\r?\n(?:[ \t]*\r?\n)*( +)(#(?![a-z-]+:(?:\s|$))[^\s#][^\r\n]*)/y;
/** Quotation marks and the marks of a block say where words end, so only what follows a # at once is in doubt. */
const AFTER_MARKS = /([ \t]+)(#[\p{L}\p{N}][^\r\n]*)/uy;
const BLOCK_HEADER = /[|>][-+\d]*/y;

function commentDoubts(type: Scalar.Type | undefined, source: string, span: Span): readonly Doubt[] {
  const { file, start, end } = span;
  if (type === Scalar.BLOCK_LITERAL || type === Scalar.BLOCK_FOLDED) {
    BLOCK_HEADER.lastIndex = start;
    const header = BLOCK_HEADER.exec(source)?.[0] ?? '';
    return [...commentsAt(AFTER_MARKS, source, file, start + header.length)];
  }
  if (type === Scalar.QUOTE_DOUBLE || type === Scalar.QUOTE_SINGLE)
    return [...commentsAt(AFTER_MARKS, source, file, end)];
  return [...commentsAt(AFTER, source, file, end, columnOf(source, start))];
}

function* commentsAt(
  pattern: RegExp,
  source: string,
  file: string,
  from: number,
  least = 0,
): Iterable<Doubt> {
  for (let at = from; ; ) {
    pattern.lastIndex = at;
    const match = pattern.exec(source);
    const [whole = '', before = '', sameLine, indent = '', ownLine] = match ?? [];
    const words = sameLine ?? ownLine;
    if (words === undefined || (ownLine !== undefined && indent.length < least)) return;
    at += whole.length;
    yield {
      code: 'yaml-comment',
      span: { file, start: at - words.length, end: at },
      message: `YAML takes "${inShort(words.trimEnd())}" for a comment, so it is no part of the words before it`,
      hint: 'Put the words in quotes, or on the next line after a |. What is meant as a comment stands on a line of its own.',
      isSetApart: before.length >= 2 && /^#+\s/.test(words),
    };
  }
}

/** The least column at which a line beneath a value could be more of its words. */
function columnOf(source: string, start: number): number {
  const line = source.slice(source.lastIndexOf('\n', start - 1) + 1, start);
  const key = /^ *(?:- +)*/.exec(line)?.[0] ?? '';
  return key.length === line.length ? key.length : key.length + 1;
}

const LONGEST = 80;

function inShort(words: string): string {
  return words.length <= LONGEST ? words : `${words.slice(0, LONGEST - 1)}…`;
}

const ESCAPE = /\\(?:x[\da-fA-F]{2}|u[\da-fA-F]{4}|U[\da-fA-F]{8}|\r?\n|[\s\S])/g;
const NAMED: Readonly<Record<string, string>> = {
  t: 'a tab',
  '\t': 'a tab',
  n: 'a line break',
  r: 'a line break',
  _: 'a space',
  ' ': 'a space',
};
const CONTROL = new Set(['0', 'a', 'b', 'v', 'f', 'e', 'N', 'L', 'P']);

/** Told once, at the first. */
function escapeDoubts(raw: string, file: string, start: number): readonly Doubt[] {
  const odd = [...raw.matchAll(ESCAPE)].filter(({ 0: code, index }) => isDoubtful(code, raw, index));
  const [first] = odd;
  if (!first) return NONE;
  const code = first[0];
  const others = odd.length === 1 ? '' : ` (${odd.length} times in these words)`;
  return [
    {
      code: 'yaml-escape',
      span: { file, start: start + first.index, end: start + first.index + code.length },
      message: `between double quotation marks YAML takes ${code.trimEnd()} for ${NAMED[code.charAt(1)] ?? 'a character that does not print'}${others}`,
      hint: "Where a backslash is meant, as in the path of a file, use single quotation marks '…' or none.",
      isSetApart: false,
    },
  ];
}

function isDoubtful(code: string, raw: string, index: number): boolean {
  const mark = code.charAt(1);
  const [before, after] = [
    raw.slice(Math.max(0, index - 3), index),
    raw.slice(index + code.length, index + code.length + 2),
  ];
  if (mark === 'n') return !isMeantBreak(before, after);
  if (mark === 'r') return !after.startsWith('\\n');
  if (mark === ' ') return !raw.includes('\n');
  if (code.length > 2 && 'xuU'.includes(mark)) {
    const point = Number.parseInt(code.slice(2), 16);
    return point < 0x20 || (point >= 0x7f && point < 0xa0);
  }
  return mark in NAMED || CONTROL.has(mark);
}

/** Programs write the breaks of lines so. In the path of a file a small letter or a digit follows, and no sentence ends before. */
function isMeantBreak(before: string, after: string): boolean {
  if (/(?:^|[^\p{L}])\p{L}:$/u.test(before)) return false;
  return /(?:[\s.,;:!?)"”’]|\\[nr])$/.test(before) || !/^[\p{Ll}\p{N}]/u.test(after);
}

/** The beginning of a line that Markdown takes for an item, a row or a heading. */
const LISTED = /^(?:[-*+•·‣▪◦] \S|#{1,6} \S|\|.*\|)/;
/** The same, where there are two of them. */
const NUMBERED = /^(?:[–—] |\d{1,3}[.)] |\(?[a-z]\) )/;

/** `>`, quotes and plain words join lines, which only a sentence that was wrapped can bear. */
function foldedDoubts(scalar: Scalar, raw: string, file: string, start: number): readonly Doubt[] {
  const isBlock = scalar.type === Scalar.BLOCK_FOLDED;
  const lines = raw.split('\n').map((line) => line.trim().replace(/^["']/, ''));
  const written = isBlock ? lines.slice(1) : lines;
  const read = String(scalar.value)
    .split('\n')
    .map((line) => line.trim());
  const lost =
    paragraphsIn(written) > paragraphsIn(read)
      ? 'their paragraphs'
      : listedIn(written) > listedIn(read)
        ? 'what stands on lines of its own'
        : undefined;
  if (lost === undefined) return NONE;
  return [
    {
      code: 'yaml-folded',
      span: { file, start, end: start + (isBlock ? 1 : (lines[0]?.length ?? 1)) },
      message: `YAML joins the lines of these words, so that ${lost} would run together`,
      hint: isBlock
        ? 'Write | instead of >, which keeps each line.'
        : 'Write | after the key, and the words on the lines beneath it, which keeps each line.',
      isSetApart: false,
    },
  ];
}

function paragraphsIn(lines: readonly string[]): number {
  return lines.filter((line, index) => line !== '' && (lines[index - 1] ?? '') === '').length;
}

function listedIn(lines: readonly string[]): number {
  const numbered = lines.filter((line) => NUMBERED.test(line)).length;
  const listed = lines.filter((line) => LISTED.test(line)).length;
  const isAlone = listed + numbered === 1;
  const isSentence = lines.some(
    (line, index) => LISTED.test(line) && /[^.:;!?]$/.test(lines[index - 1] ?? ''),
  );
  if (isAlone && isSentence) return 0;
  return listed + (numbered > 1 ? numbered : 0);
}
