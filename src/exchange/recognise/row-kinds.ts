import type { Cell, Row } from '../grid/grid.js';
import type { Column } from './columns.js';
import { foldHeading } from './fields.js';
import { isReference, leadingReference } from './references.js';

/** What a row is. */
export type RowKind =
  | 'data'
  | 'heading'
  | 'section'
  | 'stem'
  | 'recommendation'
  | 'total'
  | 'footnote'
  | 'legend'
  | 'preface';

/** What telling rows apart needs to know of their table. */
export interface RowContext {
  readonly columns: readonly Column[];
  /** Whether rows across the table may be recommendations: it has actions, and no column for what was recommended. */
  readonly sectionsRecommend: boolean;
  readonly width: number;
  /** Whether rows with a reference or in several columns come after this one. */
  readonly isLast: boolean;
  readonly isInLegend: boolean;
}

const TOTAL = /^(?:grand |sub ?)?totals?\b|^(?:number|no\.?|count|percentage|%) of\b|^(?:overall|summary)\b/i;
const FOOTNOTE = /^(?:\*+|†|‡|[¹²³⁴-⁹]+|\(?\d\)|notes?\b ?:|n\.?b\.?\b|source\b ?:|see note)/i;
const LEGEND =
  /^(?:(?:colou?r|status|rag|b?rag(?: status| rating)?|rating) )?(?:key|legend)\b|^(?:rag|status|rating)s? (?:key|definitions?|explained|guide)/i;

/** The cells that begin in a row, with words. */
export function freshCells({ cells, number }: Row): readonly Cell[] {
  return [
    ...new Set(
      cells.filter((cell): cell is Cell => cell !== undefined && cell.text !== '' && cell.row === number),
    ),
  ];
}

/** Tells what a row is. */
export function rowKind(row: Row, context: RowContext): RowKind {
  const cells = freshCells(row);
  const [first, second] = cells;
  if (!first) return 'data';
  if (repeatsHeadings(cells, context.columns)) return 'heading';
  if (LEGEND.test(first.text) && first.text.length < 60) return 'legend';
  if (context.isInLegend && cells.length <= 3 && first.text.length < 60) return 'legend';
  if (
    TOTAL.test(first.text) &&
    cells.slice(1).every(({ text }) => /^[\d.,%() /-]+$/.test(text) || text.length < 15)
  )
    return 'total';
  if (
    cells.length > 1 &&
    cells.every(({ text }, index) => (index === 0 ? text.length < 40 : /^\d+ ?%?$/.test(text))) &&
    !isReference(first.text)
  )
    return 'total';
  if (!second) return singleKind(first, context);
  if (
    cells.length === 2 &&
    second.text.endsWith(':') &&
    isReference(first.text) &&
    isTextColumn(second, context)
  )
    return 'stem';
  if (
    cells.length === 2 &&
    context.sectionsRecommend &&
    isReference(first.text) &&
    !isTextColumn(second, context) &&
    second.columns > 1
  )
    return 'recommendation';
  return 'data';
}

function singleKind(cell: Cell, context: RowContext): RowKind {
  const { text } = cell;
  const column = context.columns.find(({ index }) => index === cell.column);
  const isWide = cell.columns >= Math.max(2, context.width / 2);
  const isOffText = !isTextColumn(cell, context);
  if (context.width < 3 && !isWide) return 'data';
  if (FOOTNOTE.test(text) && context.isLast) return 'footnote';
  if (context.sectionsRecommend && (isWide || isOffText) && recommends(text)) return 'recommendation';
  if (text.endsWith(':') && text.length < 400 && (isWide || isOffText || isTextColumn(cell, context)))
    return 'stem';
  if (column?.field === 'ref' && isReference(text)) return 'data';
  if (
    column &&
    ['progress', 'rating', 'owner', 'due', 'response', 'reason'].includes(column.field) &&
    !isWide
  )
    return 'data';
  if (isWide || (isOffText && cell.column <= 1)) return text.length > 200 ? 'footnote' : 'section';
  const looksLikeTitle =
    (cell.isBold || cell.fill !== undefined || (text === text.toUpperCase() && /[A-Z]{3}/.test(text))) &&
    text.length < 120 &&
    !/[.;]$/.test(text);
  return looksLikeTitle && !leadingReference(text) ? 'section' : 'data';
}

function recommends(text: string): boolean {
  return /^rec(?:ommendation)?s?\b\.? ?\w/i.test(text) || leadingReference(text) !== undefined;
}

function isTextColumn(cell: Cell, { columns }: RowContext): boolean {
  const field = columns.find(({ index }) => index === cell.column)?.field;
  return field === 'recommendation' || field === 'action';
}

function repeatsHeadings(cells: readonly Cell[], columns: readonly Column[]): boolean {
  const alike = cells.filter(({ text, column }) => {
    const heading = columns.find(({ index }) => index === column)?.heading;
    return heading !== undefined && heading !== '' && foldHeading(heading) === foldHeading(text);
  });
  return alike.length >= 2 && alike.length >= cells.length * 0.6;
}
