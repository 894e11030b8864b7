/**
 * Editing: a text and an intention become a text in which everything else is as it was.
 *
 * In: a file's text and what to change. Out: the new text, changed by splices at the places where things stand, so that comments,
 * order, quoting and line ends of all that is not touched stay to the byte. `files/` writes it.
 */
export { fixText } from './fix-text.js';
