import {
  type CheckResult,
  countProblems,
  type Diagnostic,
  type Severity,
  type SourceTexts,
  type Span,
} from '../../diagnostics/index.js';
import { sanitise, sanitiseLine } from '../sanitise.js';
import { toldOnce } from './told-once.js';

const PAINT: Readonly<Record<Severity | 'dim' | 'hint', string>> = {
  error: '\u001b[31m',
  warning: '\u001b[33m',
  info: '\u001b[36m',
  dim: '\u001b[2m',
  hint: '\u001b[32m',
};

/**
 * Diagnostics for a person: place, what is wrong, the line with carets, and what to write instead.
 *
 * @param diagnostics in the order in which they are to be shown
 */
export function textReport(
  diagnostics: readonly Diagnostic[],
  texts: SourceTexts,
  colour: boolean,
  unframed: ReadonlySet<string> = new Set(),
): string {
  const paint = (style: keyof typeof PAINT, text: string) =>
    colour ? `${PAINT[style]}${text}\u001b[0m` : text;
  const placeOf = (span: Span): string => {
    const { line, column } = texts.positionOf(span.file, span.start);
    const file = sanitiseLine(span.file);
    return texts.byFile.has(span.file) ? `${file}:${line}:${column}` : file;
  };

  const blocks = toldOnce(diagnostics).map(({ diagnostic, alike }) => {
    const frame = unframed.has(diagnostic.span.file) ? undefined : texts.frameOf(diagnostic.span);
    const lines = [
      `${placeOf(diagnostic.span)} ${paint(diagnostic.severity, diagnostic.severity)} ${paint('dim', diagnostic.code)}  ${sanitiseLine(diagnostic.message)}`,
    ];
    if (frame !== undefined) lines.push(sanitise(frame));
    for (const related of diagnostic.related ?? [])
      lines.push(`  ${sanitiseLine(related.message)}: ${placeOf(related.span)}`);
    if (alike.length > 0)
      lines.push(
        `  ${alikeWords(alike.map(({ span: { file, start } }) => texts.positionOf(file, start).line))}`,
      );
    for (const hint of diagnostic.hint?.split('\n') ?? []) lines.push(`  ${paint('hint', sanitise(hint))}`);
    return lines.join('\n');
  });
  return blocks.length === 0 ? '' : `${blocks.join('\n\n')}\n`;
}

/** More lines than these are counted. */
const MOST_LINES = 20;

function alikeWords(lines: readonly number[]): string {
  const shown = [...new Set(lines)].slice(0, MOST_LINES);
  const more = new Set(lines).size - shown.length;
  const places = `${shown.length === 1 && more === 0 ? 'line' : 'lines'} ${shown.join(', ')}`;
  return `and ${lines.length} more of this kind in this file, at ${places}${more > 0 ? ` and ${more} others` : ''}`;
}

/** What `check` says to a person: every problem, then how many there are in how many files. */
export function checkText(
  { diagnostics, texts, files }: CheckResult,
  colour: boolean,
  unframed: ReadonlySet<string> = new Set(),
): string {
  if (diagnostics.length === 0) return `No problems in ${countWord(files, 'file')}.\n`;
  return `${textReport(diagnostics, texts, colour, unframed)}\n${tally(diagnostics)} in ${countWord(files, 'file')}. 'scrutiny explain ${diagnostics[0]?.code}' says more about the first.\n`;
}

function countWord(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}

/** "2 errors, 1 warning", or an empty text where there is nothing. */
export function tally(diagnostics: readonly Diagnostic[]): string {
  const { errors, warnings, infos } = countProblems(diagnostics);
  return [
    ...(errors > 0 ? [countWord(errors, 'error')] : []),
    ...(warnings > 0 ? [countWord(warnings, 'warning')] : []),
    ...(infos > 0 ? [countWord(infos, 'remark')] : []),
  ].join(', ');
}
