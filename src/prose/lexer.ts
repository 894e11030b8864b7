import { Lexer, Marked, type Token } from 'marked';

/** A mark of a footnote: `[^1]`. */
export interface FootnoteReference {
  readonly type: 'footnoteReference';
  readonly raw: string;
  readonly name: string;
}

/** A footnote: `[^1]: words`. */
export interface FootnoteDefinition {
  readonly type: 'footnoteDefinition';
  readonly raw: string;
  readonly name: string;
  readonly tokens: Token[];
}

/** `[^1]: words`, which go on in lines that are indented, after a blank line by four spaces at least. */
const DEFINITION =
  /^\[\^([^\]\s]{1,60})\]:[ \t]*([^\n]*(?:\n(?: {2,}|\t)[^\n]*\S[^\n]*|(?:\n[ \t]*)+\n(?: {4,}|\t)[^\n]*\S[^\n]*)*)(?:\n+|$)/;

/** The lines of a footnote by the indentation of the least indented of them. */
function unindented(lines: readonly string[]): readonly string[] {
  const settled = lines.map((line) => line.replaceAll('\t', '    '));
  const indents = settled.flatMap((line) =>
    line.trim() === '' ? [] : [line.length - line.trimStart().length],
  );
  return settled.map((line) => line.slice(Math.min(...indents)));
}

// An instance of our own: marked's global one could be changed by anybody.
const markdown = new Marked({
  gfm: true,
  // HTML prints as text, and the Markdown beside it as Markdown.
  tokenizer: { html: () => undefined },
  extensions: [
    {
      name: 'footnoteDefinition',
      level: 'block',
      // Asked for each paragraph: no further than its end, or the time grows with the square of the text.
      start: (source) => {
        const index = source.search(/\n(?:[ \t]*\n|\[\^)/);
        return source.startsWith('\n[^', index) ? index + 1 : undefined;
      },
      tokenizer(source) {
        const match = DEFINITION.exec(source);
        if (!match) return undefined;
        const [first = '', ...more] = (match[2] ?? '').split('\n');
        const tokens: Token[] = [];
        this.lexer.blockTokens([first.trim(), ...unindented(more)].join('\n'), tokens);
        return { type: 'footnoteDefinition', raw: match[0], name: match[1] ?? '', tokens };
      },
    },
    {
      name: 'footnoteReference',
      level: 'inline',
      start: (source) => source.indexOf('[^'),
      tokenizer(source) {
        const match = /^\[\^([^\]\s]{1,60})\]/.exec(source);
        return match ? { type: 'footnoteReference', raw: match[0], name: match[1] ?? '' } : undefined;
      },
    },
  ],
});

/**
 * marked looks for the end of each sign through the rest of a paragraph, so that its time grows with the square of the paragraph. No
 * paragraph of a paper is longer than this; a longer one is read in pieces.
 */
const LONGEST_PIECE = 3_000;

/** Blocks as tokens, each with its words as tokens. */
export function lexBlocks(source: string): { readonly blocks: readonly Token[]; readonly lexer: Lexer } {
  const lexer = new Lexer(markdown.defaults);
  lexer.blockTokens(source, lexer.tokens);
  // Reading one may put others behind it.
  for (const { src, tokens } of lexer.inlineQueue) lexWords(lexer, src, tokens);
  lexer.inlineQueue = [];
  return { blocks: lexer.tokens, lexer };
}

/** The words of a paragraph or cell as tokens. */
export function lexWords(lexer: Lexer, source: string, tokens: Token[] = []): readonly Token[] {
  for (const piece of piecesOf(source)) lexer.inlineTokens(piece, tokens);
  return tokens;
}

function piecesOf(source: string): readonly string[] {
  if (source.length <= LONGEST_PIECE) return [source];
  const pieces: string[] = [];
  let from = 0;
  while (source.length - from > LONGEST_PIECE) {
    const piece = source.slice(from, from + LONGEST_PIECE);
    const cut = Math.max(piece.lastIndexOf('. ') + 2, piece.lastIndexOf('\n') + 1);
    const word = piece.lastIndexOf(' ') + 1;
    const length = cut > LONGEST_PIECE / 2 ? cut : word > LONGEST_PIECE / 2 ? word : LONGEST_PIECE;
    pieces.push(source.slice(from, from + length));
    from += length;
  }
  return [...pieces, source.slice(from)];
}

export function isDefinition(token: Token): token is Token & FootnoteDefinition {
  return token.type === 'footnoteDefinition';
}

export function isReference(token: Token): token is Token & FootnoteReference {
  return token.type === 'footnoteReference';
}
