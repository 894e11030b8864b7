import type { Lexer, Token, Tokens } from 'marked';
import { showSigns, showSignsInAddress } from './as-typed.js';
import { decodeEntities } from './entities.js';
import { isDefinition, isReference, lexWords } from './lexer.js';
import { findUnevenTables, findUnlisted, splitCells } from './lines.js';
import type { Align, Block, Footnote, Inline, Item, Prose, Row, Stretch } from './nodes.js';

/** How far beyond its block a piece is looked for: it may be in a list, whose marks are in no token. */
const REACH = 2_000;
/** Enough of a piece to know its place by. */
const KNOWN_BY = 60;

/** A text on its way to blocks. */
interface Reading {
  readonly source: string;
  readonly lexer: Lexer;
  readonly footnotes: Map<string, Footnote>;
  /** The marks in the text, and those in each footnote. */
  marks: string[];
  readonly marksIn: Map<Footnote, readonly string[]>;
  readonly unevenTables: Stretch[];
  readonly unlisted: Stretch[];
  /** Up to here the text has been read. */
  at: number;
}

/** The tokens of a text as blocks, with the places of those of which something may be said. */
export function readTokens(
  source: string,
  { blocks: tokens, lexer }: { readonly blocks: readonly Token[]; readonly lexer: Lexer },
): Prose {
  const reading: Reading = {
    source,
    lexer,
    footnotes: new Map(),
    marks: [],
    marksIn: new Map(),
    unevenTables: [],
    unlisted: [],
    at: 0,
  };
  let at = 0;
  const blocks = tokens.flatMap((token) => {
    reading.at = at;
    at += token.raw.length;
    return readBlock(token, reading);
  });
  const { footnotes, unevenTables, unlisted } = reading;
  return { blocks, footnotes, reached: findReached(reading), unevenTables, unlisted };
}

/** Footnotes to which a mark in the text leads, or one in another such footnote. */
function findReached({ footnotes, marks, marksIn }: Reading): ReadonlySet<Footnote> {
  const reached = new Set<Footnote>();
  const waiting = [...marks];
  for (let name = waiting.pop(); name !== undefined; name = waiting.pop()) {
    const footnote = footnotes.get(name);
    if (!footnote || reached.has(footnote)) continue;
    reached.add(footnote);
    waiting.push(...(marksIn.get(footnote) ?? []));
  }
  return reached;
}

/** Where a piece stands, looked for from what has been read. */
function locate(raw: string, reading: Reading): Stretch {
  const words = raw.trim();
  const known = (words.split('\n', 1)[0] ?? '').slice(0, KNOWN_BY);
  const found = reading.source.slice(reading.at, reading.at + REACH + known.length).indexOf(known);
  const start = found < 0 ? reading.at : reading.at + found;
  return { start, end: Math.min(reading.source.length, Math.max(start + 1, start + words.length)) };
}

function readBlock(token: Token, reading: Reading): readonly Block[] {
  if (isDefinition(token)) return [readFootnote(token.name, token.raw, token.tokens, reading)];
  if (isList(token)) return [readList(token, reading)];
  if (isTable(token)) return [readTable(token, reading)];
  switch (token.type) {
    case 'space':
    case 'def':
    case 'checkbox':
      return [];
    case 'hr':
      return [{ kind: 'rule' }];
    case 'code':
      return [{ kind: 'code', text: showSigns(codeOf(token)) }];
    case 'blockquote':
      return [{ kind: 'quote', blocks: childrenOf(token).flatMap((inner) => readBlock(inner, reading)) }];
    case 'heading': {
      const where = locate(token.raw, reading);
      const level = 'depth' in token ? Number(token['depth']) : 1;
      return [{ kind: 'heading', level, inlines: readWords(token, reading), ...where }];
    }
    default: {
      const { start } = locate(token.raw, reading);
      reading.unlisted.push(...findUnlisted(token.raw.trimEnd(), start));
      reading.unevenTables.push(...findUnevenTables(token.raw.trimEnd(), start));
      return [{ kind: 'paragraph', inlines: readWords(token, reading) }];
    }
  }
}

/** Code, led by what is behind its fence: elsewhere that names a language, here it may be any words. */
function codeOf(token: Token): string {
  const words = 'lang' in token && typeof token['lang'] === 'string' ? token['lang'].trim() : '';
  const text = 'text' in token ? String(token['text']) : token.raw;
  return words === '' ? text : `${words}\n${text}`;
}

function readFootnote(name: string, raw: string, tokens: readonly Token[], reading: Reading): Footnote {
  const where = locate(raw, reading);
  const outer = reading.marks;
  reading.marks = [];
  const blocks = tokens.flatMap((token) => readBlock(token, reading));
  const footnote: Footnote = { kind: 'footnote', name, blocks, ...where };
  reading.marksIn.set(footnote, reading.marks);
  reading.marks = outer;
  if (!reading.footnotes.has(name)) reading.footnotes.set(name, footnote);
  return footnote;
}

function readList(list: Tokens.List, reading: Reading): Block {
  const typed = list.items.map(({ raw }) => /^\s*(?:(\d{1,9})([.)]))?/.exec(raw));
  const numbers = typed.map((match) => (match?.[1] === undefined ? undefined : Number(match[1])));
  // A list whose numbers are all the same is counted; any other has the numbers that were typed.
  const isCounted = numbers.length > 1 && new Set(numbers).size === 1;
  const items = list.items.map((item, index): Item => {
    const first = numbers[index];
    const number = first === undefined ? undefined : isCounted ? first + index : first;
    return {
      label:
        number === undefined ? '•' : `${isCounted ? number : typed[index]?.[1]}${typed[index]?.[2] ?? '.'}`,
      number,
      task: item.task ? (item.checked ? 'done' : 'open') : undefined,
      blocks: item.tokens.flatMap((token) => readBlock(token, reading)),
    };
  });
  const isLoose = list.loose || list.items.some(({ loose }) => loose);
  return { kind: 'list', isOrdered: list.ordered, isLoose, items };
}

/** A row has as many cells as the table has columns: what was typed beyond is printed in the last. */
function readTable(table: Tokens.Table, reading: Reading): Block {
  const [head = '', , ...lines] = table.raw.trimEnd().split('\n');
  const columns = table.header.length;
  const readRow = (line: string): Row => {
    const where = locate(line, reading);
    const cells = splitCells(line);
    const texts = Array.from({ length: columns }, (_, column) => {
      const cell = cells[column];
      if (!cell) return '';
      const isLast = column === columns - 1 && cells.length > columns;
      return isLast ? line.slice(cell.from).replace(/[ \t]*\|?[ \t]*$/, '') : cell.text;
    });
    reading.at = where.start;
    const read = texts.map((text) =>
      readInlines(lexWords(reading.lexer, text.trim().replaceAll('\\|', '|')), reading),
    );
    reading.at = where.end;
    return { cells: read, typed: cells.length, ...where };
  };
  return {
    kind: 'table',
    aligns: table.align.map((align): Align => align ?? undefined),
    head: readRow(head),
    rows: lines.map(readRow),
  };
}

/** The words of a block that has tokens of its own, or only a text. */
function readWords(token: Token, reading: Reading): readonly Inline[] {
  const tokens = 'tokens' in token ? token.tokens : undefined;
  if (tokens) return readInlines(tokens, reading);
  return [{ kind: 'text', text: wordsOf(token) }];
}

function readInlines(tokens: readonly Token[], reading: Reading): readonly Inline[] {
  return tokens.flatMap((token) => readInline(token, reading));
}

function readInline(token: Token, reading: Reading): readonly Inline[] {
  if (isReference(token)) {
    const where = locate(token.raw, reading);
    reading.at = where.end;
    reading.marks.push(token.name);
    return [{ kind: 'mark', name: token.name, text: token.raw, ...where }];
  }
  switch (token.type) {
    case 'checkbox':
      return [];
    case 'strong':
      return [{ kind: 'strong', children: readWords(token, reading) }];
    case 'em':
      return [{ kind: 'emphasis', children: readWords(token, reading) }];
    case 'del':
      return [{ kind: 'struck', children: readWords(token, reading) }];
    case 'codespan':
      return [{ kind: 'code', text: showSigns('text' in token ? String(token['text']) : token.raw) }];
    case 'br':
      return [{ kind: 'break' }];
    case 'html': {
      if (/^<br[ \t]*\/?>$/i.test(token.raw.trim())) return [{ kind: 'break' }];
      const where = locate(token.raw, reading);
      reading.at = where.end;
      return [{ kind: 'tag', text: showSigns(token.raw), ...where }];
    }
    case 'link':
    case 'image':
      return [readLink(token, reading)];
    default: {
      const tokens = 'tokens' in token ? token.tokens : undefined;
      return tokens && tokens.length > 0
        ? readInlines(tokens, reading)
        : [{ kind: 'text', text: wordsOf(token) }];
    }
  }
}

function readLink(token: Token, reading: Reading): Inline {
  const where = locate(token.raw, reading);
  const address = 'href' in token ? showSignsInAddress(String(token['href'])) : '';
  const title =
    'title' in token && typeof token['title'] === 'string' ? decodeEntities(showSigns(token['title'])) : '';
  reading.at = where.start;
  const children = readWords(token, reading);
  reading.at = Math.max(reading.at, where.end);
  return token.type === 'image'
    ? { kind: 'image', path: address, title, children, ...where }
    : { kind: 'link', address, title, children, ...where };
}

function wordsOf(token: Token): string {
  const text = 'text' in token ? String(token['text']) : token.raw;
  return decodeEntities(showSigns(text.replace(/ *\n[ \t]*/g, ' ')));
}

function childrenOf(token: Token): readonly Token[] {
  return 'tokens' in token ? (token.tokens ?? []) : [];
}

function isTable(token: Token): token is Tokens.Table {
  return token.type === 'table';
}

function isList(token: Token): token is Tokens.List {
  return token.type === 'list';
}
