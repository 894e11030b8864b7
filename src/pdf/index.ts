/**
 * PDF: a page of HTML becomes finished bytes.
 *
 * In: HTML as a string and a small `DocumentInfo`. Out: a PDF's bytes; a `MachineError` where no browser will do it. Only this room touches
 * the browser, and, to unpack the embedded one, a private folder of the disk. `pipeline.ts` and `doctor` call it.
 */

export { pdfContentId } from './content-id.js';
export { diagnosticsOf, type OwnTemplate } from './diagnostics.js';
export { type BrowserFindings, type CandidateFinding, examineBrowser } from './examine.js';
export type { Attachment } from './finish/attachment.js';
export type { BrowserWishes } from './locate.js';
export { BlockedRequest } from './print.js';
export type { PdfText } from './read/index.js';
export { type DocumentInfo, type PaperBrowser, startBrowser } from './start.js';
export { attachmentsOfPdf, heardOfPdf, pdfDifferences, textsOfPdf } from './texts.js';
