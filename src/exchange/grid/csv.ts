import { parse } from 'csv-parse/sync';
import { UsageError } from '../../diagnostics/index.js';
import { columnLetters, settleText } from './cell-text.js';
import { decodeText } from './charset.js';
import type { Cell, Grid, Row } from './grid.js';
import { LONGEST_CELL, MOST_CELLS, MOST_COLUMNS, MOST_ROWS } from './limits.js';

/** Characters of one row. */
const LONGEST_RECORD = 2_000_000;
const DELIMITERS = [',', ';', '\t', '|'] as const;

/** A table of separated values. */
export function readCsv(file: string, bytes: Uint8Array): Grid {
  const { text } = decodeText(bytes);
  if (text.includes('\0'))
    throw new UsageError(`${file} has NUL characters in it, so it is not a table of text.`);
  const named = /^"?sep=(.)"?\r?\n/.exec(text);
  const body = named ? text.slice(named[0].length) : text;
  const delimiter = named?.[1] ?? likelyDelimiter(body);
  const records = parseRecords(file, body, delimiter);
  if (records.length > MOST_ROWS) throw tooManyRows(file, records.length);
  const rows = records.flatMap((record, number) => asRow(record, number));
  return { file, kind: 'csv', tables: [{ name: file, before: [], rows }], remarks: [] };
}

export function tooManyRows(file: string, rows: number): UsageError {
  return new UsageError(
    `${file} has ${rows.toLocaleString('en-GB')} rows with words in them; at most ${MOST_ROWS.toLocaleString('en-GB')} are read. Split it, or take out what is no recommendation.`,
  );
}

export function tooManyCells(file: string): UsageError {
  return new UsageError(
    `${file} has more than ${MOST_CELLS.toLocaleString('en-GB')} cells, which no tracker has.`,
  );
}

export function tooManyColumns(file: string): UsageError {
  return new UsageError(`${file} has words in more than ${MOST_COLUMNS} columns, which no tracker has.`);
}

function parseRecords(file: string, text: string, delimiter: string): readonly (readonly string[])[] {
  try {
    return parse(text, {
      delimiter,
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: false,
      max_record_size: LONGEST_RECORD,
      to: MOST_ROWS + 1,
    });
  } catch (failure) {
    const why = failure instanceof Error ? failure.message : String(failure);
    throw new UsageError(`${file} cannot be read as a table of separated values: ${why}.`);
  }
}

/** The sign that cuts the first lines into the most columns, and into the same number on each; quoted words are left out of the count. */
function likelyDelimiter(text: string): string {
  const lines = text
    .slice(0, 20_000)
    .replace(/"(?:[^"]|"")*"/g, 'x')
    .split(/\r?\n|\r/)
    .filter((line) => line.trim() !== '')
    .slice(0, 30);
  const scored = DELIMITERS.map((delimiter) => {
    const counts = lines.map((line) => line.split(delimiter).length - 1);
    const most = Math.max(0, ...counts);
    const alike = most === 0 ? 0 : counts.filter((count) => count === most).length;
    return { delimiter, score: alike * Math.min(most, 20) };
  });
  return scored.reduce((best, next) => (next.score > best.score ? next : best)).delimiter;
}

function asRow(record: readonly string[], number: number): readonly Row[] {
  const cells = record.map((written, column): Cell | undefined => {
    // An apostrophe before a sign keeps a spreadsheet from calculating, and is no part of the words.
    const text = settleText(written.replace(/^'(?=['"\s]*[=+\-@\uff0b\uff0d\uff1d\uff20])/, '')).slice(
      0,
      LONGEST_CELL,
    );
    if (text === '') return undefined;
    return { at: `${columnLetters(column)}${number + 1}`, row: number, column, rows: 1, columns: 1, text };
  });
  if (cells.findLastIndex((cell) => cell !== undefined) >= MOST_COLUMNS) throw tooManyColumns('The file');
  return cells.some((cell) => cell !== undefined) ? [{ number, cells }] : [];
}
