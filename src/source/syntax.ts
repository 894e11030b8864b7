import type { YAMLError } from 'yaml';
import type { Diagnostic } from '../diagnostics/index.js';

/** A fault that the YAML parser found, in a clerk's words. Only a file's first is told: those after it are mostly its echoes. */
export function syntaxDiagnostic(file: string, text: string, fault: YAMLError): Diagnostic {
  const tab = indentingTab(text);
  const [start, end] = fault.pos;
  if (tab !== undefined && lineOf(text, tab) <= lineOf(text, start)) {
    return {
      code: 'yaml-tab',
      severity: 'error',
      span: { file, start: tab, end: tab + 1 },
      message: 'this line is indented with a tab, which YAML does not allow',
      hint: 'Use spaces, two for each level.',
    };
  }
  const said = WORDS[fault.code];
  return {
    code: 'yaml-syntax',
    severity: 'error',
    span: { file, start, end: Math.max(end, start + 1) },
    message: said?.message ?? firstSentence(fault.message),
    hint:
      said?.hint ??
      'See that quotes are closed, that the line begins under its neighbours, and that a space follows each colon.',
  };
}

const WORDS: Readonly<
  Partial<Record<YAMLError['code'], { readonly message: string; readonly hint: string }>>
> = {
  BAD_INDENT: {
    message: 'this line does not begin where YAML expects it',
    hint: 'Begin it exactly under the lines that it belongs with, using spaces.',
  },
  BLOCK_AS_IMPLICIT_KEY: {
    message: 'a colon makes this line a key where only words can stand',
    hint: 'Put the words in quotes, or on the next line after a |.',
  },
  MULTILINE_IMPLICIT_KEY: {
    message: 'this was taken for a key, but it runs over more than one line',
    hint: 'See that a colon and a space follow the key, and that the quotes of the line before are closed.',
  },
  MISSING_CHAR: {
    message: 'something is missing here: a closing quote, a bracket, or a colon after a key',
    hint: 'Close what was opened; text with a colon or a quotation mark in it is best put on its own line after a |.',
  },
  BAD_SCALAR_START: {
    message: 'words cannot begin with this character',
    hint: 'Put the words in quotes.',
  },
  UNEXPECTED_TOKEN: {
    message: 'this does not belong here',
    hint: 'Put the words in quotes, or see that the line before is finished.',
  },
  BAD_DQ_ESCAPE: {
    message: 'a backslash inside "…" begins a code that YAML does not know',
    hint: "Use single quotes '…' round words with a backslash.",
  },
};

function firstSentence(message: string): string {
  return message.split('\n')[0]?.replace(/[.:]$/, '') ?? 'this is not YAML';
}

function indentingTab(text: string): number | undefined {
  const match = /^ *\t/m.exec(text);
  return match ? match.index + match[0].length - 1 : undefined;
}

function lineOf(text: string, offset: number): number {
  let line = 0;
  for (let at = text.indexOf('\n'); at !== -1 && at < offset; at = text.indexOf('\n', at + 1)) line += 1;
  return line;
}
