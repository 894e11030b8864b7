import { hideSigns } from './as-typed.js';
import { lexBlocks } from './lexer.js';
import { settleLines } from './lines.js';
import type { Prose } from './nodes.js';
import { readTokens } from './read-tokens.js';

/** Longer than any note or background; past it the Markdown is printed as it was written. */
export const LONGEST_PROSE = 100_000;
/** A paper nests lists and quotations a few deep; past this a text means harm. */
const DEEPEST = 20;

/**
 * Whether a text is one paragraph of plain words, in which nothing could be Markdown. Most notes are, and reading each of them takes
 * longer than all else that is done with it.
 */
export function isPlainWords(source: string): boolean {
  return !/[\n\\`*_[\]<>&!#|~@\u0000-\u001f\u007f-\u009f\u1680\u2028\u2029\u205f]|:\/\/|www\.|^\s|^(?:[-+=]|\d{1,9}[.)])/i.test(
    source,
  );
}

/** Markdown as blocks; undefined where it is so long or so nested that it is printed as it was typed. */
export function parseProse(written: string): Prose | undefined {
  if (written.length > LONGEST_PROSE || isTooNested(written)) return undefined;
  const source = hideSigns(settleLines(written));
  try {
    return readTokens(source, lexBlocks(source));
  } catch (failure) {
    // The lexer recurses; a text that exhausts it is plain text.
    if (failure instanceof RangeError) return undefined;
    throw failure;
  }
}

/** What would keep the lexer busy for minutes: lists and quotations without end. */
function isTooNested(source: string): boolean {
  return TOO_DEEP.test(source) || TOO_INDENTED.test(source) || TOO_MARKED.test(source);
}

const TOO_DEEP = new RegExp(`^(?:[ \\t]*(?:[>*+-]|\\d{1,9}[.)])){${DEEPEST},}`, 'm');
const TOO_INDENTED = new RegExp(`^ {${DEEPEST * 4},}[*+-] `, 'm');
const TOO_MARKED = new RegExp(`[[*_~]{${DEEPEST * 10},}`);
