/**
 * Order of references as a person expects it: runs of digits by their number, everything else by code point. So R2 comes before
 * R10, and 1.2 before 1.10. Ours, because a locale's order differs between machines.
 */
export function byReference(a: string, b: string): number {
  const left = partsOf(a);
  const right = partsOf(b);
  for (let at = 0; at < Math.min(left.length, right.length); at += 1) {
    const order = byPart(left[at] ?? '', right[at] ?? '');
    if (order !== 0) return order;
  }
  return left.length - right.length || byCodePoint(a, b);
}

function partsOf(reference: string): readonly string[] {
  return reference.match(/\d+|\D+/g) ?? [];
}

function byPart(a: string, b: string): number {
  const bothDigits = /^\d/.test(a) && /^\d/.test(b);
  if (!bothDigits) return byCodePoint(a, b);
  const [left, right] = [a.replace(/^0+(?=\d)/, ''), b.replace(/^0+(?=\d)/, '')];
  return left.length - right.length || byCodePoint(left, right);
}

/** Order by code point, the same on every machine. */
export function byCodePoint(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
