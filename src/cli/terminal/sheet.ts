import type { Block, Line, Row, Sheet, Tone } from '../../queries/index.js';
import { type Host, mayColour } from '../host.js';
import { jsonText, sanitise } from '../sanitise.js';
import { measureWidth, wrapped } from './width.js';

const PAINT: Readonly<Record<Tone | 'title', string>> = {
  title: '\u001b[1m',
  late: '\u001b[31m',
  waiting: '\u001b[33m',
  done: '\u001b[32m',
  quiet: '\u001b[2m',
};

/** Narrower than this, words beside their columns would be a ragged ribbon: they go beneath. */
const LEAST_WORDS = 32;
const GAP = 2;
const INDENT = 2;
/** Longer lines are hard to follow, however wide the window is. */
const WIDEST = 140;

type Paint = (text: string, tone: Tone | 'title' | undefined) => string;

/** How a sheet is set: for a window of some width, or, for a pipe, without end. */
export interface Setting {
  readonly width: number | undefined;
  readonly colour: boolean;
}

/** Prints a sheet where the person is: a terminal has a width, a pipe has none and loses nothing. */
export function printSheet(sheet: Sheet, { stdout, env }: Host): void {
  const width = stdout.columns === undefined ? undefined : Math.min(stdout.columns, WIDEST);
  stdout.write(sheetText(sheet, { width, colour: mayColour(stdout, env) }));
}

/** Prints a value for scripts. */
export function printJson(value: object, { stdout }: Host): void {
  stdout.write(jsonText(value));
}

/** A sheet as lines of text. */
export function sheetText({ title, blocks }: Sheet, { width, colour }: Setting): string {
  const paint: Paint = (text, tone) =>
    colour && tone && text !== '' ? `${PAINT[tone]}${text}\u001b[0m` : text;
  const lines = [
    ...wrapped(sanitise(title), width).map((line) => paint(line, 'title')),
    ...blocks.flatMap((block, index) => [
      ...(blocks[index - 1]?.kind === 'heading' ? [] : ['']),
      ...blockLines(block, width, paint),
    ]),
  ];
  return `${lines.map((line) => line.trimEnd()).join('\n')}\n`;
}

function blockLines(block: Block, width: number | undefined, paint: Paint): readonly string[] {
  switch (block.kind) {
    case 'heading':
      return wrapped(sanitise(block.text), width).map((line) => paint(line, 'title'));
    case 'words':
      return wrapped(sanitise(block.line.text), width).map((line) => paint(line, block.line.tone));
    case 'list':
      return listLines(block.rows, width, paint);
  }
}

/** Cells in columns with the lines beside them; where the window is too narrow, the cells on one line and the lines beneath. */
function listLines(rows: readonly Row[], width: number | undefined, paint: Paint): readonly string[] {
  const columns = Math.max(0, ...rows.map(({ cells }) => cells.length));
  const widths = Array.from({ length: columns }, (_, column) =>
    Math.max(0, ...rows.map(({ cells }) => measureWidth(sanitise(cells[column]?.text ?? '')))),
  );
  const before = INDENT + widths.reduce((sum, each) => sum + each + GAP, 0);
  const hasWords = rows.some(({ lines }) => lines.length > 0);
  const isBeside = width === undefined || before + (hasWords ? LEAST_WORDS : 0) <= width;
  return rows.flatMap((row) =>
    isBeside ? besideLines(row, { widths, before, width, paint }) : beneathLines(row, width, paint),
  );
}

interface Columns {
  readonly widths: readonly number[];
  readonly before: number;
  readonly width: number | undefined;
  readonly paint: Paint;
}

function besideLines({ cells, lines }: Row, { widths, before, width, paint }: Columns): readonly string[] {
  const head = widths
    .map((cellWidth, column) => {
      const text = sanitise(cells[column]?.text ?? '');
      return paint(text, cells[column]?.tone) + ' '.repeat(cellWidth - measureWidth(text) + GAP);
    })
    .join('');
  const room = width === undefined ? undefined : width - before;
  const beside = lines.flatMap((line) => painted(line, room, paint));
  return [
    `${' '.repeat(INDENT)}${head}${beside[0] ?? ''}`,
    ...beside.slice(1).map((line) => `${' '.repeat(before)}${line}`),
  ];
}

/** The cells flow, as many on a line as go there; whatever comes after the first line is further in. */
function beneathLines({ cells, lines }: Row, width: number | undefined, paint: Paint): readonly string[] {
  const room = (indent: number) => (width === undefined ? undefined : Math.max(1, width - indent));
  const flowed: { text: string; width: number }[] = [];
  for (const cell of cells.filter(({ text }) => text !== '')) {
    const cellWidth = measureWidth(sanitise(cell.text));
    const line = flowed.at(-1);
    const left = room(flowed.length === 1 ? INDENT : INDENT * 2) ?? Number.POSITIVE_INFINITY;
    if (line && line.width + GAP + cellWidth <= left) {
      line.text += ' '.repeat(GAP) + paint(sanitise(cell.text), cell.tone);
      line.width += GAP + cellWidth;
      continue;
    }
    const pieces = painted(cell, room(INDENT * 2), paint);
    flowed.push(...pieces.map((text) => ({ text, width: cellWidth })));
  }
  return [
    ...flowed.map(({ text }, index) => ' '.repeat(index === 0 ? INDENT : INDENT * 2) + text),
    ...lines.flatMap((line) =>
      painted(line, room(INDENT * 2), paint).map((text) => ' '.repeat(INDENT * 2) + text),
    ),
  ];
}

function painted({ text, tone }: Line, room: number | undefined, paint: Paint): readonly string[] {
  return wrapped(sanitise(text), room).map((line) => paint(line, tone));
}
