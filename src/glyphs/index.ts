/**
 * Glyphs: which characters the shipped typefaces can draw, and which of them are written from right to left.
 *
 * In: text. Out: the characters that no shipped font has, what is printed in their place, and where passages from right to left stand. A character without a glyph would be set in
 * whatever font the machine has, differently on each. `model/` asks in order to warn, `html/` in order to print. It reads no disk.
 */
export {
  fontsFor,
  missingCharacters,
  type NeededFont,
  printable,
} from './characters.js';
export { hasRightToLeft, rightToLeftIn } from './right-to-left.js';
