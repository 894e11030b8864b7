import type { Explanation } from './explanation.js';

/** YAML. */
export const YAML = {
  'yaml-syntax': {
    title: `Text that is not YAML`,
    why: `The file breaks a rule of YAML here, so that what follows cannot be understood. Only the first place in a file is told, because what comes after it is mostly its echo.`,
    bad: `    note: "One roofer was hired.`,
    good: `    note: "One roofer was hired."`,
  },
  'yaml-tab': {
    title: `A tab where spaces belong`,
    why: `A tab is as wide as each editor likes, so YAML does not allow it for indenting. \`scrutiny check --fix\` puts spaces there.`,
    bad: `	note: One roofer was hired.`,
    good: `    note: One roofer was hired.`,
  },
  'yaml-conflict': {
    title: `A conflict that git has left`,
    why: `Two people changed the same lines, and git wrote both versions between marker lines for somebody to choose. Until then the file says two things at once.`,
    bad: `<<<<<<< HEAD
    rating: amber
=======
    rating: red
>>>>>>> update-from-homes`,
    good: `    rating: red`,
  },
  'yaml-duplicate-key': {
    title: `A key that is written twice`,
    why: `YAML would silently use only one of the two, and nobody could tell which was meant.`,
    bad: `    rating: amber
    rating: red`,
    good: `    rating: red`,
  },
  'yaml-alias': {
    title: `A value that repeats another`,
    why: `YAML can repeat with * what was marked with &. In a register that hides what is said, and can be made to grow without end. One answer to several actions is written under both references.`,
    bad: `  1.1:
    rating: amber
    note: &same Work has begun.
  1.2:
    rating: amber
    note: *same`,
    good: `  1.1, 1.2:
    rating: amber
    note: Work has begun.`,
  },
  'yaml-documents': {
    title: `Two documents in one file`,
    why: `A line of three hyphens begins another document, and everything after it would be left out.`,
    bad: `as-at: 2020-02-10
progress:
  1.1: { rating: amber }
---
as-at: 2020-02-24`,
    good: `as-at: 2020-02-10
progress:
  1.1: { rating: amber }`,
  },
  'yaml-too-deep': {
    title: `A file that nests too deep`,
    why: `A register nests six deep. Fifty levels are either a slip or meant to do harm, and would keep the machine busy.`,
    bad: `note: [[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[ deep`,
    good: `note: Deep.`,
  },
  'yaml-split-note': {
    title: `A comma that ends a note`,
    why: `Inside { } YAML takes what follows a comma for another key, so that half of the note would be lost.`,
    bad: `  1.1: { rating: amber, note: One roofer, and a helper, were hired. }`,
    good: `  1.1:
    rating: amber
    note: One roofer, and a helper, were hired.`,
  },
  'yaml-comment': {
    title: `Words that YAML takes for a comment`,
    why: `After a space, # begins a comment, so what follows it is in no paper. A comment on a line of its own, or beside a date or a rating, is what it seems and is not told.`,
    bad: `    note: One roofer was hired, see job #4471.`,
    good: `    note: "One roofer was hired, see job #4471."`,
  },
  'yaml-escape': {
    title: `A backslash between double quotation marks`,
    why: `Between double quotation marks a backslash and the letter after it stand for something else: \\t is a tab. In the path of a file the letter would be lost. Between single quotation marks, or without any, a backslash is a backslash.`,
    bad: `    note: "The tender is in S:\\tenders."`,
    good: `    note: 'The tender is in S:\\tenders.'`,
  },
  'yaml-folded': {
    title: `Lines that YAML joins`,
    why: `After >, between quotation marks and in words without either, YAML joins the lines that it reads. A sentence may be wrapped so, but paragraphs and lists would run together. After | each line stays as it is.`,
    bad: `    note: >
      One roofer was hired.

      The other begins in March.`,
    good: `    note: |
      One roofer was hired.

      The other begins in March.`,
  },
} satisfies Readonly<Record<string, Explanation>>;
