import {
  entriesAt,
  entriesOf,
  itemsAt,
  nameIn,
  type PdfEntries,
  type PdfObjects,
  resolved,
} from './syntax.js';

/** A page, and the number of its object. */
export interface Page {
  readonly id: number;
  readonly entries: PdfEntries;
}

/** The dictionary from which everything else in the file is reached (ISO 32000-1, 7.7.2). */
export function findCatalog(objects: PdfObjects): PdfEntries {
  return entriesOf(
    [...objects.values()].find(({ value }) => nameIn(entriesOf(value), 'Type') === 'Catalog')?.value,
  );
}

/** The pages in the order in which they are turned (ISO 32000-1, 7.7.3). */
export function listPages(objects: PdfObjects): readonly Page[] {
  const below = (id: number): readonly Page[] => {
    const entries = entriesOf(objects.get(id)?.value);
    return entries.has('Kids')
      ? itemsAt(entries, 'Kids', objects).flatMap((kid) => (kid.kind === 'reference' ? below(kid.id) : []))
      : [{ id, entries }];
  };
  const root = findCatalog(objects).get('Pages');
  const pages = root?.kind === 'reference' ? below(root.id) : [];
  if (pages.length === 0 || pages.some(({ entries }) => nameIn(entries, 'Type') !== 'Page'))
    throw new Error('the pages of the PDF cannot be read');
  return pages;
}

/** What a page draws, and what it draws that with. */
export function readContent(
  { entries }: Page,
  objects: PdfObjects,
): { readonly content: string; readonly resources: PdfEntries } {
  const contents = entries.get('Contents');
  const direct = resolved(contents, objects);
  const parts = direct?.kind === 'array' ? direct.items : contents ? [contents] : [];
  const content = parts
    .map((part) => (part.kind === 'reference' ? (objects.get(part.id)?.stream ?? '') : ''))
    .join('\n');
  return { content, resources: entriesAt(entries, 'Resources', objects) };
}
