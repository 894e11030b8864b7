/**
 * The keys that a register has, to tell a key from words with a colon in a file that cannot be parsed. The shapes in `model/` decide what
 * stands where; a test holds these lists against them.
 */
export const KEYS: ReadonlySet<string> = new Set(
  `action action-plan actions addressed-to after agreed allow as-at author background background-papers branding called checks closes colour commissioned complete contact council councils date
  decision decisions due email evidence executive executive-response exempt final-report from implications item items label lang language link logo
  max-revisions meaning minute monitored-by name nation note notice number numbering officers oversight owner panel panels
  papers-due paragraph percent phone presented-by progress published purpose rating ratings reason recommendations ref report report-of
  reported-by responded response response-due review revised-due role rule rules sections sent-to-executive service services shape short signed-off
  success-measure team terms-of-reference text time title to until venue`.split(/\s+/),
);

/** Keys beneath which each item begins with a dash. */
export const LISTS: ReadonlySet<string> = new Set([
  'actions',
  'background-papers',
  'decisions',
  'evidence',
  'items',
  'recommendations',
  'sections',
  'terms-of-reference',
]);

/** Keys whose values are sentences. */
export const PROSE: ReadonlySet<string> = new Set([
  'background',
  'meaning',
  'note',
  'notice',
  'oversight',
  'purpose',
  'reason',
  'success-measure',
  'text',
  'title',
]);
