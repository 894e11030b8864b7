import { crc32, deflateRawSync, inflateRawSync } from 'node:zlib';
import { UsageError } from '../../diagnostics/index.js';
import { LARGEST_PART, LARGEST_WHOLE, MOST_PARTS } from './limits.js';

/** The files within a packed file, by name. */
export type Parts = ReadonlyMap<string, Uint8Array>;

const END_OF_DIRECTORY = 0x06054b50;
const DIRECTORY_ENTRY = 0x02014b50;
const LOCAL_HEADER = 0x04034b50;
const STORED = 0;
const DEFLATED = 8;

/**
 * Unpacks a ZIP file that may come from a stranger: what its directory claims is checked before anything is unpacked, and each part is
 * unpacked no further than its limit, whatever was claimed.
 *
 * @param isWanted whether a part is of use; all others are left packed
 * @throws UsageError where it is damaged, protected by a password, or more than a tracker can be
 */
export function unzip(file: string, bytes: Uint8Array, isWanted: (name: string) => boolean): Parts {
  const archive = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const parts = new Map<string, Uint8Array>();
  let left = LARGEST_WHOLE;
  for (const entry of readDirectory(file, archive)) {
    if (!isWanted(entry.name) || parts.has(entry.name)) continue;
    if (entry.flags & 1)
      throw new UsageError(`${file} is protected by a password. Save it without one first.`);
    if (entry.size > LARGEST_PART || entry.size > left) throw tooLarge(file);
    const part = inflate(file, archive, entry, Math.min(LARGEST_PART, left));
    left -= part.length;
    if (Buffer.from(part.buffer, part.byteOffset, part.byteLength).includes('<!DOCTYPE'))
      throw definesEntities(file);
    parts.set(entry.name, part);
  }
  return parts;
}

/** The names of all parts. */
export function listParts(file: string, bytes: Uint8Array): readonly string[] {
  const archive = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return readDirectory(file, archive).map(({ name }) => name);
}

interface Entry {
  readonly name: string;
  readonly flags: number;
  readonly method: number;
  readonly packed: number;
  readonly size: number;
  readonly offset: number;
}

function readDirectory(file: string, archive: Buffer): readonly Entry[] {
  const end = archive.subarray(-65_557).lastIndexOf(Buffer.from('PK\x05\x06', 'latin1'));
  const at = Math.max(0, archive.length - 65_557) + end;
  if (end < 0 || at + 22 > archive.length || archive.readUInt32LE(at) !== END_OF_DIRECTORY)
    throw damaged(file);
  const count = archive.readUInt16LE(at + 10);
  if (count > MOST_PARTS) throw tooLarge(file);
  const entries: Entry[] = [];
  let place = archive.readUInt32LE(at + 16);
  for (let index = 0; index < count; index += 1) {
    if (place + 46 > archive.length || archive.readUInt32LE(place) !== DIRECTORY_ENTRY) throw damaged(file);
    const nameLength = archive.readUInt16LE(place + 28);
    const rest = archive.readUInt16LE(place + 30) + archive.readUInt16LE(place + 32);
    entries.push({
      name: archive
        .toString('utf8', place + 46, place + 46 + nameLength)
        .replaceAll('\\', '/')
        .replace(/^\/+/, ''),
      flags: archive.readUInt16LE(place + 8),
      method: archive.readUInt16LE(place + 10),
      packed: archive.readUInt32LE(place + 20),
      size: archive.readUInt32LE(place + 24),
      offset: archive.readUInt32LE(place + 42),
    });
    place += 46 + nameLength + rest;
  }
  return entries;
}

function inflate(
  file: string,
  archive: Buffer,
  { method, packed, offset }: Entry,
  limit: number,
): Uint8Array {
  if (offset + 30 > archive.length || archive.readUInt32LE(offset) !== LOCAL_HEADER) throw damaged(file);
  const start = offset + 30 + archive.readUInt16LE(offset + 26) + archive.readUInt16LE(offset + 28);
  if (start + packed > archive.length) throw damaged(file);
  const data = archive.subarray(start, start + packed);
  if (method === STORED) {
    if (data.length > limit) throw tooLarge(file);
    return data;
  }
  if (method !== DEFLATED) throw damaged(file);
  try {
    return inflateRawSync(data, { maxOutputLength: limit });
  } catch (failure) {
    throw failure instanceof RangeError ? tooLarge(file) : damaged(file);
  }
}

/** No program for tables or documents writes any; who defines one has something else in mind. */
export function definesEntities(file: string): UsageError {
  return new UsageError(`${file} defines entities of its own, which no program for tables writes.`);
}

function damaged(file: string): UsageError {
  return new UsageError(
    `${file} is damaged: it cannot be unpacked. Open it in the program that made it and save it again.`,
  );
}

function tooLarge(file: string): UsageError {
  return new UsageError(
    `${file} unpacks to more than ${LARGEST_PART / 1_000_000} MB in a part, ${LARGEST_WHOLE / 1_000_000} MB in all or ${MOST_PARTS} parts, which no tracker does.`,
  );
}

/** Parts as a ZIP file, unpacked: what a library is given holds no more than was unpacked here. */
export function zip(parts: Parts): Uint8Array {
  return writeZip(parts, (part) => ({ method: STORED, data: part }));
}

/** Parts as a ZIP file, packed. */
export function packZip(parts: Parts): Uint8Array {
  return writeZip(parts, (part) => ({ method: DEFLATED, data: deflateRawSync(part, { level: 9 }) }));
}

function writeZip(
  parts: Parts,
  pack: (part: Uint8Array) => { readonly method: number; readonly data: Uint8Array },
): Uint8Array {
  const chunks: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const [name, part] of parts) {
    const bytes = Buffer.from(name);
    const { method, data } = pack(part);
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt16LE(0x800, 2);
    common.writeUInt16LE(method, 4);
    // The first day that the format can name.
    common.writeUInt16LE(0x21, 8);
    common.writeUInt32LE(crc32(part), 10);
    common.writeUInt32LE(data.length, 14);
    common.writeUInt32LE(part.length, 18);
    common.writeUInt16LE(bytes.length, 22);
    chunks.push(Buffer.from('PK\x03\x04', 'latin1'), common, bytes, Buffer.from(data));
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(offset, 10);
    directory.push(Buffer.from('PK\x01\x02\x14\x00', 'latin1'), common, tail, bytes);
    offset += 30 + bytes.length + data.length;
  }
  const listed = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(END_OF_DIRECTORY, 0);
  end.writeUInt16LE(parts.size, 8);
  end.writeUInt16LE(parts.size, 10);
  end.writeUInt32LE(listed.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...chunks, listed, end]);
}
