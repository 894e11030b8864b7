import { type PartialDate, parsePartialDate } from '../../calendar/index.js';
import { UsageError } from '../../diagnostics/index.js';
import {
  type Cell as BookCell,
  formatValue,
  readOds,
  readXls,
  readXlsx,
  type Sheet,
  type Workbook,
} from '../libraries/spreadsheets.js';
import { columnLetters, raise, settleText } from './cell-text.js';
import { tooManyCells, tooManyColumns, tooManyRows } from './csv.js';
import { fillColour } from './fill-colour.js';
import type { Cell, Grid, GridRemark, Row, Table } from './grid.js';
import { LONGEST_CELL, MOST_CELLS, MOST_COLUMNS, MOST_ROWS, MOST_TABLES } from './limits.js';
import { unzip, zip } from './zip.js';

/** A workbook of Excel. Macros, external links, pictures and everything else but the sheets are left packed. */
export async function readExcel(file: string, bytes: Uint8Array, names: readonly string[]): Promise<Grid> {
  const parts = unzip(file, bytes, isOfSheets);
  const slim = new Map(
    [...parts].map(([name, part]) => [
      name,
      /^xl\/worksheets\/[^/]+\.xml$/i.test(name) ? slimSheet(file, part) : part,
    ]),
  );
  const book = await attempt(file, () => readXlsx(zip(slim), { readStyles: true }));
  return asGrid(file, book, [
    ...(names.some((name) => /vbaProject\.bin$/i.test(name)) ? [remark('macros', file)] : []),
    ...(names.some((name) => /^xl\/externalLinks\//i.test(name)) ? [remark('external-links', file)] : []),
    ...(names.some((name) => /^xl\/media\//i.test(name)) ? [remark('picture', file)] : []),
  ]);
}

/** A workbook as Excel wrote them before 2007. */
export async function readOldExcel(file: string, bytes: Uint8Array): Promise<Grid> {
  return asGrid(file, await attempt(file, () => readXls(bytes)), []);
}

/** A spreadsheet of LibreOffice. */
export async function readOpenDocument(file: string, bytes: Uint8Array): Promise<Grid> {
  const parts = unzip(file, bytes, (name) =>
    /^(?:mimetype|content\.xml|styles\.xml|meta\.xml|META-INF\/manifest\.xml)$/.test(name),
  );
  return asGrid(file, await attempt(file, () => readOds(zip(parts), { readStyles: true })), []);
}

/** Everything but what no sheet needs to be read. */
function isOfSheets(name: string): boolean {
  return (
    /\.(?:xml|rels)$/i.test(name) &&
    !/^(?:customXml|docProps)\/|^xl\/(?:media|externalLinks|drawings|charts|embeddings|pivotCache|pivotTables|slicers|slicerCaches|diagrams|model|queryTables|printerSettings|calcChain)/i.test(
      name,
    )
  );
}

async function attempt(file: string, read: () => Promise<Workbook>): Promise<Workbook> {
  try {
    return await read();
  } catch (failure) {
    const why = failure instanceof Error ? failure.message : String(failure);
    throw new UsageError(`${file} cannot be read as a workbook: ${why}`);
  }
}

/**
 * A sheet without the rows that have no words: Excel keeps a row for each that was ever coloured, up to a million.
 *
 * @throws UsageError where more are left than a tracker has, before any memory is given to them
 */
function slimSheet(file: string, part: Uint8Array): Uint8Array {
  const xml = Buffer.from(part.buffer, part.byteOffset, part.byteLength).toString('latin1');
  const opening = /<(?:\w+:)?row[\s>/]/g;
  const kept: string[] = [];
  let at = 0;
  let rows = 0;
  for (let match = opening.exec(xml); match; match = opening.exec(xml)) {
    const tagEnd = xml.indexOf('>', match.index);
    if (tagEnd < 0) break;
    const close = xml[tagEnd - 1] === '/' ? tagEnd : closingEnd(xml, tagEnd);
    const row = xml.slice(match.index, close + 1);
    opening.lastIndex = close + 1;
    if (/<(?:\w+:)?(?:v|is)[\s>]/.test(row)) {
      rows += 1;
      if (rows > MOST_ROWS) throw tooManyRows(file, rows);
    } else if (/^<[^>]*\sr="\d+"/.test(row)) {
      kept.push(xml.slice(at, match.index));
      at = close + 1;
    }
  }
  kept.push(xml.slice(at));
  return Buffer.from(kept.join(''), 'latin1');
}

function closingEnd(xml: string, from: number): number {
  const close = /<\/(?:\w+:)?row\s*>/g;
  close.lastIndex = from;
  const match = close.exec(xml);
  return match ? match.index + match[0].length - 1 : xml.length - 1;
}

function asGrid(file: string, book: Workbook, found: readonly GridRemark[]): Grid {
  if (book.sheets.length > MOST_TABLES)
    throw new UsageError(`${file} has ${book.sheets.length} sheets; at most ${MOST_TABLES} are read.`);
  const remarks = [...found];
  const tables = book.sheets.flatMap((sheet) => {
    const table = asTable(file, sheet, book, remarks);
    if (table.rows.length === 0) return [];
    if (sheet.hidden || sheet.veryHidden) remarks.push(remark('hidden-sheet', sheet.name));
    return [table];
  });
  const cells = tables.reduce((sum, { rows }) => sum + rows.reduce((of, row) => of + row.cells.length, 0), 0);
  if (cells > MOST_CELLS) throw tooManyCells(file);
  return { file, kind: 'workbook', tables, remarks };
}

function remark(kind: GridRemark['kind'], at: string, words?: string): GridRemark {
  return { kind, at, ...(words === undefined ? {} : { words }) };
}

function asTable(file: string, sheet: Sheet, book: Workbook, remarks: GridRemark[]): Table {
  const covers = mergesByOrigin(sheet);
  const cells = new Map<number, Map<number, Cell>>();
  const put = (row: number, column: number, cell: Cell) => {
    const inRow = cells.get(row) ?? new Map<number, Cell>();
    inRow.set(column, cell);
    cells.set(row, inRow);
  };
  const positions = new Set(
    sheet.rows.flatMap((row, r) => row.flatMap((value, c) => (value === null ? [] : [`${r},${c}`]))),
  );
  for (const key of sheet.cells?.keys() ?? []) positions.add(key);
  for (const position of positions) {
    const [row = 0, column = 0] = position.split(',').map(Number);
    const detail = sheet.cells?.get(position);
    const at = `${sheet.name}!${columnLetters(column)}${row + 1}`;
    if (detail?.comment) remarks.push(remark('comment', at, settleText(detail.comment.text)));
    const span = covers.get(position) ?? { rows: 1, columns: 1 };
    const cell = asCell({ at, row, column, ...span }, sheet.rows[row]?.[column] ?? null, detail, book);
    if (!cell) {
      if (detail?.formula !== undefined)
        remarks.push(remark('formula-without-result', at, `=${detail.formula}`));
      continue;
    }
    if (column >= MOST_COLUMNS && cell.text !== '') throw tooManyColumns(file);
    put(row, column, cell);
  }
  // A merged cell may reach to the end of the sheet: it covers no more than where there is anything.
  const lastRow = Math.max(-1, ...cells.keys());
  let covered = 0;
  for (const [row, columns] of [...cells]) {
    for (const cell of [...columns.values()]) {
      if (cell.row !== row || (cell.rows === 1 && cell.columns === 1)) continue;
      const bottom = Math.min(row + cell.rows - 1, lastRow);
      covered += (bottom - row + 1) * cell.columns;
      if (covered > MOST_CELLS) throw tooManyCells(file);
      for (let r = row; r <= bottom; r += 1)
        for (let c = cell.column; c < cell.column + cell.columns; c += 1) put(r, c, cell);
    }
  }
  const numbers = [...cells.keys()].sort((a, b) => a - b);
  const rows = numbers.flatMap((number): readonly Row[] => {
    const columns = cells.get(number) ?? new Map<number, Cell>();
    const width = Math.min(MOST_COLUMNS, Math.max(...columns.keys()) + 1);
    const listed = Array.from({ length: width }, (_, column) => columns.get(column));
    return listed.some((cell) => cell !== undefined && cell.text !== '') ? [{ number, cells: listed }] : [];
  });
  if (rows.length > MOST_ROWS) throw tooManyRows(file, rows.length);
  if (sheet.rowDefs && rows.some(({ number }) => sheet.rowDefs?.get(number)?.hidden))
    remarks.push(remark('hidden-rows', sheet.name));
  return { name: sheet.name, before: [], rows };
}

function mergesByOrigin({ merges = [] }: Sheet): ReadonlyMap<string, Pick<Cell, 'rows' | 'columns'>> {
  return new Map(
    merges.map(({ startRow, startCol, endRow, endCol }) => [
      `${startRow},${startCol}`,
      {
        rows: Math.min(endRow - startRow + 1, MOST_ROWS),
        columns: Math.min(endCol - startCol + 1, MOST_COLUMNS),
      },
    ]),
  );
}

function asCell(
  place: Pick<Cell, 'at' | 'row' | 'column' | 'rows' | 'columns'>,
  value: unknown,
  detail: BookCell | undefined,
  book: Workbook,
): Cell | undefined {
  const format = detail?.style?.numFmt;
  const text = settleText(shownText(value, detail, format, book)).slice(0, LONGEST_CELL);
  const fill = fillColour(detail?.style?.fill, book.themeColors);
  if (text === '' && fill === undefined) return undefined;
  const date = value instanceof Date ? shownDate(value, format) : undefined;
  const target = detail?.hyperlink?.target;
  return {
    ...place,
    text,
    ...(date === undefined ? {} : { date }),
    ...(fill === undefined ? {} : { fill }),
    ...(detail?.style?.font?.bold ? { isBold: true } : {}),
    ...(target !== undefined && /^(?:https?|mailto):/i.test(target) ? { link: target } : {}),
  };
}

function shownText(
  value: unknown,
  detail: BookCell | undefined,
  format: string | undefined,
  book: Workbook,
): string {
  if (detail?.richText && typeof value === 'string')
    return detail.richText
      .map(({ text, font }) => (font?.vertAlign === 'superscript' ? raise(text) : text))
      .join('');
  if (value === null || value === undefined) return '';
  if (value instanceof Date) {
    const shown =
      format === undefined ? '' : formatValue(value, format, { is1904: book.dateSystem === '1904' });
    return shown === '' || Number.isNaN(value.getTime()) ? isoOf(value) : shown;
  }
  if (typeof value === 'number')
    return format === undefined || format === 'General' ? plainNumber(value) : formatValue(value, format);
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  return String(value);
}

/** A number with the digits that a person typed: 0.1 and 0.2 are 0.3. */
function plainNumber(value: number): string {
  return String(Number(value.toPrecision(15)));
}

function isoOf(value: Date): string {
  return Number.isNaN(value.getTime()) ? '' : value.toISOString().slice(0, 10);
}

/** As much of a date as its format shows: `Mar-25` is a month, although Excel keeps its first day. */
function shownDate(value: Date, format: string | undefined): PartialDate | undefined {
  const iso = isoOf(value);
  const letters = (format ?? 'yyyy-mm-dd').replace(/"[^"]*"|\[[^\]]*\]|\\./g, '').toLowerCase();
  if (letters.includes('d') || !/[ym]/.test(letters)) return parsePartialDate(iso);
  return parsePartialDate(letters.includes('m') ? iso.slice(0, 7) : iso.slice(0, 4));
}
