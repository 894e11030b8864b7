import { hasRightToLeft, rightToLeftIn } from '../glyphs/index.js';
import { splitPieces } from './whitespace.js';

/** Elements whose text is not set in lines on the page, or is not HTML. */
const APART = /^<(\/?)(?:style|title|script|textarea)[\s>]/i;

/**
 * A page in which every passage from right to left is in an element of its own, `bdi`: digits and signs beside an Arabic or Hebrew name
 * would otherwise be drawn as part of it, and the English round it in another order (HTML, 4.5.24).
 */
export function isolatePassages(html: string): string {
  if (!hasRightToLeft(html)) return html;
  let isApart = false;
  return splitPieces(html)
    .map((piece) => {
      if (piece.startsWith('<')) {
        const found = APART.exec(piece);
        if (found) isApart = found[1] === '';
        return piece;
      }
      return isApart ? piece : isolate(piece, '<bdi>', '</bdi>');
    })
    .join('');
}

/** The same for words that no element can be in, such as those of a style sheet: RIGHT-TO-LEFT ISOLATE and POP DIRECTIONAL ISOLATE. */
export function isolateInStyles(text: string): string {
  return isolate(text.replace(/[\u2066-\u2069]/g, ''), '\u2067', '\u2069');
}

function isolate(text: string, before: string, behind: string): string {
  const passages = rightToLeftIn(text);
  if (passages.length === 0) return text;
  const parts: string[] = [];
  let at = 0;
  for (const { start, end } of passages) {
    parts.push(text.slice(at, start), before, text.slice(start, end), behind);
    at = end;
  }
  return parts.join('') + text.slice(at);
}
