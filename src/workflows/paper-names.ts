import type { IsoDate } from '../calendar/index.js';
import { type Item, itemName, type Meeting, makeSlug } from '../model/index.js';
import type { PaperPart } from '../view/index.js';

/** The folder of a meeting's papers: `2018-02-19-culture-and-community`. */
export function paperFolder({ date, panel }: Meeting): string {
  return `${date}-${makeSlug(panel.key)}`;
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
  return [
    itemName(item),
    ...(part === 'whole' || part === 'cover' ? [] : [part]),
    ...(asAt ? [`as-at-${asAt}`] : []),
    ...(isConfidential ? ['confidential'] : []),
  ].join('-');
}
