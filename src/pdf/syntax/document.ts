import { promisify } from 'node:util';
import { deflate, inflateSync } from 'node:zlib';
import type { Objects } from './objects.js';
import { type Dict, isArray, isDict, Name, Ref, Stream, type Value } from './values.js';

/** A PDF that is being finished: its objects by number, and where they hang together. */
export class PdfDocument {
  readonly objects: Objects;
  readonly root: Ref;
  readonly info: Ref;

  constructor(objects: Objects, root: Ref, info: Ref) {
    this.objects = objects;
    this.root = root;
    this.info = info;
  }

  /** Adds an object. */
  add(value: Value): Ref {
    const ref = new Ref(this.objects.next);
    this.objects.set(ref.number, value);
    return ref;
  }

  /** Puts another object in the place of one. */
  replace(ref: Ref, value: Value): void {
    this.objects.set(ref.number, value);
  }

  /** The value, or what it refers to. */
  resolve(value: Value | undefined): Value | undefined {
    let found = value;
    while (found instanceof Ref) found = this.objects.get(found.number);
    return found;
  }

  dict(value: Value | undefined): Dict | undefined {
    const found = this.resolve(value);
    return found instanceof Stream ? found.dict : isDict(found) ? found : undefined;
  }

  array(value: Value | undefined): readonly Value[] {
    const found = this.resolve(value);
    return isArray(found) ? found : [];
  }

  stream(value: Value | undefined): Stream | undefined {
    const found = this.resolve(value);
    return found instanceof Stream ? found : undefined;
  }

  name(value: Value | undefined): string | undefined {
    const found = this.resolve(value);
    return found instanceof Name ? found.text : undefined;
  }

  get catalog(): Dict {
    const catalog = this.dict(this.root);
    if (!catalog) throw new UnsupportedPdf('it has no catalog');
    return catalog;
  }

  /** The references of the pages, in order (ISO 32000-1, 7.7.3). */
  pages(): readonly Ref[] {
    const found: Ref[] = [];
    const waiting: Value[] = [this.catalog.get('Pages') ?? null];
    while (waiting.length > 0) {
      const ref = waiting.shift();
      const node = this.dict(ref);
      if (node?.has('Kids')) waiting.unshift(...this.array(node.get('Kids')));
      else if (node && ref instanceof Ref) found.push(ref);
    }
    return found;
  }
}

/** The file is not as Chromium writes it, so nothing can be said about what is in it. */
export class UnsupportedPdf extends Error {
  override readonly name = 'UnsupportedPdf';
}

/** What a stream holds, uncompressed. Small ones come without a filter. */
export function inflated(stream: Stream): Uint8Array {
  const filter = stream.dict.get('Filter');
  if (filter === undefined) return stream.bytes;
  if (filter !== Name.of('FlateDecode') || stream.dict.has('DecodeParms'))
    throw new UnsupportedPdf('a stream is compressed otherwise');
  return inflateSync(stream.bytes);
}

/** Packs what a stream is to hold, on a thread beside our own; at zlib's usual level, since a higher one saves a few bytes and takes long. */
export const deflated: (bytes: Uint8Array) => Promise<Uint8Array> = promisify(deflate);
