/**
 * Editing: a text and an intention become a text in which everything else is as it was, to the byte.
 *
 * In: a file's text and what to change. Out: the new text. `workflows/` calls it and `files/` writes the text.
 */
export { fixText } from './fix-text.js';
