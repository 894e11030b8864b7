import { CST, Lexer } from 'yaml';
import type { Diagnostic } from '../diagnostics/index.js';

/** A register nests six deep; past this the file means harm, or is not a register. */
const DEEPEST = 50;

/**
 * The parser recurses for each level, so depth is counted before it is called: by brackets, by the dashes of one line, and by lines which
 * each begin further to the right.
 */
export function tooDeep(file: string, text: string): Diagnostic | undefined {
  const at = tooManyMarks(text) ?? tooManySteps(text);
  if (at === undefined) return undefined;
  return {
    code: 'yaml-too-deep',
    severity: 'error',
    span: { file, start: at, end: at + 1 },
    message: `this file nests more than ${DEEPEST} levels deep`,
    hint: 'A register never nests so deep; remove the brackets, dashes or indentation here.',
  };
}

/** More dashes at the beginning of a line than a register has. */
const MANY_DASHES = new RegExp(`^ *(?:[-?:] +){${DEEPEST}}[-?:]`, 'm');

function tooManyMarks(text: string): number | undefined {
  // No register has so many, and a glance is quicker than a count.
  const hasManyBrackets = text.split(/[[{]/, DEEPEST + 2).length > DEEPEST + 1;
  if (!hasManyBrackets && !MANY_DASHES.test(text)) return undefined;
  let brackets = 0;
  let dashes = 0;
  let at = 0;
  // The lexer tells a bracket that nests from one in somebody's words; it does not recurse.
  for (const token of new Lexer().lex(text)) {
    switch (CST.tokenType(token)) {
      case 'flow-seq-start':
      case 'flow-map-start':
        brackets += 1;
        break;
      case 'flow-seq-end':
      case 'flow-map-end':
        brackets -= 1;
        break;
      case 'seq-item-ind':
      case 'explicit-key-ind':
      case 'map-value-ind':
        dashes += 1;
        break;
      case 'newline':
        dashes = 0;
        break;
      case 'doc-mode':
      case 'flow-error-end':
      case 'scalar':
        // Marks of the lexer's own, which stand for no character of the text.
        continue;
    }
    if (brackets > DEEPEST || dashes > DEEPEST) return at;
    at += token.length;
  }
  return undefined;
}

/** As many lines, each further to the right than the last, end at least so far to the right. */
const FAR_LINE = new RegExp(`^ {${DEEPEST}}`, 'm');

/** Where the last of too many lines begins, each of which is further to the right than the one that it could belong to. */
function tooManySteps(text: string): number | undefined {
  if (!FAR_LINE.test(text)) return undefined;
  const steps: number[] = [];
  for (const match of text.matchAll(/^( *)[^\s]/gm)) {
    const indent = match[1]?.length ?? 0;
    while ((steps.at(-1) ?? -1) >= indent) steps.pop();
    steps.push(indent);
    if (steps.length > DEEPEST) return match.index + indent;
  }
  return undefined;
}
