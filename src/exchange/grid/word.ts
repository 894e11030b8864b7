import { UsageError } from '../../diagnostics/index.js';
import { raise, settleText } from './cell-text.js';
import { tooManyCells, tooManyRows } from './csv.js';
import { asFill } from './fill-colour.js';
import type { Cell, Grid, GridRemark, Row, Table } from './grid.js';
import { LONGEST_CELL, MOST_CELLS, MOST_COLUMNS, MOST_ROWS, MOST_TABLES } from './limits.js';
import { ListLabels } from './word-numbering.js';
import { type Element, elementAt, elementsOf, parseXml } from './xml.js';
import { unzip } from './zip.js';

/** Everything that reading one document shares. */
interface Reading {
  readonly labels: ListLabels;
  readonly links: ReadonlyMap<string, string>;
  readonly listStyles: ReadonlyMap<string, { readonly list: string; readonly level: number }>;
  readonly footnotes: ReadonlyMap<string, string>;
  readonly remarks: GridRemark[];
}

/** The tables of a Word document, with what is shaded, merged, numbered and noted in them. */
export function readWord(file: string, bytes: Uint8Array, names: readonly string[]): Grid {
  const parts = unzip(file, bytes, (name) =>
    /^word\/(?:document|numbering|styles|footnotes|comments)\.xml$|^word\/_rels\/document\.xml\.rels$/.test(
      name,
    ),
  );
  const document = parts.get('word/document.xml');
  if (!document) throw new UsageError(`${file} has no document in it that Word would open.`);
  const read = (name: string) => {
    const part = parts.get(name);
    return part && parseXml(file, part);
  };
  const remarks: GridRemark[] = names.some((name) => /vbaProject\.bin$/i.test(name))
    ? [{ kind: 'macros', at: file }]
    : [];
  const reading: Reading = {
    labels: new ListLabels(read('word/numbering.xml')),
    links: readLinks(read('word/_rels/document.xml.rels')),
    listStyles: readListStyles(read('word/styles.xml')),
    footnotes: new Map(),
    remarks,
  };
  const notes = readFootnotes(read('word/footnotes.xml'), reading);
  const body = elementAt(parseXml(file, document), 'body');
  const tables = body ? readBody(file, body, { ...reading, footnotes: notes }) : [];
  for (const comment of elementsOf(read('word/comments.xml') ?? EMPTY, 'comment')) {
    const words = settleText(blockText(comment, reading));
    if (words !== '') remarks.push({ kind: 'comment', at: 'a comment', words });
  }
  const cells = tables.reduce((sum, { rows }) => sum + rows.reduce((of, row) => of + row.cells.length, 0), 0);
  if (cells > MOST_CELLS) throw tooManyCells(file);
  return { file, kind: 'document', tables, remarks };
}

const EMPTY: Element = { name: '', attributes: new Map(), children: [] };

function readLinks(rels: Element | undefined): ReadonlyMap<string, string> {
  return new Map(
    elementsOf(rels ?? EMPTY, 'Relationship').flatMap(({ attributes }) => {
      const target = attributes.get('Target') ?? '';
      return /^(?:https?|mailto):/i.test(target) ? [[attributes.get('Id') ?? '', target] as const] : [];
    }),
  );
}

function readListStyles(styles: Element | undefined): Reading['listStyles'] {
  return new Map(
    elementsOf(styles ?? EMPTY, 'style').flatMap((style) => {
      const list = listIn(elementAt(style, 'pPr', 'numPr'));
      return list ? [[style.attributes.get('styleId') ?? '', list] as const] : [];
    }),
  );
}

function listIn(
  numbered: Element | undefined,
): { readonly list: string; readonly level: number } | undefined {
  const list = elementAt(numbered, 'numId')?.attributes.get('val');
  if (list === undefined) return undefined;
  return { list, level: Number(elementAt(numbered, 'ilvl')?.attributes.get('val') ?? '0') };
}

function readFootnotes(part: Element | undefined, reading: Reading): ReadonlyMap<string, string> {
  const notes = elementsOf(part ?? EMPTY, 'footnote').filter(({ attributes }) => !attributes.has('type'));
  return new Map(
    notes.map((note) => [
      note.attributes.get('id') ?? '',
      settleText(blockText(note, reading)).replaceAll('\n', ' '),
    ]),
  );
}

/** The tables in their order, each with the paragraphs that stand before it. */
function readBody(file: string, body: Element, reading: Reading): readonly Table[] {
  const tables: Table[] = [];
  let before: Cell[] = [];
  let paragraphs = 0;
  const walk = (within: Element): void => {
    for (const element of elementsOf(within)) {
      if (element.name === 'p') {
        paragraphs += 1;
        const text = settleText(paragraphText(element, reading));
        if (text !== '')
          before.push({ at: `paragraph ${paragraphs}`, row: -1, column: 0, rows: 1, columns: 1, text });
      } else if (element.name === 'tbl') {
        const name = `Table ${tables.length + 1}`;
        tables.push({ name, before, rows: readTable(file, element, name, reading) });
        before = [];
        if (tables.length > MOST_TABLES) throw new UsageError(`${file} has more than ${MOST_TABLES} tables.`);
      } else if (element.name !== 'sectPr') walk(element);
    }
  };
  walk(body);
  for (const { at, text } of before) reading.remarks.push({ kind: 'text-beside', at, words: text });
  return tables.filter(({ rows }) => rows.length > 0);
}

function readTable(file: string, table: Element, name: string, reading: Reading): readonly Row[] {
  const rows = tableRows(table);
  if (rows.length > MOST_ROWS) throw tooManyRows(file, rows.length);
  /** The cell that goes on downwards, by the column in which it begins. */
  const running = new Map<number, MutableCell>();
  const grid = rows.map((row, number) => {
    const cells: (MutableCell | undefined)[] = [];
    let column = clamp(elementAt(row, 'trPr', 'gridBefore')?.attributes.get('val') ?? '0');
    for (const [index, cell] of rowCells(row).entries()) {
      const properties = elementAt(cell, 'tcPr');
      const columns = Math.max(1, clamp(elementAt(properties, 'gridSpan')?.attributes.get('val') ?? '1'));
      const merge = elementAt(properties, 'vMerge');
      const continues = merge !== undefined && merge.attributes.get('val') !== 'restart';
      const above = running.get(column);
      const text = settleText(blockText(cell, reading)).slice(0, LONGEST_CELL);
      const fill = asFill(elementAt(properties, 'shd')?.attributes.get('fill'));
      if (continues && above && text === '') {
        above.rows = number - above.row + 1;
        for (let c = column; c < column + columns && c < MOST_COLUMNS; c += 1) cells[c] = above;
      } else {
        const made: MutableCell = {
          at: `${name}, row ${number + 1}, cell ${index + 1}`,
          row: number,
          column,
          rows: 1,
          columns,
          text,
          ...(fill === undefined ? {} : { fill }),
          ...(isAllBold(cell) ? { isBold: true } : {}),
        };
        for (let c = column; c < column + columns && c < MOST_COLUMNS; c += 1) cells[c] = made;
        if (merge) running.set(column, made);
        else running.delete(column);
      }
      column += columns;
    }
    return { number, cells };
  });
  return grid
    .map(({ number, cells }) => ({
      number,
      cells: Array.from(cells, (cell) =>
        cell && (cell.text !== '' || cell.fill !== undefined) ? cell : undefined,
      ),
    }))
    .filter(({ cells }) => cells.some((cell) => cell !== undefined && cell.text !== ''));
}

/** A number of columns, whatever a file claims. */
function clamp(written: string): number {
  const number = Math.trunc(Number(written));
  return number > 0 ? Math.min(number, MOST_COLUMNS) : 0;
}

type MutableCell = { -readonly [K in keyof Cell]: Cell[K] };

function tableRows(table: Element): readonly Element[] {
  return elementsOf(table).flatMap((element) =>
    element.name === 'tr' ? [element] : within(element, tableRows),
  );
}

function rowCells(row: Element): readonly Element[] {
  return elementsOf(row).flatMap((element) =>
    element.name === 'tc' ? [element] : within(element, rowCells),
  );
}

/** Rows and cells may be wrapped in a control for content or a custom element. */
function within(element: Element, find: (element: Element) => readonly Element[]): readonly Element[] {
  return /^(?:sdt|sdtContent|customXml|ins|moveTo)$/.test(element.name) ? find(element) : [];
}

function isAllBold(cell: Element): boolean {
  const runs = runsOf(cell).filter((run) => elementsOf(run, 't').length > 0);
  return (
    runs.length > 0 &&
    runs.every((run) => {
      const bold = elementAt(run, 'rPr', 'b');
      return bold !== undefined && !/^(?:0|false|off)$/.test(bold.attributes.get('val') ?? '');
    })
  );
}

function runsOf(element: Element): readonly Element[] {
  return elementsOf(element).flatMap((child) => (child.name === 'r' ? [child] : runsOf(child)));
}

/** The paragraphs of a cell or note, one to a line; a table within a cell as its words. */
function blockText(block: Element, reading: Reading): string {
  return elementsOf(block)
    .flatMap((element) => {
      if (element.name === 'p') return [paragraphText(element, reading)];
      if (/Pr$/.test(element.name)) return [];
      return [blockText(element, reading)];
    })
    .join('\n');
}

function paragraphText(paragraph: Element, reading: Reading): string {
  const properties = elementAt(paragraph, 'pPr');
  const style = elementAt(properties, 'pStyle')?.attributes.get('val');
  const list = listIn(elementAt(properties, 'numPr')) ?? reading.listStyles.get(style ?? '');
  const label = list && list.list !== '0' ? reading.labels.next(list.list, list.level) : '';
  const text = inlineText(paragraph, reading);
  return label === '' ? text : `${label} ${text}`;
}

function inlineText(element: Element, reading: Reading): string {
  return elementsOf(element)
    .map((child): string => {
      switch (child.name) {
        case 'r': {
          const text = inlineText(child, reading);
          return elementAt(child, 'rPr', 'vertAlign')?.attributes.get('val') === 'superscript'
            ? raise(text)
            : text;
        }
        case 't':
          return child.children.filter((part) => typeof part === 'string').join('');
        case 'tab':
          return ' ';
        case 'br':
        case 'cr':
          return '\n';
        case 'noBreakHyphen':
          return '‑';
        case 'sym':
          return symbol(child);
        case 'footnoteReference':
          return footnoteMark(child, reading);
        case 'hyperlink':
          return linkText(child, reading);
        case 'del':
        case 'moveFrom': {
          const words = settleText(deletedText(child));
          if (words !== '')
            reading.remarks.push({ kind: 'tracked-change', at: 'struck out with Track Changes', words });
          return '';
        }
        case 'drawing':
        case 'pict':
        case 'object':
          return boxText(child, reading);
        case 'rPr':
        case 'pPr':
        case 'instrText':
        case 'delText':
        case 'Fallback':
        case 'tbl':
          return '';
        case 'p':
          return `${paragraphText(child, reading)}\n`;
        default:
          return inlineText(child, reading);
      }
    })
    .join('');
}

/** Word's own symbol typefaces: of them only ticks and crosses are said, which stand for done and not done. */
function symbol({ attributes }: Element): string {
  const code = (attributes.get('char') ?? '').toLowerCase().slice(-2);
  return { fc: '✓', fe: '☑', fb: '✗', fd: '☒', a8: '☐', b7: '•' }[code] ?? '';
}

function footnoteMark({ attributes }: Element, { footnotes }: Reading): string {
  const words = footnotes.get(attributes.get('id') ?? '');
  return words === undefined || words === '' ? '' : ` (note: ${words})`;
}

function linkText(link: Element, reading: Reading): string {
  const text = inlineText(link, reading);
  const address = reading.links.get(link.attributes.get('id') ?? '');
  return address === undefined ||
    text.trim() === '' ||
    text.includes(address.replace(/^\w+:(?:\/\/)?/, '').replace(/\/$/, ''))
    ? text
    : `${text} (${address})`;
}

function deletedText(element: Element): string {
  return elementsOf(element)
    .map((child) =>
      child.name === 'delText' || child.name === 't'
        ? child.children.filter((part) => typeof part === 'string').join('')
        : deletedText(child),
    )
    .join('');
}

/** The words of a text box: those of a picture are none. */
function boxText(element: Element, reading: Reading): string {
  return elementsOf(element)
    .map((child) => (child.name === 'txbxContent' ? blockText(child, reading) : boxText(child, reading)))
    .join('');
}
