import type { Document, ParsedNode, YAMLError } from 'yaml';
import { type Code, nearest } from '../diagnostics/index.js';
import { KEYS } from './register-keys.js';

/** One line of a faulty text. */
export interface Line {
  readonly words: string;
  /** Where it begins in the text. */
  readonly start: number;
  /** How many spaces are before its words. */
  readonly indent: number;
}

/** What a line says that begins with a key. */
export interface KeyLine {
  readonly key: string;
  /** Where the key begins, dashes before it counted. */
  readonly column: number;
  /** What is after the colon, without a comment. */
  readonly value: string;
  /** Whether it is one of the register's own keys, or a reference; otherwise it could be words too. */
  readonly isSure: boolean;
  readonly isReference: boolean;
}

/** A text that the parser refused, as the guesses look at it. */
export interface Faulty {
  readonly text: string;
  readonly fault: YAMLError;
  readonly document: Document.Parsed<ParsedNode>;
  /** The lines that say something: neither empty nor only a comment. */
  readonly lines: readonly Line[];
  /** Which of these the parser stopped at; the last before it where that one says nothing. */
  readonly at: number;
}

/** A faulty text with its lines laid out. */
export function faultyText(text: string, fault: YAMLError, document: Document.Parsed<ParsedNode>): Faulty {
  const lines: Line[] = [];
  let start = 0;
  for (const words of text.split('\n')) {
    if (/^\s*[^\s#]/.test(words)) {
      lines.push({ words: words.replace(/\r$/, ''), start, indent: /^ */.exec(words)?.[0].length ?? 0 });
    }
    start += words.length + 1;
  }
  const after = lines.findIndex((line) => line.start > fault.pos[0]);
  return { text, fault, document, lines, at: Math.max(0, (after === -1 ? lines.length : after) - 1) };
}

const KEY_LINE = /^( *(?:- +)*)("[^"]*"|'[^']*'|[^\s:#"'[{|>][^:]*):(?:[ \t]+(.*))?$/;

/** A line as a key and its value; undefined where it is an item without a key, or words that happen to have a colon. */
export function readKeyLine({ words }: Line): KeyLine | undefined {
  const [, before = '', key = '', value = ''] = KEY_LINE.exec(words) ?? [];
  const isReference = !KEYS.has(key) && isReferenceLike(key);
  const isSure = isReference || isKnown(key);
  if (key === '' || (!isSure && !/^[a-z][\w-]*$/.test(key))) return undefined;
  return {
    key,
    column: before.length,
    value: value.replace(/(?:^|\s+)#.*$/, '').trimEnd(),
    isSure,
    isReference,
  };
}

/** One of the register's own keys, the council's own, or one of some length that is nearly so. */
function isKnown(key: string): boolean {
  return (
    KEYS.has(key) || /^x-|^["']/.test(key) || (/^[a-z-]{6,}$/.test(key) && nearest(key, KEYS) !== undefined)
  );
}

/** As councils write them: with a digit and without sentences. */
function isReferenceLike(key: string): boolean {
  return (
    /\d/.test(key) &&
    key.split(/,\s*/).every((one) => !/\s/.test(one) || /^[A-Z]\w*\.? \S+(?: \S+)?$/.test(one))
  );
}

/** What was most likely meant, and where. */
export interface Guess {
  readonly code?: Code;
  readonly start: number;
  readonly end: number;
  readonly message: string;
  readonly hint: string;
  /** What to put in place of what is there, where only one thing can be right. */
  readonly fix?: { readonly start: number; readonly end: number; readonly text: string };
}
