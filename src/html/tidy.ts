/** Elements whose line breaks may be dropped: between them a space means nothing. All others keep one. */
const INLINE = new Set([
  'a',
  'abbr',
  'b',
  'cite',
  'code',
  'del',
  'em',
  'i',
  'img',
  'ins',
  'kbd',
  'mark',
  'q',
  's',
  'small',
  'span',
  'strong',
  'sub',
  'sup',
  'svg',
  'time',
  'u',
  'use',
]);

/**
 * Settles the line breaks of a rendered page. Pages keep white space as written (`white-space: pre-wrap`), so that words at the end of a
 * line stay apart in the PDF's text; whoever writes a template may break its lines as he likes all the same.
 */
export function settledSpaces(html: string): string {
  let settled = '';
  let verbatim: string | undefined;
  let before: string | undefined;
  for (const [piece] of html.matchAll(/<!--[\s\S]*?-->|<[^>]*>|[^<]+/g)) {
    if (piece.startsWith('<')) {
      const name = /^<\/?([a-z0-9]+)/i.exec(piece)?.[1]?.toLowerCase();
      if (verbatim === undefined && (name === 'style' || name === 'pre') && !piece.startsWith('</'))
        verbatim = name;
      else if (verbatim !== undefined && name === verbatim && piece.startsWith('</')) verbatim = undefined;
      // A space that was held back stands only between inline neighbours.
      if (
        settled.endsWith('\n') &&
        name !== undefined &&
        INLINE.has(name) &&
        before !== undefined &&
        INLINE.has(before)
      )
        settled = `${settled.slice(0, -1)} `;
      before = name;
      settled += piece;
    } else if (verbatim !== undefined) settled += piece;
    else settled += settledText(piece, before);
  }
  return settled;
}

function settledText(piece: string, before: string | undefined): string {
  if (!piece.includes('\n')) return piece;
  if (piece.trim() === '') return '\n';
  const isAfterBlock = before === undefined || !INLINE.has(before);
  return piece
    .replace(/^\s*\n\s*/, isAfterBlock ? '' : ' ')
    .replace(/\s*\n\s*$/, '')
    .replace(/\s*\n\s*/g, ' ');
}
