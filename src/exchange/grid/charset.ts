/** What Windows-1252 has where ISO 8859-1 has control characters: https://encoding.spec.whatwg.org/index-windows-1252.txt */
const WINDOWS_1252 =
  '\u20ac\u0081\u201a\u0192\u201e\u2026\u2020\u2021\u02c6\u2030\u0160\u2039\u0152\u008d\u017d\u008f\u0090\u2018\u2019\u201c\u201d\u2022\u2013\u2014\u02dc\u2122\u0161\u203a\u0153\u009d\u017e\u0178';

export type Charset = 'utf-8' | 'utf-16' | 'windows-1252';

/**
 * The words of a text file in one of the three forms that Excel writes: by its byte order mark, by the zeros of UTF-16, as UTF-8 where it is
 * that throughout, and otherwise as Windows-1252.
 */
export function decodeText(bytes: Uint8Array): { readonly text: string; readonly charset: Charset } {
  const utf16 = utf16Order(bytes);
  if (utf16) return { text: decodeUtf16(bytes, utf16), charset: 'utf-16' };
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), charset: 'utf-8' };
  } catch {
    return { text: decodeWindows1252(bytes), charset: 'windows-1252' };
  }
}

/** By its mark, or where the mark is missing, by every other byte of the beginning being zero. */
function utf16Order(bytes: Uint8Array): 'little' | 'big' | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'little';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'big';
  const start = bytes.subarray(0, 400);
  const zeros = (from: number) => start.filter((byte, index) => index % 2 === from && byte === 0).length;
  const half = start.length / 2;
  if (half < 2) return undefined;
  if (zeros(1) > half * 0.6 && zeros(0) === 0) return 'little';
  return zeros(0) > half * 0.6 && zeros(1) === 0 ? 'big' : undefined;
}

function decodeUtf16(bytes: Uint8Array, order: 'little' | 'big'): string {
  const even = Buffer.from(bytes.subarray(0, bytes.length & ~1));
  return (order === 'big' ? even.swap16() : even).toString('utf16le').replace(/^\ufeff/, '');
}

/** Node 20 reads 0x80 to 0x9f of Windows-1252 as control characters, so the table is our own. */
function decodeWindows1252(bytes: Uint8Array): string {
  return Buffer.from(bytes)
    .toString('latin1')
    .replace(/[\u0080-\u009f]/g, (sign) => WINDOWS_1252[sign.charCodeAt(0) - 0x80] ?? sign);
}
