import { Marked, type Token, type Tokens } from 'marked';

/** Longer than any note or background; past it the Markdown is printed as it was written. */
export const LONGEST_PROSE = 100_000;
/** A paper nests lists and quotations a few deep; past this a text means harm. */
const DEEPEST = 20;

/** A reference to a footnote: `[^1]`. */
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

// An instance of our own: marked's global one could be changed by anybody.
const markdown = new Marked({
  gfm: true,
  extensions: [
    {
      name: 'footnoteDefinition',
      level: 'block',
      start: (source) => /^\[\^[^\]\s]+\]:/m.exec(source)?.index,
      tokenizer(source) {
        const match = /^\[\^([^\]\s]{1,60})\]:[ \t]*([^\n]*(?:\n(?: {2,}|\t)[^\n]+)*)(?:\n+|$)/.exec(source);
        if (!match) return undefined;
        const words = (match[2] ?? '').replace(/\n[ \t]+/g, ' ').trim();
        return {
          type: 'footnoteDefinition',
          raw: match[0],
          name: match[1] ?? '',
          tokens: this.lexer.inlineTokens(words),
        };
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
 * Whether a text is one paragraph of plain words, in which nothing could be Markdown. Most notes are, and lexing each of them takes
 * longer than all else that is done with it.
 */
export function isPlainWords(source: string): boolean {
  return !/[\n\\`*_[\]<>&!#|~@\u0000-\u001f\u007f]|:\/\/|www\.|^\s|^(?:[-+=]|\d{1,9}[.)])/i.test(source);
}

/** Markdown as tokens; undefined where it is so long or so nested that it is printed as plain text. */
export function tokensOf(source: string): readonly Token[] | undefined {
  if (source.length > LONGEST_PROSE || isTooNested(source)) return undefined;
  try {
    return markdown.lexer(harmless(source));
  } catch (failure) {
    // The lexer recurses; a text that exhausts it is plain text.
    if (failure instanceof RangeError) return undefined;
    throw failure;
  }
}

/** Control characters have no place on a page. */
export function harmless(source: string): string {
  return source.replace(/[\u0000-\u0008\u000b-\u001f\u007f]/g, '');
}

/** What would keep the lexer busy for minutes: lists and quotations without end, and brackets that are opened and never closed. */
function isTooNested(source: string): boolean {
  const unclosed = (source.match(/\[/g)?.length ?? 0) - (source.match(/\]/g)?.length ?? 0);
  return (
    unclosed > DEEPEST * 10 || TOO_DEEP.test(source) || TOO_INDENTED.test(source) || TOO_MARKED.test(source)
  );
}

const TOO_DEEP = new RegExp(`^(?:[ \\t]*(?:[>*+-]|\\d{1,9}[.)])){${DEEPEST},}`, 'm');
const TOO_INDENTED = new RegExp(`^ {${DEEPEST * 4},}[*+-] `, 'm');
const TOO_MARKED = new RegExp(`[[*_~]{${DEEPEST * 10},}`);

/** Whether a token is a footnote of ours. */
export function isDefinition(token: Token): token is Token & FootnoteDefinition {
  return token.type === 'footnoteDefinition';
}

/** Whether a token refers to a footnote. */
export function isReference(token: Token): token is Token & FootnoteReference {
  return token.type === 'footnoteReference';
}

/** Every token below these, themselves included. */
export function* everyToken(tokens: readonly Token[]): Iterable<Token> {
  for (const token of tokens) {
    yield token;
    if (isTable(token)) {
      for (const cell of [...token.header, ...token.rows.flat()]) yield* everyToken(cell.tokens);
    } else if (isList(token)) yield* everyToken(token.items);
    else if ('tokens' in token && token.tokens) yield* everyToken(token.tokens);
  }
}

export function isTable(token: Token): token is Tokens.Table {
  return token.type === 'table';
}

export function isList(token: Token): token is Tokens.List {
  return token.type === 'list';
}
