import type { Explanation } from './explanation.js';

/** Finished papers. */
export const PAPERS = {
  'exempt-leak': {
    title: `A public paper that says what is exempt`,
    why: `Exempt words can get out by another door: a public note that repeats them, a title, a template. So a public paper is searched before it is put in its place, for every sentence and every five words in a row of what it withholds, and for names and titles of twelve letters or more. One entry for an exempt and a public action is a find too.`,
    bad: `  1.1:
    exempt: { paragraph: 3 }
    note: The yard will be sold to the firm next door.
  1.2:
    note: Nothing was done, as the yard will be sold.`,
    good: `  1.1:
    exempt: { paragraph: 3 }
    note: The yard will be sold to the firm next door.
  1.2:
    note: Nothing was done.`,
  },
} satisfies Readonly<Record<string, Explanation>>;
