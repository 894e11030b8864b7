/**
 * HTML: the view and the templates become one self-contained page.
 *
 * In: a paper in words, and template files. Out: a page that asks for nothing, or what is wrong with the templates. `workflows/` calls it.
 */
export { pageContentId, withEvidence, withoutEvidence } from './embedded-data.js';
export { renderHtml, renderPage } from './render.js';
export type { Part, Templates } from './templates.js';
export { trialPage } from './trial-page.js';
