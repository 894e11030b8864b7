import type { SourceField, SourceList, SourceMap, SourceText } from '../../source/index.js';
import { type Reading, reportBeside, reportError, reportNothingAfter, type Shape } from './shape.js';

/** An entry of a group whose keys the council chooses. */
export interface KeyedEntry<T> {
  readonly key: SourceText;
  readonly value: T;
}

/** A group whose keys the council chooses, such as panels. In the order in which they are written. */
export function keyed<T>(noun: string, item: Shape<T>): Shape<readonly KeyedEntry<T>[]> {
  const read = (fields: readonly SourceField[], reading: Reading) =>
    fields.flatMap(({ key, value }) => {
      if (key.text.startsWith('x-')) return [];
      const found = value && item.read(value, reading);
      if (found !== undefined) return [{ key, value: found }];
      reading.leaveOut(key);
      if (!value) reportNothingAfter(key, key.text, item.noun, reading);
      return [];
    });
  return {
    noun,
    schema: { type: 'object', additionalProperties: item.schema, patternProperties: { '^x-': {} } },
    // Its keys can be anything, so that only what is beneath them can tell.
    fits: ({ value }) =>
      item.fits
        ? value?.kind === 'map' && value.fields.some((field) => item.fits?.(field))
        : value?.kind === 'text',
    read: (node, reading) => {
      if (node.kind === 'map')
        return read(
          moveBeneath(node, item, (field, entry) => reportBeside(field, entry.key.text, reading)),
          reading,
        );
      if (node.kind === 'list') {
        const dashed = withoutDashes(node, item);
        if (dashed) {
          reportDashes(node, reading);
          return read(dashed, reading);
        }
      }
      reading.leaveOut(node);
      return reportError(
        reading,
        'value-type',
        node.span,
        `this must be ${noun}, a key and a value on each line`,
        "Write 'key: value' lines beneath it.",
      );
    },
  };
}

/** The entries with what was meant to be beneath the one before it: `6.2:` with `rating: amber` under its first letter. */
function moveBeneath<T>(
  { fields }: SourceMap,
  item: Shape<T>,
  tell: (field: SourceField, entry: SourceField) => void,
): readonly SourceField[] {
  if (!item.fits || fields.every(({ value }) => value !== undefined)) return fields;
  const entries: SourceField[] = [];
  let isOpen = false;
  for (const field of fields) {
    const last = entries.at(-1);
    if (last && item.fits(field) && (isOpen || last.value === undefined)) {
      if (!isOpen) tell(field, last);
      isOpen = true;
      const own = last.value?.kind === 'map' ? last.value.fields : [];
      const value: SourceMap = { kind: 'map', isFlow: false, span: field.key.span, fields: [...own, field] };
      entries[entries.length - 1] = { key: last.key, value };
    } else {
      isOpen = false;
      entries.push(field);
    }
  }
  return entries;
}

/** Keys under which people name an entry that should begin with its name. */
const NAMING: ReadonlySet<string> = new Set(['ref', 'reference', 'key']);

/** The entries of a list each of which is a group of keys; undefined where one is something else. */
function withoutDashes<T>({ items }: SourceList, item: Shape<T>): readonly SourceField[] | undefined {
  const groups = items.flatMap((group) => (group?.kind === 'map' ? [group] : []));
  if (groups.length === 0 || groups.length < items.length) return undefined;
  return groups.flatMap((group) => {
    const naming = namingField(group);
    if (naming?.value?.kind !== 'text') return moveBeneath(group, item, () => undefined);
    const rest = group.fields.filter((field) => field !== naming);
    return [{ key: naming.value, value: { ...group, fields: rest } }];
  });
}

function namingField({ fields }: SourceMap): SourceField | undefined {
  return fields.length > 1 ? fields.find(({ key }) => NAMING.has(key.text.toLowerCase())) : undefined;
}

function reportDashes({ items, span }: SourceList, reading: Reading): void {
  const [group] = items;
  const [first] = group?.kind === 'map' ? group.fields : [];
  const naming = group?.kind === 'map' ? namingField(group)?.value : undefined;
  reportError(
    reading,
    'value-type',
    first?.key.span ?? span,
    `a dash stands before '${first?.key.text ?? ''}', and here each line begins with its key`,
    naming?.kind === 'text'
      ? `Write '${naming.text}:' alone on the line in its place, and the rest beneath it, indented.`
      : 'Take the dash out, and the dashes of the lines like it.',
  );
}
