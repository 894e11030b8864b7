import type { Document, ParsedNode, YAMLError } from 'yaml';
import type { Diagnostic } from '../diagnostics/index.js';
import { type Faulty, faultyText, type Guess } from './syntax-error-context.js';
import { guesses } from './syntax-hints.js';

/**
 * A fault that the YAML parser found, in a clerk's words. The parser says where it could go no further; what was meant shows in the lines
 * around that place, so they are looked at for the usual slips first. Only a file's first fault is told: those after it are mostly its echoes.
 */
export function syntaxDiagnostic(
  file: string,
  text: string,
  fault: YAMLError,
  document: Document.Parsed<ParsedNode>,
): Diagnostic {
  const faulty = faultyText(text, fault, document);
  for (const guess of guesses) {
    const found = guess(faulty);
    if (!found) continue;
    return guessed(file, found);
  }
  return asTheParserSays(file, faulty);
}

/** A guess as a diagnostic. */
export function guessed(file: string, guess: Guess): Diagnostic {
  const { code = 'yaml-syntax', start, end, message, hint, fix } = guess;
  return {
    code,
    severity: 'error',
    span: { file, start, end: Math.max(end, start + 1) },
    message,
    hint,
    ...(fix ? { fix: { span: { file, start: fix.start, end: fix.end }, text: fix.text } } : {}),
  };
}

function asTheParserSays(file: string, { fault }: Faulty): Diagnostic {
  const [start, end] = fault.pos;
  // What is missing is a colon, not a mark that closes something.
  const said = WORDS[/^Implicit map keys/.test(fault.message) ? 'MULTILINE_IMPLICIT_KEY' : fault.code];
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
  BLOCK_IN_FLOW: {
    message: 'inside { } or [ ] a comma is missing here, or a closing bracket before it',
    hint: "Put a comma between one 'key: value' and the next, and close every bracket.",
  },
  MULTILINE_IMPLICIT_KEY: {
    message: 'this line has no colon, so YAML cannot tell a key from its value',
    hint: 'Write a key, a colon and a space before the value; words that belong to the line above are indented under it.',
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
