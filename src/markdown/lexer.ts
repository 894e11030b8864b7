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
/** So much behind a piece is looked at, to see which signs belong together: a cut falls between them. */
const AHEAD = 3_000;

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
  for (const piece of splitPieces(lexer, source)) lexer.inlineTokens(piece, tokens);
  return tokens;
}

function splitPieces(lexer: Lexer, source: string): readonly string[] {
  const pieces: string[] = [];
  let from = 0;
  while (source.length - from > LONGEST_PIECE) {
    const length = pieceLength(lexer, source, from);
    pieces.push(source.slice(from, from + length));
    from += length;
  }
  return [...pieces, source.slice(from)];
}

/** As far as a piece goes: to the last space of words without a mark, or to the beginning or the end of a mark. */
function pieceLength(lexer: Lexer, source: string, from: number): number {
  let seen = source.slice(from, from + LONGEST_PIECE + AHEAD);
  let { at, token } = tokenAtCut(lexer, seen);
  // A mark may go on behind what was looked at.
  while (token && token.type !== 'text' && at + token.raw.length === seen.length) {
    if (at > LONGEST_PIECE / 2 || from + seen.length >= source.length) break;
    seen = source.slice(from, from + 2 * seen.length);
    ({ at, token } = tokenAtCut(lexer, seen));
  }
  if (!token) return LONGEST_PIECE;
  if (token.type === 'text') return at + cutInWords(token.raw, LONGEST_PIECE - at);
  return at > LONGEST_PIECE / 2 ? at : at + token.raw.length;
}

/** The token that reaches over the longest piece, and where it begins. */
function tokenAtCut(lexer: Lexer, words: string): { readonly at: number; readonly token: Token | undefined } {
  let at = 0;
  for (const token of tokensAhead(lexer, words)) {
    if (at + token.raw.length > LONGEST_PIECE) return { at, token };
    at += token.raw.length;
  }
  return { at, token: undefined };
}

/** Reads words without remembering that they were read. */
function tokensAhead(lexer: Lexer, words: string): readonly Token[] {
  const state = { ...lexer.state };
  const tokens = lexer.inlineTokens(words, []);
  lexer.state = state;
  return tokens;
}

/** Where words without a mark are cut: after a sentence, a line or a word, otherwise between two letters. */
function cutInWords(words: string, longest: number): number {
  const piece = words.slice(0, longest);
  const sentence = Math.max(piece.lastIndexOf('. ') + 2, piece.lastIndexOf('\n') + 1);
  const word = piece.lastIndexOf(' ') + 1;
  const least = longest - LONGEST_PIECE / 2;
  if (sentence > 1 && sentence > least) return sentence;
  if (word > 0 && word > least) return word;
  for (let at = longest; at > 0 && at > least; at -= 1) {
    if (/^[\p{L}\p{N}]{2}$/u.test(words.slice(at - 1, at + 1))) return at;
  }
  // Before the words there is a mark, or they are signs alone.
  return least <= 0 ? 0 : longest;
}

export function isDefinition(token: Token): token is Token & FootnoteDefinition {
  return token.type === 'footnoteDefinition';
}

export function isReference(token: Token): token is Token & FootnoteReference {
  return token.type === 'footnoteReference';
}
