import { phrases } from '../../phrases/index.js';
import type { Grid } from '../grid/grid.js';
import type { Finding } from '../merge/merge-review.js';
import type { CellOutcome, ColumnOutcome, How, Recognised } from '../recognise/types.js';

const { report, place } = phrases.importing;

/** One part of the report at the terminal. */
export interface ReportPart {
  readonly heading: string;
  readonly lines: readonly string[];
}

/** Of guesses and of what is left so many are told at the terminal; the page has all. */
const MOST_LINES = 30;
const LONGEST_WORDS = 100;

/** How many cells were taken, guessed and left. Headings are no cells of the tracker. */
export function countCells({ cells }: Recognised): Readonly<Record<How, number>> {
  const counted = (how: How) => cells.filter((cell) => cell.how === how && cell.cell.text !== '').length;
  return { taken: counted('taken'), guessed: counted('guessed'), left: counted('left') };
}

/** The report as lines for a terminal. */
export function reportLines(
  grid: Grid,
  recognised: Recognised,
  page: string | undefined,
): readonly ReportPart[] {
  const { taken, guessed, left } = countCells(recognised);
  if (recognised.reviews.length === 0)
    return [{ heading: report.nothing, lines: [] }, ...leftPart(recognised, page)];
  return [
    {
      heading: report.title(grid.file),
      lines: [
        ...recognised.reviews.map(({ title, recommendations }) =>
          report.reviewTitle(
            title,
            recommendations.length,
            recommendations.reduce((sum, { actions }) => sum + actions.length, 0),
          ),
        ),
        report.counts(taken, guessed, left),
      ],
    },
    { heading: report.columns, lines: columnLines(recognised.columns) },
    ...statusPart(recognised),
    ...cellPart(
      report.guessed,
      recognised.cells.filter((cell) => cell.how === 'guessed'),
      page,
    ),
    ...leftPart(recognised, page),
    ...remarkPart(grid),
  ];
}

/** What a next version of a tracker brings, for a terminal. */
export function findingParts(findings: readonly Finding[]): readonly ReportPart[] {
  const { changed } = phrases.importing;
  return (['added', 'conflict', 'differs'] as const).flatMap((kind) => {
    const lines = findings
      .filter((finding) => finding.kind === kind)
      .map(({ of, what }) => changed.line(of, what));
    return lines.length === 0 ? [] : [{ heading: `${changed[kind]} (${lines.length})`, lines }];
  });
}

function columnLines(columns: readonly ColumnOutcome[]): readonly string[] {
  return [
    ...new Set(
      columns.map((column) => {
        const why = column.why === undefined ? '' : ` (${column.why})`;
        return `${report.column(column.heading === '' ? report.noHeading : column.heading.replace(/\s+/g, ' '), columnPlace(column))}${why}`;
      }),
    ),
  ];
}

/** What a column was taken for, in words. */
export function columnPlace({ field, key }: ColumnOutcome): string {
  if (field === 'own') return report.ownKey(key ?? '');
  if (field === 'leave') return report.leftColumn;
  return FIELD_WORDS[field] ?? field;
}

const FIELD_WORDS: Readonly<Record<string, string>> = {
  ...place,
  recommendation: 'recommendation',
  action: 'action',
  'action-ref': 'reference of the action',
  progress: 'progress',
};

function statusPart({ statuses }: Recognised): readonly ReportPart[] {
  const open = statuses.filter(({ became }) => became === undefined);
  if (open.length === 0) return [];
  return [
    {
      heading: report.statuses,
      lines: [
        report.statusHint,
        ...open.map(({ status, isColour, times, at }) => {
          const words = isColour ? report.fill(status) : status;
          return `--map '${words.replaceAll("'", '’')}=…'    ${report.times(times)}, ${at}`;
        }),
      ],
    },
  ];
}

function cellPart(
  heading: string,
  cells: readonly CellOutcome[],
  page: string | undefined,
): readonly ReportPart[] {
  if (cells.length === 0) return [];
  const shown = (page === undefined ? cells : cells.slice(0, MOST_LINES)).map(cellLine);
  return [
    {
      heading: `${heading} (${cells.length})`,
      lines:
        page !== undefined && cells.length > MOST_LINES
          ? [...shown, report.more(cells.length - MOST_LINES, page)]
          : shown,
    },
  ];
}

function leftPart({ cells }: Recognised, page: string | undefined): readonly ReportPart[] {
  return cellPart(
    report.left,
    cells.filter((cell) => cell.how === 'left'),
    page,
  );
}

function cellLine({ cell, place: where, as, why }: CellOutcome): string {
  const words = cell.text === '' ? report.fill(cell.fill ?? '') : shortened(cell.text.replace(/\s+/g, ' '));
  const written = as === undefined ? '' : ` = ${as}`;
  return `${cell.at}  “${words}” → ${where}${written}${why === undefined ? '' : `: ${why}`}`;
}

function shortened(words: string): string {
  return words.length <= LONGEST_WORDS ? words : `${words.slice(0, LONGEST_WORDS).replace(/\s+\S*$/, '')} …`;
}

function remarkPart({ remarks }: Grid): readonly ReportPart[] {
  if (remarks.length === 0) return [];
  return [
    {
      heading: report.beside,
      lines: remarks.map(
        ({ kind, at, words }) =>
          `${report.remark[kind]}, ${at}${words === undefined ? '' : `: ${shortened(words.replace(/\s+/g, ' '))}`}`,
      ),
    },
  ];
}
