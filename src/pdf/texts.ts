import type { PdfText } from './read/index.js';

/** Everything that can be read in a finished PDF, in stretches of texts that follow one another. Its reader is loaded here, since few papers need it. */
export async function textsOfPdf(bytes: Uint8Array): Promise<readonly (readonly PdfText[])[]> {
  const { textsIn } = await import('./read/index.js');
  return textsIn(bytes);
}

/** What a screen reader says of a finished PDF, one line for each thing that is said. Loaded only where somebody asks. */
export async function heardOfPdf(bytes: Uint8Array): Promise<string> {
  const { asHeard } = await import('./read/as-heard.js');
  return asHeard(bytes);
}
