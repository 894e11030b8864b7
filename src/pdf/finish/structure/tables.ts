import { Name } from '../syntax/values.js';
import { putOutside } from './prune.js';
import { type Element, elementOf, everyElement, type Kid, type Paper } from './tree.js';

/** Gives each table its head and its body, and the head only once, however many pages it is printed on. */
export function settleTables(paper: Paper): void {
  for (const table of everyElement(paper.root)) {
    if (table.type !== 'Table') continue;
    const kids = table.kids.flatMap(rowsWithin);
    const rows = kids.filter((kid) => isOfType(kid, 'TR'));
    const heads = rows.slice(
      0,
      rows.findIndex((row) => !isHead(row)) === -1 ? rows.length : rows.findIndex((row) => !isHead(row)),
    );
    for (const head of heads) keepFirstPage(head, paper);
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

/** What a table's head says again on later pages is no part of the text. */
function keepFirstPage(head: Kid, paper: Paper): void {
  if (head.kind !== 'element') return;
  const elements = everyElement(head);
  const pages = elements.flatMap(({ kids }) => kids.flatMap((kid) => (kid.kind === 'mark' ? kid.page : [])));
  const first = Math.min(...pages);
  for (const element of elements)
    element.kids = element.kids.filter((kid) => {
      if (kid.kind !== 'mark' || kid.page === first) return true;
      putOutside(paper, kid, 'repeated');
      return false;
    });
}

export function isOfType(kid: Kid, type: string): kid is Element {
  return kid.kind === 'element' && kid.type === type;
}
