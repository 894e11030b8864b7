/** Order by UTF-16 code units, as JavaScript itself compares texts. A locale's order would differ between machines. */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
