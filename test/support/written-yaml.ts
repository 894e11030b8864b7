import fc from 'fast-check';
import type { Value, ValueMap } from '../../src/edit/index.js';

/** Words that YAML takes for something else where they are written without care. */
const AWKWARD = [
  'Every school, and college, took part.',
  'Cost: 40% # of the budget',
  "the school's pack",
  'He said "no"',
  'C:\\temp\\new',
  '- a dash',
  '? a question',
  '%done',
  '@home `x`',
  '*star and &anchor !tag',
  '| bar > more',
  '{ braces } [ brackets ]',
  'null',
  '~',
  'no',
  '1.10',
  '2018-02-19',
  'tab\there',
  ' leads and trails ',
  'ends with a colon:',
  '#hash',
  '…—“quotes”’ 😀 é 漢字',
  'One.\n\nTwo: with a colon.\n',
  'One.\nTwo.',
  '  set in\nnot\n',
  'a\n\n\nb\n\n\n',
  '\n',
  'x\n   ',
  'a\n  b\n\tc\n',
  '<<<<<<< ours\n',
  '---',
  '...\n---\n',
  'it\'s: "both"',
  '\u00a0nbsp\u00a0',
];

export const WORDS: fc.Arbitrary<string> = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.constantFrom('accepted', 'amber', 'Hire two roofers', '2020-06-30', 'head-of-homes'),
  },
  { weight: 3, arbitrary: fc.constantFrom(...AWKWARD) },
  {
    weight: 2,
    arbitrary: fc
      .array(
        fc.constantFrom(...[...' \n\t:#\'"-?,[]{}&*!|>%@`\\~.a1é😀'], ': ', ' #', '- ', '\n\n', '  ', 'null'),
        { minLength: 1, maxLength: 12 },
      )
      .map((parts) => parts.join('')),
  },
  { weight: 1, arbitrary: fc.string({ unit: 'grapheme', minLength: 1, maxLength: 20 }) },
);

const KEYS = fc.constantFrom(
  ...['title', 'note', 'rating', 'x-own', 'items', 'progress', 'a b', '1.1', '2.1, 2.3', 'a)', 'R1.', "it's"],
  ...['SR (25/26) 01', '1.10', 'due', 'owner', 'key: odd', '#5', '- x', 'null'],
);

const SCALAR: fc.Arbitrary<Value> = WORDS;

/** What a file of a register may say: groups of keys, lists and words, some levels deep. */
export const VALUES: fc.Arbitrary<Value> = fc.letrec<{ value: Value; map: Value; list: Value }>((tie) => ({
  value: fc.oneof(
    { depthSize: 'small', withCrossShrink: true, maxDepth: 3 },
    { weight: 4, arbitrary: SCALAR },
    { weight: 2, arbitrary: tie('map') },
    { weight: 2, arbitrary: tie('list') },
  ),
  map: fc
    .uniqueArray(fc.tuple(KEYS, tie('value')), { maxLength: 4, selector: ([key]) => key })
    .map((fields) => new Map(fields)),
  list: fc.array(tie('value'), { maxLength: 4 }),
})).value;

/** A file: keys with values, some of which are empty. */
export const FILES: fc.Arbitrary<ReadonlyMap<string, Value>> = fc
  .uniqueArray(
    fc.tuple(
      KEYS,
      fc.oneof({ weight: 6, arbitrary: VALUES }, { weight: 1, arbitrary: fc.constant(undefined) }),
    ),
    {
      minLength: 1,
      maxLength: 6,
      selector: ([key]) => key,
    },
  )
  .map((fields) => new Map(fields));

function isMap(value: Value): value is ValueMap {
  return value instanceof Map;
}

function isList(value: Value): value is readonly Value[] {
  return Array.isArray(value);
}

/** Chance that is the same for the same seed. */
export class Chance {
  #state: number;
  constructor(seed: number) {
    this.#state = seed >>> 0;
  }
  /** A number below a limit (mulberry32). */
  below(limit: number): number {
    this.#state = (this.#state + 0x6d2b79f5) >>> 0;
    let mixed = this.#state;
    mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) % limit;
  }
  one<T>(...choices: readonly [T, ...T[]]): T {
    return choices[this.below(choices.length)] ?? choices[0];
  }
  isOnceIn(times: number): boolean {
    return this.below(times) === 0;
  }
}

/** Writes a file as some person might: in any style of YAML, with comments and empty lines anywhere. */
export function writeInSomeStyle(value: ReadonlyMap<string, Value>, seed: number): string {
  const chance = new Chance(seed);
  const style: Style = {
    chance,
    step: chance.one(2, 2, 2, 3, 4, 1),
    dash: chance.one(0, 2, 2, 4),
    gap: chance.one(2, 2, 3, 4),
    comments: chance.one(0, 3, 8),
  };
  const lines = [
    ...(chance.isOnceIn(6) ? ['# A heading', ''] : []),
    ...(chance.isOnceIn(10) ? ['---'] : []),
    ...blockMap(value, chance.isOnceIn(12) ? 1 : 0, style),
    ...(chance.isOnceIn(4) ? ['', '# The end', '#   key: value'] : []),
    ...(chance.isOnceIn(6) ? ['', ''] : []),
  ];
  const eol = chance.isOnceIn(4) ? '\r\n' : '\n';
  return lines.join(eol) + (chance.isOnceIn(4) ? '' : eol);
}

interface Style {
  readonly chance: Chance;
  readonly step: number;
  readonly dash: number;
  readonly gap: number;
  /** One line in so many has a comment; none where it is 0. */
  readonly comments: number;
}

function blockMap(map: ReadonlyMap<string, Value>, column: number, style: Style): readonly string[] {
  const { chance } = style;
  const isApart = chance.isOnceIn(3);
  return [...map].flatMap(([key, value], index) => [
    ...(isApart && index > 0 ? [''] : []),
    ...ownComment(column, style),
    ...field(key, value, column, style),
  ]);
}

function ownComment(column: number, { chance, comments, step, gap }: Style): readonly string[] {
  // Deeper it would be one of the lines beneath a |.
  const deeper = column + Math.min(step, gap) - 1;
  if (comments === 0 || !chance.isOnceIn(comments)) return [];
  return [
    ...(chance.isOnceIn(3) ? [''] : []),
    `${' '.repeat(chance.one(column, column, 0, deeper))}# own: comment`,
  ];
}

function field(key: string, value: Value, column: number, style: Style): readonly string[] {
  const { chance } = style;
  const written = oneLine(key, chance, false);
  const colon = chance.isOnceIn(15) ? ' :' : ':';
  const pad = ' '.repeat(column);
  const blank = ' '.repeat(chance.one(1, 1, 1, 2, 5));
  const list = isList(value) ? style.dash : style.step;
  return beneath(`${pad}${written}${colon}`, blank, value, {
    column,
    inner: column + list,
    indent: style.step,
    style,
  });
}

interface Beneath {
  readonly column: number;
  readonly inner: number;
  readonly indent: number;
  readonly style: Style;
}

function beneath(
  head: string,
  blank: string,
  value: Value,
  { column, inner, indent, style }: Beneath,
): readonly string[] {
  const { chance } = style;
  const tail =
    style.comments > 0 && chance.isOnceIn(style.comments) ? `${chance.one(' ', '   ', '\t')}# said: so` : '';
  if (value === undefined) return [`${head}${chance.one('', '', `${blank}~`, `${blank}null`)}${tail}`];
  if (typeof value === 'string') {
    const lines = literal(value, column + indent, style);
    if (lines && (value.includes('\n') || chance.isOnceIn(6))) {
      const [marks = '|', ...rest] = lines;
      return [`${head}${blank}${marks}${tail}`, ...rest];
    }
    const words = oneLine(value, chance, false);
    if (chance.isOnceIn(15)) return [`${head}${tail}`, `${' '.repeat(column + indent)}${words}`];
    return [`${head}${blank}${words}${tail}`];
  }
  const isEmpty = isMap(value) ? value.size === 0 : isList(value) && value.length === 0;
  if (isEmpty || chance.isOnceIn(4))
    return withTail(flow(value, column + indent, chance), `${head}${blank}`, tail);
  const rest = isMap(value) ? blockMap(value, inner, style) : blockList(value, inner, style);
  return [`${head}${tail}`, ...rest];
}

function withTail(text: string, head: string, tail: string): readonly string[] {
  return `${head}${text}${tail}`.split('\n');
}

function blockList(items: readonly Value[], column: number, style: Style): readonly string[] {
  const { chance, gap } = style;
  const isApart = chance.isOnceIn(3);
  return items.flatMap((item, index) => {
    const head = `${' '.repeat(column)}-`;
    const before = [...(isApart && index > 0 ? [''] : []), ...ownComment(column, style)];
    const isGroup = (isMap(item) && item.size > 0) || (isList(item) && item.length > 0);
    if (isGroup && chance.isOnceIn(2)) {
      const rest = isMap(item)
        ? [...item].flatMap(([key, value]) => field(key, value, column + gap, style))
        : blockList(item, column + gap, { ...style, comments: 0 });
      const [first = '', ...others] = rest;
      return [...before, `${head}${' '.repeat(gap - 1)}${first.trimStart()}`, ...others];
    }
    return [
      ...before,
      ...beneath(head, ' '.repeat(gap - 1), item, { column, inner: column + gap, indent: gap, style }),
    ];
  });
}

function flow(value: Value, column: number, chance: Chance): string {
  if (value === undefined) return '';
  if (typeof value === 'string') return oneLine(value, chance, true);
  const [open, close] = isMap(value) ? ['{', '}'] : ['[', ']'];
  const isSpread = chance.isOnceIn(4);
  const inner = column + 2;
  const parts = isMap(value)
    ? [...value].map(([key, part]) => `${oneLine(key, chance, true)}: ${flow(part, inner, chance)}`)
    : value.map((part) => flow(part, inner, chance));
  if (parts.length === 0) return chance.one(`${open}${close}`, `${open} ${close}`);
  const comma = chance.isOnceIn(4) ? ',' : '';
  if (isSpread) {
    const pad = `\n${' '.repeat(inner)}`;
    const remark = chance.isOnceIn(3) ? '  # flows' : '';
    return `${open}${pad}${parts.join(`,${pad}`)}${comma}${remark}\n${' '.repeat(column)}${close}`;
  }
  const space = chance.one('', ' ');
  return `${open}${space}${parts.join(', ')}${comma}${space}${close}`;
}

/** Words on one line, in one of the ways in which they can be. */
function oneLine(text: string, chance: Chance, isFlow: boolean): string {
  const isPlain =
    /^[\p{L}\p{N}][\p{L}\p{N} .()/’,;-]*$/u.test(text) &&
    !/ $|^null$/i.test(text) &&
    !(isFlow && text.includes(','));
  const single = `'${text.replaceAll("'", "''")}'`;
  const isSingle = !/[\n\p{Cc}\u2028\u2029]/u.test(text);
  const double = JSON.stringify(text).replace(
    /[\x7f-\x9f\u2028\u2029]/g,
    (mark) => `\\u${mark.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
  if (isPlain) return chance.one(text, text, text, single, double);
  return isSingle ? chance.one(single, double) : double;
}

/** Words as lines beneath a | or a >, where they can be. */
function literal(text: string, column: number, { chance }: Style): readonly string[] | undefined {
  if (!/^[^\s\p{Cc}][^\p{Cc}]*(?:\n+[^\s\p{Cc}][^\p{Cc}]*)*\n?$/u.test(text) || /^[<>|=]{7}/m.test(text))
    return undefined;
  const isEnded = text.endsWith('\n');
  const words = isEnded ? text.slice(0, -1) : text;
  const pad = ' '.repeat(column);
  if (!words.includes('\n') && chance.isOnceIn(3)) return [`>${isEnded ? '' : '-'}`, pad + words];
  return [`|${isEnded ? '' : '-'}`, ...words.split('\n').map((line) => (line === '' ? '' : pad + line))];
}
