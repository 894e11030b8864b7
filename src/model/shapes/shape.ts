import { type Code, type Diagnostic, nearest, type Span } from '../../diagnostics/index.js';
import type { SourceDocument, SourceField, SourceMap, SourceNode, SourceText } from '../../source/index.js';

/** What a shape is given beside the value: where to report, and the file for places within words. */
export interface Reading {
  readonly document: SourceDocument;
  report(diagnostic: Diagnostic): void;
}

/** A JSON Schema, draft 7, as a plain value. */
export interface JsonSchema {
  readonly [keyword: string]: unknown;
}

/**
 * What a value must look like. One definition reads the value *and* describes it to editors, so that the two cannot disagree.
 */
export interface Shape<T> {
  /** The value with its type, or undefined with a diagnostic reported. */
  read(node: SourceNode, reading: Reading): T | undefined;
  readonly schema: JsonSchema;
  /** What to call it in a message: "a date", "text". */
  readonly noun: string;
}

/** Reports an error at a place. */
export function fault(reading: Reading, code: Code, span: Span, message: string, hint: string): undefined {
  reading.report({ code, severity: 'error', span, message, hint });
  return undefined;
}

/** A shape for what is written as plain text. */
export function textShape<T>(
  noun: string,
  schema: JsonSchema,
  convert: (node: SourceText, reading: Reading) => T | undefined,
): Shape<T> {
  return {
    noun,
    schema,
    read: (node, reading) => {
      if (node.kind === 'text') return convert(node, reading);
      return fault(
        reading,
        'value-type',
        node.span,
        `this must be ${noun}, not a ${node.kind === 'list' ? 'list' : 'group of keys'}`,
        `Write ${noun} after the colon.`,
      );
    },
  };
}

/** A field of an object, and whether it may be left out. */
export interface Field<T, Needed extends boolean> {
  readonly shape: Shape<T>;
  readonly needed: Needed;
  readonly description: string;
  /** What stands in for a needed value that is missing, so that one mistake does not bring others; the error stops any paper. */
  readonly stand: T | undefined;
  /** Whether nothing after the colon is a mistake, though the key may be left out. */
  readonly isNeverEmpty: boolean;
}

/** A key that must be there. `stand` takes its place after the error is reported; without it the whole object is dropped. */
export function needed<T>(shape: Shape<T>, description: string, stand?: T): Field<T, true> {
  return { shape, needed: true, description, stand, isNeverEmpty: true };
}

/** A key that may be left out. */
export function optional<T>(shape: Shape<T>, description: string): Field<T, false> {
  return { shape, needed: false, description, stand: undefined, isNeverEmpty: false };
}

/** A key that may be left out but not left empty, since whoever wrote it meant something and an empty one would pass for none. */
export function optionalButFilled<T>(shape: Shape<T>, description: string): Field<T, false> {
  return { shape, needed: false, description, stand: undefined, isNeverEmpty: true };
}

export type Fields = Readonly<Record<string, Field<unknown, boolean>>>;

/** The value of an object with these fields: the fields by their names, each optional one present as undefined when not written. */
export type ObjectOf<F extends Fields> = {
  readonly [K in keyof F]: F[K] extends Field<infer T, infer Needed>
    ? Needed extends true
      ? T
      : T | undefined
    : never;
} & { readonly span: Span; readonly spans: Readonly<Record<string, Span>> };

/** `revisedDue` is written `revised-due`. */
export function keyOf(name: string): string {
  return name.replace(/[A-Z]/g, (capital) => `-${capital.toLowerCase()}`);
}

/** A group of known keys. Unknown ones are errors with the nearest known; those that begin with `x-` are the council's own. */
export function object<F extends Fields>(noun: string, fields: F): Shape<ObjectOf<F>> {
  const names = Object.keys(fields);
  const nameByKey = new Map(names.map((name) => [keyOf(name), name]));
  return {
    noun,
    schema: objectSchema(noun, fields),
    read: (node, reading) => {
      if (node.kind !== 'map') {
        const keys = [...nameByKey.keys()].slice(0, 4).join(', ');
        return fault(
          reading,
          'value-type',
          node.span,
          `this must be ${noun}: keys with values (${keys})`,
          `Write the keys on lines of their own beneath it, for example '${names.map(keyOf)[0] ?? 'key'}: …'.`,
        );
      }
      const found = foundFields(node, nameByKey, noun, reading);
      return readFields(node, fields, names, noun, found, reading);
    },
  };
}

function foundFields(
  node: SourceMap,
  nameByKey: ReadonlyMap<string, string>,
  noun: string,
  reading: Reading,
): ReadonlyMap<string, SourceField> {
  const found = new Map<string, SourceField>();
  for (const field of node.fields) {
    const name = nameByKey.get(field.key.text);
    if (name !== undefined) found.set(name, field);
    else if (!field.key.text.startsWith('x-')) reportUnknownKey(field.key, nameByKey.keys(), noun, reading);
  }
  return found;
}

function reportUnknownKey(key: SourceText, known: Iterable<string>, noun: string, reading: Reading): void {
  const all = [...known];
  const near = nearest(key.text.replaceAll('_', '-'), all);
  fault(
    reading,
    'key-unknown',
    key.span,
    `'${key.text}' is not a key of ${noun}`,
    near
      ? `Did you mean '${near}'?`
      : `The keys here are ${all.join(', ')}; a key of your own begins with x-.`,
  );
}

function readFields<F extends Fields>(
  node: SourceMap,
  fields: F,
  names: readonly (keyof F & string)[],
  noun: string,
  found: ReadonlyMap<string, SourceField>,
  reading: Reading,
): ObjectOf<F> | undefined {
  const value: Record<string, unknown> = {};
  const spans: Record<string, Span> = {};
  let isUsable = true;
  for (const name of names) {
    const field = fields[name];
    if (!field) continue;
    const written = found.get(name);
    if (written) spans[name] = written.value?.span ?? written.key.span;
    const read = written?.value ? field.shape.read(written.value, reading) : undefined;
    value[name] = read;
    if (written && !written.value && (field.isNeverEmpty || isHidden(written, reading)))
      fault(
        reading,
        'value-empty',
        written.key.span,
        `nothing is written after '${keyOf(name)}'`,
        `Write ${field.shape.noun} after the colon.`,
      );
    if (!field.needed || read !== undefined) continue;
    if (!written) reportMissing(keyOf(name), node, noun, reading);
    if (field.stand === undefined) isUsable = false;
    else value[name] = field.stand;
  }
  return isUsable && isObjectOf(fields, value, spans) ? { ...value, span: node.span, spans } : undefined;
}

/** Words that begin with # are a comment to YAML: `note: #1 of the list` says nothing at all. */
function isHidden({ key }: SourceField, { document }: Reading): boolean {
  return /^[ \t]*:[ \t]+#\S/.test(document.text.slice(key.span.end, key.span.end + 80));
}

/** Every needed field has been read or stood in for by now; this tells the compiler what the loop above has made sure of. */
function isObjectOf<F extends Fields>(
  fields: F,
  value: Record<string, unknown>,
  spans: Record<string, Span>,
): value is ObjectOf<F> & Record<string, unknown> {
  return (
    spans !== undefined &&
    Object.entries(fields).every(([name, field]) => !field.needed || value[name] !== undefined)
  );
}

function reportMissing(key: string, node: SourceMap, noun: string, reading: Reading): void {
  const first = node.fields[0];
  const span = first ? first.key.span : node.span;
  fault(reading, 'key-missing', span, `'${key}' is missing from ${noun}`, `Add a line '${key}: …' here.`);
}

function objectSchema(noun: string, fields: Fields): JsonSchema {
  const entries = Object.entries(fields);
  return {
    title: titleOf(noun),
    type: 'object',
    properties: Object.fromEntries(
      entries.map(([name, { shape, description, isNeverEmpty }]) => [
        keyOf(name),
        { ...(isNeverEmpty ? shape.schema : orNothing(shape.schema)), description },
      ]),
    ),
    required: entries.filter(([, field]) => field.needed).map(([name]) => keyOf(name)),
    patternProperties: { '^x-': {} },
    additionalProperties: false,
  };
}

/** A key that may be left out may also be left empty, which YAML reads as null. */
function orNothing(schema: JsonSchema): JsonSchema {
  const { type, enum: words, anyOf } = schema;
  if (Array.isArray(anyOf)) return { ...schema, anyOf: [...anyOf, { type: 'null' }] };
  if (Array.isArray(words)) return { ...schema, enum: [...words, null] };
  return { ...schema, type: [...(Array.isArray(type) ? type : [type]), 'null'] };
}

/** "an action" as a heading: "Action". */
function titleOf(noun: string): string {
  const name = noun.replace(/^(?:an?|the) /, '');
  return `${name.charAt(0).toUpperCase()}${name.slice(1)}`;
}

/** A list. Items that cannot be read are reported and left out. */
export function list<T>(item: Shape<T>): Shape<readonly T[]> {
  return {
    noun: `a list of ${item.noun.replace(/^an? /, '')}s`,
    schema: { type: 'array', items: item.schema },
    read: (node, reading) => {
      if (node.kind !== 'list') {
        return fault(
          reading,
          'value-type',
          node.span,
          'this must be a list',
          "Begin each item on a line of its own with '- '.",
        );
      }
      return node.items.flatMap((found) => {
        if (!found) {
          fault(
            reading,
            'value-empty',
            node.span,
            'this list has a dash with nothing after it',
            'Write the item after the dash, or remove the dash.',
          );
          return [];
        }
        const value = item.read(found, reading);
        return value === undefined ? [] : [value];
      });
    },
  };
}

/** One, or a list of them. */
export function oneOrMany<T>(item: Shape<T>): Shape<readonly T[]> {
  const many = list(item);
  return {
    noun: `${item.noun}, or a list`,
    schema: { anyOf: [item.schema, many.schema] },
    read: (node, reading) => {
      if (node.kind === 'list') return many.read(node, reading);
      const value = item.read(node, reading);
      return value === undefined ? undefined : [value];
    },
  };
}

/** A group whose keys the council chooses, such as panels. In the order in which they are written. */
export function keyed<T>(
  noun: string,
  item: Shape<T>,
): Shape<readonly { readonly key: SourceText; readonly value: T }[]> {
  return {
    noun,
    schema: { type: 'object', additionalProperties: item.schema, patternProperties: { '^x-': {} } },
    read: (node, reading) => {
      if (node.kind !== 'map')
        return fault(
          reading,
          'value-type',
          node.span,
          `this must be ${noun}, a key and a value on each line`,
          "Write 'key: value' lines beneath it.",
        );
      return node.fields.flatMap(({ key, value }) => {
        if (key.text.startsWith('x-')) return [];
        if (!value) {
          fault(
            reading,
            'value-empty',
            key.span,
            `nothing is written after '${key.text}'`,
            `Write ${item.noun} after the colon.`,
          );
          return [];
        }
        const read = item.read(value, reading);
        return read === undefined ? [] : [{ key, value: read }];
      });
    },
  };
}
