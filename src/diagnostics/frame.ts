import type { Span } from './diagnostic.js';

/** Longest stretch of a line that a frame shows, so that a 2,000-word note does not fill the screen. */
const FRAME_WIDTH = 96;

/** Offsets at which the lines of a text begin. A line ends with `\n`, `\r\n` or a lone `\r`, as YAML 1.2.2 section 5.4 has it. */
export function lineStarts(text: string): readonly number[] {
  const starts = [0];
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    if (unit === 10 || (unit === 13 && text.charCodeAt(at + 1) !== 10)) starts.push(at + 1);
  }
  return starts;
}

/** Line and column of an offset, both counted from 1, as editors do. */
export function lineAndColumn(starts: readonly number[], offset: number): { line: number; column: number } {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((starts[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return { line: low + 1, column: offset - (starts[low] ?? 0) + 1 };
}

/** The line in question with carets beneath the words in question. */
export function codeFrame(text: string, span: Span, starts: readonly number[]): string {
  const start = Math.min(span.start, text.length);
  const { line } = lineAndColumn(starts, start);
  const lineStart = starts[line - 1] ?? 0;
  let lineEnd = starts[line] ?? text.length;
  while (lineEnd > lineStart && isLineBreak(text.charCodeAt(lineEnd - 1))) lineEnd -= 1;
  const length = lineEnd - lineStart;
  const from = Math.max(0, Math.min(start - lineStart, length));
  const to = Math.max(from + 1, Math.min(span.end - lineStart, length));

  // Only what is shown is copied: one line may hold thousands of problems.
  const cutFront = length > FRAME_WIDTH ? Math.max(0, Math.min(from - 24, length - FRAME_WIDTH)) : 0;
  const shown = text.slice(lineStart + cutFront, Math.min(lineStart + cutFront + FRAME_WIDTH, lineEnd));
  const front = cutFront > 0 ? '…' : '';
  const back = cutFront + FRAME_WIDTH < length ? '…' : '';
  const lead = shown.slice(0, from - cutFront).replace(/[^\t]/gu, ' ');
  const width = Math.max(1, Math.min(to, cutFront + FRAME_WIDTH) - from);

  const number = String(line);
  return `  ${number} │ ${front}${shown}${back}\n  ${' '.repeat(number.length)} ╵ ${front ? ' ' : ''}${lead}${'^'.repeat(width)}`;
}

function isLineBreak(unit: number): boolean {
  return unit === 10 || unit === 13;
}
