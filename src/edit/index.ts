/**
 * Editing: a text and an intention become a text in which everything else is as it was, to the byte.
 *
 * In: a file as it was read, and what to change. Out: the file with its new text, or a sentence why it stays as it is. `workflows/` calls it and `files/` writes the text.
 */
export type { Change, Path, Where } from './changes.js';
export { type EditOutcome, editText, type ReadFile } from './edit-text.js';
export type { FileEdit } from './file-edit.js';
export { fixText } from './fix-text.js';
export * from './intentions/index.js';
export { type NumberedRecommendation, nextAction, nextRecommendation } from './next-reference.js';
export { type ChangedLine, showChange } from './show-change.js';
export { makeMap, type Value, type ValueMap } from './values.js';
export { writeText } from './write-text.js';
