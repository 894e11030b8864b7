import { isScalar, type Scalar, visit } from 'yaml';
import type { Code } from '../diagnostics/index.js';
import type { Faulty, Line } from './faulty-text.js';

/** What was most likely meant, and where. */
interface Guess {
  readonly code?: Code;
  readonly start: number;
  readonly end: number;
  readonly message: string;
  readonly hint: string;
}

/** The usual slips, the surest first: the first that recognises itself is told. */
export const guesses: readonly ((faulty: Faulty) => Guess | undefined)[] = [
  indentingTab,
  foreignSpace,
  curlyQuotes,
  openQuote,
  openBracket,
  wordsAfterQuotes,
  unindentedBlock,
  missingDash,
  strayColon,
  missingSpace,
  wrongBeginning,
  wrongIndent,
];

function indentingTab({ text, fault }: Faulty): Guess | undefined {
  const match = /^ *\t/m.exec(text);
  if (!match) return undefined;
  const tab = match.index + match[0].length - 1;
  if (text.slice(Math.min(tab, fault.pos[0]), tab).includes('\n')) return undefined;
  return {
    code: 'yaml-tab',
    start: tab,
    end: tab + 1,
    message: 'this line is indented with a tab, which YAML does not allow',
    hint: 'Use spaces, two for each level.',
  };
}

/** Pasted from a web page or a word processor: they look like a space and a colon. */
function foreignSpace({ lines, at }: Faulty): Guess | undefined {
  for (const line of lines.slice(Math.max(0, at - 1), at + 2)) {
    const match =
      /^[ \t]*(?<space>[\u00a0\u2000-\u200b\u3000])|:(?<after>[\u00a0\u2000-\u200b\u3000])|^\s*[\w-]+(?<colon>[：﹕])/u.exec(
        line.words,
      );
    const mark = match?.groups?.['space'] ?? match?.groups?.['after'] ?? match?.groups?.['colon'];
    if (!match || mark === undefined) continue;
    const start = line.start + match.index + match[0].length - mark.length;
    return match.groups?.['colon']
      ? {
          start,
          end: start + 1,
          message: 'this looks like a colon, but is another character',
          hint: 'Delete it and type a colon and a space.',
        }
      : {
          start,
          end: start + 1,
          message: 'this looks like a space, but is another character, such as web pages use',
          hint: 'Delete it and type spaces.',
        };
  }
  return undefined;
}

function curlyQuotes({ lines, at }: Faulty): Guess | undefined {
  const line = lines[at];
  const match = line && /^(\s*(?:- )*[^\s:]+:\s+)[“”„‘’].*:/.exec(line.words);
  if (!line || !match) return undefined;
  const start = line.start + (match[1]?.length ?? 0);
  return {
    start,
    end: start + 1,
    message: 'this is a curly quotation mark of a word processor, which YAML takes for a letter',
    hint: 'Use straight quotation marks round the words: "…".',
  };
}

/** Quoted words that run on over lines which look like keys were meant to end earlier. */
function openQuote({ text, document }: Faulty): Guess | undefined {
  let open: Scalar | undefined;
  visit(document, {
    Scalar: (_key, node) => {
      if (!isScalar(node) || !node.range || (node.type !== 'QUOTE_DOUBLE' && node.type !== 'QUOTE_SINGLE'))
        return;
      if (!/\n\s*(?:- )?[^\s:"']+:(?:\s|$)/.test(text.slice(node.range[0], node.range[1]))) return;
      open = node;
      return visit.BREAK;
    },
  });
  const range = open?.range;
  if (!range) return undefined;
  const lineEnd = text.indexOf('\n', range[0]);
  return {
    start: range[0],
    end: lineEnd === -1 ? range[1] : lineEnd,
    message: 'this quotation mark is not closed on its line, and takes the lines after it for words',
    hint: `Close it at the end of the words: ${text.charAt(range[0])}…${text.charAt(range[0])}`,
  };
}

const CLOSING: Readonly<Record<string, string>> = { '[': ']', '{': '}' };

/** A bracket that is still open where the parser stopped. */
function openBracket({ text, fault, lines, at }: Faulty): Guess | undefined {
  if (!/^Flow (?:map|sequence)/.test(fault.message) && fault.code !== 'MISSING_CHAR') return undefined;
  const open: number[] = [];
  const from = lines[Math.max(0, at - 8)]?.start ?? 0;
  for (let index = from; index < fault.pos[0]; index += 1) {
    const mark = text.charAt(index);
    if (CLOSING[mark]) open.push(index);
    else if (mark === ']' || mark === '}') open.pop();
  }
  const start = open.at(-1);
  if (start === undefined) return undefined;
  const mark = text.charAt(start);
  return {
    start,
    end: start + 1,
    message: `this ${mark} is never closed`,
    hint: `Put a ${CLOSING[mark] ?? mark} where it ends.`,
  };
}

function wordsAfterQuotes({ text, fault }: Faulty): Guess | undefined {
  if (fault.code !== 'UNEXPECTED_TOKEN') return undefined;
  const [start, end] = fault.pos;
  const mark = /(["'])\s*$/.exec(text.slice(0, start))?.[1];
  if (!mark) return undefined;
  return {
    start,
    end,
    message: 'the quotation marks end before the words do',
    hint:
      mark === "'"
        ? "Quote all of the words. Inside '…' an apostrophe is written twice: 'the school''s pack'."
        : 'Quote all of the words, or put them on the next line after a |.',
  };
}

function unindentedBlock({ lines, at }: Faulty): Guess | undefined {
  const [before, line] = [lines[at - 1], lines[at]];
  const opens = before && /^\s*(?:- )*([^\s:]+):\s+[|>][+-]?\s*(?:#.*)?$/.exec(before.words);
  if (!before || !line || !opens || line.indent > before.indent) return undefined;
  if (/^\s*(?:- )?[^\s:]+:(?:\s|$)/.test(line.words)) return undefined;
  return {
    start: line.start + line.indent,
    end: line.start + line.words.length,
    message: `these are the words of '${opens[1] ?? 'the line above'}', and do not stand beneath it`,
    hint: `Indent each of their lines by ${before.indent + 2} spaces.`,
  };
}

/** An item of a list which follows on keys that are not one. */
function missingDash({ lines, at }: Faulty): Guess | undefined {
  const line = lines[at];
  if (!line || !/^\s*- /.test(line.words)) return undefined;
  let top = at;
  while ((lines[top - 1]?.indent ?? -1) > line.indent) top -= 1;
  const first = lines[top];
  if (!first || top === at) return undefined;
  if (/^\s*-/.test(first.words)) return misplaced(line, 'the other items of its list');
  return {
    start: first.start + first.indent,
    end: first.start + first.words.length,
    message: 'a dash is missing here: further down the same list has an item with one',
    hint: `Begin this line with '- ', under the dash of the others: ${' '.repeat(line.indent)}- …`,
  };
}

function strayColon({ fault, lines, at }: Faulty): Guess | undefined {
  const line = lines[at];
  const match = line && /^(\s*(?:- )*([^\s:]+):\s+[^\s"'|>[{&*!#][^:]*):(?:\s|$)/.exec(line.words);
  if (!line || !match || fault.code !== 'BLOCK_AS_IMPLICIT_KEY') return undefined;
  const start = line.start + (match[1]?.length ?? 0);
  return {
    start,
    end: start + 1,
    message: `this colon stands in the words of '${match[2] ?? ''}', and YAML takes what is before it for another key`,
    hint: `Put the words in quotes, ${match[2] ?? 'key'}: "…", or on the next line after a |.`,
  };
}

function missingSpace({ fault, lines, at }: Faulty): Guess | undefined {
  const line = lines[at];
  const match = line && /^(\s*(?:- )*([a-z][a-z-]*):)[^\s:/]/.exec(line.words);
  if (!line || !match || fault.code !== 'MULTILINE_IMPLICIT_KEY') return undefined;
  const start = line.start + (match[1]?.length ?? 0) - 1;
  return {
    start,
    end: start + 1,
    message: `a space is missing after '${match[2] ?? ''}:'`,
    hint: `Write '${match[2] ?? ''}: ' and then the value.`,
  };
}

/** Words that begin with one of YAML's own marks. */
function wrongBeginning({ fault, lines, at }: Faulty): Guess | undefined {
  const line = lines[at];
  const match = line && /^(\s*(?:- )*([^\s:]+):\s+)([-*&!%@`[{>|])/.exec(line.words);
  if (!line || !match || !['UNEXPECTED_TOKEN', 'BAD_SCALAR_START'].includes(fault.code)) return undefined;
  const start = line.start + (match[1]?.length ?? 0);
  return {
    start,
    end: start + 1,
    message: `words cannot begin with ${match[3] ?? ''}, which has a meaning of its own in YAML`,
    hint: `Put them in quotes, ${match[2] ?? 'key'}: "…", or on the next line after a |.`,
  };
}

/** A line that is deeper than the one above it, which has its value already; or a line that stands out from both its neighbours. */
function wrongIndent({ fault, lines, at }: Faulty): Guess | undefined {
  if (fault.code !== 'BLOCK_AS_IMPLICIT_KEY' && fault.code !== 'BAD_INDENT') return undefined;
  const [before, line, after] = [lines[at - 1], lines[at], lines[at + 1]];
  if (!line || !after || after.indent <= line.indent) return undefined;
  const isOdd =
    before &&
    !/^\s*- /.test(after.words) &&
    (before.indent === after.indent || (/:\s*$/.test(before.words) && line.indent <= before.indent));
  return isOdd ? misplaced(line, 'the lines above and below it') : misplaced(after, 'the line above it');
}

function misplaced(line: Line, neighbours: string): Guess {
  return {
    start: line.start + line.indent,
    end: line.start + line.words.length,
    message: `this line does not begin under ${neighbours}`,
    hint: 'Begin it exactly under the lines that it belongs with. Where it belongs beneath another key, see that the line with that key is there.',
  };
}
