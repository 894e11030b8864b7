import { splitPieces } from './whitespace.js';

/** Elements whose text is not set in lines on the page, or is not HTML. */
const APART = /^<(\/?)(?:style|title|script|textarea|svg)[\s>]/i;

const MONTHS = 'January|February|March|April|May|June|July|August|September|October|November|December';
const DATE = new RegExp(`\\b(?:due )?(?:\\d{1,2} )?(?:${MONTHS}) \\d{4}\\b`, 'g');
/** The reference at the head of a row. */
const ROW_HEAD = /^<th\b[^>]*\bscope="row"/;
/** So many letters fit into the narrowest column for references. */
const SHORT = 7;
/** An address, or what could begin one: each run of such characters is read once, however long it is. */
const ADDRESS = /[\w.+-]+(?:@[\w-]+(?:\.[\w-]+)+)?/g;

/**
 * A page in which no line ends within a date, or between it and what is due then, and within an e-mail address only before its @ and after its full stops. Spaces stay plain ones, so that a
 * search for the date finds it.
 */
export function keepTogether(html: string): string {
  let isApart = false;
  let isReference = false;
  return splitPieces(html)
    .map((piece) => {
      if (piece.startsWith('<')) {
        const found = APART.exec(piece);
        if (found) isApart = found[1] === '';
        isReference = ROW_HEAD.test(piece);
        return piece;
      }
      if (isApart) return piece;
      return isReference ? brokenReference(piece) : breakAddresses(piece.replace(DATE, unbroken));
    })
    .join('');
}

/** "SC / 18" is one word; a long reference ends a line after its strokes and hyphens. */
function brokenReference(reference: string): string {
  return reference.length <= SHORT
    ? unbroken(reference)
    : reference.replace(/(?<=[^\s/-][/-])(?=[^\s/-])/g, '<wbr>');
}

function unbroken(words: string): string {
  return `<span class="unbroken">${words}</span>`;
}

function breakAddresses(words: string): string {
  if (!words.includes('@')) return words;
  return words.replace(ADDRESS, (run) =>
    run.includes('@') ? unbroken(run.replace('@', '<wbr>@').replace(/\.(?=.)/g, '.<wbr>')) : run,
  );
}
