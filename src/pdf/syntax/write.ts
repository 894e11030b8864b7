import { deflateSync } from 'node:zlib';
import { BLANK_ID, sha256 } from '../../hash/index.js';
import { deflated, type PdfDocument } from './document.js';
import {
  type Dict,
  isArray,
  makeDict,
  Name,
  Ref,
  Stream,
  Text,
  type Value,
  type Writer,
  Written,
} from './values.js';

/** How many objects share one object stream: enough to compress well, few enough that a reader need not unpack the whole file for one. */
const OBJECTS_TOGETHER = 500;

/**
 * Writes a document whole: only what can be reached, numbered again in the order of reaching it, everything but streams in object
 * streams, and a cross-reference stream (ISO 32000-1, 7.5.7 and 7.5.8). The file's id is the digest of the whole
 * file, in which its own place is blank.
 */
export async function writePdf(document: PdfDocument): Promise<Uint8Array> {
  const { order, numbers } = reached(document);
  const write = writerBy(numbers);
  const parts: Buffer[] = [Buffer.from('%PDF-1.7\n%\xe2\xe3\xcf\xd3\n', 'latin1')];
  let length = parts[0]?.length ?? 0;
  const push = (part: Buffer) => {
    parts.push(part);
    length += part.length;
  };
  const places: (readonly [type: number, where: number, index: number])[] = [];
  const writeStream = (number: number, dict: Dict, bytes: Uint8Array) => {
    places[number] = [1, length, 0];
    dict.set('Length', bytes.length);
    push(Buffer.from(`${number} 0 obj\n${write(dict)}\nstream\n`, 'latin1'));
    push(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
    push(Buffer.from('\nendstream\nendobj\n', 'latin1'));
  };

  const streams: (readonly [number: number, stream: Stream])[] = [];
  const packing: Promise<Stream>[] = [];
  let next = order.length + 1;
  let together: [number: number, source: string][] = [];
  const pack = () => {
    for (const [index, [number]] of together.entries()) places[number] = [2, next + packing.length, index];
    packing.push(objectStream(together));
    together = [];
  };
  for (const [index, old] of order.entries()) {
    const value = document.objects.get(old) ?? null;
    if (value instanceof Stream) streams.push([index + 1, value]);
    else together.push([index + 1, write(value)]);
    if (together.length === OBJECTS_TOGETHER) pack();
  }
  if (together.length > 0) pack();
  for (const [number, { dict, bytes }] of streams) writeStream(number, dict, bytes);
  for (const packed of packing) {
    const { dict, bytes } = await packed;
    writeStream(next, dict, bytes);
    next += 1;
  }

  places[next] = [1, length, 0];
  const table = deflateSync(writeTable(places, next + 1));
  const trailer = makeDict({
    Type: Name.of('XRef'),
    Size: next + 1,
    W: [1, 4, 2],
    Root: document.root,
    Info: document.info,
    Filter: Name.of('FlateDecode'),
    Length: table.length,
  });
  const ending = (id: string) => {
    trailer.set('ID', [new Text(`<${id}>`), new Text(`<${id}>`)]);
    return [
      Buffer.from(`${next} 0 obj\n${write(trailer)}\nstream\n`, 'latin1'),
      table,
      Buffer.from(`\nendstream\nendobj\nstartxref\n${length}\n%%EOF\n`, 'latin1'),
    ];
  };
  return Buffer.concat([...parts, ...ending(sha256([...parts, ...ending(BLANK_ID)]))]);
}

/** The new numbers of objects, by their old ones. */
type Numbers = readonly (number | undefined)[];

/** The objects in the order in which they are reached, and their new numbers. A loop: an outline or a tree may be deeper than the stack. */
function reached(document: PdfDocument): {
  readonly order: readonly number[];
  readonly numbers: Numbers;
} {
  const order: number[] = [];
  const numbers: number[] = [];
  const waiting: Value[] = [document.info, document.root];
  for (let value = waiting.pop(); value !== undefined; value = waiting.pop()) {
    if (value instanceof Ref) {
      if (numbers[value.number] !== undefined) continue;
      order.push(value.number);
      numbers[value.number] = order.length;
      waiting.push(document.objects.get(value.number) ?? null);
    } else if (isArray(value)) {
      for (let at = value.length - 1; at >= 0; at -= 1) pushIfDeep(waiting, value[at]);
    } else if (value instanceof Map) for (const inner of value.values()) pushIfDeep(waiting, inner);
    else if (value instanceof Stream) waiting.push(value.dict);
    else if (value instanceof Written) for (const ref of value.refs) waiting.push(ref);
  }
  return { order, numbers };
}

function pushIfDeep(waiting: Value[], value: Value | undefined): void {
  if (typeof value === 'object' && value !== null && !(value instanceof Name) && !(value instanceof Text))
    waiting.push(value);
}

async function objectStream(
  members: readonly (readonly [number: number, source: string])[],
): Promise<Stream> {
  let offset = 0;
  const index: string[] = [];
  for (const [number, source] of members) {
    index.push(`${number} ${offset}`);
    offset += source.length + 1;
  }
  const head = `${index.join(' ')}\n`;
  const dict = makeDict({
    Type: Name.of('ObjStm'),
    N: members.length,
    First: head.length,
    Filter: Name.of('FlateDecode'),
  });
  const body = members.map(([, source]) => source).join('\n');
  return new Stream(dict, await deflated(Buffer.from(`${head}${body}`, 'latin1')));
}

function writeTable(places: readonly (readonly [number, number, number])[], size: number): Uint8Array {
  const table = Buffer.alloc(size * 7);
  table.writeUInt16BE(65535, 5);
  for (const [number, place] of places.entries()) {
    if (!place) continue;
    const [type, where, index] = place;
    table.writeUInt8(type, number * 7);
    table.writeUInt32BE(where, number * 7 + 1);
    table.writeUInt16BE(index, number * 7 + 5);
  }
  return table;
}

/** Writes values with references under their new numbers. */
function writerBy(numbers: Numbers): Writer {
  const write = (value: Value): string => {
    if (value instanceof Ref) {
      const number = numbers[value.number];
      return number === undefined ? 'null' : `${number} 0 R`;
    }
    if (typeof value === 'number') return numberSource(value);
    if (value instanceof Written) return value.sourceBy(write);
    if (value instanceof Name) return `/${value.text}`;
    if (value instanceof Text) return value.source;
    if (value === null) return 'null';
    if (typeof value === 'boolean') return String(value);
    if (value instanceof Map) {
      let source = '<<';
      for (const [key, inner] of value) {
        const written = write(inner);
        source += SELF_DELIMITED.has(written[0]) ? `/${key}${written}` : `/${key} ${written}`;
      }
      return `${source}>>`;
    }
    if (value instanceof Stream) throw new TypeError('a stream stands where only a reference to it may');
    return `[${value.map(write).join(' ')}]`;
  };
  return write;
}

/** What a value may begin with that needs no space before it. */
const SELF_DELIMITED: ReadonlySet<string | undefined> = new Set(['/', '[', '<', '(']);

/** Never with an exponent, which PDF does not know (7.3.3). */
function numberSource(value: number): string {
  const plain = String(value);
  return plain.includes('e') ? value.toFixed(8).replace(/\.?0+$/, '') : plain;
}
