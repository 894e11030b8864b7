import type { IsoDate } from '../../calendar/index.js';
import { contrast } from '../../colours/index.js';
import { compareText } from '../../order/index.js';
import { date, phrases } from '../../phrases/index.js';
import { columnLetters } from '../grid/cell-text.js';
import { type Cell, writeXlsx as writeBook } from '../libraries/spreadsheets.js';
import type { ExportedRegister, ExportedReview } from './collect-export.js';
import {
  type OutCell,
  type OutColumn,
  type OutRow,
  PLAN_COLUMNS,
  planRows,
  REPORT_COLUMNS,
  reportRows,
} from './columns.js';

const { headings } = phrases.exporting;

/** The register as a workbook: a sheet for each review, one with every report, and the council's key. The same register gives the same bytes. */
export async function writeXlsx(register: ExportedRegister): Promise<Uint8Array> {
  const names = new Set<string>();
  const plans = register.reviews.map((review) => planSheet(register, review, sheetName(review.key, names)));
  const reports = register.reviews
    .flatMap(reportRows)
    .filter(({ report }) => report !== undefined)
    .toSorted((a, b) => compareText(a.report?.asAt ?? '', b.report?.asAt ?? ''));
  const sheets = [
    ...plans,
    ...(reports.length > 0
      ? [
          tableSheet({
            name: sheetName(phrases.exporting.reports, names),
            titles: titlesOf(register, phrases.exporting.allReports),
            columns: REPORT_COLUMNS,
            rows: reports,
            register,
          }),
        ]
      : []),
    ...(register.ratings.length > 0 ? [keySheet(register)] : []),
  ];
  const time = asTime(register.day);
  return writeBook({
    sheets: sheets.length > 0 ? sheets : [{ name: phrases.exporting.reports, rows: [] }],
    properties: {
      title: titlesOf(register, '')[1] ?? '',
      creator: register.council,
      created: time,
      modified: time,
    },
    defaultFont: { name: 'Calibri', size: 11 },
  });
}

type Sheet = Parameters<typeof writeBook>[0]['sheets'][number];

function asTime(day: IsoDate): Date {
  return new Date(`${day}T00:00:00Z`);
}

function titlesOf({ council, day, isConfidential }: ExportedRegister, title: string): readonly string[] {
  return [
    title,
    phrases.exporting.asAt(council, date(day)),
    ...(isConfidential ? [phrases.exporting.confidential] : []),
  ];
}

function planSheet(register: ExportedRegister, review: ExportedReview, name: string): Sheet {
  const [title = '', ...rest] = titlesOf(register, review.title ?? phrases.exporting.withheldTitle);
  return tableSheet({
    name,
    titles: [
      title,
      phrases.exporting.ofPanel(review.panel),
      ...rest,
      ...(review.notice === undefined ? [] : [review.notice]),
    ],
    columns: PLAN_COLUMNS,
    rows: planRows(review),
    register,
  });
}

interface TableWanted {
  readonly name: string;
  readonly titles: readonly string[];
  readonly columns: readonly OutColumn[];
  readonly rows: readonly OutRow[];
  readonly register: ExportedRegister;
}

const TOP = { alignment: { vertical: 'top' as const, wrapText: true } };
const HEAD = {
  ...TOP,
  font: { bold: true },
  fill: { type: 'pattern' as const, pattern: 'solid' as const, fgColor: { rgb: 'E7E6E6' } },
};

/** A table beneath its titles: frozen heads, a filter, a list to choose ratings from. Columns in which nothing stands are left out. */
function tableSheet({ name, titles, columns, rows, register }: TableWanted): Sheet {
  const used = columns.filter(({ cell }) => rows.some((row) => cell(row) !== undefined));
  const head = titles.length;
  const cells = new Map<string, Partial<Cell>>();
  titles.forEach((title, index) => {
    cells.set(`${index},0`, {
      value: title,
      type: 'string',
      style: index === 0 ? { font: { bold: true, size: 14 } } : {},
    });
  });
  used.forEach(({ heading }, index) => {
    cells.set(`${head},${index}`, { value: heading, type: 'string', style: HEAD });
  });
  rows.forEach((row, r) => {
    used.forEach(({ cell }, c) => {
      cells.set(`${head + 1 + r},${c}`, sheetCell(cell(row)));
    });
  });
  const last = head + Math.max(1, rows.length);
  const ratings = used.findIndex(({ heading }) => heading === headings.rating);
  const key = register.ratings.length;
  return {
    name,
    columns: used.map(({ width }) => ({ width })),
    rows: Array.from({ length: last + 1 }, () => []),
    cells,
    freezePane: { rows: head + 1 },
    autoFilter: { range: `A${head + 1}:${columnLetters(used.length - 1)}${last + 1}` },
    ...(ratings >= 0 && key > 0
      ? {
          dataValidations: [
            {
              type: 'list' as const,
              formula1: `'${phrases.exporting.key}'!$A$3:$A$${key + 2}`,
              allowBlank: true,
              showErrorMessage: true,
              errorMessage: phrases.exporting.pickRating,
              range: `${columnLetters(ratings)}${head + 2}:${columnLetters(ratings)}${last + 1}`,
            },
          ],
        }
      : {}),
    pageSetup: {
      paperSize: 'a4',
      orientation: 'landscape',
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      printTitlesRow: `$${head + 1}:$${head + 1}`,
    },
  };
}

function sheetCell(cell: OutCell | undefined): Partial<Cell> {
  switch (cell?.kind) {
    case 'text':
      return { value: cell.text, type: 'string', style: TOP };
    case 'date':
      return { value: asTime(cell.date), type: 'date', style: { ...TOP, numFmt: 'd mmm yyyy' } };
    case 'number':
      return { value: cell.number, type: 'number', style: TOP };
    case 'rating': {
      const { label, colour } = cell.rating;
      const isDark = contrast(colour, '#ffffff') >= contrast(colour, '#000000');
      return {
        value: label,
        type: 'string',
        style: {
          ...TOP,
          font: { bold: true, color: { rgb: isDark ? 'FFFFFF' : '000000' } },
          fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: colour.slice(1).toUpperCase() } },
        },
      };
    }
    default:
      return { value: null, type: 'empty', style: TOP };
  }
}

/** The council's key, from which ratings are chosen. */
function keySheet({ ratings }: ExportedRegister): Sheet {
  const rows: readonly (readonly OutCell[])[] = ratings.map((rating) => [
    { kind: 'rating', rating },
    { kind: 'text', text: rating.meaning ?? '' },
    { kind: 'text', text: rating.closes ? phrases.exporting.yes : '' },
  ]);
  const cells = new Map<string, Partial<Cell>>([
    [
      '0,0',
      { value: phrases.exporting.ratingKey, type: 'string', style: { font: { bold: true, size: 14 } } },
    ],
    ...[headings.rating, headings.meaning, headings.closes].map((heading, index): [string, Partial<Cell>] => [
      `1,${index}`,
      { value: heading, type: 'string', style: HEAD },
    ]),
    ...rows.flatMap((row, r) =>
      row.map((cell, c): [string, Partial<Cell>] => [`${r + 2},${c}`, sheetCell(cell)]),
    ),
  ]);
  return {
    name: phrases.exporting.key,
    columns: [{ width: 20 }, { width: 50 }, { width: 22 }],
    rows: Array.from({ length: rows.length + 2 }, () => []),
    cells,
  };
}

/** A name that Excel takes: at most 31 characters, none of them a bracket or a slash, and none twice. */
function sheetName(wanted: string, names: Set<string>): string {
  const plain = wanted.replace(/[[\]:*?/\\']/g, '-').slice(0, 31);
  for (let number = 1; ; number += 1) {
    const end = number === 1 ? '' : `-${number}`;
    const name = plain.slice(0, 31 - end.length) + end;
    const folded = name.toLowerCase();
    if (names.has(folded) || folded === phrases.exporting.key.toLowerCase()) continue;
    names.add(folded);
    return name;
  }
}
