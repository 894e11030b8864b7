import { type Evidence, FACTS_FILE, readEvidence } from '../facts/index.js';
import { pageContentId, withoutEvidence } from '../html/index.js';
import { attachmentsOfPdf, pdfContentId } from '../pdf/index.js';
import type { Format } from '../workflows/compose-pages.js';
import type { Verification } from './types.js';

/** A file that may be a paper. */
export interface OpenedPaper {
  readonly format: Format | undefined;
  /** Whether anything in it says that this program made it. No single change can take all of that away. */
  readonly isOurs: boolean;
  readonly contentId: Verification['contentId'];
  readonly evidence: Evidence | undefined;
}

/** What a file says of itself. It may have been altered, or written to do harm: nothing of it is believed. */
export async function inspectFile(bytes: Uint8Array): Promise<OpenedPaper> {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
  const format = detectFormat(text);
  const contentId = format === 'html' ? pageContentId(bytes) : pdfContentId(bytes);
  const isOurs =
    format !== undefined &&
    (contentId.said !== undefined ||
      text.includes(format === 'pdf' ? '<xmp:CreatorTool>scrutiny' : 'Made by scrutiny '));
  const carried = isOurs ? await carriedBy(bytes, format) : undefined;
  return { format, isOurs, contentId, evidence: carried === undefined ? undefined : readEvidence(carried) };
}

function detectFormat(text: string): Format | undefined {
  if (text.startsWith('%PDF-') || /\nstartxref\n\d+\n/.test(text.slice(-64))) return 'pdf';
  return /^\s*<!doctype html/i.test(text.slice(0, 200)) || /<\/html>\s*$/i.test(text.slice(-64))
    ? 'html'
    : undefined;
}

/** The data that a file carries. Whatever is wrong with it, it is the file's fault. */
async function carriedBy(bytes: Uint8Array, format: Format): Promise<string | undefined> {
  if (format === 'html') return withoutEvidence(Buffer.from(bytes).toString('utf8')).data;
  try {
    return (await attachmentsOfPdf(bytes)).get(FACTS_FILE);
  } catch {
    return undefined;
  }
}
