import type { Line } from './content.js';

/** Bullets that other programs paste: of Word with its fonts for signs, and of web pages. */
const PASTED =
  /^(?:[•‣●○◦▪▫■□·∙⁃➢\uf0b7\uf0a7\uf0d8][ \t\u00a0\u2002-\u200a]*(?=\S)|o(?:\t|[ \u00a0]{2,})[ \t\u00a0]*(?=\S))/;
const BULLET = /^([-+*])(?=[ \t]|$)/;
const NUMBER = /^(\d{1,9})([.)])(?=[ \t]|$)/;

/** What a line of a list begins with. */
export interface Marker {
  /** Lines of one list have the same: the bullet, or the sign behind the number. */
  readonly kind: string;
  readonly number: string | undefined;
  readonly indent: number;
  /** How far the words stand from the line's beginning, in which lines that belong to them must begin. */
  readonly contentAt: number;
  readonly isEmpty: boolean;
}

/** The lines of a text, each with the white space at its beginning as spaces. */
export function linesOf(source: string): readonly Line[] {
  const lines: Line[] = [];
  let at = 0;
  for (const text of source.split('\n')) {
    lines.push(widened(text.endsWith('\r') ? text.slice(0, -1) : text, at));
    at += text.length + 1;
  }
  return lines;
}

/** A line without its first characters. */
export function cutLine(line: Line, from: number): Line {
  return widened(line.text.slice(from), line.at + from);
}

function widened(text: string, at: number): Line {
  const white = /^[ \t]*/.exec(text)?.[0] ?? '';
  if (!white.includes('\t')) return { text, at };
  let spaces = '';
  for (const character of white) spaces += character === '\t' ? ' '.repeat(4 - (spaces.length % 4)) : ' ';
  return { text: spaces + text.slice(white.length), at: at + white.length - spaces.length };
}

export function isBlank({ text }: Line): boolean {
  return text.trim() === '';
}

export function indentOf({ text }: Line): number {
  let indent = 0;
  while (text[indent] === ' ') indent += 1;
  return indent;
}

/** Whether two lines of a text or more begin with a pasted bullet, which then make a list. */
export function hasPastedList(lines: readonly Line[]): boolean {
  let count = 0;
  for (const { text } of lines) {
    if (PASTED.test(text.trimStart())) count += 1;
    if (count === 2) return true;
  }
  return false;
}

/** What a line of a list begins with. */
export function markerOf(line: Line, takesPasted: boolean): Marker | undefined {
  const indent = indentOf(line);
  const body = line.text.slice(indent);
  const pasted = takesPasted ? PASTED.exec(body) : null;
  if (pasted) {
    const kind = body[0] ?? '';
    return { kind, number: undefined, indent, contentAt: indent + pasted[0].length, isEmpty: false };
  }
  const bullet = BULLET.exec(body);
  const numbered = bullet ? null : NUMBER.exec(body);
  const [mark] = bullet ?? numbered ?? [];
  if (mark === undefined || (bullet && isRule(body))) return undefined;
  const after = body.slice(mark.length);
  const isEmpty = after.trim() === '';
  const gap = /^[ \t]*/.exec(after)?.[0] ?? '';
  const space = isEmpty || gap.length > 4 ? 1 : gap.length;
  return {
    kind: bullet?.[1] ?? numbered?.[2] ?? '',
    number: numbered?.[1],
    indent,
    contentAt: indent + mark.length + space,
    isEmpty,
  };
}

export function isRule(body: string): boolean {
  const sign = body[0] ?? '';
  if (!/[-*_]/.test(sign)) return false;
  const signs = body.replace(/[ \t]/g, '');
  return signs.length >= 3 && signs === sign.repeat(signs.length);
}

/** A fence of code, and the words behind it. */
export function fenceOf(body: string): { readonly fence: string; readonly words: string } | undefined {
  const match = /^(?:(`{3,})([^`]*)|(~{3,})(.*))$/.exec(body);
  return match
    ? { fence: match[1] ?? match[3] ?? '', words: (match[2] ?? match[4] ?? '').trim() }
    : undefined;
}

/** Whether a line is quoted. `>90%` is more than that. */
export function isQuoted(body: string): boolean {
  return /^>(?![\d=£€$])/.test(body);
}

export function isHeading(body: string): boolean {
  return /^#{1,6}(?:[ \t]|$)/.test(body);
}

/** `===` or `---` beneath a paragraph make it a heading. */
export function underlineOf(body: string): number | undefined {
  const match = /^(={3,}|-{3,})[ \t]*$/.exec(body);
  return match ? (match[1]?.startsWith('=') ? 1 : 2) : undefined;
}

export const FOOTNOTE = /^\[\^([^\]\s]{1,60})\]:[ \t]*/;

/** What stands where there is no line. */
export const NOTHING: Line = { text: '', at: 0 };
