import type { Tag } from './structure.js';

/** A cell of a table, where it stands and what heads it. */
export interface Cell {
  readonly tag: Tag;
  /** The row it begins in, counted from 1. */
  readonly row: number;
  readonly columns: number;
  readonly headings: readonly Tag[];
}

/** A table as a reading program walks through it: row by row, each cell with its headings. */
export interface Walked {
  readonly columns: number;
  readonly rows: readonly (readonly Cell[])[];
}

interface Placed {
  readonly tag: Tag;
  readonly row: number;
  readonly column: number;
}

/** Lays a table out, and finds what heads each cell. */
export function walkedTable(table: Tag): Walked {
  const rows = rowsOf(table);
  const placed = placeCells(rows);
  const named = new Map(placed.flatMap(({ tag }) => (tag.id === undefined ? [] : [[tag.id, tag] as const])));
  const found = placed.map((cell) => ({
    tag: cell.tag,
    row: cell.row,
    columns: cell.tag.columns,
    headings:
      cell.tag.headers.length > 0
        ? cell.tag.headers.flatMap((id) => named.get(id) ?? [])
        : headingsByPlace(cell, placed),
  }));
  return {
    columns: Math.max(0, ...placed.map(({ tag, column }) => column + tag.columns - 1)),
    rows: rows.map((_, index) => found.filter(({ row }) => row === index + 1)),
  };
}

/** Those of a table within a cell are a table of their own. */
function rowsOf(table: Tag): readonly Tag[] {
  return table.kids.flatMap((kid) => {
    if (typeof kid === 'string') return [];
    if (kid.type === 'TR') return [kid];
    return ['THead', 'TBody', 'TFoot'].includes(kid.type) ? rowsOf(kid) : [];
  });
}

function placeCells(rows: readonly Tag[]): readonly Placed[] {
  const placed: Placed[] = [];
  /** The row down to which each column is taken. */
  const taken: number[] = [];
  for (const [index, { kids }] of rows.entries()) {
    const row = index + 1;
    let column = 1;
    for (const tag of kids) {
      if (typeof tag === 'string' || !['TH', 'TD'].includes(tag.type)) continue;
      while ((taken[column] ?? 0) >= row) column += 1;
      placed.push({ tag, row, column });
      for (let at = column; at < column + tag.columns; at += 1) taken[at] = row + tag.rows - 1;
      column += tag.columns;
    }
  }
  return placed;
}

/**
 * What heads a cell that names no headings: those of its row before it, and those of its columns above it (ISO 32000-1, 14.8.5.7). A
 * heading over several columns, such as that of a group of rows, is headed by none of them.
 */
function headingsByPlace({ tag, row, column }: Placed, placed: readonly Placed[]): readonly Tag[] {
  if (tag.type === 'TH' && tag.columns > 1) return [];
  const isOver = (other: Placed) =>
    other.column < column + tag.columns && column < other.column + other.tag.columns;
  return placed
    .filter((other) => {
      if (other.tag === tag || other.tag.type !== 'TH') return false;
      return other.tag.scope === 'Row'
        ? other.row <= row && row < other.row + other.tag.rows && other.column < column
        : other.row < row && isOver(other);
    })
    .map((other) => other.tag);
}
