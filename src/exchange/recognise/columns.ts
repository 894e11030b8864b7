import type { IsoDate } from '../../calendar/index.js';
import { responseNamed } from '../../model/index.js';
import { phrases } from '../../phrases/index.js';
import type { Cell, Row, Table } from '../grid/grid.js';
import { type Field, foldHeading, ownKey, readHeading } from './fields.js';
import { isReference, leadingReference } from './references.js';
import type { Mapping } from './types.js';
import { dayInWords, readDate } from './when.js';

/** What one column of a table holds. */
export interface Column {
  readonly index: number;
  readonly heading: string;
  readonly field: Field | 'own' | 'leave';
  /** With `own`. */
  readonly key: string;
  /** The day that the heading names: "Update July 2024". */
  readonly day: IsoDate | undefined;
  /** Why, where it was a guess. */
  readonly why: string | undefined;
}

/** Where the headings of a table stand, and what its columns hold. */
export interface Heading {
  /** Indexes into the table's rows: the last row of headings, and the first. */
  readonly first: number;
  readonly last: number;
  readonly columns: readonly Column[];
}

const FURTHEST = 60;

/** The headings of a table; undefined where it has none that are known. */
export function findHeading(table: Table, mapping: Mapping): Heading | undefined {
  const scored = table.rows
    .slice(0, FURTHEST)
    .map((row, index) => ({ index, score: headingScore(row, mapping) }))
    .filter(({ score }) => score > 0);
  const best = scored.reduce<(typeof scored)[number] | undefined>(
    (top, next) => (top === undefined || next.score > top.score ? next : top),
    undefined,
  );
  if (!best) return undefined;
  return headingAt(table, best.index, mapping);
}

/** A table without headings, read by what stands in it; undefined where it does not look like a tracker. */
export function guessHeading(table: Table): Heading | undefined {
  const columns = settleColumns(describeColumns(table, [], -1, { columns: new Map() }));
  const rows = table.rows.length;
  const isTracker =
    rows >= 2 &&
    columns.some(({ field }) => field === 'ref') &&
    columns.some(({ field }) => field === 'recommendation');
  return isTracker ? { first: -1, last: -1, columns } : undefined;
}

function distinctCells({ cells }: Row): readonly Cell[] {
  return [...new Set(cells.filter((cell): cell is Cell => cell !== undefined && cell.text !== ''))];
}

const SAYS_WHAT: ReadonlySet<string> = new Set([
  'recommendation',
  'action',
  'progress',
  'response',
  'reason',
]);

function headingScore(row: Row, { columns }: Mapping): number {
  const cells = distinctCells(row);
  const fields = cells.map(({ text }) => {
    const mapped = columns.get(foldHeading(text));
    return mapped ? { field: mapped, isWeak: false } : readHeading(text);
  });
  const known = new Set(
    fields.flatMap((meaning) =>
      meaning && meaning.field !== 'own' && meaning.field !== 'leave' ? [meaning.field] : [],
    ),
  );
  const recognised = fields.filter((meaning) => meaning !== undefined).length;
  const long = cells.filter(({ text }) => text.length > 90).length;
  if (cells.length < 2 || known.size < 2 || recognised < cells.length * 0.4 || long > cells.length * 0.3)
    return 0;
  if (![...known].some((field) => SAYS_WHAT.has(field))) return 0;
  return known.size * 2 + recognised - long;
}

function headingAt(table: Table, index: number, mapping: Mapping): Heading {
  const row = table.rows[index];
  const above = table.rows[index - 1];
  const below = table.rows[index + 1];
  const groups = above && isGroupRow(above, row) ? above : undefined;
  const subs = row && below && isSubRow(row, below, mapping) ? below : undefined;
  const width = Math.max(...table.rows.map(({ cells }) => cells.length));
  const headings = Array.from({ length: width }, (_, column) => headingOf(column, row, groups, subs));
  const last = subs ? index + 1 : index;
  return {
    first: groups ? index - 1 : index,
    last,
    columns: settleColumns(describeColumns(table, headings, last, mapping)),
  };
}

interface HeadingWords {
  readonly text: string;
  readonly group: string;
}

function headingOf(
  column: number,
  row: Row | undefined,
  groups: Row | undefined,
  subs: Row | undefined,
): HeadingWords {
  const own = row?.cells[column];
  const sub = subs?.cells[column];
  const group = groups?.cells[column];
  const groupText = group && group.columns > 1 && group !== own ? group.text : '';
  if (sub && sub !== own && sub.text !== '') {
    const over =
      own ?? row?.cells.slice(0, column).findLast((cell) => cell !== undefined && cell.text !== '');
    return { text: sub.text, group: over?.text ?? groupText };
  }
  return { text: own?.text ?? '', group: groupText };
}

/** A row over the headings that groups some of them. */
function isGroupRow(above: Row, row: Row | undefined): boolean {
  const cells = distinctCells(above);
  const width = row?.cells.length ?? 0;
  return (
    cells.some(({ columns }) => columns > 1 && columns < width - 1) &&
    cells.every(({ text }) => text.length < 60)
  );
}

/** A second row of headings: beneath some that each stand over several columns, or, without merged cells, over blank ones. */
function isSubRow(row: Row, below: Row, { columns }: Mapping): boolean {
  const isKnown = (text: string) => readHeading(text) !== undefined || columns.has(foldHeading(text));
  const fresh = distinctCells(below).filter((cell) => cell.row === below.number);
  const wide = distinctCells(row).filter((cell) => cell.columns > 1 && cell.columns < row.cells.length);
  if (fresh.length === 0 || fresh.some(({ text }) => text.length >= 50)) return false;
  const isUnder = (cell: Cell) =>
    wide.some((over) => cell.column >= over.column && cell.column < over.column + over.columns);
  if (wide.length > 0)
    return (
      fresh.some(isUnder) && fresh.filter(isUnder).every(({ text }) => isKnown(text) || text.length < 20)
    );
  const overBlank = fresh.filter(({ column }) => row.cells[column] === undefined);
  return (
    fresh.length >= 2 &&
    overBlank.length > 0 &&
    below.cells[0] === undefined &&
    fresh.every(({ text }) => isKnown(text))
  );
}

/** What stands in a column, in numbers. */
interface Content {
  readonly filled: number;
  readonly average: number;
  readonly distinct: number;
  readonly dates: number;
  readonly references: number;
  readonly responses: number;
  readonly percents: number;
  readonly sentences: number;
  readonly coloured: number;
}

interface Described extends HeadingWords {
  readonly index: number;
  readonly field: Field | 'own' | 'leave';
  readonly isWeak: boolean;
  readonly isMapped: boolean;
  readonly content: Content;
  readonly why: string | undefined;
}

function describeColumns(
  table: Table,
  headings: readonly HeadingWords[],
  last: number,
  { columns }: Pick<Mapping, 'columns'>,
): readonly Described[] {
  const rows = table.rows.slice(last + 1);
  const width = Math.max(headings.length, ...table.rows.map(({ cells }) => cells.length));
  return Array.from({ length: width }, (_, index): Described => {
    const { text, group } = headings[index] ?? { text: '', group: '' };
    const content = measureContent(rows, index);
    const mapped = columns.get(foldHeading(text)) ?? columns.get(foldHeading(`${group} ${text}`));
    const meaning = readHeading(text) ?? (group === '' ? undefined : readHeading(`${group} ${text}`));
    return {
      index,
      text,
      group,
      content,
      field: mapped ?? meaning?.field ?? 'own',
      isWeak: mapped === undefined && (meaning === undefined || meaning.isWeak),
      isMapped: mapped !== undefined,
      why: undefined,
    };
  });
}

function measureContent(rows: readonly Row[], index: number): Content {
  const cells = rows.flatMap(({ cells: found, number }) => {
    const cell = found[index];
    // What lies across the table is a section, and says nothing of the column.
    return cell && cell.row === number && cell.columns <= Math.max(1, found.length / 2) ? [cell] : [];
  });
  const words = cells.filter(({ text }) => text !== '');
  const share = (fits: (cell: Cell) => boolean) =>
    words.length === 0 ? 0 : words.filter(fits).length / words.length;
  return {
    filled: words.length,
    average: words.length === 0 ? 0 : words.reduce((sum, { text }) => sum + text.length, 0) / words.length,
    distinct: new Set(words.map(({ text }) => text.toLowerCase())).size,
    dates: share((cell) => readDate(cell) !== undefined),
    references: share(({ text }) => isReference(text)),
    responses: share(({ text }) => responseHead(text) !== undefined),
    percents: share(({ text }) => /^\d{1,3} ?%/.test(text)),
    sentences: share(({ text }) => isSentence(text)),
    coloured: cells.filter(({ text, fill }) => text === '' && fill !== undefined).length,
  };
}

/** Words that say something, and are no word of a key. */
export function isSentence(text: string): boolean {
  return /[.!?]$/.test(text.trim()) || text.trim().split(/\s+/).length > 6;
}

/** The response with which words begin: "Agreed. The service will …". */
export function responseHead(text: string): { readonly head: string; readonly rest: string } | undefined {
  const whole = text.replace(/[.!]$/, '');
  if (responseNamed(whole)) return { head: whole, rest: '' };
  const match = /^([^.:;,\n–—(-]{4,40}?)\s*(?:[.:;,\n–—(]|\s-\s|-\s)\s*([\s\S]+)$/.exec(text);
  const [, head = '', rest = ''] = match ?? [];
  return match && responseNamed(head)
    ? { head, rest: rest.replace(/\)$/, (close) => (rest.includes('(') ? close : '')) }
    : undefined;
}

/** Lets what stands in the columns decide where headings leave it open, and gives each field that a row can have once to one column. */
function settleColumns(described: readonly Described[]): readonly Column[] {
  const refined = described.map((column) => refine(column, described));
  const withText = ensureText(ensureReference(refined));
  const settled = onlyOnce(withText);
  const keys = new Set<string>();
  return settled
    .filter(({ content, text }) => text !== '' || content.filled > 0 || content.coloured > 0)
    .map(({ index, text, group, field, why }) => {
      const heading = group === '' ? text : `${group}: ${text}`;
      let key = field === 'own' ? ownKey(text === '' ? `column ${index + 1}` : heading) : '';
      for (let number = 2; key !== '' && keys.has(key); number += 1) key = `${ownKey(heading)}-${number}`;
      keys.add(key);
      return { index, heading, field, key, day: dayInWords(heading), why };
    });
}

function refine(column: Described, all: readonly Described[]): Described {
  if (!column.isWeak || column.isMapped) return column;
  const { field, content, text } = column;
  const decided = refinedField(column, all);
  const why = decided === field ? undefined : phrases.importing.why.headingAndContent;
  return content.filled === 0 && content.coloured === 0
    ? column
    : { ...column, field: decided, why: text === '' ? column.why : why };
}

function refinedField(
  { field, content, text, index }: Described,
  all: readonly Described[],
): Described['field'] {
  const has = (wanted: Field, isStrong = false) =>
    all.some((other) => other.index !== index && other.field === wanted && !(isStrong && other.isWeak));
  const looksRated = content.average < 25 && content.distinct <= Math.max(4, content.filled / 2);
  switch (field) {
    case 'rating':
      if (content.percents > 0.5) return has('percent') ? 'rating' : 'percent';
      if (content.responses > 0.6 && !has('response', true)) return 'response';
      return content.average > 60 ? 'progress' : 'rating';
    case 'ref':
      return content.references > 0.5 && content.average < 24 ? 'ref' : 'own';
    case 'complete':
      if (content.dates > 0.5) return 'own';
      return content.average > 40 ? 'progress' : has('rating') ? 'own' : 'rating';
    case 'progress':
      return looksRated && content.filled > 2 && content.distinct <= 6 && !has('rating')
        ? 'rating'
        : 'progress';
    case 'response':
      if (content.responses >= 0.3) return 'response';
      if (content.dates > 0.6) return 'responded';
      return content.average > 20 ? 'reason' : 'response';
    case 'reason':
      return content.responses >= 0.3 && !has('response') ? 'response' : 'reason';
    case 'due': {
      if (content.dates < 0.5) return 'own';
      const words = all.find((other) => other.field === 'recommendation' || other.field === 'action');
      return has('due') || (words !== undefined && index < words.index) ? 'agreed' : 'due';
    }
    case 'addressed-to':
      return !has('owner') && /\blead\b/i.test(text) ? 'owner' : 'addressed-to';
    case 'recommendation':
      return has('recommendation', true) || has('action') ? 'own' : 'recommendation';
    default:
      return field;
  }
}

/** Without a heading for it, the first narrow column whose cells are references is that of the references. */
function ensureReference(columns: readonly Described[]): readonly Described[] {
  const chosen = columns.find(({ field }) => field === 'ref');
  if (chosen && (chosen.isMapped || chosen.content.average < 30)) return columns;
  const found = columns.find(
    ({ text, field, content }) =>
      field === 'own' &&
      foldHeading(text) === '' &&
      content.filled > 0 &&
      content.references > 0.6 &&
      content.average < 16,
  );
  return columns.map((column) => {
    if (column === found)
      return {
        ...column,
        field: 'ref' as const,
        why: phrases.importing.why.columnByContent(phrases.importing.place.ref),
      };
    return column === chosen ? { ...column, field: 'own' as const } : column;
  });
}

/** Some column has the words of what was recommended: where no heading says so, the actions, or else the longest words. */
function ensureText(columns: readonly Described[]): readonly Described[] {
  const has = (...fields: readonly string[]) => columns.some(({ field }) => fields.includes(field));
  // Reports alone, by reference.
  if (has('recommendation', 'action') || (has('ref') && has('as-at') && has('progress', 'rating')))
    return columns;
  const prose = columns
    .filter(({ field, isMapped, content }) => !isMapped && field === 'own' && content.average > 15)
    .toSorted((a, b) => b.content.average - a.content.average)[0];
  return columns.map((column) =>
    column === prose
      ? {
          ...column,
          field: 'recommendation' as const,
          why: phrases.importing.why.columnByContent(phrases.importing.place.text),
        }
      : column,
  );
}

/** Fields of which a row can have several: the others are joined, or dated by their headings. */
const MANY: ReadonlySet<string> = new Set([
  'owner',
  'progress',
  'reason',
  'evidence',
  'own',
  'leave',
  'addressed-to',
  'success-measure',
  'request-reason',
]);

function onlyOnce(columns: readonly Described[]): readonly Described[] {
  const dated = (column: Described) => dayInWords(`${column.group} ${column.text}`) ?? '';
  const better = (a: Described, b: Described): Described => {
    if (a.isMapped !== b.isMapped) return a.isMapped ? a : b;
    const recent = /\b(?:current|latest|now|new|rec|recommendation)\b/i;
    if (recent.test(a.text) !== recent.test(b.text)) return recent.test(a.text) ? a : b;
    if (a.isWeak !== b.isWeak) return a.isWeak ? b : a;
    if (a.field === 'ref' && a.content.distinct !== b.content.distinct)
      return a.content.distinct > b.content.distinct ? a : b;
    if (a.content.filled === 0 || b.content.filled === 0) return a.content.filled === 0 ? b : a;
    return a.index < b.index ? a : b;
  };
  return columns.map((column) => {
    if (MANY.has(column.field)) return column;
    const rivals = columns.filter((other) => other.field === column.field && dated(other) === dated(column));
    const winner = rivals.reduce(better);
    if (winner === column) return column;
    if (
      column.field === 'recommendation' &&
      column.content.average > 25 &&
      !columns.some(({ field }) => field === 'action') &&
      winner.index < column.index &&
      /action|propos/i.test(column.text)
    )
      return { ...column, field: 'action' as const };
    if (column.field === 'response' && column.content.average > 20)
      return { ...column, field: 'reason' as const };
    return { ...column, field: 'own' as const };
  });
}

/** Whether most cells of a column begin with a reference. */
export function beginsWithReferences(rows: readonly Row[], index: number): boolean {
  const texts = rows.flatMap((row) => {
    const cell = row.cells[index];
    // What is alone in its row is a section or a note.
    return cell && cell.row === row.number && cell.text !== '' && distinctCells(row).length > 1
      ? [cell.text]
      : [];
  });
  return (
    texts.length > 0 &&
    texts.filter((text) => leadingReference(text) !== undefined).length >= texts.length * 0.6
  );
}
