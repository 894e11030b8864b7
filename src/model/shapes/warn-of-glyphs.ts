import { factsOf } from '../../diagnostics/index.js';
import { missingCharacters } from '../../glyphs/index.js';
import { findGarbled } from '../../markdown/index.js';
import { placeWithin, type SourceText } from '../../source/index.js';
import type { Reading } from './shape.js';

/** More than this many different characters in one text are counted, not listed. */
const LISTED = 5;

/** A character without a glyph would be set in whatever font the machine has, differently on each; it is printed as its number instead. */
export function warnOfGlyphs(node: SourceText, reading: Reading): void {
  // A backslash that made a control character is reported already.
  const isEscaped = node.doubts.some(({ code }) => code === 'yaml-escape');
  const missing = gathered(
    missingCharacters(node.text).filter(({ character }) => !isEscaped || !/\p{Cc}/u.test(character)),
    ({ character }) => character,
  );
  for (const { found, times, others } of missing) {
    const { character, index } = found;
    const number = `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
    reading.report({
      code: 'glyph-missing',
      severity: 'warning',
      span: placeWithin(node, reading.document.text, index, index + character.length),
      message: `the paper's typeface has no character '${character}' (${number})${countWords(times, others)}`,
      hint: `It will be printed as [${number}]; write it in words instead.`,
    });
  }
  for (const { found, times, others } of gathered(findGarbled(node.text), ({ text }) => text)) {
    const { text, meant, index } = found;
    reading.report({
      code: 'text-garbled',
      severity: factsOf('text-garbled').level,
      span: placeWithin(node, reading.document.text, index, index + text.length),
      message:
        meant === undefined
          ? `'${text}' was probably a quotation mark or a dash${countWords(times, others)}`
          : `'${text}' was probably '${meant}'${countWords(times, others)}`,
      hint: `Another program garbled it when the text was copied. Write ${meant === undefined ? 'what was meant' : `'${meant}'`} instead.`,
    });
  }
}

/** The first of each kind with its number, and of many kinds only the first with the number of the others. */
function gathered<T>(
  all: readonly T[],
  kindOf: (found: T) => string,
): readonly { readonly found: T; readonly times: number; readonly others: number }[] {
  const kinds = new Map<string, { readonly found: T; times: number; readonly others: number }>();
  for (const found of all) {
    const known = kinds.get(kindOf(found));
    if (known) known.times += 1;
    else kinds.set(kindOf(found), { found, times: 1, others: 0 });
  }
  const different = [...kinds.values()];
  return different.length <= LISTED
    ? different
    : different.slice(0, 1).map((kind) => ({ ...kind, others: different.length - 1 }));
}

function countWords(times: number, others: number): string {
  const more = others === 0 ? '' : `; this text has ${others} more of this kind`;
  return `${times === 1 ? '' : ` (${times} times)`}${more}`;
}
