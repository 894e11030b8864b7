import { type Element, type Kid, type TaggedDocument, textOf } from '../structure/index.js';
import { quoted, type Refusal } from './refusal.js';

/** How a template leaves a cell without words. */
const EMPTY_CELL =
  /<t[dh]\b[^>]*>\s*<\/t[dh]>|\bdisplay\s*:\s*none\b|\bvisibility\s*:\s*(?:hidden|collapse)\b/i;

/**
 * An empty cell is not in the structure, so that those after it are heard under the wrong heading; or, where its role keeps it there, it is
 * met as silence.
 */
export function brokenTables({ contents }: TaggedDocument, elements: readonly Element[]): readonly Refusal[] {
  return elements.flatMap((table): readonly Refusal[] => {
    if (table.type !== 'Table') return [];
    // Those of a table within a cell are a table of their own.
    const rows = table.kids
      .flatMap((group) => (group.kind === 'element' ? group.kids : []))
      .filter((row) => row.kind === 'element' && row.type === 'TR');
    const widths = rowWidths(rows);
    const ragged = rows.find((_, index) => widths[index] !== widths[0]);
    if (ragged)
      return [
        refused(
          `the row ${quoted([wordsOfRow(ragged, contents)])} has other columns than the table’s first row`,
          'Put a word into each cell: an empty one is not in the PDF’s structure.',
        ),
      ];
    const silent = rows.find((row) => cellsOf(row).some((cell) => !hasWords(cell, contents)));
    return silent
      ? [
          refused(
            `a cell of the row ${quoted([wordsOfRow(silent, contents)])} has no words`,
            'Put a word into each cell: whoever listens does not know whether something is missing.',
          ),
        ]
      : [];
  });
}

function refused(message: string, hint: string): Refusal {
  return { code: 'paper-words', message, hint, written: EMPTY_CELL };
}

/** How many columns each row fills, counting cells that reach down into it. */
function rowWidths(rows: readonly Kid[]): readonly number[] {
  const below: number[] = [];
  return rows.map((row) => {
    let width = below.filter((left) => left > 0).length;
    for (const [column, left] of below.entries()) below[column] = Math.max(0, left - 1);
    for (const cell of cellsOf(row)) {
      const columns = spanOf(cell, 'ColSpan');
      for (let column = width; column < width + columns; column += 1)
        below[column] = Math.max(below[column] ?? 0, spanOf(cell, 'RowSpan') - 1);
      width += columns;
    }
    return width;
  });
}

function cellsOf(row: Kid): readonly Element[] {
  return row.kind === 'element' ? row.kids.filter(isCell) : [];
}

function isCell(kid: Kid): kid is Element {
  return kid.kind === 'element' && (kid.type === 'TD' || kid.type === 'TH');
}

function wordsOfRow(row: Kid, contents: TaggedDocument['contents']): string {
  return cellsOf(row)
    .map((cell) => textOf(cell, contents))
    .join(' ');
}

function hasWords(kid: Kid, contents: TaggedDocument['contents']): boolean {
  if (kid.kind === 'mark') return contents[kid.page]?.marked.get(kid.mcid)?.text.trim() !== '';
  return (
    kid.kind === 'element' && (kid.alt !== undefined || kid.kids.some((inner) => hasWords(inner, contents)))
  );
}

function spanOf({ attributes }: Element, key: 'ColSpan' | 'RowSpan'): number {
  const span = attributes.get('Table')?.get(key);
  return typeof span === 'number' ? span : 1;
}
