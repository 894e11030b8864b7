/**
 * Lettering: which characters the shipped typeface can draw.
 *
 * In: text. Out: the characters that no shipped font has, and what is printed in their place. A character without a glyph would be set in
 * whatever font the machine has, differently on each. `model/` asks in order to warn, `html/` in order to print. It reads no disk.
 */
export { fontsFor, type MissingCharacter, missingCharacters, printable } from './characters.js';
