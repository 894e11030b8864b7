import { LINE_ENDS } from './characters.js';
import type { Stretch } from './nodes.js';

/** Bullets that other programs paste: of Word with its fonts for signs, and of web pages. */
const PASTED =
  /^([ \t]*)(?:[•‣●○◦▪▫■□·∙⁃➢\uf0b7\uf0a7\uf0d8]([ \t\u00a0\u2002-\u200a]*)(?=\S)|o(\t|[ \u00a0]{2,})[ \t\u00a0]*(?=\S))/;
const OTHER_ENDS = new RegExp(`\\r\\n?|[${LINE_ENDS}]`, 'g');

/** A text whose lines end in one way, and whose pasted bullets are those of Markdown. */
export function settleLines(source: string): string {
  const text = source.replace(OTHER_ENDS, '\n');
  const lines = text.split('\n');
  // One alone may be anything: from two lines on they are a list.
  if (lines.filter((line) => PASTED.test(line)).length < 2) return text;
  return lines
    .map((line) => {
      const match = PASTED.exec(line);
      if (!match) return line;
      const [all, indent = ''] = match;
      return `${indent}- ${' '.repeat(Math.max(0, all.length - indent.length - 2))}${line.slice(all.length)}`;
    })
    .join('\n');
}

/** Lines of a paragraph that begin as those of a list do elsewhere: with a dash, or a letter and a bracket. */
export function findUnlisted(raw: string, start: number): readonly Stretch[] {
  const found: Stretch[] = [];
  let at = start;
  for (const line of raw.split('\n')) {
    const words = line.trimStart();
    const from = at + line.length - words.length;
    if (/^(?:[–—][ \t\u00a0]|\(?(?:[a-z]|[ivx]{2,4})\)[ \t\u00a0])/i.test(words))
      found.push({ start: from, end: from + words.trimEnd().length });
    at += line.length + 1;
  }
  const isFirst = found[0]?.start === start + raw.length - raw.trimStart().length;
  return found.length > 1 || isFirst ? found : [];
}

/** Lines of dashes in a paragraph, which would make a table if they had as many cells as the line above. */
export function findUnevenTables(raw: string, start: number): readonly Stretch[] {
  const lines = raw.split('\n');
  let at = start;
  return lines.flatMap((line, index) => {
    const from = at;
    at += line.length + 1;
    const isDashes = /^[-:| \t]+$/.test(line) && line.includes('-') && line.includes('|');
    return isDashes && index > 0 && lines[index - 1]?.includes('|')
      ? [{ start: from, end: from + line.trimEnd().length }]
      : [];
  });
}

/** The cells of a row, and where each begins in it. A bar after a backslash belongs to the words. */
export function splitCells(row: string): readonly { readonly text: string; readonly from: number }[] {
  const text = row.trimEnd();
  const first = text.length - text.trimStart().length;
  let start = first + (text[first] === '|' ? 1 : 0);
  const cells: { text: string; from: number }[] = [];
  const cut = (end: number) => {
    cells.push({ text: text.slice(start, end), from: start });
    start = end + 1;
  };
  for (let at = start; at < text.length; at += 1) {
    if (text[at] === '\\') at += 1;
    else if (text[at] === '|') cut(at);
  }
  if (start < text.length) cut(text.length);
  return cells;
}
