import type { Line } from './content.js';
import type { Align } from './nodes.js';

/** A cell's words, which stand on the line of its row. */
export type CellLine = Line;

/** The cells of a row. A bar after a backslash belongs to the words. */
export function cellsOf(line: Line): readonly CellLine[] {
  const text = line.text.trimEnd();
  const from = text.length - text.trimStart().length + (text.trimStart().startsWith('|') ? 1 : 0);
  const cells: CellLine[] = [];
  let start = from;
  const cut = (end: number) => {
    cells.push({ text: text.slice(start, end).trimEnd(), at: line.at + start });
    start = end + 1;
  };
  for (let at = from; at < text.length; at += 1) {
    if (text[at] === '\\') at += 1;
    else if (text[at] === '|') cut(at);
  }
  if (start < text.length) cut(text.length);
  return cells;
}

/** What a line of dashes says of the columns; undefined where it is none. */
export function alignsOf(line: Line): readonly Align[] | undefined {
  const body = line.text.trim();
  if (!/^[-:| \t]+$/.test(body) || !body.includes('-') || !/[|:]/.test(body)) return undefined;
  const aligns: Align[] = [];
  for (const { text } of cellsOf(line)) {
    const match = /^(:?)-+(:?)$/.exec(text.trim());
    if (!match) return undefined;
    aligns.push(match[1] ? (match[2] ? 'center' : 'left') : match[2] ? 'right' : undefined);
  }
  return aligns;
}

/** Whether a table begins with these two lines. */
export function startsTable(head: Line, dashes: Line | undefined): readonly Align[] | undefined {
  if (!dashes || !head.text.includes('|')) return undefined;
  const aligns = alignsOf(dashes);
  return aligns && cellsOf(head).length === aligns.length ? aligns : undefined;
}
