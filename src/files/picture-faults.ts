/** More than any camera or scanner makes; a browser needs four bytes for each when it prints. */
const MOST_PIXELS = 60_000_000;

/** The kinds of picture that a paper can show, apart from drawings. */
export type RasterKind = 'png' | 'jpeg' | 'gif' | 'webp';

/** How large a picture is, in dots. */
export interface PictureSize {
  readonly width: number;
  readonly height: number;
  /** It has only this shape, as a drawing may, and is drawn as large as there is room. */
  readonly isFree: boolean;
}

interface Walked extends Omit<PictureSize, 'isFree'> {
  /** Whether the file goes on to its own end. */
  readonly isWhole: boolean;
}

/** What kind of picture some bytes begin. */
export function rasterKind(bytes: Uint8Array): RasterKind | undefined {
  const head = Buffer.from(bytes.subarray(0, 12)).toString('latin1');
  if (head.startsWith('\x89PNG\r\n\x1a\n')) return 'png';
  if (head.startsWith('\xff\xd8\xff')) return 'jpeg';
  if (/^GIF8[79]a/.test(head)) return 'gif';
  return head.startsWith('RIFF') && head.endsWith('WEBP') ? 'webp' : undefined;
}

/** How large a picture is or, as the end of a sentence, why it cannot be printed. */
export function measurePicture(
  bytes: Uint8Array,
  kind: RasterKind,
): PictureSize | { readonly fault: string } {
  const walked = walkedSafely(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), kind);
  if (!walked?.isWhole) return { fault: 'is damaged: the file ends too early, or is broken inside' };
  const { width, height } = walked;
  if (width === 0 || height === 0) return { fault: 'is damaged: it has no width or no height' };
  if (width * height > MOST_PIXELS)
    return {
      fault: `is too large: ${width} by ${height} pixels, and at most 60 million in all can be printed`,
    };
  return { width, height, isFree: false };
}

const WALKS: Readonly<Record<RasterKind, (bytes: Buffer) => Walked | undefined>> = {
  png: walkedPng,
  jpeg: walkedJpeg,
  gif: walkedGif,
  webp: walkedWebp,
};

/** Whatever reads past the end finds that the file is cut short. */
function walkedSafely(bytes: Buffer, kind: RasterKind): Walked | undefined {
  try {
    return WALKS[kind](bytes);
  } catch (failure) {
    if (failure instanceof RangeError) return undefined;
    throw failure;
  }
}

/** PNG, section 5.3: chunks of a length, a name, the data and a check sum. */
function walkedPng(bytes: Buffer): Walked | undefined {
  if (bytes.toString('latin1', 12, 16) !== 'IHDR') return undefined;
  // Loaded with the first picture: most commands look at none.
  const { crc32 } = process.getBuiltinModule('node:zlib');
  let hasData = false;
  for (let at = 8; ; ) {
    const length = bytes.readUInt32BE(at);
    const name = bytes.toString('latin1', at + 4, at + 8);
    const end = at + 8 + length;
    // A critical chunk, by its capital letter; what is wrong with others no browser minds.
    if (/^[A-Z]/.test(name) && bytes.readUInt32BE(end) !== crc32(bytes.subarray(at + 4, end)))
      return undefined;
    hasData ||= name === 'IDAT' && length > 0;
    if (name === 'IEND')
      return { width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20), isWhole: hasData };
    at = end + 4;
  }
}

/** ITU-T T.81, annex B: segments, and coded data after each start of a scan. */
function walkedJpeg(bytes: Buffer): Walked | undefined {
  let size: Pick<Walked, 'width' | 'height'> | undefined;
  let hasScan = false;
  for (let at = 2; ; ) {
    if (bytes.readUInt8(at) !== 0xff) return undefined;
    const marker = bytes.readUInt8(at + 1);
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    if (marker === 0xd9) return size && { ...size, isWhole: hasScan };
    const length = bytes.readUInt16BE(at + 2);
    const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
    if (isFrame) size = { height: bytes.readUInt16BE(at + 5), width: bytes.readUInt16BE(at + 7) };
    at += 2 + length;
    if (marker !== 0xda) continue;
    hasScan = true;
    at = afterScan(bytes, at);
  }
}

/** Where coded data end: at a marker that is neither a byte of theirs nor a restart. */
function afterScan(bytes: Buffer, from: number): number {
  for (let at = from; ; at += 2) {
    at = bytes.indexOf(0xff, at);
    if (at === -1) return bytes.length;
    const next = bytes.readUInt8(at + 1);
    if (next !== 0 && !(next >= 0xd0 && next <= 0xd7)) return at;
  }
}

/** GIF89a, section 17 and following: blocks, each ending with an empty part, up to the trailer. */
function walkedGif(bytes: Buffer): Walked | undefined {
  const [width, height] = [bytes.readUInt16LE(6), bytes.readUInt16LE(8)];
  const afterTable = (flags: number, at: number) => (flags & 0x80 ? at + 3 * 2 ** ((flags & 7) + 1) : at);
  const afterParts = (from: number) => {
    let at = from;
    for (let length = bytes.readUInt8(at); length > 0; length = bytes.readUInt8(at)) at += length + 1;
    return at + 1;
  };
  let hasImage = false;
  for (let at = afterTable(bytes.readUInt8(10), 13); ; ) {
    const kind = bytes.readUInt8(at);
    if (kind === 0x3b) return { width, height, isWhole: hasImage };
    if (kind === 0x21) at = afterParts(at + 2);
    else if (kind === 0x2c) {
      hasImage = true;
      at = afterParts(afterTable(bytes.readUInt8(at + 9), at + 10) + 1);
    } else return undefined;
  }
}

/** RFC 9649: one RIFF container, whose length is at its head. */
function walkedWebp(bytes: Buffer): Walked | undefined {
  if (bytes.readUInt32LE(4) + 8 > bytes.length) return undefined;
  const kind = bytes.toString('latin1', 12, 16);
  if (kind === 'VP8X')
    return { width: bytes.readUIntLE(24, 3) + 1, height: bytes.readUIntLE(27, 3) + 1, isWhole: true };
  if (kind === 'VP8L') {
    const packed = bytes.readUInt32LE(21);
    return { width: (packed & 0x3fff) + 1, height: ((packed >>> 14) & 0x3fff) + 1, isWhole: true };
  }
  if (kind !== 'VP8 ') return undefined;
  return { width: bytes.readUInt16LE(26) & 0x3fff, height: bytes.readUInt16LE(28) & 0x3fff, isWhole: true };
}
