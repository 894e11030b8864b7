import { factsOf, type Span } from '../../diagnostics/index.js';
import type { SourceMap, SourceNode, SourceText } from '../../source/index.js';
import { fieldsAsMeant, type Kind, type Meant } from './as-meant.js';
import { foldedWord } from './choice.js';
import { type Field, type Fields, type Guide, type ObjectOf, toKey } from './fields.js';
import {
  type JsonSchema,
  type Reading,
  reportError,
  reportNothingAfter,
  type Saying,
  type Shape,
} from './shape.js';

/** A group of known keys. Unknown ones are errors with the nearest known; those that begin with `x-` are the council's own. */
export function object<F extends Fields>(noun: string, fields: F, guide: Guide = {}): Shape<ObjectOf<F>> {
  const names = Object.keys(fields);
  const nameByKey = new Map(names.map((name) => [toKey(name), name]));
  const nameByOtherKey = new Map(
    names.flatMap((name) => (guide.otherKeys?.[name] ?? []).map((other) => [foldedWord(other), name])),
  );
  const kind: Kind = { noun, fields, nameByKey, nameByOtherKey, guide };
  return {
    noun,
    schema: objectSchema(noun, fields),
    fits: ({ key }) => nameByKey.has(key.text),
    read: (node, reading) => {
      if (node.kind !== 'map') {
        reading.leaveOut(node);
        const { message, hint } =
          missingSpace(node, nameByKey) ??
          guide.saying?.(node) ??
          describeMistake(noun, [...nameByKey.keys()], guide);
        return reportError(reading, 'value-type', node.span, message, hint);
      }
      const found = fieldsAsMeant(node, kind, reading);
      return found && readFields(node, fields, names, noun, found, reading);
    },
  };
}

/** `note:Most tenants`, alone where keys are wanted, is words to YAML. */
function missingSpace(node: SourceNode, nameByKey: ReadonlyMap<string, string>): Saying | undefined {
  const key = node.kind === 'text' ? /^([a-z][a-z-]*):\S/.exec(node.text)?.[1] : undefined;
  if (key === undefined || !nameByKey.has(key)) return undefined;
  return {
    message: `a space is missing after '${key}:'`,
    hint: `Write '${key}: ' and then the value.`,
  };
}

function describeMistake(noun: string, keys: readonly string[], { example }: Guide): Saying {
  if (example !== undefined) return { message: `this is not set out as ${noun}`, hint: example };
  return {
    message: `this must be ${noun}: keys with values (${keys.slice(0, 4).join(', ')})`,
    hint: `Write the keys on lines of their own beneath it, for example '${keys[0] ?? 'key'}: …'.`,
  };
}

const NOTHING: ReadonlySet<string> = new Set();

function readFields<F extends Fields>(
  node: SourceMap,
  fields: F,
  names: readonly (keyof F & string)[],
  noun: string,
  found: Meant,
  reading: Reading,
): ObjectOf<F> | undefined {
  const value: Record<string, unknown> = {};
  const spans: Record<string, Span> = {};
  let unread: Set<string> | undefined;
  let isUsable = true;
  const inside = { ...reading, group: node };
  for (const name of names) {
    const field = fields[name];
    if (!field) continue;
    const written = found.fields.get(name);
    const span = written ? (written.value?.span ?? written.key.span) : found.placeOf(name);
    if (span) spans[name] = span;
    const read =
      found.values?.has(name) === true
        ? found.values.get(name)
        : written?.value
          ? field.shape.read(written.value, inside)
          : undefined;
    value[name] = read;
    if (written && !written.value && isEmpty(written.key, reading))
      reportEmpty(written.key, toKey(name), field, reading);
    else if (span && read === undefined) {
      unread ??= new Set();
      unread.add(name);
    }
    if (!field.required || read !== undefined) continue;
    if (!span) reportMissing(toKey(name), node, noun, reading);
    if (field.fallback === undefined) isUsable = false;
    else value[name] = field.fallback;
  }
  return isUsable && isObjectOf(fields, value, spans)
    ? { ...value, span: node.span, spans, unread: unread ?? NOTHING }
    : undefined;
}

/** A thing with keys, one of which can be written alone in its place: `evidence: Ticket page` is a document with that title. */
export function orAlone<T extends { readonly unread: ReadonlySet<string> }>(
  withKeys: Shape<T>,
  name: string,
  alone: Shape<string>,
): Shape<T> {
  return {
    ...withKeys,
    schema: { anyOf: [alone.schema, withKeys.schema] },
    read: (node, reading) => {
      if (node.kind !== 'text') return withKeys.read(node, reading);
      const { span } = node;
      const fields = [{ key: { ...node, text: toKey(name) }, value: node }];
      const read = withKeys.read({ kind: 'map', isFlow: false, span, fields }, reading);
      return read?.unread.has(name) ? undefined : read;
    },
  };
}

/** Whether nothing is after a key. What is there and is no value, such as an alias, has a message of its own. */
function isEmpty(key: SourceText, { document }: Reading): boolean {
  return /^[ \t]*:[ \t]*(?:$|[\r\n#,}~]|null\b)/.test(document.text.slice(key.span.end, key.span.end + 80));
}

/** Words that begin with # are a comment to YAML: `note: #1 of the list` says nothing at all. */
function isHidden(key: SourceText, { document }: Reading): boolean {
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
    Object.entries(fields).every(([name, field]) => !field.required || value[name] !== undefined)
  );
}

function reportEmpty(
  key: SourceText,
  name: string,
  { isNeverEmpty, shape }: Field<unknown, boolean>,
  reading: Reading,
): void {
  if (isNeverEmpty || isHidden(key, reading)) {
    reportNothingAfter(key, name, shape.noun, reading);
    return;
  }
  reading.report({
    code: 'value-blank',
    severity: factsOf('value-blank').level,
    span: key.span,
    message: `'${name}' is empty`,
    hint: `Write ${shape.noun} after the colon, or take the line out.`,
  });
}

function reportMissing(key: string, node: SourceMap, noun: string, reading: Reading): void {
  const first = node.fields[0];
  const span = first ? first.key.span : node.span;
  reportError(
    reading,
    'key-missing',
    span,
    `'${key}' is missing from ${noun}`,
    `Add a line '${key}: …' here.`,
  );
}

function objectSchema(noun: string, fields: Fields): JsonSchema {
  const entries = Object.entries(fields);
  return {
    title: titleOf(noun),
    type: 'object',
    properties: Object.fromEntries(
      entries.map(([name, { shape, description, isNeverEmpty }]) => [
        toKey(name),
        { ...(isNeverEmpty ? shape.schema : orNothing(shape.schema)), description },
      ]),
    ),
    required: entries.filter(([, field]) => field.required).map(([name]) => toKey(name)),
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
