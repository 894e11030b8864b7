import type { Diagnostic } from '../diagnostics/index.js';

/** A register nests six deep; past this the file means harm, or is not a register. */
const DEEPEST = 50;

/**
 * The parser recurses for each level, so depth is counted before it is called: by brackets, by the dashes at the beginning of a line, and
 * by lines which each begin further to the right.
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
const MANY_DASHES = new RegExp(`^ *(?:[-?:] *){${DEEPEST + 1}}`, 'm');

function tooManyMarks(text: string): number | undefined {
  // No register has so many, and a glance is quicker than a count.
  const hasManyBrackets = text.split(/[[{]/, DEEPEST + 2).length > DEEPEST + 1;
  if (!hasManyBrackets && !MANY_DASHES.test(text)) return undefined;
  let brackets = 0;
  let dashes = 0;
  let atLineStart = true;
  for (let at = 0; at < text.length; at += 1) {
    const unit = text[at];
    if (unit === '\n') {
      atLineStart = true;
      dashes = 0;
    } else if (unit === '[' || unit === '{') brackets += 1;
    else if (unit === ']' || unit === '}') brackets = Math.max(0, brackets - 1);
    if (atLineStart && (unit === '-' || unit === '?' || unit === ':')) dashes += 1;
    else if (unit !== ' ' && unit !== '\n') atLineStart = false;
    if (brackets > DEEPEST || dashes > DEEPEST) return at;
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
