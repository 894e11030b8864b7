import { inflateSync } from 'node:zlib';
import { Reader } from '../../src/pdf/syntax/read.js';
import { type Dict, isDict, Name, Ref, Stream, type Value } from '../../src/pdf/syntax/values.js';

/** The objects of a finished PDF, those in object streams too, to look at what readers of PDFs do not tell. */
export class PdfObjects {
  readonly #objects = new Map<number, Value>();
  readonly root: Dict;
  readonly id: readonly Value[];

  constructor(bytes: Uint8Array) {
    const text = Buffer.from(bytes).toString('latin1');
    const reader = new Reader(bytes);
    let trailer: Dict | undefined;
    for (const match of text.matchAll(/(?<=^|\n)(\d+) 0 obj\n/g)) {
      const object = reader.objectAt(match.index, Number(match[1]));
      this.#objects.set(Number(match[1]), object);
      if (!(object instanceof Stream)) continue;
      if (object.dict.get('Type') === Name.of('XRef')) trailer = object.dict;
      if (object.dict.get('Type') === Name.of('ObjStm')) this.#unpack(object);
    }
    this.root = this.dict(trailer?.get('Root') ?? null);
    this.id = this.array(trailer?.get('ID') ?? null);
  }

  #unpack({ dict, bytes }: Stream): void {
    const inner = inflateSync(bytes);
    const first = Number(dict.get('First'));
    const index = inner.toString('latin1', 0, first).trim().split(/\s+/).map(Number);
    const reader = new Reader(inner);
    for (let at = 0; at < index.length; at += 2)
      this.#objects.set(index[at] ?? 0, reader.valueAt(first + (index[at + 1] ?? 0)));
  }

  resolve(value: Value | undefined): Value | undefined {
    return value instanceof Ref ? this.#objects.get(value.number) : value;
  }

  dict(value: Value | undefined): Dict {
    const found = this.resolve(value);
    if (found instanceof Stream) return found.dict;
    if (!isDict(found)) throw new Error('not a dictionary');
    return found;
  }

  array(value: Value | undefined): readonly Value[] {
    const found = this.resolve(value);
    return Array.isArray(found) ? found : [];
  }

  /** What a stream holds, as Latin-1. */
  content(value: Value | undefined): string {
    const found = this.resolve(value);
    if (!(found instanceof Stream)) throw new Error('not a stream');
    const bytes = found.dict.has('Filter') ? inflateSync(found.bytes) : Buffer.from(found.bytes);
    return bytes.toString('latin1');
  }

  /** The dictionaries of a type. */
  ofType(type: string): readonly Dict[] {
    return [...this.#objects.values()].flatMap((value) => {
      const dict = value instanceof Stream ? value.dict : value;
      return isDict(dict) && dict.get('Type') === Name.of(type) ? [dict] : [];
    });
  }

  pages(): readonly { readonly ref: Ref; readonly dict: Dict; readonly content: string }[] {
    return this.array(this.dict(this.root.get('Pages')).get('Kids')).flatMap((ref) => {
      if (!(ref instanceof Ref)) return [];
      const dict = this.dict(ref);
      return [{ ref, dict, content: this.content(dict.get('Contents')) }];
    });
  }
}
