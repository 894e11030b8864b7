import { decodeText, isArray, Name, Text } from '../../syntax/values.js';
import { markAsArtifact } from './prune.js';
import { type Element, everyElement, type Kid, makeElement, type TaggedDocument, textOf } from './tree.js';

/** Gives each table its head and its body. */
export function settleTables(paper: TaggedDocument): void {
  for (const table of everyElement(paper.root)) {
    if (table.type !== 'Table') continue;
    const kids = table.kids.flatMap(rowsWithin);
    const rows = kids.filter((kid) => isOfType(kid, 'TR'));
    headByRow(rows);
    const heads = headsOf(rows);
    const body = rows.slice(heads.length);
    table.kids = [
      ...kids.filter((kid) => !isOfType(kid, 'TR')),
      ...(heads.length > 0 ? [makeElement('THead', heads)] : []),
      ...(body.length > 0 ? [makeElement('TBody', body)] : []),
    ];
  }
}

/**
 * Of a cell over several columns Chromium names the heading of the first alone, which is not what the cell is about; where its row has a
 * heading, that is what is heard.
 */
function headByRow(rows: readonly Kid[]): void {
  const cells = rows.flatMap((row) => (row.kind === 'element' ? row.kids : []));
  const wide = cells.flatMap((cell) => {
    const attribute = isOfType(cell, 'TD') ? cell.attributes.get('Table') : undefined;
    return attribute?.has('ColSpan') && attribute.has('Headers') ? [attribute] : [];
  });
  if (wide.length === 0) return;
  const ofRows = new Set(
    cells.flatMap((cell) =>
      isOfType(cell, 'TH') && cell.id && cell.attributes.get('Table')?.get('Scope') === Name.of('Row')
        ? [decodeText(cell.id)]
        : [],
    ),
  );
  for (const attribute of wide) {
    const headers = attribute.get('Headers');
    const kept = isArray(headers)
      ? headers.filter((id) => id instanceof Text && ofRows.has(decodeText(id)))
      : [];
    if (kept.length > 0) attribute.set('Headers', kept);
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
export function dropRepeatedHeads(paper: TaggedDocument): void {
  for (const table of everyElement(paper.root)) {
    if (table.type !== 'Table') continue;
    const rows = table.kids.flatMap(rowsWithin).filter((kid) => isOfType(kid, 'TR'));
    for (const head of headsOf(rows))
      for (const element of head.kind === 'element' ? everyElement(head) : []) keepFirst(element, paper);
  }
}

function keepFirst(element: Element, paper: TaggedDocument): void {
  const said = new Set<string>();
  element.kids = element.kids.filter((kid) => {
    if (kid.kind !== 'mark') return true;
    const words = textOf(kid, paper.contents).trim();
    if (!said.has(words)) {
      said.add(words);
      return true;
    }
    markAsArtifact(paper, kid, 'repeated');
    return false;
  });
}

export function isOfType(kid: Kid, type: string): kid is Element {
  return kid.kind === 'element' && kid.type === type;
}
