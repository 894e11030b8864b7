import { inflateSync } from 'node:zlib';

/** A value in a PDF (ISO 32000-1, 7.3). Strings are bytes, one to a character. */
export type PdfValue =
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'string'; readonly bytes: string }
  | { readonly kind: 'name'; readonly name: string }
  | { readonly kind: 'reference'; readonly id: number }
  | { readonly kind: 'array'; readonly items: readonly PdfValue[] }
  | { readonly kind: 'dictionary'; readonly entries: PdfEntries }
  /** `true`, `false`, `null`, and in a page's content what is to be done. */
  | { readonly kind: 'word'; readonly word: string };

export type PdfEntries = ReadonlyMap<string, PdfValue>;

/** An object with what hangs on it. */
export interface PdfObject {
  readonly value: PdfValue;
  /** The bytes of its stream, unpacked; undefined where it has none. */
  readonly stream: string | undefined;
}

/** The objects of a file, by number. */
export type PdfObjects = ReadonlyMap<number, PdfObject>;

/** What becomes of a stream that cannot be unpacked: it stops the reading, or it is taken for an empty one. */
export type Damage = 'refuse' | 'pass-over';

/** What all streams together may unpack to. A paper of 3,000 actions has a tenth of it; a file that was made to do harm has no end. */
const MOST_UNPACKED = 400_000_000;

/**
 * Every object of a PDF that we made, those packed into object streams too. Only what Chromium and our own finishing write is
 * understood: generation 0, no encryption, streams packed by deflate or not at all.
 *
 * @param damage what to do about streams that cannot be unpacked
 * @throws Error where the file is of any other kind, since what cannot be read cannot be searched
 */
export function readObjects(bytes: Uint8Array, damage: Damage = 'refuse'): PdfObjects {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
  const objects = new Map<number, PdfObject>();
  let room = MOST_UNPACKED;
  // A run of digits without end must not be tried from each of them.
  const begins = /(?<!\d)(\d{1,10}) 0 obj\b/g;
  for (let begin = begins.exec(file); begin; begin = begins.exec(file)) {
    const reader = new PdfReader(file, begins.lastIndex);
    const value = reader.value();
    if (!value) throw new Error(`object ${begin[1]} of the PDF cannot be read`);
    const [stream, end] = streamAfter(file, reader.at, value, room, damage);
    room = Math.max(1, room - (stream?.length ?? 0));
    begins.lastIndex = end;
    objects.set(Number(begin[1]), { value, stream });
    if (stream !== undefined && nameIn(entriesOf(value), 'Type') === 'ObjStm')
      for (const [id, packed] of unpackObjects(stream, entriesOf(value)))
        objects.set(id, { value: packed, stream: undefined });
  }
  return objects;
}

function streamAfter(
  file: string,
  at: number,
  value: PdfValue,
  room: number,
  damage: Damage,
): readonly [stream: string | undefined, end: number] {
  const start = /\s*stream\r?\n/y;
  start.lastIndex = at;
  if (!start.test(file)) return [undefined, at];
  const entries = entriesOf(value);
  const length = entries.get('Length');
  const end = endOfStream(file, start.lastIndex, length?.kind === 'number' ? length.value : undefined);
  const raw = file.slice(start.lastIndex, end);
  const filter = entries.get('Filter');
  const filters = filter?.kind === 'array' ? filter.items : filter ? [filter] : [];
  if (filters.length === 0) return [raw, end];
  // Pictures come in packings of their own, and have no words.
  if (filters.some((found) => found.kind !== 'name' || found.name !== 'FlateDecode')) return ['', end];
  try {
    return [inflateSync(Buffer.from(raw, 'latin1'), { maxOutputLength: room }).toString('latin1'), end];
  } catch (failure) {
    if (damage === 'refuse') throw failure;
    return ['', end];
  }
}

/** Never before its beginning, whatever length it is said to have: the reading must go on. */
function endOfStream(file: string, start: number, length: number | undefined): number {
  if (length !== undefined) return start + Math.max(0, length);
  const end = file.indexOf('endstream', start);
  return end === -1 ? file.length : end;
}

/** ISO 32000-1, 7.5.7: pairs of number and offset, then the objects. */
function unpackObjects(stream: string, entries: PdfEntries): readonly (readonly [number, PdfValue])[] {
  const first = numberIn(entries, 'First') ?? 0;
  const numbers = stream.slice(0, first).trim().split(/\s+/).map(Number);
  let read = 0;
  return numbers.flatMap((id, index) => {
    const offset = numbers[index + 1];
    if (index % 2 === 1 || offset === undefined) return [];
    const reader = new PdfReader(stream, first + offset);
    const value = reader.value();
    read += reader.at - first - offset;
    // They lie one after another. Where they lie upon each other, reading them could take as long as anybody likes.
    if (read > stream.length) throw new Error('the objects of a stream in the PDF overlap');
    return value ? [[id, value]] : [];
  });
}

/** The entries of a dictionary; none where it is something else. */
export function entriesOf(value: PdfValue | undefined): PdfEntries {
  return value?.kind === 'dictionary' ? value.entries : new Map();
}

/** The name under a key. */
export function nameIn(entries: PdfEntries, key: string): string | undefined {
  const value = entries.get(key);
  return value?.kind === 'name' ? value.name : undefined;
}

/** The number under a key. */
export function numberIn(entries: PdfEntries, key: string): number | undefined {
  const value = entries.get(key);
  return value?.kind === 'number' ? value.value : undefined;
}

/** The value, or what it refers to. */
export function resolved(value: PdfValue | undefined, objects: PdfObjects): PdfValue | undefined {
  return value?.kind === 'reference' ? objects.get(value.id)?.value : value;
}

/** The entries of the dictionary under a key, wherever it stands. */
export function entriesAt(entries: PdfEntries, key: string, objects: PdfObjects): PdfEntries {
  return entriesOf(resolved(entries.get(key), objects));
}

/** The values of the array under a key, wherever it stands; none where there is none. */
export function itemsAt(entries: PdfEntries, key: string, objects: PdfObjects): readonly PdfValue[] {
  const value = resolved(entries.get(key), objects);
  return value?.kind === 'array' ? value.items : [];
}

const SPACE = /(?:[\0\t\n\f\r ]|%[^\r\n]*)*/y;
const NUMBER = /[+-]?(?:\d+\.?\d*|\.\d+)/y;
const REFERENCE = /(\d+) 0 R\b/y;
const WORD = /[^\0\t\n\f\r ()<>[\]{}/%]+/y;

/** Reads values one after another. */
export class PdfReader {
  at: number;
  readonly #text: string;

  constructor(text: string, at = 0) {
    this.#text = text;
    this.at = at;
  }

  /** The next value; undefined at the end, and at a bracket that closes. */
  value(): PdfValue | undefined {
    this.#match(SPACE);
    const character = this.#text[this.at];
    if (character === undefined || character === ']' || this.#text.startsWith('>>', this.at))
      return undefined;
    if (character === '/') return this.#name();
    if (character === '(') return this.#literal();
    if (character === '[') return this.#array();
    if (this.#text.startsWith('<<', this.at)) return this.#dictionary();
    if (character === '<') return this.#hexadecimal();
    const reference = this.#match(REFERENCE);
    if (reference) return { kind: 'reference', id: Number(reference[1]) };
    const number = this.#match(NUMBER);
    if (number) return { kind: 'number', value: Number(number[0]) };
    const word = this.#match(WORD);
    if (word) return { kind: 'word', word: word[0] };
    this.at += 1;
    return this.value();
  }

  #match(pattern: RegExp): RegExpExecArray | undefined {
    pattern.lastIndex = this.at;
    const found = pattern.exec(this.#text);
    if (!found) return undefined;
    this.at = pattern.lastIndex;
    return found;
  }

  #name(): PdfValue {
    this.at += 1;
    const written = this.#match(WORD)?.[0] ?? '';
    return {
      kind: 'name',
      name: written.replace(/#([0-9a-f]{2})/gi, (_, code: string) =>
        String.fromCharCode(Number.parseInt(code, 16)),
      ),
    };
  }

  #array(): PdfValue {
    this.at += 1;
    const items: PdfValue[] = [];
    for (let item = this.value(); item; item = this.value()) items.push(item);
    this.at += 1;
    return { kind: 'array', items };
  }

  #dictionary(): PdfValue {
    this.at += 2;
    const entries = new Map<string, PdfValue>();
    for (let key = this.value(); key; key = this.value()) {
      const value = this.value();
      if (key.kind !== 'name' || !value) break;
      entries.set(key.name, value);
    }
    this.at += 2;
    return { kind: 'dictionary', entries };
  }

  #hexadecimal(): PdfValue {
    const end = this.#text.indexOf('>', this.at);
    const digits = this.#text.slice(this.at + 1, end).replace(/\s+/g, '');
    this.at = end + 1;
    return {
      kind: 'string',
      bytes: Buffer.from(digits.length % 2 ? `${digits}0` : digits, 'hex').toString('latin1'),
    };
  }

  /** ISO 32000-1, 7.3.4.2: brackets in pairs, and what follows a backslash. */
  #literal(): PdfValue {
    let bytes = '';
    let depth = 0;
    for (;;) {
      const character = this.#text[this.at];
      this.at += 1;
      if (character === undefined) break;
      if (character === '\\') bytes += this.#escaped();
      else if (character === '(') {
        if (depth > 0) bytes += character;
        depth += 1;
      } else if (character === ')') {
        depth -= 1;
        if (depth === 0) break;
        bytes += character;
      } else bytes += character;
    }
    return { kind: 'string', bytes };
  }

  #escaped(): string {
    const octal = this.#match(/[0-7]{1,3}/y);
    if (octal) return String.fromCharCode(Number.parseInt(octal[0], 8) & 0xff);
    if (this.#match(/\r?\n/y)) return '';
    const character = this.#text[this.at] ?? '';
    this.at += 1;
    return { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' }[character] ?? character;
  }
}
