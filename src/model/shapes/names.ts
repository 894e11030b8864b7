import type { SourceField, SourceText } from '../../source/index.js';
import { type KeyedEntry, keyed } from './keyed.js';
import { type Reading, reportError, type Shape, UNREPORTED } from './shape.js';
import { isKeyLike } from './words.js';

const KEY_LIKE = '^[a-z0-9]+(?:[-_][a-z0-9]+)*$';

/**
 * Names by key, such as those of panels. What stands the wrong way round, or without keys, is reported once and read as it was meant.
 */
export function namesByKey<T>(noun: string, named: Shape<T>): Shape<readonly KeyedEntry<T>[]> {
  const names = keyed(noun, named);
  return {
    ...names,
    schema: {
      ...names.schema,
      patternProperties: {
        '^x-': {},
        '^(?!x-)(?:.*[^a-z0-9_-]|[-_]|.*[-_]$|.*[-_]{2})': {
          allOf: [named.schema],
          not: { type: 'string', pattern: KEY_LIKE },
        },
      },
    },
    read: (node, reading) => {
      if (node.kind === 'list') {
        const listed = node.items.flatMap((item) => (item?.kind === 'text' ? [item] : []));
        const [first] = listed;
        if (!first || listed.length < node.items.length) return names.read(node, reading);
        const found = listed.flatMap((name) => {
          const value = named.read(name, { ...reading, ...UNREPORTED });
          return value === undefined ? [] : [{ key: { ...name, text: likelyKey(name.text) }, value }];
        });
        for (const { key } of found) reading.leaveOut(key);
        reportError(
          reading,
          'value-type',
          first.span,
          'each name needs a key before it, by which other files call it',
          `Write a key, a colon and the name, without a dash: ${likelyKey(first.text)}: ${first.text}`,
        );
        return found;
      }
      if (node.kind !== 'map') return names.read(node, reading);
      const turned = node.fields.flatMap((field) => turnedRound(field) ?? []);
      if (turned.length > 0) reportTurned(turned, reading);
      const fields = node.fields.map((field) => turnedRound(field) ?? field);
      return names.read({ ...node, fields }, reading);
    },
  };
}

interface Turned {
  readonly key: SourceText;
  readonly value: SourceText;
}

/** A name where the key belongs, and a key where the name belongs, each in the other's place. */
function turnedRound({ key, value }: SourceField): Turned | undefined {
  if (value?.kind !== 'text' || isKeyLike(key.text) || !isKeyLike(value.text) || key.text.startsWith('x-'))
    return undefined;
  return { key: value, value: key };
}

function reportTurned(turned: readonly Turned[], reading: Reading): void {
  const [first] = turned;
  if (!first) return;
  // Whoever wrote it so may use the names as keys elsewhere too.
  for (const { value } of turned) reading.leaveOut(value);
  const others = turned.length - 1;
  reportError(
    reading,
    'value-type',
    first.value.span,
    `'${first.value.text}' is a name, and stands where its key belongs${others === 0 ? '' : `; so ${others === 1 ? 'does 1 other' : `do ${others} others`}`}`,
    `The key stands first: ${first.key.text}: ${first.value.text}`,
  );
}

/** A key for a name: its words without those that every panel has. */
export function likelyKey(name: string): string {
  const words = name.toLowerCase().match(/[a-z0-9]+/g) ?? [];
  const own = words.filter((word) => !COMMON.has(word));
  return (own.length > 0 ? own : words).join('-') || 'key';
}

const COMMON: ReadonlySet<string> = new Set([
  'the',
  'scrutiny',
  'overview',
  'select',
  'panel',
  'committee',
  'commission',
  'board',
]);
