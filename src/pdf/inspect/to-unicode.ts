import { PdfReader, type PdfValue } from './syntax.js';

/** A font's codes, two bytes each, as the characters that they stand for. */
export type ToUnicode = ReadonlyMap<number, string>;

/** Reads a ToUnicode map (ISO 32000-1, 9.10.3). */
export function toUnicodeFrom(stream: string): ToUnicode {
  const map = new Map<number, string>();
  const reader = new PdfReader(stream);
  let given: PdfValue[] = [];
  for (let value = reader.value(); value; value = reader.value()) {
    if (value.kind !== 'word') {
      given.push(value);
      continue;
    }
    if (value.word === 'endbfchar') addCharacters(map, given);
    else if (value.word === 'endbfrange') addRanges(map, given);
    given = [];
  }
  return map;
}

function addCharacters(map: Map<number, string>, given: readonly PdfValue[]): void {
  for (let at = 0; at + 1 < given.length; at += 2)
    map.set(readCode(given[at]), readCharacters(given[at + 1]));
}

function addRanges(map: Map<number, string>, given: readonly PdfValue[]): void {
  for (let at = 0; at + 2 < given.length; at += 3) {
    const [first, last, target] = [readCode(given[at]), readCode(given[at + 1]), given[at + 2]];
    for (let code = first; code <= last; code += 1) {
      if (target?.kind === 'array') map.set(code, readCharacters(target.items[code - first]));
      else {
        const start = readCharacters(target);
        const point = (start.codePointAt(0) ?? 0) + code - first;
        map.set(code, String.fromCodePoint(point));
      }
    }
  }
}

function readCode(value: PdfValue | undefined): number {
  const bytes = value?.kind === 'string' ? value.bytes : '';
  return [...bytes].reduce((code, byte) => code * 256 + byte.charCodeAt(0), 0);
}

function readCharacters(value: PdfValue | undefined): string {
  return value?.kind === 'string' ? utf16(value.bytes) : '';
}

/** Bytes, high before low, as characters. */
export function utf16(bytes: string): string {
  let text = '';
  for (let at = 0; at + 1 < bytes.length; at += 2)
    text += String.fromCharCode(bytes.charCodeAt(at) * 256 + bytes.charCodeAt(at + 1));
  return text;
}

/** A text outside the pages: UTF-16 or UTF-8 where it says so, otherwise one byte to a character (ISO 32000-1, 7.9.2). */
export function textString(bytes: string): string {
  if (bytes.startsWith('\xfe\xff')) return utf16(bytes.slice(2));
  if (bytes.startsWith('\xef\xbb\xbf')) return Buffer.from(bytes.slice(3), 'latin1').toString('utf8');
  return bytes;
}
