import { PdfDocument, UnsupportedPdf } from './document.js';
import { FREE, Objects } from './objects.js';
import { type Dict, isDict, Name, Ref, Stream, Text, type Value } from './values.js';

/**
 * Reads a PDF as Skia writes it: one classic cross-reference section, generation 0 throughout, lengths given directly, no object
 * streams. Anything else is refused, since it would be guesswork.
 */
export function readPdf(bytes: Uint8Array): PdfDocument {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const start = file.lastIndexOf('startxref', undefined, 'latin1');
  const table = start === -1 ? 0 : Number.parseInt(file.toString('latin1', start + 9, start + 40), 10);
  const reader = new Reader(file);
  if (file.toString('latin1', table, table + 4) !== 'xref')
    throw new UnsupportedPdf('it has no cross-reference table');
  const { offsets, trailer } = readTable(file, table, reader);
  const root = trailer.get('Root');
  const info = trailer.get('Info');
  if (!(root instanceof Ref && info instanceof Ref) || trailer.has('Prev') || trailer.has('Encrypt'))
    throw new UnsupportedPdf('its trailer holds other things');
  return new PdfDocument(new Objects(file, offsets, reader), root, info);
}

function readTable(
  file: Buffer,
  table: number,
  reader: Reader,
): { readonly offsets: readonly number[]; readonly trailer: Dict } {
  const head = /^xref\s+0 (\d+)\s+/.exec(file.toString('latin1', table, table + 40));
  if (!head) throw new UnsupportedPdf('its cross-reference table has parts');
  const first = table + head[0].length;
  const count = Number(head[1]);
  const rows = file.toString('latin1', first, first + count * 20);
  const offsets: number[] = [];
  for (let number = 0; number < count; number += 1) {
    const isUsed = number > 0 && rows.charCodeAt(number * 20 + 17) === 0x6e;
    offsets.push(isUsed ? Number.parseInt(rows.slice(number * 20, number * 20 + 10), 10) : FREE);
  }
  const trailer = reader.valueAt(file.indexOf('<<', first + count * 20, 'latin1'));
  if (!isDict(trailer)) throw new UnsupportedPdf('it has no trailer');
  return { offsets, trailer };
}

const [SLASH, LESS, MORE, OPEN, CLOSE, SQUARE, UNSQUARE, BACKSLASH, R] = Buffer.from('/<>()[]\\R');

/** For each byte: 1 white space, 2 a delimiter, 0 anything else (ISO 32000-1, 7.2.2). */
export const BYTE_CLASS: Uint8Array = Uint8Array.from({ length: 256 }, (_, byte) =>
  [0, 9, 10, 12, 13, 32].includes(byte) ? 1 : Buffer.from('()<>[]{}/%').includes(byte) ? 2 : 0,
);

/** Reads values at a moving place. */
export class Reader {
  readonly #bytes: Buffer;
  #at = 0;

  constructor(bytes: Uint8Array) {
    this.#bytes = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  }

  /** Where reading would go on. */
  get at(): number {
    return this.#at;
  }

  valueAt(offset: number): Value {
    this.#at = offset;
    return this.#value();
  }

  objectAt(offset: number, number: number): Value {
    this.#at = offset;
    if (this.#value() !== number || this.#value() !== 0 || this.#word() !== 'obj')
      throw new UnsupportedPdf(`object ${number} is not where it should be`);
    const value = this.#value();
    if (!isDict(value) || this.#word() !== 'stream') return value;
    const length = value.get('Length');
    if (typeof length !== 'number') throw new UnsupportedPdf('the length of a stream stands elsewhere');
    const start = this.#at + (this.#bytes[this.#at] === 13 ? 2 : 1);
    return new Stream(value, this.#bytes.subarray(start, start + length));
  }

  #skip(): void {
    while (BYTE_CLASS[this.#bytes[this.#at] ?? 33] === 1) this.#at += 1;
  }

  /** The bytes up to the next delimiter. */
  #word(): string {
    this.#skip();
    const start = this.#at;
    while (this.#at < this.#bytes.length && BYTE_CLASS[this.#bytes[this.#at] ?? 32] === 0) this.#at += 1;
    return this.#bytes.toString('latin1', start, this.#at);
  }

  #value(): Value {
    this.#skip();
    const byte = this.#bytes[this.#at];
    if (byte === SLASH) {
      this.#at += 1;
      return Name.of(this.#word());
    }
    if (byte === LESS) return this.#bytes[this.#at + 1] === LESS ? this.#dict() : this.#hexadecimal();
    if (byte === SQUARE) return this.#array();
    if (byte === OPEN) return this.#literal();
    return this.#numberOrWord();
  }

  #numberOrWord(): Value {
    const word = this.#word();
    const number = Number(word);
    if (word !== '' && !Number.isNaN(number)) return this.#isRef() ? new Ref(number) : number;
    if (word === 'true' || word === 'false') return word === 'true';
    if (word === 'null') return null;
    throw new UnsupportedPdf(`'${word.slice(0, 20)}' stands where a value should`);
  }

  /** Passes over ` 0 R` if that is here. */
  #isRef(): boolean {
    const bytes = this.#bytes;
    const at = this.#at;
    if (bytes[at] !== 32 || bytes[at + 1] !== 48 || bytes[at + 2] !== 32 || bytes[at + 3] !== R) return false;
    if (BYTE_CLASS[bytes[at + 4] ?? 32] === 0) return false;
    this.#at = at + 4;
    return true;
  }

  #dict(): Dict {
    this.#at += 2;
    const dict: Dict = new Map();
    for (;;) {
      this.#skip();
      const byte = this.#bytes[this.#at];
      if (byte === MORE) {
        this.#at += 2;
        return dict;
      }
      if (byte !== SLASH) throw new UnsupportedPdf('a dictionary has a key that is no name');
      this.#at += 1;
      const key = this.#word();
      dict.set(key, this.#value());
    }
  }

  #array(): readonly Value[] {
    this.#at += 1;
    const values: Value[] = [];
    for (;;) {
      this.#skip();
      if (this.#bytes[this.#at] === UNSQUARE) {
        this.#at += 1;
        return values;
      }
      values.push(this.#value());
    }
  }

  #hexadecimal(): Text {
    const start = this.#at;
    const end = this.#bytes.indexOf('>', start, 'latin1');
    if (end === -1) throw new UnsupportedPdf('a string does not end');
    this.#at = end + 1;
    return new Text(this.#bytes.toString('latin1', start, this.#at));
  }

  #literal(): Text {
    const start = this.#at;
    let depth = 0;
    do {
      const byte = this.#bytes[this.#at];
      if (byte === undefined) throw new UnsupportedPdf('a string does not end');
      if (byte === BACKSLASH) this.#at += 1;
      else if (byte === OPEN) depth += 1;
      else if (byte === CLOSE) depth -= 1;
      this.#at += 1;
    } while (depth > 0);
    return new Text(this.#bytes.toString('latin1', start, this.#at));
  }
}
