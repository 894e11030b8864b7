/** A picture as Word can show it. */
export interface WordPicture {
  readonly bytes: Uint8Array;
  readonly ending: 'png' | 'jpeg' | 'gif';
  /** Pixels. */
  readonly width: number;
  readonly height: number;
}

/** The picture in a `data:` address; undefined where Word shows no such picture, as with drawings in SVG. */
export function readPicture(address: string): WordPicture | undefined {
  const [, type = '', data = ''] = /^data:image\/(png|jpeg|gif);base64,(.+)$/s.exec(address) ?? [];
  const ending = (['png', 'jpeg', 'gif'] as const).find((known) => known === type);
  if (!ending) return undefined;
  const bytes = Buffer.from(data, 'base64');
  const size = sizeOf(bytes, ending);
  return size && size.width > 0 && size.height > 0 ? { bytes, ending, ...size } : undefined;
}

function sizeOf(
  bytes: Buffer,
  ending: WordPicture['ending'],
): { readonly width: number; readonly height: number } | undefined {
  if (ending === 'png' && bytes.length >= 24)
    return { width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20) };
  if (ending === 'gif' && bytes.length >= 10)
    return { width: bytes.readUInt16LE(6), height: bytes.readUInt16LE(8) };
  return ending === 'jpeg' ? jpegSize(bytes) : undefined;
}

/** The size stands in the segment that begins a frame: 0xC0 to 0xCF, but for three that begin none. */
function jpegSize(bytes: Buffer): { readonly width: number; readonly height: number } | undefined {
  for (let at = 2; at + 9 < bytes.length && bytes[at] === 0xff; ) {
    const marker = bytes[at + 1] ?? 0;
    const isFrame = marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;
    if (isFrame) return { width: bytes.readUInt16BE(at + 7), height: bytes.readUInt16BE(at + 5) };
    at += 2 + bytes.readUInt16BE(at + 2);
  }
  return undefined;
}
