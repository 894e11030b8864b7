/**
 * Markdown: an author's Markdown becomes blocks and safe HTML; raw HTML prints as text.
 *
 * In: Markdown. Out: `Html`, a type that only this room makes, plain words, and what is wrong. `model/`, `view/` and `html/` call it.
 */
export { joinLines } from './characters.js';
export { characterNumbered, decodeEntities } from './entities.js';
export { asParagraph, escapeHtml, joinHtml, linkWithin, paragraphHtml, wordsIn } from './escape.js';
export { startFootnotes } from './footnotes.js';
export { findGarbled } from './garbled.js';
export type { Html } from './html.js';
export { bodyText, type LeadText, leadText, plainText } from './plain-text.js';
export { picturesIn, proseProblems } from './problems.js';
export {
  type Pictures,
  type ProseContext,
  proseBlocks,
  proseHtml,
  proseInColumn,
  proseInline,
  proseInlineInColumn,
} from './render.js';
export { needsWidth } from './wide.js';
