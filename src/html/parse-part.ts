import Handlebars from 'handlebars';
import type { Diagnostic } from '../diagnostics/index.js';
import { lineStarts } from '../diagnostics/index.js';
import { spanWithin } from './findings.js';
import type { Part } from './templates.js';

/** A part as the engine understands it, or where it cannot. */
export type ParsedPart = { readonly program: hbs.AST.Program } | { readonly fault: Diagnostic };

export function parsePart(part: Part): ParsedPart {
  try {
    // A file's last line break is its own: within a line it would be a space.
    const text = part.text.replace(/\r?\n$/, '');
    return { program: Handlebars.parse(text, { srcName: part.shown }) };
  } catch (failure) {
    return { fault: syntaxFault(part, failure) };
  }
}

function syntaxFault(part: Part, failure: unknown): Diagnostic {
  const fault = { code: 'template-syntax', severity: 'error' } as const;
  const unbalanced = firstUnbalanced(part.text);
  if (unbalanced) {
    return {
      ...fault,
      span: spanWithin(part, unbalanced.index, unbalanced.words.length),
      message: unbalanced.message,
      hint: unbalanced.hint,
    };
  }
  const reason = failure instanceof Error ? failure.message : String(failure);
  const starts = lineStarts(part.text);
  const line = Number(/line (\d+)/i.exec(reason)?.[1] ?? /(\d+):\d+$/.exec(reason)?.[1] ?? 1);
  const start = starts[line - 1] ?? 0;
  const words = part.text.slice(start, starts[line]).trimEnd();
  const offset = Math.max(0, words.indexOf('{{'));
  return {
    ...fault,
    span: spanWithin(part, start + offset, words.length - offset),
    message: 'this template cannot be read here',
    hint: 'See that each {{ has its }}, and that nothing but names stands between them.',
  };
}

interface Unbalanced {
  readonly index: number;
  readonly words: string;
  readonly message: string;
  readonly hint: string;
}

/** The block that is never closed, or closed by another's end. The engine itself tells only where it gave up. */
function firstUnbalanced(text: string): Unbalanced | undefined {
  const open: { readonly name: string; readonly index: number; readonly words: string }[] = [];
  const visible = text.replace(/\{\{!--[\s\S]*?--\}\}|\{\{![^}]*\}\}/g, (comment) =>
    comment.replace(/[^\n]/g, ' '),
  );
  for (const match of visible.matchAll(/\{\{~?\s*([#/])\s*>?\s*([^\s}~]+)[^}]*\}\}/g)) {
    const [words, sign, name = ''] = match;
    if (sign === '#') {
      open.push({ name, index: match.index, words });
      continue;
    }
    const last = open.pop();
    if (last?.name === name) continue;
    return {
      index: match.index,
      words,
      message: last
        ? `{{/${name}}} stands where {{/${last.name}}} is wanted`
        : `{{/${name}}} closes nothing: no {{#${name}}} stands before it`,
      hint: last ? `Close {{#${last.name}}} first.` : 'Take it out, or open the block above it.',
    };
  }
  const last = open.at(-1);
  return last
    ? {
        ...last,
        message: `{{#${last.name}}} is never closed`,
        hint: `Write {{/${last.name}}} where it ends.`,
      }
    : undefined;
}
