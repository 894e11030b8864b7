/**
 * PDF: a page of HTML becomes finished bytes.
 *
 * In: HTML and its `DocumentInfo`. Out: a PDF's bytes; a `MachineError` where no browser will do it. `workflows/` and `doctor` call it.
 */
export type { BrowserWishes } from './browser/find-browser.js';
export { BlockedRequest } from './browser/print.js';
export { type BrowserFindings, type CandidateFinding, examineBrowser } from './diagnose-browser.js';
export { explainFailure, type OwnTemplate } from './diagnostics.js';
export { pdfContentId } from './inspect/content-id.js';
export { attachmentsOfPdf, heardOfPdf, pdfDifferences, textsOfPdf } from './inspect/texts.js';
export { type PaperBrowser, startBrowser } from './paper-browser.js';
