import { UnsupportedPdf } from '../syntax/document.js';

/** How every node of the tree of pages begins, as Skia writes it (ISO 32000-1, 7.7.3.2). */
const NODE = '<</Type /Pages\n/Count ';

/** How many pages a PDF of the browser has, without reading it: the root counts them all, and no other node more. */
export function pagesIn(bytes: Uint8Array): number {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let most = 0;
  for (let at = file.indexOf(NODE); at !== -1; at = file.indexOf(NODE, at + 1))
    most = Math.max(
      most,
      Number.parseInt(file.toString('latin1', at + NODE.length, at + NODE.length + 9), 10),
    );
  if (most === 0) throw new UnsupportedPdf('its pages are not counted');
  return most;
}
