import type { TextStyle } from '../source/index.js';

/** Words as they are written on one line, or as the lines beneath a `|`. */
export type Written =
  | { readonly kind: 'inline'; readonly text: string }
  | { readonly kind: 'block'; readonly marks: string; readonly lines: readonly string[] };

/** Where words are to stand. */
export interface ScalarPlace {
  /** Within braces or brackets, where commas and brackets end words. */
  readonly isFlow: boolean;
  /** By how many columns lines beneath the key are set in. */
  readonly indent: number;
  /** How the words were written that these replace. */
  readonly former?: TextStyle;
}

/** Words so that YAML reads exactly them: plain where it can be, otherwise in quotes, and several lines beneath a `|`. */
export function writeScalar(text: string, { isFlow, indent, former }: ScalarPlace): Written {
  if (text.includes('\n')) {
    const block = isFlow ? undefined : literal(text, indent);
    return block ?? inline(doubleQuoted(text));
  }
  if (former === 'double' && !/["\\]/.test(text)) return inline(doubleQuoted(text));
  if (former === 'single' && !UNPRINTABLE.test(text)) return inline(singleQuoted(text));
  return inline(writeLine(text, isFlow));
}

/** Words on one line. */
export function writeLine(text: string, isFlow: boolean): string {
  if (isPlain(text, isFlow)) return text;
  if (UNPRINTABLE.test(text)) return doubleQuoted(text);
  // A backslash or a tab in double quotes would be written as a code, which people take for words.
  return /["\\\t]/.test(text) ? singleQuoted(text) : doubleQuoted(text);
}

function inline(text: string): Written {
  return { kind: 'inline', text };
}

/** Marks that mean something to YAML at the beginning of words (YAML 1.2.2, section 7.3.3), and some that other readers take for something. */
const OPENING = /^[-?:,[\]{}#&*!|>'"%@`=<~.]/;
const UNPRINTABLE = /[\0-\x08\n-\x1f\x7f-\x9f\u2028\u2029\ufffe\uffff]/;

function isPlain(text: string, isFlow: boolean): boolean {
  return (
    text !== '' &&
    text.trim() === text &&
    !OPENING.test(text) &&
    !/:(?:\s|$)|\s#|\t/.test(text) &&
    !/^null$/i.test(text) &&
    !UNPRINTABLE.test(text) &&
    !(isFlow && /[,[\]{}]/.test(text))
  );
}

function singleQuoted(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}

const ESCAPES: Readonly<Record<string, string>> = {
  '"': '\\"',
  '\\': '\\\\',
  '\n': '\\n',
  '\t': '\\t',
};

function doubleQuoted(text: string): string {
  const escaped = text.replace(
    /["\\\t\n]|[\0-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ufffe\uffff]/g,
    (mark) => ESCAPES[mark] ?? `\\u${mark.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
  return `"${escaped}"`;
}

/** A line of a git conflict, which the whole file would be refused for. */
const CONFLICT = /^[ \t]*(?:<{7}|>{7})(?: |$)/m;

/** Lines beneath a `|`; undefined where they cannot stand there as they are. */
function literal(text: string, indent: number): Written | undefined {
  const ending = /\n*$/.exec(text)?.[0].length ?? 0;
  const lines = (ending > 0 ? text.slice(0, -1) : text).split('\n');
  const isReadable =
    ending <= 1 &&
    // Spaces alone at the end would be taken for an empty line.
    lines.at(-1)?.trim() !== '' &&
    lines.every((line) => !UNPRINTABLE.test(line)) &&
    !CONFLICT.test(text);
  if (!isReadable) return undefined;
  // Without a number the first line with words says how far all are set in.
  const first = lines.findIndex((line) => line.trim() !== '');
  const isSetIn = lines.slice(0, first + 1).some((line) => /^\s/.test(line));
  if (isSetIn && indent > 9) return undefined;
  return {
    kind: 'block',
    marks: `|${isSetIn ? indent : ''}${ending === 0 ? '-' : ''}`,
    lines: lines.map((line) => (line === '' ? '' : `${' '.repeat(indent)}${line}`)),
  };
}
