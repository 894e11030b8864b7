import { BLANK_ID, type ContentId, sha256 } from '../../hash/index.js';

/** The file identifier of the trailer (ISO 32000-1, 14.4) as finished papers have it, twice the same. */
const ID = '/ID[<';
const LENGTH = `${ID}${BLANK_ID}> <${BLANK_ID}>]`.length;
const FORM = /^\/ID\[<([0-9a-f]{64})> <([0-9a-f]{64})>\]$/;

/** SHA-256 of a whole PDF in which the id itself is blank: no byte of a paper can change without it. */
export function pdfContentId(bytes: Uint8Array): ContentId {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const at = file.lastIndexOf(ID, file.length, 'latin1');
  const [, first, second] = FORM.exec(at === -1 ? '' : file.toString('latin1', at, at + LENGTH)) ?? [];
  if (first === undefined) return { said: undefined, found: sha256([file]) };
  const found = sha256([
    file.subarray(0, at),
    Buffer.from(`${ID}${BLANK_ID}> <${BLANK_ID}>]`, 'latin1'),
    file.subarray(at + LENGTH),
  ]);
  return { said: first === second ? first : undefined, found };
}
