import type { IsoDate } from './calendar/index.js';
import type { Item, Meeting } from './model/index.js';
import type { PaperPart } from './view/index.js';

/** The folder of a meeting's papers: `2018-02-19-culture-and-community`. */
export function paperFolder({ date, panel }: Meeting): string {
  return `${date}-${slugOf(panel)}`;
}

/** A paper's file without its ending: `06-childrens-services-update`, with what sets this copy apart from the usual one. */
export function paperFile({
  item,
  part,
  asAt,
  isConfidential,
}: {
  readonly item: Item;
  readonly part: PaperPart;
  readonly asAt: IsoDate | undefined;
  readonly isConfidential: boolean;
}): string {
  const number = item.number.replace(/^\d+/, (digits) => digits.padStart(2, '0'));
  // The name of an exempt item's file must not say what it is about, and the members' copy is no exception: names stand in lists and logs.
  const title = item.exempt ? 'exempt-item' : slugOf(item.title);
  return [
    slugOf(number),
    title,
    ...(part === 'whole' || part === 'cover' ? [] : [part]),
    ...(asAt ? [`as-at-${asAt}`] : []),
    ...(isConfidential ? ['confidential'] : []),
  ].join('-');
}

/** Apostrophes and accents are dropped, other marks become one hyphen; never a name that a disk would not take. */
export function slugOf(words: string): string {
  const slug = words
    .normalize('NFKD')
    .replace(/[\u0300-\u036f'’‘`]/g, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
  return slug.slice(0, 80).replace(/-+$/, '') || 'paper';
}
