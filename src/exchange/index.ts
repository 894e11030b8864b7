/**
 * Exchange: spreadsheets and documents in and out.
 *
 * In: the bytes of a tracker (CSV, Excel, Word), and what the council says of its columns and its key. Out: reviews as plain values and as new
 * files of YAML, and what became of every cell. The other way round: a register on a day as Excel, CSV, JSON or a calendar. `workflows/` calls
 * it; it reads and writes no disk.
 */

export type { Cell, Grid, GridRemark, Row, Table } from './grid/grid.js';
export { LARGEST_FILE } from './grid/limits.js';
export { readGrid } from './grid/read-grid.js';
export {
  joinMappings,
  mappingFileText,
  NO_MAPPING,
  parseAssignment,
  readMappingFile,
  settleMapping,
  type WrittenMapping,
} from './mapping-file.js';
export type { Finding } from './merge/merge-review.js';
export { planImport } from './merge/plan-import.js';
export { collectExport, type ExportedRegister, type ExportWanted } from './out/collect-export.js';
export { isOwnExport, type RecogniseWanted, recogniseGrid } from './recognise/recognise.js';
export type { CellOutcome, ImportedReview, Mapping, Recognised, StatusUse } from './recognise/types.js';
export { countCells, findingParts, type ReportPart, reportLines } from './report/lines.js';
export { reportPage } from './report/page.js';
export type { DocumentWords } from './word-paper/write-docx.js';
export { councilFile, type NewFile, reviewFiles } from './write/register-files.js';

/** Each format is loaded where it is asked for. */
export const exportFormats = {
  xlsx: async () => (await import('./out/write-xlsx.js')).writeXlsx,
  csv: async () => (await import('./out/write-csv.js')).writeCsv,
  json: async () => (await import('./out/write-json.js')).exportJson,
  ics: async () => (await import('./out/write-ics.js')).writeIcs,
};

/** A paper as Word: loaded where it is asked for. */
export const documentWriter = async () => (await import('./word-paper/write-docx.js')).writeDocx;
