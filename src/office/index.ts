/**
 * The office: the register on a day becomes the answers that an officer asks for at the terminal, and the messages that are sent to owners.
 *
 * In: facts from `register/`. Out: a `Sheet` of plain words, values for JSON, or messages; the words for ratings, dates and posts are those of
 * the papers. Nothing here knows how wide a terminal is. The commands `status`, `show`, `changes` and `chase` call it.
 */
export { changesSheet } from './changes.js';
export { emlOf } from './eml.js';
export { changesJson } from './json/changes.js';
export { chaseJson } from './json/chase.js';
export { showJson } from './json/show.js';
export { statusJson } from './json/status.js';
export { markdownOf } from './markdown.js';
export { type Mailbox, type Message, messagesOf } from './messages.js';
export { showSheet } from './show.js';
export { statusSheet } from './status.js';
export type * from './types.js';
