import type { Severity } from './diagnostic.js';

/** Where a mistake shows: in a file, in its YAML, in one value, in its Markdown, in the whole register, on a day, or in a template. */
export type CodeKind = 'file' | 'yaml' | 'value' | 'prose' | 'register' | 'day' | 'template';

/** What is fixed about a code. */
export interface CodeFacts {
  readonly kind: CodeKind;
  /** How much it weighs unless council.yaml says otherwise. */
  readonly level: Severity;
  /**
   * The most that `checks:` in council.yaml may make of it; undefined where it cannot be set, nor waived by `allow:`, because
   * what it finds leaves a hole in the register.
   */
  readonly most: Exclude<Severity, 'info'> | undefined;
}

const fixed = (kind: CodeKind, level: Severity = 'error'): CodeFacts => ({ kind, level, most: undefined });
const rule = (kind: CodeKind, level: Severity): CodeFacts => ({ kind, level, most: 'error' });
/** What depends on a day, or is merely not there yet, never stops a paper. */
const advice = (kind: CodeKind, level: Severity = 'warning'): CodeFacts => ({ kind, level, most: 'warning' });

/** Every code that a diagnostic can carry. A code is the stable name of a mistake: never renamed, never reused. */
export const CODES = {
  'file-unreadable': fixed('file'),
  'file-too-large': fixed('file'),
  'file-encoding': fixed('file'),
  'file-outside': fixed('file'),
  'file-missing': fixed('file'),
  'file-unused': rule('file', 'warning'),

  'yaml-syntax': fixed('yaml'),
  'yaml-tab': fixed('yaml'),
  'yaml-conflict': fixed('yaml'),
  'yaml-duplicate-key': fixed('yaml'),
  'yaml-alias': fixed('yaml'),
  'yaml-documents': fixed('yaml'),
  'yaml-too-deep': fixed('yaml'),
  'yaml-split-note': fixed('yaml'),

  'key-unknown': fixed('value'),
  'key-missing': fixed('value'),
  'value-type': fixed('value'),
  'value-empty': fixed('value'),
  'value-choice': fixed('value'),
  'date-invalid': fixed('value'),
  'date-format': fixed('value'),
  'language-unsupported': fixed('value'),
  'rating-shape': fixed('value'),
  'decision-incomplete': fixed('value'),
  'rule-unknown': fixed('value'),

  'link-scheme': fixed('prose'),
  'image-outside': fixed('prose'),
  'image-missing': fixed('prose'),
  'prose-too-long': fixed('prose'),
  'footnote-missing': rule('prose', 'warning'),
  'glyph-missing': rule('prose', 'warning'),

  'panel-unknown': rule('register', 'error'),
  'service-unknown': rule('register', 'error'),
  'officer-unknown': rule('register', 'error'),
  'rating-unknown': rule('register', 'error'),
  'review-unknown': rule('register', 'error'),
  'ref-unknown': rule('register', 'error'),
  'ref-duplicate': rule('register', 'error'),
  'ref-has-actions': rule('register', 'error'),
  'progress-duplicate': rule('register', 'error'),
  'meeting-duplicate': rule('register', 'error'),
  'item-duplicate': rule('register', 'error'),
  'item-unknown': rule('register', 'error'),
  'deferral-not-listed': rule('register', 'error'),
  'deferral-date': rule('register', 'error'),
  'file-date': advice('register'),

  'template-syntax': fixed('template'),
  'template-name': fixed('template'),
  'template-partial': fixed('template'),
  'template-raw': fixed('template'),
  'template-failed': fixed('template'),
  'template-unknown': fixed('template'),
  'style-address': fixed('template'),
} as const satisfies Readonly<Record<string, CodeFacts>>;

export type Code = keyof typeof CODES;

/** Whether there is a code of this name. */
export function isCode(name: string): name is Code {
  return Object.hasOwn(CODES, name);
}

/** What is fixed about a code. */
export function factsOf(code: Code): CodeFacts {
  return CODES[code];
}
