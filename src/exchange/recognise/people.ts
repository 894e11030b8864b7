import { isKeyLike } from '../../model/index.js';

/** Cells of one column, so that what stands alone in one tells how another is to be split. */
export interface OwnersSeen {
  readonly alone: ReadonlySet<string>;
}

/** The owners that stand alone in a cell of the column. */
export function ownersSeen(cells: readonly string[]): OwnersSeen {
  return { alone: new Set(cells.filter((text) => !/[\n;,/&]| and /.test(text)).map(fold)) };
}

/** Who is named in a cell; more than one only where a line, a semicolon or what other cells say parts them. */
export function readOwners(
  text: string,
  { alone }: OwnersSeen,
): { readonly owners: readonly string[]; readonly isGuess: boolean } {
  const sure = text
    .split(/\s*(?:\n|;)\s*/)
    .map((part) => part.replace(/^[•·*–-]\s+/, '').trim())
    .filter((part) => part !== '');
  const owners = sure.flatMap((part) => splitByOthers(part, alone));
  return { owners: owners.map(asOwner), isGuess: owners.length > 1 };
}

function splitByOthers(part: string, alone: ReadonlySet<string>): readonly string[] {
  for (const sign of [/\s*\/\s*/, /\s*,\s*/, /\s*&\s*/, /\s+and\s+/]) {
    const pieces = part.split(sign).filter((piece) => piece !== '');
    if (pieces.length < 2) continue;
    const isInitials = pieces.every((piece) => /^[A-Z]{2,4}$/.test(piece));
    if (isInitials || pieces.every((piece) => alone.has(fold(piece)))) return pieces;
  }
  return [part];
}

function fold(text: string): string {
  return text.trim().toLowerCase().replace(/\s+/g, ' ');
}

/** Small letters without a space would be taken for an officer's key. */
export function asOwner(words: string): string {
  const plain = words.replace(/\s+/g, ' ').trim();
  if (!isKeyLike(plain)) return plain;
  return plain.length <= 3 || /\d/.test(plain)
    ? plain.toUpperCase()
    : plain.charAt(0).toUpperCase() + plain.slice(1);
}
