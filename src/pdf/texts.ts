import type { PdfText } from './read/index.js';

/** Everything that can be read in a finished PDF, in stretches of texts that follow one another. Its reader is loaded here, since few papers need it. */
export async function textsOfPdf(bytes: Uint8Array): Promise<readonly (readonly PdfText[])[]> {
  const { textsIn } = await import('./read/index.js');
  return textsIn(bytes);
}
