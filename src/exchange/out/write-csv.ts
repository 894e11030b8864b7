import { csvText } from '../../facts/index.js';
import type { ExportedRegister } from './collect-export.js';
import { ALL_COLUMNS, type OutCell, reportRows } from './columns.js';

/** The register as one table of separated values: a row for each report, and one for each action without any. */
export function writeCsv({ reviews }: ExportedRegister): string {
  const rows = reviews.flatMap(reportRows);
  return csvText([
    ALL_COLUMNS.map(({ heading }) => heading),
    ...rows.map((row) => ALL_COLUMNS.map(({ cell }) => plainCell(cell(row)))),
  ]);
}

function plainCell(cell: OutCell | undefined): string | number | null {
  switch (cell?.kind) {
    case 'text':
      return cell.text;
    case 'date':
      return cell.date;
    case 'number':
      return cell.number;
    case 'rating':
      return cell.rating.label;
    default:
      return null;
  }
}
