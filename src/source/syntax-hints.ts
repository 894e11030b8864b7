import { isScalar, visit } from 'yaml';
import { foreignSpaces } from './foreign-spaces.js';
import {
  colonInWords,
  commentInBrackets,
  commentInWords,
  dashWithoutSpace,
  itemWithoutDash,
  keyOutOfColumn,
  wordsNotIndented,
} from './layout-guesses.js';
import { KEYS } from './register-keys.js';
import type { Faulty, Guess, Line } from './syntax-error-context.js';

/** Common mistakes, most certain first; the first that matches is reported. */
export const guesses: readonly ((faulty: Faulty) => Guess | undefined)[] = [
  indentingTab,
  foreignSpace,
  foreignColon,
  curlyQuotes,
  openQuote,
  commentInBrackets,
  openBracket,
  wordsAfterQuotes,
  missingSpace,
  dashWithoutSpace,
  wordsNotIndented,
  commentInWords,
  itemWithoutDash,
  missingDash,
  strayColon,
  colonInWords,
  keyOutOfColumn,
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

/** Pasted from a web page or a word processor: they look like spaces. */
function foreignSpace({ text, lines, at }: Faulty): Guess | undefined {
  const [first, last] = [lines[Math.max(0, at - 1)], lines[at + 1] ?? lines[at]];
  if (!first || !last) return undefined;
  return foreignSpaces(text, first.start, last.start + last.words.length);
}

function foreignColon({ lines, at }: Faulty): Guess | undefined {
  for (const line of lines.slice(Math.max(0, at - 1), at + 2)) {
    const before = /^\s*(?:- +)*[\w-]+(?=[：﹕])/u.exec(line.words)?.[0];
    if (before === undefined) continue;
    const start = line.start + before.length;
    return {
      start,
      end: start + 1,
      message: 'this looks like a colon, but is another character',
      hint: 'Delete it and type a colon and a space.',
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

/** Quoted words that run on over lines which look like keys, or up to the end of the file, were meant to end earlier. */
function openQuote({ text, fault, document }: Faulty): Guess | undefined {
  const isOpen = (start: number, end: number) =>
    /\n[ \t]*(?:- )?[^\s:"']+:(?:\s|$)/.test(text.slice(start, end)) ||
    (/^Missing closing .quote/.test(fault.message) && end >= fault.pos[0]);
  let open: number | undefined;
  visit(document, {
    Scalar: (_key, node) => {
      if (!isScalar(node) || !node.range || (node.type !== 'QUOTE_DOUBLE' && node.type !== 'QUOTE_SINGLE'))
        return;
      if (!isOpen(node.range[0], node.range[1])) return;
      open = node.range[0];
      return visit.BREAK;
    },
  });
  const start = open ?? quoteBefore(text, fault.pos[0]);
  if (start === undefined) return undefined;
  const lineEnd = text.indexOf('\n', start);
  const mark = text.charAt(start);
  return {
    start,
    end: lineEnd === -1 ? text.length : lineEnd,
    message: 'the quotation mark that opens here is not closed, so YAML takes the lines after it for words',
    hint: `Close it at the end of the words: ${mark}…${mark}`,
  };
}

/** Where a quotation mark opens that is closed by one on a later line, which was to open other words. */
function quoteBefore(text: string, stop: number): number | undefined {
  for (const match of text
    .slice(0, stop)
    .matchAll(/^[ \t]*(?:- +)*(?:[^\s:"'][^:\n]*:[ \t]+)?(["'])([^\n]*)$/gm)) {
    const [line, mark = '', rest = ''] = match;
    if (rest.includes(mark) || line.trimEnd().endsWith('|')) continue;
    const start = match.index + line.length - rest.length - 1;
    const end = text.indexOf(mark, start + 1);
    if (end >= stop - 1 && /\n[ \t]*(?:- )?[^\s:"']+:(?:\s|$)/.test(text.slice(start, end))) return start;
  }
  return undefined;
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
    message: "a dash is missing here: each item of this list begins with '- '",
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
  const key = match?.[2] ?? '';
  if (
    !line ||
    !match ||
    !(fault.code === 'MULTILINE_IMPLICIT_KEY' || /^Implicit map keys/.test(fault.message))
  )
    return undefined;
  // Words of which one has a colon in it, such as an address, are no key.
  if (!KEYS.has(key) && /\s/.test(line.words.trim())) return undefined;
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
