/** What a byte from 128 to 159 is in Windows-1252; the others are what they are in Unicode. */
const WINDOWS = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

const HIGH = `[\u0080-\u00bf${WINDOWS}]`;
const GARBLED = new RegExp(`[ÂÃÄÅ]${HIGH}|â${HIGH}{2}|ð${HIGH}{3}|â€(?!${HIGH})`, 'gu');
const decoder = new TextDecoder('utf-8', { fatal: true });

/** A piece of a text that was read in the wrong encoding, and what it was before; a quotation mark may have lost its last part. */
export interface Garbled {
  readonly text: string;
  readonly meant: string | undefined;
  readonly index: number;
}

/** Pieces of a text that another program wrote in one encoding and read in another: `Â£` for `£`. */
export function findGarbled(text: string): readonly Garbled[] {
  if (!/[ÂÃÄÅâð]/.test(text)) return [];
  return [...text.matchAll(GARBLED)].flatMap(({ 0: piece, index }): readonly Garbled[] => {
    if (piece === 'â€') return [{ text: piece, meant: undefined, index }];
    const meant = decodeAgain(piece);
    return meant === undefined ? [] : [{ text: piece, meant, index }];
  });
}

function decodeAgain(piece: string): string | undefined {
  const bytes = Array.from(piece, (character) => {
    const place = WINDOWS.indexOf(character);
    return place === -1 ? character.charCodeAt(0) : 128 + place;
  });
  try {
    return decoder.decode(Uint8Array.from(bytes));
  } catch {
    return undefined;
  }
}
