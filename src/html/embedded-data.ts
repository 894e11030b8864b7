import { BLANK_ID, type ContentId, sha256 } from '../hash/index.js';

/** Data that a page for the web carries, and the id by which it can be told whether it was changed. */
const BEGINS = '<script type="application/ld+json" data-content-id="';
const ENDS = '</script>';

/**
 * Puts data into a page as a block that no browser runs (https://html.spec.whatwg.org/#data-block), and with it the page's content id:
 * the SHA-256 of the whole file in which the id itself is blank.
 *
 * @param json data as JSON, in which no `<` is left
 */
export function withEvidence(html: string, json: string): string {
  const at = html.indexOf('</head>');
  const place = at === -1 ? html.length : at;
  const [before, after] = [`${html.slice(0, place)}${BEGINS}`, `">${json}${ENDS}\n${html.slice(place)}`];
  return `${before}${sha256([before, BLANK_ID, after])}${after}`;
}

/** A page as it was before data were put into it, and the data; all of it and nothing where it carries none. */
export function withoutEvidence(html: string): { readonly page: string; readonly data: string | undefined } {
  const at = html.lastIndexOf(BEGINS);
  const from = html.indexOf('>', at) + 1;
  const to = html.indexOf(ENDS, from);
  return at === -1 || from === 0 || to === -1
    ? { page: html, data: undefined }
    : { page: html.slice(0, at) + html.slice(to + ENDS.length + 1), data: html.slice(from, to) };
}

/** The id that a page gives itself, undefined where it gives none; and the one that it has. */
export function pageContentId(bytes: Uint8Array): ContentId {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const at = file.lastIndexOf(BEGINS);
  const from = at + BEGINS.length;
  const said = at === -1 ? '' : file.toString('latin1', from, from + BLANK_ID.length);
  if (!/^[0-9a-f]{64}$/.test(said)) return { said: undefined, found: sha256([file]) };
  const found = sha256([file.subarray(0, from), BLANK_ID, file.subarray(from + BLANK_ID.length)]);
  return { said, found };
}
