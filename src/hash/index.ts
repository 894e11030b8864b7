/**
 * Hash: SHA-256 of texts and files, and how a file gives itself an id by it.
 *
 * In: texts and bytes. Out: 64 digits. A leaf, so that papers, pages, facts and reports are known in one way.
 */
export { BLANK_ID, type ContentId } from './content-id.js';
export { sha256 } from './sha256.js';
