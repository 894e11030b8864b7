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
} satisfies Readonly<Record<string, Explanation>>;
