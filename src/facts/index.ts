/**
 * Facts: what a paper shows, as data that it carries with it.
 *
 * In: the facts of a paper's day and its words. Out: `PaperFacts` with their digest, and the files that say them. `workflows/` calls it.
 */
export { type Difference, differencesBetween } from './compare.js';
export { csvText } from './csv.js';
export { collectFacts, factsDigest } from './facts.js';
export { evidenceFiles, FACTS_FILE } from './files.js';
export { firstDifference, wordsAbout } from './first-difference.js';
export { writeJsonLd } from './json-ld.js';
export { type Evidence, readEvidence } from './read.js';
export type * from './types.js';
