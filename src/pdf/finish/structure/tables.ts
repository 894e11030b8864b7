import { Name } from '../syntax/values.js';
import { putOutside } from './prune.js';
import { type Element, elementOf, everyElement, type Kid, type Paper, textOf } from './tree.js';

/** Gives each table its head and its body. */
export function settleTables(paper: Paper): void {
  for (const table of everyElement(paper.root)) {
    if (table.type !== 'Table') continue;
    const kids = table.kids.flatMap(rowsWithin);
    const rows = kids.filter((kid) => isOfType(kid, 'TR'));
    const heads = headsOf(rows);
    const body = rows.slice(heads.length);
    table.kids = [
      ...kids.filter((kid) => !isOfType(kid, 'TR')),
      ...(heads.length > 0 ? [elementOf('THead', heads)] : []),
      ...(body.length > 0 ? [elementOf('TBody', body)] : []),
    ];
  }
}

/** A row, or the rows in a group of them. */
function rowsWithin(kid: Kid): readonly Kid[] {
  if (kid.kind !== 'element' || !['NonStruct', 'THead', 'TBody', 'TFoot'].includes(kid.type)) return [kid];
  return kid.kids.some((inner) => isOfType(inner, 'TR')) ? kid.kids.flatMap(rowsWithin) : [kid];
}

/** Rows at the top all of whose cells are headings of columns. */
function isHead(row: Kid): boolean {
  return (
    row.kind === 'element' &&
    row.kids.length > 0 &&
    row.kids.every(
      (cell) =>
        cell.kind === 'element' &&
        cell.type === 'TH' &&
        cell.attributes.get('Table')?.get('Scope') === Name.of('Column'),
    )
  );
}

/** The rows at the top of a table which head its columns. */
function headsOf(rows: readonly Kid[]): readonly Kid[] {
  const body = rows.findIndex((row) => !isHead(row));
  return body === -1 ? rows : rows.slice(0, body);
}

/**
 * What a table's head says again on later pages, or at the top of the next column, is no part of the text. Run while each run of text still
 * has an element of its own: more marks than one are then the same words printed again.
 */
export function dropRepeatedHeads(paper: Paper): void {
  for (const table of everyElement(paper.root)) {
    if (table.type !== 'Table') continue;
    const rows = table.kids.flatMap(rowsWithin).filter((kid) => isOfType(kid, 'TR'));
    for (const head of headsOf(rows))
      for (const element of head.kind === 'element' ? everyElement(head) : []) keepFirst(element, paper);
  }
}

function keepFirst(element: Element, paper: Paper): void {
  const said = new Set<string>();
  element.kids = element.kids.filter((kid) => {
    if (kid.kind !== 'mark') return true;
    const words = textOf(kid, paper.contents).trim();
    if (!said.has(words)) {
      said.add(words);
      return true;
    }
    putOutside(paper, kid, 'repeated');
    return false;
  });
}

export function isOfType(kid: Kid, type: string): kid is Element {
  return kid.kind === 'element' && kid.type === type;
}
