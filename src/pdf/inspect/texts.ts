import type { PdfDifference } from './index.js';
import type { PdfText } from './types.js';

/**
 * Everything that can be read in a finished PDF, in stretches of texts that follow one another. Its reader is loaded here, since few papers
 * need it.
 */
export async function textsOfPdf(bytes: Uint8Array): Promise<readonly (readonly PdfText[])[]> {
  const { textsIn } = await import('./index.js');
  return textsIn(bytes);
}

/** The texts of the files that a PDF carries, by name. It may come from anybody. */
export async function attachmentsOfPdf(bytes: Uint8Array): Promise<ReadonlyMap<string, string>> {
  const { attachmentsIn } = await import('./index.js');
  return attachmentsIn(bytes);
}

/** Where a PDF, which may come from anybody, reads otherwise than one of ours. */
export async function pdfDifferences(other: Uint8Array, ours: Uint8Array): Promise<readonly PdfDifference[]> {
  const { differencesIn } = await import('./differences.js');
  return differencesIn(other, ours);
}

/** What a screen reader says of a finished PDF, one line for each thing that is said. Loaded only where somebody asks. */
export async function heardOfPdf(bytes: Uint8Array): Promise<string> {
  const { asHeard } = await import('./as-heard.js');
  return asHeard(bytes);
}
