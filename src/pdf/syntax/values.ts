/**
 * The values of a PDF (ISO 32000-1, 7.3). Names and strings keep their source as the file has it, so that what is not changed comes
 * out as it went in.
 */
export type Value = null | boolean | number | Name | Text | Ref | Dict | Stream | Written | readonly Value[];

/** A dictionary. Those of the file which is being finished are changed in place. */
export type Dict = Map<string, Value>;

/** A name without its slash, `#xx` as written. Each exists once, so that they can be compared. */
export class Name {
  static readonly #known = new Map<string, Name>();
  readonly text: string;

  private constructor(text: string) {
    this.text = text;
  }

  static of(text: string): Name {
    const known = Name.#known.get(text);
    if (known) return known;
    const fresh = new Name(text);
    Name.#known.set(text, fresh);
    return fresh;
  }
}

/** A string with its brackets, literal or hexadecimal. */
export class Text {
  readonly source: string;

  constructor(source: string) {
    this.source = source;
  }

  /** Words as a text string: UTF-16 with a byte order mark (7.9.2.2). */
  static of(words: string): Text {
    let hex = '<FEFF';
    for (let at = 0; at < words.length; at += 1)
      hex += words.charCodeAt(at).toString(16).padStart(4, '0').toUpperCase();
    return new Text(`${hex}>`);
  }

  /** Plain ASCII, such as a date or an address. */
  static ascii(words: string): Text {
    return new Text(`(${words.replace(/[\\()]/g, '\\$&')})`);
  }
}

/** A reference to an object; its generation is always 0. */
export class Ref {
  readonly number: number;

  constructor(number: number) {
    this.number = number;
  }
}

/** A stream, as it lies in the file: compressed where its dictionary says so. */
export class Stream {
  readonly dict: Dict;
  readonly bytes: Uint8Array;

  constructor(dict: Dict, bytes: Uint8Array) {
    this.dict = dict;
    this.bytes = bytes;
  }
}

/** Writes a value as a file has it. */
export type Writer = (value: Value) => string;

/** An object that writes itself: of the thousands of one shape, a dictionary each would cost more than all else that is done with them. */
export class Written {
  /** What it refers to. */
  readonly refs: readonly Ref[];
  readonly sourceBy: (write: Writer) => string;

  constructor(refs: readonly Ref[], sourceBy: (write: Writer) => string) {
    this.refs = refs;
    this.sourceBy = sourceBy;
  }
}

/** A dictionary from pairs, in their order. */
export function makeDict(entries: Readonly<Record<string, Value | undefined>>): Dict {
  const dict: Dict = new Map();
  for (const [key, value] of Object.entries(entries)) if (value !== undefined) dict.set(key, value);
  return dict;
}

export function isArray(value: Value | undefined): value is readonly Value[] {
  return Array.isArray(value);
}

export function isDict(value: Value | undefined): value is Dict {
  return value instanceof Map;
}

/** The words of a string: UTF-16 where it begins with a byte order mark, otherwise Latin-1, which is near enough to PDFDocEncoding. */
export function decodeText({ source }: Text): string {
  const bytes = source.startsWith('<') ? hexBytes(source) : literalBytes(source);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes.subarray(2));
  return Buffer.from(bytes).toString('latin1');
}

function hexBytes(source: string): Uint8Array {
  const digits = source.slice(1, -1).replace(/\s/g, '');
  return Buffer.from(digits.length % 2 === 0 ? digits : `${digits}0`, 'hex');
}

const ESCAPED: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' };

function literalBytes(source: string): Uint8Array {
  const plain = source
    .slice(1, -1)
    .replace(
      /\\(?:([0-7]{1,3})|(\r\n|[\s\S]))/g,
      (_, octal: string | undefined, other: string | undefined) =>
        octal !== undefined
          ? String.fromCharCode(Number.parseInt(octal, 8) & 0xff)
          : /^[\r\n]/.test(other ?? '')
            ? ''
            : (ESCAPED[other ?? ''] ?? other ?? ''),
    );
  return Buffer.from(plain, 'latin1');
}
