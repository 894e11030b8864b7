/**
 * The view: the register on a day becomes the words of a paper, in which every heading, number, date and order is settled.
 *
 * In: a `PaperRegister`. Out: a `Paper` of one kind, plain words and safe HTML. `workflows/` calls it; `html/` knows its schemas only.
 */
export type { Pictures } from '../markdown/index.js';
export { addendumPaper } from './addendum/addendum-paper.js';
export type * from './addendum/addendum-schema.js';
export { type Paper, paperSchemas } from './paper-kinds.js';
export type * from './paper-schema.js';
export { provenanceSchema } from './paper-schema.js';
export { flag, html, type ObjectSchema, object, optional, required, type Schema, text } from './schema.js';
export { compareDues, dueInSentence } from './shared/due-words.js';
export { nameOf } from './shared/people.js';
export { describeProvenance } from './shared/provenance.js';
export { ENDING_LABELS, notRatedWord } from './shared/rating-marks.js';
export { chooseNoun } from './shared/references.js';
export {
  asClause,
  dueWords,
  exemptParagraph,
  exemptWords,
  paragraphUnderAct,
  withheldWords,
} from './shared/wording.js';
export { trackerPaper } from './tracker/tracker-paper.js';
export type * from './tracker/tracker-schema.js';
export { updatePaper } from './update/update-paper.js';
export type * from './update/update-schema.js';
