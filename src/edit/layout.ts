import type { SourceField, SourceList, SourceMap, SourceNode } from '../source/index.js';

/** How a file is set out, so that what is new looks like what is there. */
export interface Layout {
  /** The line end. */
  readonly eol: string;
  /** By how many columns keys beneath a key are set in. */
  readonly step: number;
  /** By how many columns the dash of a list is set in beneath its key; 0 where it stands under the key. */
  readonly dash: number;
  /** From a dash to what follows it. */
  readonly gap: number;
  /** Whether there are spaces within braces. */
  readonly isPadded: boolean;
}

/** How a file is set out, by its first examples; two columns for each level where it has none. */
export function findLayout(text: string, root: SourceNode | undefined): Layout {
  const found: { step?: number; dash?: number; gap?: number } = {};
  const visit = (node: SourceNode): void => {
    if (found.step !== undefined && found.dash !== undefined && found.gap !== undefined) return;
    if (node.kind === 'text' || node.isFlow) return;
    if (node.kind === 'list') {
      const [item] = node.items;
      if (item && !isOnLaterLine(text, node.span.start, item.span.start))
        found.gap ??= item.span.start - node.span.start;
      for (const part of node.items) if (part) visit(part);
      return;
    }
    const column = columnAt(text, node.span.start);
    for (const { value } of node.fields) {
      if (!value) continue;
      if (value.kind === 'map' && !value.isFlow) found.step ??= columnAt(text, value.span.start) - column;
      if (value.kind === 'list' && !value.isFlow) found.dash ??= columnAt(text, value.span.start) - column;
      visit(value);
    }
  };
  if (root) visit(root);
  const step = found.step ?? (found.dash || 2);
  return {
    eol: /\r?\n/.exec(text)?.[0] ?? '\n',
    step,
    dash: found.dash ?? step,
    gap: found.gap ?? 2,
    isPadded: !/\{[^\s}]/.test(text) || /\{ /.test(text),
  };
}

export function columnAt(text: string, offset: number): number {
  return offset - lineStartAt(text, offset);
}

export function lineStartAt(text: string, offset: number): number {
  return offset === 0 ? 0 : text.lastIndexOf('\n', offset - 1) + 1;
}

/** Where the line ends on which an offset lies, before its line break. */
export function lineEndAt(text: string, offset: number): number {
  const found = text.indexOf('\n', offset);
  if (found === -1) return text.length;
  return found > 0 && text.charAt(found - 1) === '\r' ? found - 1 : found;
}

export function isOnLaterLine(text: string, first: number, second: number): boolean {
  return text.slice(first, second).includes('\n');
}

/** Where the last words of a node end, without the line break that belongs to lines beneath a `|`. */
export function endOfNode(text: string, node: SourceNode): number {
  if (node.kind === 'text') return beforeBreak(text, node);
  if (node.isFlow) return node.span.end;
  if (node.kind === 'map') {
    const last = node.fields.at(-1);
    return last ? endOfField(text, last) : node.span.end;
  }
  const last = node.items.at(-1);
  return last ? endOfNode(text, last) : node.span.end;
}

function beforeBreak(text: string, { span, style }: Extract<SourceNode, { kind: 'text' }>): number {
  if (style !== 'literal' && style !== 'folded') return span.end;
  if (text.charAt(span.end - 1) !== '\n') return span.end;
  return text.charAt(span.end - 2) === '\r' ? span.end - 2 : span.end - 1;
}

export function endOfField(text: string, field: SourceField): number {
  return field.value ? endOfNode(text, field.value) : emptyPlace(text, field).end;
}

/** What is after the colon of a key without a value: nothing, or one of YAML's words for nothing. Its beginning is just past the colon. */
export function emptyPlace(
  text: string,
  { key }: SourceField,
): { readonly start: number; readonly end: number } {
  const colon = /\s*:/y;
  colon.lastIndex = key.span.end;
  if (!colon.test(text)) return { start: key.span.end, end: key.span.end };
  const start = colon.lastIndex;
  const nothing = /[ \t]*(?:~|null)(?=[\s,\]}]|$)/y;
  nothing.lastIndex = start;
  return { start, end: nothing.test(text) ? nothing.lastIndex : start };
}

/** The column at which the keys of a map or the dashes of a list stand. */
export function columnOfNode(text: string, node: SourceMap | SourceList): number {
  return columnAt(text, node.span.start);
}

/**
 * Past the comments on the lines that follow, as far as they are set in deeper than a column: they speak of what is above them.
 *
 * @param at the end of a line
 * @param isOwn whether comments at the column itself belong there too
 */
export function afterComments(text: string, at: number, column: number, isOwn: boolean): number {
  let end = at;
  for (const comment of commentsAfter(text, at)) {
    if (!(comment.column > column || (isOwn && comment.column === column))) break;
    end = comment.end;
  }
  return end;
}

/** The column of the deepest of the comments on the lines that follow; before the first column where there are none. */
export function deepestComment(text: string, at: number): number {
  return Math.max(-1, ...[...commentsAfter(text, at)].map(({ column }) => column));
}

/** The comments on the lines that follow, up to one with something else on it. */
function* commentsAfter(
  text: string,
  at: number,
): Iterable<{ readonly column: number; readonly end: number }> {
  for (let line = nextLine(text, at); line !== undefined; line = nextLine(text, lineEndAt(text, line))) {
    const end = lineEndAt(text, line);
    const words = text.slice(line, end);
    if (words.trim() === '') continue;
    if (!/^\s*#/.test(words)) return;
    yield { column: /^ */.exec(words)?.[0].length ?? 0, end };
  }
}

function nextLine(text: string, lineEnd: number): number | undefined {
  const found = text.indexOf('\n', lineEnd);
  return found === -1 || found + 1 >= text.length ? undefined : found + 1;
}

/** Whether there is an empty line between two offsets. */
export function isSetApart(text: string, end: number, start: number): boolean {
  return /\n[ \t]*\r?\n/.test(text.slice(end, start));
}
