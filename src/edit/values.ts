import type { SourceNode } from '../source/index.js';

/**
 * What a file says, or is to say, apart from how it is written: words, lists, and keys with values. Undefined is an empty value; a key whose
 * new value is undefined is left out.
 */
export type Value = string | undefined | readonly Value[] | ValueMap;

/** Keys in their order: a plain object would put `10` before `a`. */
export type ValueMap = ReadonlyMap<string, Value>;

/** Keys with values, in the order in which they are written here; those without a value are left out. */
export function makeMap(fields: Readonly<Record<string, Value>>): ValueMap {
  return new Map(Object.entries(fields).filter(([, value]) => value !== undefined));
}

export function isMap(value: Value): value is ValueMap {
  return value instanceof Map;
}

export function isList(value: Value): value is readonly Value[] {
  return Array.isArray(value);
}

/** What a node says. */
export function readValue(node: SourceNode | undefined): Value {
  if (node === undefined) return undefined;
  if (node.kind === 'text') return node.text;
  if (node.kind === 'list') return node.items.map(readValue);
  return new Map(node.fields.map(({ key, value }) => [key.text, readValue(value)]));
}

/** A new value as it can be written: line ends are one character, half a character is none, keys without a value are gone. */
export function settleValue(value: Value): Value {
  if (typeof value === 'string') return settleText(value);
  if (isList(value)) return value.map(settleValue);
  if (!isMap(value)) return undefined;
  return new Map(
    [...value]
      .filter(([, part]) => part !== undefined)
      .map(([key, part]) => [settleText(key), settleValue(part)]),
  );
}

function settleText(text: string): string {
  return text.replace(/\r\n?/g, '\n').replace(/\p{Surrogate}/gu, '\ufffd');
}

/** Whether two values say the same. The order of keys says nothing, as YAML has it. */
export function isSame(a: Value, b: Value): boolean {
  if (isMap(a)) {
    if (!isMap(b) || a.size !== b.size) return false;
    for (const [key, value] of a) if (!b.has(key) || !isSame(value, b.get(key))) return false;
    return true;
  }
  if (isList(a)) {
    return isList(b) && a.length === b.length && a.every((item, index) => isSame(item, b[index]));
  }
  return a === b;
}

/** A step that leads to a value: a key, or a place in a list. */
export type Step = string | number;

/** A value in which another stands at a place. Keys that are missing on the way are made. */
export function putAt(value: Value, path: readonly Step[], made: (former: Value) => Value): Value {
  const [step, ...rest] = path;
  if (step === undefined) return made(value);
  if (typeof step === 'number') {
    return isList(value)
      ? value.map((item, index) => (index === step ? putAt(item, rest, made) : item))
      : value;
  }
  const fields = new Map(isMap(value) ? value : []);
  fields.set(step, putAt(fields.get(step), rest, made));
  return fields;
}
