import { compareText } from './text.js';

/**
 * Order of references as a person expects it: runs of digits by their number, everything else as `compareText` has it. So R2 comes before
 * R10, and 1.2 before 1.10. Ours, because a locale's order differs between machines.
 */
export function compareReferences(a: string, b: string): number {
  const left = splitParts(a);
  const right = splitParts(b);
  for (let at = 0; at < Math.min(left.length, right.length); at += 1) {
    const order = compareParts(left[at] ?? '', right[at] ?? '');
    if (order !== 0) return order;
  }
  return left.length - right.length || compareText(a, b);
}

function splitParts(reference: string): readonly string[] {
  return reference.match(/\d+|\D+/g) ?? [];
}

function compareParts(a: string, b: string): number {
  const bothDigits = /^\d/.test(a) && /^\d/.test(b);
  if (!bothDigits) return compareText(a, b);
  const [left, right] = [a.replace(/^0+(?=\d)/, ''), b.replace(/^0+(?=\d)/, '')];
  return left.length - right.length || compareText(left, right);
}
