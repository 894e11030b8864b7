import { UsageError } from '../../diagnostics/index.js';
import type { Grid } from './grid.js';
import { listParts } from './zip.js';

/**
 * Reads the tables of a file: CSV, Excel (.xlsx, .xlsm, .xls), OpenDocument (.ods) or Word (.docx). What it is shows in its first bytes,
 * not in its name.
 *
 * @param file the name to call it by
 * @throws UsageError where it is none of these, is damaged, or is more than a tracker can be
 */
export async function readGrid(file: string, bytes: Uint8Array): Promise<Grid> {
  if (beginsWith(bytes, [0x50, 0x4b, 0x03, 0x04])) return readPacked(file, bytes);
  if (beginsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0])) {
    if (/\.docx?$/i.test(file)) throw notRead(file, 'an old Word document, or one with a password', '.docx');
    const { readOldExcel } = await import('./workbook.js');
    return readOldExcel(file, bytes);
  }
  if (beginsWith(bytes, [0x25, 0x50, 0x44, 0x46])) throw notRead(file, 'a PDF', '.xlsx, .docx or .csv');
  if (/^\s*(?:<!doctype|<html|<\?xml)/i.test(Buffer.from(bytes.subarray(0, 200)).toString('latin1')))
    throw notRead(file, 'a web page or XML', '.xlsx, .docx or .csv');
  const { readCsv } = await import('./csv.js');
  return readCsv(file, bytes);
}

async function readPacked(file: string, bytes: Uint8Array): Promise<Grid> {
  const names = listParts(file, bytes);
  if (names.some((name) => /^word\/document\.xml$/.test(name))) {
    const { readWord } = await import('./word.js');
    return readWord(file, bytes, names);
  }
  const { readExcel, readOpenDocument } = await import('./workbook.js');
  if (names.some((name) => /^xl\/workbook\.xml$/i.test(name))) return readExcel(file, bytes, names);
  if (names.includes('content.xml')) return readOpenDocument(file, bytes);
  throw notRead(file, 'a packed file without sheets or a document', '.xlsx, .docx or .csv');
}

function beginsWith(bytes: Uint8Array, signature: readonly number[]): boolean {
  return signature.every((byte, index) => bytes[index] === byte);
}

function notRead(file: string, what: string, instead: string): UsageError {
  return new UsageError(
    `${file} is ${what}, which is not read. Open it, save it as ${instead}, and import that.`,
  );
}
