import type { Stretch } from './nodes.js';

/** A line without the marks of the lists and quotations that it stands in. */
export interface Line {
  readonly text: string;
  /** Where its first character stands in the source; where a tab was widened, only right from the first word on. */
  readonly at: number;
}

/** The lines of one paragraph, heading or cell, put together, and where they came from. */
export interface Content {
  readonly text: string;
  readonly lines: readonly { readonly from: number; readonly at: number }[];
}

/** Lines as one text. */
export function joinContent(lines: readonly Line[]): Content {
  const starts: { from: number; at: number }[] = [];
  let from = 0;
  const texts = lines.map(({ text, at }) => {
    const words = text.replace(/^[ \t]+/, '');
    starts.push({ from, at: at + text.length - words.length });
    from += words.length + 1;
    return words;
  });
  return { text: texts.join('\n').trimEnd(), lines: starts };
}

/** Where a stretch of a content stands in the source. */
export function stretchOf(content: Content, from: number, to: number): Stretch {
  const start = placeOf(content, from);
  return { start, end: Math.max(start, placeOf(content, to - 1) + 1) };
}

function placeOf({ lines }: Content, position: number): number {
  let low = 0;
  let high = lines.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((lines[middle]?.from ?? 0) <= position) low = middle;
    else high = middle - 1;
  }
  const line = lines[low];
  return line ? line.at + Math.max(0, position - line.from) : 0;
}
