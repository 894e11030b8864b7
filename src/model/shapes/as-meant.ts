import { type Diagnostic, nearest, type Span } from '../../diagnostics/index.js';
import type { SourceField, SourceMap } from '../../source/index.js';
import { foldedWord } from './choice.js';
import { type Fields, type Guide, toKey } from './fields.js';
import { type Reading, reportBeside, reportError } from './shape.js';

/** The fields of a group by their names, as they were most likely meant. */
export interface Meant {
  readonly fields: ReadonlyMap<string, SourceField>;
  /** Values that are under another key than their own; undefined where they cannot be used. */
  readonly values?: ReadonlyMap<string, unknown>;
  /** Where something stands that may be this field, though it could not be read as one. */
  placeOf(name: string): Span | undefined;
}

/** What may be in a group. */
export interface Kind {
  readonly noun: string;
  readonly fields: Fields;
  readonly nameByKey: ReadonlyMap<string, string>;
  /** By other keys that people write, in the form in which they are compared. */
  readonly nameByOtherKey: ReadonlyMap<string, string>;
  readonly guide: Guide;
}

/** A key that is none of the group's, and the name of the known one that is before it. */
interface Stray {
  readonly field: SourceField;
  readonly before: string | undefined;
}

/**
 * The fields of a group by their names. Each unknown key is reported once and then taken for what it was most likely meant as, so that
 * nothing is said to be missing which only is under another key. Undefined where the group has no key that is known or like one.
 */
export function fieldsAsMeant(node: SourceMap, kind: Kind, reading: Reading): Meant | undefined {
  const fields = new Map<string, SourceField>();
  const strays: Stray[] = [];
  let before: string | undefined;
  for (const field of node.fields) {
    const name = kind.nameByKey.get(field.key.text);
    if (name !== undefined) {
      fields.set(name, field);
      before = name;
    } else if (!field.key.text.startsWith('x-')) strays.push({ field, before });
  }
  if (strays.length === 0) return { fields, placeOf: () => undefined };
  const [first] = strays;
  const isStrange = fields.size === 0 && strays.every(({ field }) => likelyName(field, kind) === undefined);
  if (!first || !isStrange) return withStrays(fields, strays, kind, { ...reading, group: node });
  reportUnknown(first.field, kind, reading, kind.guide.example);
  reading.leaveOut(node);
  return undefined;
}

function withStrays(
  written: ReadonlyMap<string, SourceField>,
  strays: readonly Stray[],
  kind: Kind,
  reading: Reading,
): Meant {
  const fields = new Map(written);
  const values = new Map<string, unknown>();
  const places = new Map<string, Span>();
  const beneath = new Map<string, SourceField[]>();
  let anywhere: Span | undefined;
  for (const { field, before } of strays) {
    const certain = certainName(field, kind);
    const parent =
      certain === undefined && before !== undefined ? findParent(field, before, written, kind) : undefined;
    const name = certain ?? likelyName(field, kind) ?? onlyMissing(fields, strays, kind);
    if (parent !== undefined) {
      const others = beneath.get(parent);
      if (others) others.push(field);
      else {
        beneath.set(parent, [field]);
        reportBeside(field, toKey(parent), reading);
      }
    } else if (name === undefined) {
      reportUnknown(field, kind, reading);
      if (field.value) reading.leaveOut(field.value);
      anywhere ??= field.key.span;
    } else if (fields.has(name) || places.has(name)) {
      reportTwice(field, toKey(name), kind, reading);
    } else {
      const { shape, required: needed } = kind.fields[name] ?? {};
      const found: Diagnostic[] = [];
      // Words are tried in silence, so that the one message can say what to write for key and value; groups and lists are read as usual.
      const value =
        field.value?.kind === 'text'
          ? shape?.read(field.value, { ...reading, report: (diagnostic) => void found.push(diagnostic) })
          : undefined;
      reportMeant(field, name, found, { kind, fields }, reading);
      if (field.value?.kind === 'text') {
        values.set(name, needed ? value : undefined);
        places.set(name, field.value.span);
      } else fields.set(name, field);
    }
  }
  for (const [parent, children] of beneath) adopt(parent, children, fields);
  return { fields, values, placeOf: (name) => places.get(name) ?? anywhere };
}

/** The field that a key is another name of, or the same but for capitals, spaces and dashes. */
function certainName({ key }: SourceField, { nameByKey, nameByOtherKey }: Kind): string | undefined {
  const form = foldedWord(key.text.replaceAll('_', ' '));
  return nameByKey.get(form) ?? nameByOtherKey.get(form);
}

function likelyName(field: SourceField, kind: Kind): string | undefined {
  const near = nearest(field.key.text.replaceAll('_', '-'), kind.nameByKey.keys());
  return certainName(field, kind) ?? (near === undefined ? undefined : kind.nameByKey.get(near));
}

/** The one needed field that is missing, where one unknown key is in the group. */
function onlyMissing(
  fields: ReadonlyMap<string, SourceField>,
  strays: readonly Stray[],
  kind: Kind,
): string | undefined {
  const missing = Object.keys(kind.fields).filter(
    (name) => kind.fields[name]?.required === true && !fields.has(name),
  );
  return missing.length === 1 && strays.length === 1 ? missing[0] : undefined;
}

/** The known field before a key, where the key was meant to be beneath it: the field is empty, or has others of the kind. */
function findParent(
  field: SourceField,
  before: string,
  written: ReadonlyMap<string, SourceField>,
  { fields }: Kind,
): string | undefined {
  const value = written.get(before)?.value;
  const isOpen = value === undefined || (value.kind === 'map' && field.value?.kind === 'map');
  return isOpen && fields[before]?.shape.fits?.(field) === true ? before : undefined;
}

/** Puts fields beneath the one that they were meant to be beneath. */
function adopt(parent: string, children: readonly SourceField[], fields: Map<string, SourceField>): void {
  const field = fields.get(parent);
  if (!field) return;
  const value = field.value;
  const own = value?.kind === 'map' ? value.fields : [];
  const span = value?.span ?? field.key.span;
  fields.set(parent, {
    key: field.key,
    value: { kind: 'map', isFlow: false, span, fields: [...own, ...children] },
  });
}

function reportUnknown(
  { key }: SourceField,
  { noun, nameByKey }: Kind,
  reading: Reading,
  example?: string,
): void {
  reportError(
    reading,
    'key-unknown',
    key.span,
    `'${key.text}' is not a key of ${noun}`,
    example ?? `The keys here are ${[...nameByKey.keys()].join(', ')}; a key of your own begins with x-.`,
  );
}

function reportTwice({ key }: SourceField, name: string, { noun }: Kind, reading: Reading): void {
  reportError(
    reading,
    'key-unknown',
    key.span,
    `'${key.text}' is not a key of ${noun}`,
    `Did you mean '${name}'? There is one already: put both under it.`,
  );
}

/** One message for a key and what is after it. */
function reportMeant(
  { key, value }: SourceField,
  name: string,
  found: readonly Diagnostic[],
  { kind, fields }: { readonly kind: Kind; readonly fields: ReadonlyMap<string, SourceField> },
  reading: Reading,
): void {
  const wrong = found.find(({ severity }) => severity === 'error');
  const right = wrong?.fix && value && wrong.fix.span.start === value.span.start ? wrong.fix.text : undefined;
  const beside = kind.guide.together?.[name];
  const hints = [
    right === undefined ? `Did you mean '${toKey(name)}'?` : `Did you mean '${toKey(name)}: ${right}'?`,
    ...(wrong?.hint && right === undefined ? [wrong.hint] : []),
    ...(beside !== undefined && !fields.has(beside) ? [`Add '${toKey(beside)}:' with it.`] : []),
  ];
  reportError(
    reading,
    'key-unknown',
    key.span,
    `'${key.text}' is not a key of ${kind.noun}`,
    hints.join(' '),
  );
  for (const diagnostic of found) if (diagnostic.severity !== 'error') reading.report(diagnostic);
}
