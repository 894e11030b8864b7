/** Elements that keep white space as written (`white-space: pre-wrap` in paper.css), and so must not be given any by a template's layout. */
const KEEPS_SPACES = new Set(['p', 'li', 'td', 'th', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6']);

/** Elements that are within a line: a line break beside them is a space. Beside all others it means nothing. */
const INLINE = new Set(
  'a abbr b bdi bdo cite code data del dfn em i img ins kbd mark q s samp small span strong sub sup svg time u use var wbr'.split(
    ' ',
  ),
);

/** Elements whose text must be left as it is. */
const VERBATIM = new Set(['style', 'pre', 'script', 'textarea', 'title']);

/** Comments, tags (with `>` allowed in quoted attributes), and the text between them. */
const PIECES = /<!--[\s\S]*?-->|<(?:[^<>"']|"[^"]*"|'[^']*')*>|[^<]+|</g;

/** A page's comments, tags and the text between them, in order. */
export function splitPieces(html: string): readonly string[] {
  return html.match(PIECES) ?? [];
}

/**
 * Settles the line breaks of a rendered page. Paragraphs and cells keep white space as written, so that words at the end of a line stay
 * apart in the PDF's text; whoever writes a template may break its lines wherever he likes all the same.
 */
export function collapseLayoutWhitespace(html: string): string {
  const pieces = splitPieces(html);
  const settled: string[] = [];
  const open: string[] = [];
  let keeping = 0;
  let verbatim: string | undefined;
  for (const [index, piece] of pieces.entries()) {
    const tag = readTag(piece);
    if (tag !== undefined) {
      if (verbatim === undefined && VERBATIM.has(tag.name) && !tag.isEnd) verbatim = tag.name;
      else if (verbatim === tag.name && tag.isEnd) verbatim = undefined;
      if (verbatim === undefined && KEEPS_SPACES.has(tag.name)) {
        if (!tag.isEnd) open.push(tag.name);
        else if (open.at(-1) === tag.name) open.pop();
        keeping = open.length;
      }
      settled.push(piece);
    } else if (verbatim !== undefined || keeping === 0 || !piece.includes('\n') || piece.startsWith('<')) {
      settled.push(piece);
    } else {
      settled.push(collapseText(piece, isInline(pieces[index - 1]), isInline(pieces[index + 1])));
    }
  }
  return settled.join('');
}

/** A line break with the indentation round it is one space between words, and nothing at the edge of a block. */
function collapseText(text: string, isInlineBefore: boolean, isInlineAfter: boolean): string {
  const isBlank = text.replace(/[ \t\r\n]+/g, '') === '';
  if (isBlank) return isInlineBefore && isInlineAfter ? ' ' : '';
  return text
    .replace(/^[ \t\r]*\n[ \t\r\n]*/, isInlineBefore ? ' ' : '')
    .replace(/[ \t\r]*\n[ \t\r\n]*$/, isInlineAfter ? ' ' : '')
    .replace(/[ \t\r]*\n[ \t\r\n]*/g, ' ');
}

function isInline(piece: string | undefined): boolean {
  const tag = piece === undefined ? undefined : readTag(piece);
  return tag !== undefined && INLINE.has(tag.name);
}

function readTag(piece: string): { readonly name: string; readonly isEnd: boolean } | undefined {
  if (!piece.startsWith('<')) return undefined;
  const found = /^<(\/?)([a-z][a-z0-9]*)/i.exec(piece);
  return found ? { name: (found[2] ?? '').toLowerCase(), isEnd: found[1] === '/' } : undefined;
}
