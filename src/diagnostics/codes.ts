/** How much a diagnostic weighs: an error stops every paper, a warning and an info travel with it. */
export type Severity = 'error' | 'warning' | 'info';

/** What is fixed about a code. */
export interface CodeFacts {
  /** How much it weighs unless council.yaml says otherwise. */
  readonly level: Severity;
  /**
   * The most that `checks:` in council.yaml may make of it; undefined where it cannot be set, nor waived by `allow:`, because
   * what it finds leaves a hole in the register.
   */
  readonly most: Exclude<Severity, 'info'> | undefined;
}

const fixed: CodeFacts = { level: 'error', most: undefined };
const rule = (level: Severity): CodeFacts => ({ level, most: 'error' });
/** What depends on a day, or is merely not there yet, never stops a paper. */
const advice: CodeFacts = { level: 'warning', most: 'warning' };

/** Every code that a diagnostic can carry. A code is the stable name of a mistake: never renamed, never reused. */
export const CODES = {
  'file-unreadable': fixed,
  'file-too-large': fixed,
  'file-encoding': fixed,
  'file-outside': fixed,
  'file-missing': fixed,
  'file-unused': rule('warning'),

  'yaml-syntax': fixed,
  'yaml-tab': fixed,
  'yaml-conflict': fixed,
  'yaml-duplicate-key': fixed,
  'yaml-alias': fixed,
  'yaml-documents': fixed,
  'yaml-too-deep': fixed,
  'yaml-split-note': fixed,
  'yaml-comment': rule('warning'),
  'yaml-escape': rule('warning'),
  'yaml-folded': rule('warning'),

  'key-unknown': fixed,
  'key-missing': fixed,
  'value-type': fixed,
  'value-empty': fixed,
  'value-blank': rule('warning'),
  'value-choice': fixed,
  'date-invalid': fixed,
  'date-format': fixed,
  'language-unsupported': fixed,
  'rating-shape': fixed,
  'rating-signed-off': fixed,
  'decision-incomplete': fixed,
  'rule-unknown': fixed,

  'link-scheme': fixed,
  'image-outside': fixed,
  'image-missing': fixed,
  'prose-too-long': fixed,
  'image-alt': rule('warning'),
  'heading-jump': rule('warning'),
  'link-text': rule('warning'),
  'footnote-missing': rule('warning'),
  'footnote-duplicate': rule('warning'),
  'table-cells': rule('warning'),
  'table-wide': rule('warning'),
  'image-small': rule('warning'),
  'list-marks': rule('info'),
  'html-text': rule('info'),
  'text-garbled': rule('info'),
  'glyph-missing': rule('warning'),
  'colour-contrast': rule('warning'),

  'panel-unknown': rule('error'),
  'service-unknown': rule('error'),
  'officer-unknown': rule('error'),
  'rating-unknown': rule('error'),
  'review-unknown': rule('error'),
  'ref-unknown': rule('error'),
  'ref-duplicate': rule('error'),
  'ref-has-actions': rule('error'),
  'progress-duplicate': rule('error'),
  'meeting-duplicate': rule('error'),
  'item-duplicate': rule('error'),
  'item-review-twice': fixed,
  'item-unknown': rule('error'),
  'deferral-not-listed': rule('error'),
  'deferral-date': rule('error'),
  'addendum-unpublished': fixed,
  'file-date': advice,
  'response-reason': rule('error'),
  'exempt-paragraph': rule('error'),
  'owner-missing': advice,
  'due-missing': { level: 'info', most: 'warning' },
  'due-early': rule('warning'),
  'due-same-day': rule('warning'),
  'due-unread': rule('info'),
  'due-financial-year': rule('info'),
  'request-earlier': rule('info'),
  'request-past': { level: 'info', most: 'warning' },
  'grant-past': rule('warning'),
  'response-early': rule('warning'),
  'deferral-meeting': advice,
  'email-form': rule('warning'),
  'progress-early': advice,
  'progress-response': advice,
  'revision-reason': rule('warning'),
  'revisions-many': rule('warning'),
  'evidence-missing': { level: 'info', most: 'warning' },
  'percent-rating': rule('warning'),
  'progress-signed-off': rule('warning'),
  'implication-missing': advice,
  'background-papers': advice,
  'text-changed': rule('warning'),
  'meeting-day': advice,

  'progress-future': advice,
  'rating-overdue': advice,
  'response-missing': advice,
  'response-late': advice,
  'published-late': advice,
  'calendar-unknown': { level: 'info', most: 'warning' },
  'decision-panel': advice,
  'item-panel': advice,

  'template-syntax': fixed,
  'template-name': fixed,
  'template-partial': fixed,
  'template-raw': fixed,
  'template-failed': fixed,
  'template-unknown': { ...fixed, level: 'warning' },
  'style-address': fixed,
  'paper-words': fixed,
  'paper-typeface': fixed,
  'paper-headings': fixed,
  'paper-naming': fixed,
  'paper-contents': fixed,

  'exempt-leak': fixed,
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
