import type { Item } from './types.js';

/** How the names of an item's papers begin: `06-childrens-services-update`. */
export function itemName({ number, title, exempt }: Pick<Item, 'number' | 'title' | 'exempt'>): string {
  const padded = number.replace(/^\d+/, (digits) => digits.padStart(2, '0'));
  // The name of an exempt item's file must not say what it is about, and the members' copy is no exception: names are in lists and logs.
  return `${makeSlug(padded)}-${exempt ? 'exempt-item' : makeSlug(title)}`;
}

/** What may follow in the name of a file: the part of a split paper, another day, the members' copy. */
const ENDINGS = /^(?:-appendix-[a-z])?(?:-as-at-\d{4}-\d{2}-\d{2})?(?:-confidential)?$/;

/** Whether two items could give a file of one name. */
export function shareName(one: string, other: string): boolean {
  const [short, long] = one.length <= other.length ? [one, other] : [other, one];
  return long.startsWith(short) && ENDINGS.test(long.slice(short.length));
}

/** Apostrophes and accents are dropped, other marks become one hyphen; never a name that a disk would not take. */
export function makeSlug(words: string): string {
  const slug = words
    .normalize('NFKD')
    .replace(/[\u0300-\u036f'’‘`]/g, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
  return slug.slice(0, 80).replace(/-+$/, '') || 'paper';
}
