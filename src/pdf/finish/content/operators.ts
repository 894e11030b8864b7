import { BYTE_CLASS, Reader } from '../syntax/read.js';
import type { Value } from '../syntax/values.js';
import type { Matrix } from './geometry.js';

/** An operator as one number, its first byte lowest, so that none of the many in a long paper becomes a string. */
export function codeOf(operator: string): number {
  let code = 0;
  for (let at = operator.length - 1; at >= 0; at -= 1) code = (code << 8) | operator.charCodeAt(at);
  return code;
}

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
