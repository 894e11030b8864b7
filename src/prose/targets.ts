import { decodeEntities } from './entities.js';
import { DEEPEST } from './nesting.js';

/** Where a link leads, and the words that its title has. */
export interface Target {
  readonly address: string;
  readonly title: string;
  readonly end: number;
}

// Bounded, so that brackets which are opened and never closed are not searched to the end again and again.
const POINTED = /<((?:\\.|[^<>\\\n]){0,2000})>/y;
const TITLE =
  /"((?:\\[\s\S]|[^"\\]){0,1000})"|'((?:\\[\s\S]|[^'\\]){0,1000})'|\(((?:\\[\s\S]|[^()\\]){0,1000})\)/y;
const LONGEST_ADDRESS = 2_000;
const GAP = /[ \t]*(?:\n[ \t]*)?/y;

/** `(address "title")` after the words of a link. */
export function readTarget(text: string, from: number): Target | undefined {
  if (text[from] !== '(') return undefined;
  const start = gapAfter(text, from + 1);
  const address = readAddress(text, start);
  if (!address) return undefined;
  const gap = gapAfter(text, address.end);
  const title = gap > address.end ? readTitle(text, gap) : undefined;
  const end = title ? gapAfter(text, title.end) : gap;
  return text[end] === ')'
    ? { address: address.address, title: title?.title ?? '', end: end + 1 }
    : undefined;
}

/** An address that stands by itself or between `<` and `>`; in the former, brackets come in pairs. */
export function readAddress(text: string, from: number): Omit<Target, 'title'> | undefined {
  if (text[from] === '<') {
    POINTED.lastIndex = from;
    const match = POINTED.exec(text);
    return match ? { address: unescaped(match[1] ?? ''), end: from + match[0].length } : undefined;
  }
  let at = from;
  let open = 0;
  for (; at < text.length && at - from <= LONGEST_ADDRESS; at += 1) {
    const character = text[at] ?? '';
    if (/[\s\u0000-\u001f]/.test(character)) break;
    if (character === '\\' && /[!-/:-@[-`{-~]/.test(text[at + 1] ?? '')) at += 1;
    else if (character === '(') {
      open += 1;
      if (open > DEEPEST) return undefined;
    } else if (character === ')') {
      if (open === 0) break;
      open -= 1;
    }
  }
  return open === 0 && at - from <= LONGEST_ADDRESS
    ? { address: unescaped(text.slice(from, at)), end: at }
    : undefined;
}

/** A title in quotation marks or brackets. */
export function readTitle(text: string, from: number): Omit<Target, 'address'> | undefined {
  TITLE.lastIndex = from;
  const match = TITLE.exec(text);
  return match
    ? { title: unescaped(match[1] ?? match[2] ?? match[3] ?? ''), end: from + match[0].length }
    : undefined;
}

/** The label of a link, by which it finds its definition. */
export function asLabel(words: string): string {
  return words.trim().replace(/\s+/g, ' ').toLowerCase();
}

function gapAfter(text: string, from: number): number {
  GAP.lastIndex = from;
  return from + (GAP.exec(text)?.[0].length ?? 0);
}

function unescaped(written: string): string {
  return decodeEntities(written.replace(/\\([!-/:-@[-`{-~])/g, '$1'));
}
