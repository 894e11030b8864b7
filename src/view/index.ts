/**
 * The view: the register on a day becomes the words of a paper, in which every heading, number, date and order is settled.
 *
 * In: a `PaperRegister`. Out: a `Paper` of one kind, plain words and safe HTML. What is exempt is withheld here and in `register/`, once,
 * not in every template. `pipeline.ts` calls it; `html/` knows its types only.
 */
import type { AddendumPaper } from './addendum-types.js';
import type { TrackerPaper } from './tracker-types.js';
import type { UpdatePaper } from './types.js';

export { addendumPaper } from './addendum-paper.js';
export type * from './addendum-types.js';
export { dueInSentence, shiftOf } from './due-words.js';
export { ENDED } from './marks.js';
export { nameOf } from './people.js';
export { provenanceOf } from './provenance.js';
export { trackerPaper } from './tracker-paper.js';
export type * from './tracker-types.js';
export type * from './types.js';
export { type PaperPart, updatePaper } from './update-paper.js';
export { asClause, asSentence, dueWords, exemptParagraph, exemptWords, withheldWords } from './words.js';

/** A paper of any kind. */
export type Paper = UpdatePaper | TrackerPaper | AddendumPaper;
