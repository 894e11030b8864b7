import { makeDict, Name } from '../../syntax/values.js';
import {
  type Element,
  everyElement,
  type Kid,
  makeElement,
  setAttributes,
  type TaggedDocument,
  textOf,
} from './tree.js';

/** How a list is numbered, by the label of an item (ISO 32000-1, table 347). */
const NUMBERINGS: readonly (readonly [label: RegExp, numbering: string])[] = [
  [/^[•‣◦–—▪●-]$/u, 'Disc'],
  [/^\(?\d+[.)]$/, 'Decimal'],
  [/^\(?[ivx]{2,}[.)]$/, 'LowerRoman'],
  [/^\(?[a-z]{1,2}[.)]$/, 'LowerAlpha'],
  [/^\(?[A-Z]{1,2}[.)]$/, 'UpperAlpha'],
];

/** Parts the label of each item from its words, as PDF/UA wants it (ISO 14289-1, 7.6). */
export function settleLists(paper: TaggedDocument): void {
  for (const list of everyElement(paper.root)) {
    if (list.type !== 'L') continue;
    list.kids = list.kids.map((kid) =>
      kid.kind === 'element' && ['LI', 'L', 'Caption'].includes(kid.type) ? kid : makeElement('LI', [kid]),
    );
    const labels = list.kids.flatMap((kid) =>
      kid.kind === 'element' && kid.type === 'LI' ? (settleItem(kid, paper) ?? []) : [],
    );
    const numbering = readNumbering(labels[0] ?? '');
    if (numbering) setAttributes(list, 'List', makeDict({ ListNumbering: Name.of(numbering) }));
  }
}

/** Gives an item its label and its body; returns the label's words. */
function settleItem(item: Element, paper: TaggedDocument): string | undefined {
  const [first, ...rest] = item.kids;
  if (!first || isElement(first, 'LBody')) return undefined;
  const words = textOf(first, paper.contents).trim();
  const isLabel = isElement(first, 'Lbl') || (rest.length > 0 && readNumbering(words) !== undefined);
  if (!isLabel) {
    item.kids = [makeElement('LBody', item.kids)];
    return undefined;
  }
  const label = isElement(first, 'Lbl') ? first : makeElement('Lbl', [first]);
  item.kids = rest.length > 0 ? [label, makeElement('LBody', rest)] : [label];
  return words;
}

function isElement(kid: Kid, type: string): kid is Element {
  return kid.kind === 'element' && kid.type === type;
}

function readNumbering(label: string): string | undefined {
  return NUMBERINGS.find(([pattern]) => pattern.test(label))?.[1];
}
