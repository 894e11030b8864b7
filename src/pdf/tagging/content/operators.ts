import { BYTE_CLASS, Reader } from '../../syntax/read.js';
import type { Value } from '../../syntax/values.js';
import type { Matrix } from './geometry.js';

/** An operator as one number, its first byte lowest, so that none of the many in a long paper becomes a string. */
export function codeOf(operator: string): number {
  let code = 0;
  for (let at = operator.length - 1; at >= 0; at -= 1) code = (code << 8) | operator.charCodeAt(at);
  return code;
}

/** What is between the place of a glyph and its number. */
const TO_NEXT_GLYPH = Buffer.from(' 0 Td <');

const IS_IN_NUMBER: Uint8Array = Uint8Array.from({ length: 256 }, (_, byte) =>
  Buffer.from('0123456789.-').includes(byte) ? 1 : 0,
);

/** Reads the operators of a content stream one by one (ISO 32000-1, 7.8.2); what stood before each is there until the next is read. */
export class Operators {
  readonly #bytes: Uint8Array;
  readonly #reader: Reader;
  readonly #numbers = new Float64Array(8);
  #count = 0;
  #nameStart = 0;
  #nameEnd = 0;
  #at = 0;

  /** Where the operator stands, with what belongs to it. */
  start = 0;
  /** Where the string before it begins and ends, without its brackets. */
  hexStart = 0;
  hexEnd = 0;
  /** The dictionary before it. */
  properties: Value = null;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
    this.#reader = new Reader(bytes);
  }

  /** Behind the operator. */
  get end(): number {
    return this.#at;
  }

  /** The name before it, without its slash. */
  get name(): string {
    let text = '';
    for (let at = this.#nameStart; at < this.#nameEnd; at += 1)
      text += String.fromCharCode(this.#bytes[at] ?? 0);
    return text;
  }

  number(index: number): number {
    return this.#numbers[index] ?? 0;
  }

  get matrix(): Matrix {
    const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0] = this.#numbers;
    return [a, b, c, d, e, f];
  }

  /**
   * Whether the next line is one more glyph of the line of text, as in `6.29 0 Td <0031> Tj`: then it has been read. Skia places each glyph
   * by itself, so that nearly all of a page is this.
   */
  hasNextGlyph(): boolean {
    const bytes = this.#bytes;
    let at = this.#at;
    if (bytes[at] !== 10) return false;
    do at += 1;
    while (IS_IN_NUMBER[bytes[at] ?? 0] === 1);
    for (const byte of TO_NEXT_GLYPH) if (bytes[at++] !== byte) return false;
    if (bytes[at + 4] !== 62 || bytes[at + 5] !== 32 || bytes[at + 6] !== 84 || bytes[at + 7] !== 106)
      return false;
    this.hexStart = at;
    this.hexEnd = at + 4;
    this.#at = at + 8;
    return true;
  }

  /** Reads on to the next operator; 0 at the end. */
  next(): number {
    const bytes = this.#bytes;
    this.#count = 0;
    this.start = -1;
    while (this.#at < bytes.length) {
      const byte = bytes[this.#at] ?? 32;
      if (BYTE_CLASS[byte] === 1) {
        this.#at += 1;
        continue;
      }
      if (this.start === -1) this.start = this.#at;
      if ((byte >= 48 && byte <= 57) || byte === 46 || byte === 45) this.#readNumber();
      else if (byte === 47) this.#readName();
      else if (byte === 60) this.#readBracketed();
      else if (byte === 91) this.#skipArray();
      else return this.#readOperator();
    }
    return 0;
  }

  #readNumber(): void {
    const bytes = this.#bytes;
    let at = this.#at;
    const isNegative = bytes[at] === 45;
    if (isNegative) at += 1;
    let value = 0;
    let scale = 0;
    for (; at < bytes.length; at += 1) {
      const byte = bytes[at] ?? 32;
      if (byte === 46) scale = 1;
      else if (byte >= 48 && byte <= 57) {
        value = value * 10 + byte - 48;
        scale *= 10;
      } else break;
    }
    if (this.#count < 8) this.#numbers[this.#count] = (isNegative ? -value : value) / (scale || 1);
    this.#count += 1;
    // A byte that belongs to no number would otherwise be met again for ever.
    this.#at = at;
  }

  #readName(): void {
    this.#nameStart = this.#at + 1;
    do this.#at += 1;
    while (this.#at < this.#bytes.length && BYTE_CLASS[this.#bytes[this.#at] ?? 32] === 0);
    this.#nameEnd = this.#at;
  }

  #readBracketed(): void {
    if (this.#bytes[this.#at + 1] === 60) {
      this.properties = this.#reader.valueAt(this.#at);
      this.#at = this.#reader.at;
      return;
    }
    this.hexStart = this.#at + 1;
    while (this.#at < this.#bytes.length && this.#bytes[this.#at] !== 62) this.#at += 1;
    this.hexEnd = this.#at;
    this.#at += 1;
  }

  /** Only a dash pattern or what belongs to TJ, which the walk does not pass. */
  #skipArray(): void {
    while (this.#at < this.#bytes.length && this.#bytes[this.#at] !== 93) this.#at += 1;
    this.#at += 1;
  }

  #readOperator(): number {
    const bytes = this.#bytes;
    let code = bytes[this.#at] ?? 0;
    this.#at += 1;
    for (
      let shift = 8;
      this.#at < bytes.length && BYTE_CLASS[bytes[this.#at] ?? 32] === 0;
      this.#at += 1, shift += 8
    )
      code |= (bytes[this.#at] ?? 0) << shift;
    return code;
  }
}
