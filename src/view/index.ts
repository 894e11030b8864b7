/**
 * The view: the register on a day becomes the words of a paper, in which every heading, number, date and order is settled.
 *
 * In: a `PaperRegister`. Out: a `Paper` of one kind, plain words and safe HTML. What is exempt is withheld here and in `register/`, once,
 * not in every template. `workflows/` calls it; `html/` knows its types only.
 */
import type { AddendumPaper } from './addendum/types.js';
import type { TrackerPaper } from './tracker/types.js';
import type { UpdatePaper } from './types.js';

export { addendumPaper } from './addendum/addendum-paper.js';
export type * from './addendum/types.js';
export { dueInSentence, shiftOf } from './shared/due-words.js';
export { nameOf } from './shared/people.js';
export { provenanceOf } from './shared/provenance.js';
export { ENDED } from './shared/rating-marks.js';
export {
  asClause,
  asSentence,
  dueWords,
  exemptParagraph,
  exemptWords,
  withheldWords,
} from './shared/wording.js';
export { trackerPaper } from './tracker/tracker-paper.js';
export type * from './tracker/types.js';
export type * from './types.js';
export { updatePaper } from './update/update-paper.js';

/** A paper of any kind. */
export type Paper = UpdatePaper | TrackerPaper | AddendumPaper;
