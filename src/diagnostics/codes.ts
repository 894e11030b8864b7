/**
 * Every code that a diagnostic can carry. A code is the stable name of a mistake: never renamed, never reused.
 */
export const CODES = [
  // files
  'file-unreadable',
  'file-too-large',
  'file-encoding',
  'file-outside',
  'file-missing',
  'file-unused',
  // yaml
  'yaml-syntax',
  'yaml-tab',
  'yaml-conflict',
  'yaml-duplicate-key',
  'yaml-alias',
  'yaml-documents',
  'yaml-too-deep',
  'yaml-split-note',
  // shapes
  'key-unknown',
  'key-missing',
  'value-type',
  'value-empty',
  'value-choice',
  'date-invalid',
  'date-format',
  'language-unsupported',
  // references between things
  'panel-unknown',
  'service-unknown',
  'officer-unknown',
  'rating-unknown',
  'review-unknown',
  'ref-unknown',
  'ref-duplicate',
  'ref-has-actions',
  'progress-duplicate',
  'meeting-duplicate',
  'item-duplicate',
  'item-unknown',
  'deferral-not-listed',
  'deferral-date',
  'decision-incomplete',
  'file-date',
  'rating-shape',
  // prose
  'link-scheme',
  'image-outside',
  'image-missing',
  'footnote-missing',
  'prose-too-long',
  'glyph-missing',
  // templates
  'template-syntax',
  'template-name',
  'template-partial',
  'template-raw',
  'template-failed',
  'template-unknown',
  'style-address',
] as const;

export type Code = (typeof CODES)[number];
