import type { Document, ParsedNode, YAMLError } from 'yaml';

/** One line of a faulty text. */
export interface Line {
  readonly words: string;
  /** Where it begins in the text. */
  readonly start: number;
  /** How many spaces stand before its words. */
  readonly indent: number;
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
