import { type Found, readBare, readMail, readPointed } from './autolinks.js';
import { LINE_ENDS } from './characters.js';
import { type Content, stretchOf } from './content.js';
import { type Run, runBetween, settleEmphasis } from './emphasis.js';
import { decodeEntities } from './entities.js';
import { DEEPEST, depthOf, within } from './nesting.js';
import type { Definition, Inline } from './nodes.js';
import { asLabel, readTarget, type Target } from './targets.js';

/** What the links and footnotes of a text share. */
export interface Shared {
  readonly definitions: ReadonlyMap<string, Definition>;
  readonly used: Set<Definition>;
  /** Takes the name of a footnote that a mark speaks of. */
  readonly mark: (name: string) => void;
}

/** A `[` or `![` that may open a link or picture. */
interface Bracket {
  readonly isImage: boolean;
  readonly at: number;
  readonly piece: number;
}

/** A text on its way to pieces. */
interface Reading {
  readonly content: Content;
  readonly text: string;
  readonly shared: Shared;
  readonly pieces: (Inline | Run)[];
  readonly brackets: Bracket[];
  /** Of these first brackets none may open a link, since a link stands within them. */
  closedTo: number;
  /** What is printed as typed begins here and has not become a piece yet. */
  from: number;
  /** Up to here a path such as S:\teams is being read, in which a backslash is what it is. */
  pathTo: number;
  /** Where runs of backticks stand, by their length; made when the first is met. */
  backticks: Map<number, number[]> | undefined;
  isWithoutComment: boolean;
}

const SPECIAL = new RegExp(`[\\\\\`*_~[\\]!<&@\\n${LINE_ENDS}]|https?://|www\\.`, 'gi');
const MARK = /\[\^([^\]\s]{1,60})\]/y;
const ENTITY = /&(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z][a-z\d]{1,31});/iy;
const BREAK_TAG = /<br[ \t]*\/?>/iy;
const TAG = /<(?:\/?[a-z][^<>\n]{0,2000}|[!?][^<>\n]{0,2000})>/iy;
const LABEL = /\[((?:\\[\s\S]|[^\\[\]]){0,999})\]/y;
const UNC = /\\\\[\p{L}\p{N}]/uy;

/** The pieces of a paragraph, heading or cell. Every step goes forward, so that they grow with the text. */
export function readInlines(content: Content, shared: Shared): readonly Inline[] {
  const { text } = content;
  const reading: Reading = {
    content,
    text,
    shared,
    pieces: [],
    brackets: [],
    closedTo: 0,
    from: 0,
    pathTo: 0,
    backticks: undefined,
    isWithoutComment: false,
  };
  const special = new RegExp(SPECIAL);
  for (let match = special.exec(text); match; match = special.exec(text)) {
    special.lastIndex = readSpecial(reading, match[0], match.index);
  }
  flush(reading, text.length);
  return settleEmphasis(reading.pieces);
}

/** Reads what stands at a sign, and says where to go on. */
function readSpecial(reading: Reading, sign: string, at: number): number {
  switch (sign) {
    case '\\':
      return readBackslash(reading, at);
    case '`':
      return readCode(reading, at);
    case '*':
    case '_':
    case '~':
      return readRun(reading, sign, at);
    case '[':
      return readMark(reading, at) ?? openBracket(reading, at, false);
    case '!':
      return reading.text[at + 1] === '[' && reading.text[at + 2] !== '^'
        ? openBracket(reading, at, true)
        : at + 1;
    case ']':
      return closeBracket(reading, at);
    case '<':
      return readPointedBracket(reading, at);
    case '&':
      return readEntity(reading, at);
    case '@':
      return placeFound(reading, readMail(reading.text, at, reading.from), at);
    case '\n':
      return readLineEnd(reading, at);
    default:
      return sign.length === 1
        ? place(reading, at, at + 1, { kind: 'break' })
        : placeFound(reading, readBare(reading.text, at), at);
  }
}

/** What was printed as typed up to here becomes a piece. */
function flush(reading: Reading, to: number): void {
  if (to > reading.from) reading.pieces.push({ kind: 'text', text: reading.text.slice(reading.from, to) });
  reading.from = to;
}

function place(reading: Reading, start: number, end: number, piece: Inline | Run): number {
  flush(reading, start);
  reading.pieces.push(piece);
  reading.from = end;
  return end;
}

function readBackslash(reading: Reading, at: number): number {
  const { text } = reading;
  const next = text[at + 1] ?? '';
  if (next === '\n') return place(reading, at, at + 2, { kind: 'break' });
  if (at < reading.pathTo) return at + 1;
  if (beginsPath(text, at)) {
    const rest = /\s/g;
    rest.lastIndex = at;
    reading.pathTo = rest.exec(text)?.index ?? text.length;
    return at + 1;
  }
  return /[!-/:-@[-`{-~]/.test(next) ? place(reading, at, at + 2, { kind: 'text', text: next }) : at + 1;
}

/** `S:\` or `\\server`. */
function beginsPath(text: string, at: number): boolean {
  UNC.lastIndex = at;
  if (UNC.test(text)) return !/[\p{L}\p{N}\\]/u.test(text[at - 1] ?? '');
  return /(?:^|[^\p{L}\p{N}])[a-z]:$/iu.test(text.slice(Math.max(0, at - 3), at));
}

function readCode(reading: Reading, at: number): number {
  const { text } = reading;
  reading.backticks ??= backticksOf(text);
  const length = runLength(text, at);
  const start = at + length;
  const places = reading.backticks.get(length) ?? [];
  // The runs are met in order, so those before this one are done with.
  while (places.length > 0 && (places.at(-1) ?? 0) < start) places.pop();
  const end = places.at(-1);
  if (end === undefined) return start;
  const words = text.slice(start, end).replaceAll('\n', ' ');
  const isPadded = words.startsWith(' ') && words.endsWith(' ') && words.trim() !== '';
  return place(reading, at, end + length, { kind: 'code', text: isPadded ? words.slice(1, -1) : words });
}

/** Where the runs of each length stand, the last first. */
function backticksOf(text: string): Map<number, number[]> {
  const found = new Map<number, number[]>();
  for (const { 0: run, index } of text.matchAll(/`+/g)) {
    const places = found.get(run.length);
    if (places) places.push(index);
    else found.set(run.length, [index]);
  }
  for (const places of found.values()) places.reverse();
  return found;
}

function runLength(text: string, at: number): number {
  let end = at + 1;
  while (text[end] === text[at]) end += 1;
  return end - at;
}

function readRun(reading: Reading, sign: string, at: number): number {
  const { text } = reading;
  const end = at + runLength(text, at);
  const before = String.fromCodePoint(text.codePointAt(isPairEnd(text, at - 1) ? at - 2 : at - 1) ?? 32);
  const after = String.fromCodePoint(text.codePointAt(end) ?? 32);
  const run = runBetween(sign, end - at, at === 0 ? '' : before, after);
  return run.opens || run.closes ? place(reading, at, end, run) : end;
}

function isPairEnd(text: string, at: number): boolean {
  const unit = text.charCodeAt(at);
  return unit >= 0xdc00 && unit <= 0xdfff;
}

function readMark(reading: Reading, at: number): number | undefined {
  MARK.lastIndex = at;
  const match = MARK.exec(reading.text);
  if (!match) return undefined;
  const [text, name = ''] = match;
  const end = at + text.length;
  reading.shared.mark(name);
  return place(reading, at, end, { kind: 'mark', name, text, ...stretchOf(reading.content, at, end) });
}

function openBracket(reading: Reading, at: number, isImage: boolean): number {
  const end = at + (isImage ? 2 : 1);
  flush(reading, at);
  reading.brackets.push({ isImage, at, piece: reading.pieces.length });
  return place(reading, at, end, { kind: 'text', text: reading.text.slice(at, end) });
}

/** A `]` makes a link or picture of what stands before it, if an address or a definition's label follows. */
function closeBracket(reading: Reading, at: number): number {
  const { brackets, text } = reading;
  const bracket = brackets.pop();
  const isClosed = brackets.length < reading.closedTo;
  reading.closedTo = Math.min(reading.closedTo, brackets.length);
  if (!bracket || (isClosed && !bracket.isImage)) return at + 1;
  const target = readTarget(text, at + 1) ?? readReference(reading, bracket, at);
  if (!target) return at + 1;
  flush(reading, at);
  const pieces = reading.pieces.splice(bracket.piece + 1);
  const children = settleEmphasis(pieces);
  if (depthOf(children) >= DEEPEST) {
    for (const child of children) reading.pieces.push(child);
    return at + 1;
  }
  reading.pieces.pop();
  const { address, title, end } = target;
  const where = { title, children, ...stretchOf(reading.content, bracket.at, end) };
  reading.pieces.push(
    within(
      bracket.isImage ? { kind: 'image', path: address, ...where } : { kind: 'link', address, ...where },
    ),
  );
  reading.from = end;
  if (!bracket.isImage) reading.closedTo = brackets.length;
  return end;
}

/** `[words][label]`, `[label][]` or `[label]`, where there is such a definition. */
function readReference(reading: Reading, bracket: Bracket, at: number): Target | undefined {
  const { definitions, used } = reading.shared;
  if (definitions.size === 0) return undefined;
  LABEL.lastIndex = at + 1;
  const match = LABEL.exec(reading.text);
  const start = bracket.at + (bracket.isImage ? 2 : 1);
  const own = at - start <= 999 ? reading.text.slice(start, at) : '';
  const definition = definitions.get(asLabel(match?.[1]?.trim() ? match[1] : own));
  if (!definition) return undefined;
  used.add(definition);
  return {
    address: definition.address,
    title: definition.title,
    end: at + 1 + (match ? match[0].length : 0),
  };
}

function placeFound(reading: Reading, found: Found | undefined, at: number): number {
  if (!found || found.start < reading.from) return at + 1;
  const { address, text, start, end } = found;
  const children: readonly Inline[] = [{ kind: 'text', text }];
  const where = stretchOf(reading.content, start, end);
  return place(reading, start, end, within({ kind: 'link', address, title: '', children, ...where }));
}

function readPointedBracket(reading: Reading, at: number): number {
  const { text, content } = reading;
  BREAK_TAG.lastIndex = at;
  const lineBreak = BREAK_TAG.exec(text);
  if (lineBreak) return place(reading, at, at + lineBreak[0].length, { kind: 'break' });
  const found = readPointed(text, at);
  if (found) return placeFound(reading, found, at);
  const end = endOfTag(reading, at);
  return end === undefined
    ? at + 1
    : place(reading, at, end, { kind: 'tag', text: text.slice(at, end), ...stretchOf(content, at, end) });
}

function endOfTag(reading: Reading, at: number): number | undefined {
  const { text } = reading;
  if (text.startsWith('<!--', at) && !reading.isWithoutComment) {
    const end = text.indexOf('-->', at + 4);
    if (end !== -1) return end + 3;
    reading.isWithoutComment = true;
  }
  TAG.lastIndex = at;
  const match = TAG.exec(text);
  return match ? at + match[0].length : undefined;
}

function readEntity(reading: Reading, at: number): number {
  ENTITY.lastIndex = at;
  const entity = ENTITY.exec(reading.text)?.[0];
  const text = entity === undefined ? undefined : decodeEntities(entity);
  if (entity === undefined || text === undefined || text === entity) return at + 1;
  return place(reading, at, at + entity.length, { kind: 'text', text });
}

/** A line's end is a space; two spaces before it make it a break. */
function readLineEnd(reading: Reading, at: number): number {
  const { text } = reading;
  let start = at;
  while (start > reading.from && /[ \t]/.test(text[start - 1] ?? '')) start -= 1;
  const isBreak = at - start >= 2 && text.slice(at - 2, at) === '  ';
  return place(reading, start, at + 1, isBreak ? { kind: 'break' } : { kind: 'text', text: ' ' });
}
