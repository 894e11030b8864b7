/**
 * Glyphs: which characters the shipped typefaces can draw, and which of them are written from right to left.
 *
 * In: text. Out: the characters that no shipped font has, and what is printed in their place. `model/` asks in order to warn, `html/` in order to print.
 */
export {
  fontsFor,
  missingCharacters,
  printable,
} from './characters.js';
export type { FontCoverage } from './coverage.js';
export { hasRightToLeft, rightToLeftIn } from './right-to-left.js';
