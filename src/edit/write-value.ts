import type { Layout } from './layout.js';
import { writeLine, writeScalar } from './scalars.js';
import { isList, isMap, type Value, type ValueMap } from './values.js';

/** What lines are written for. */
export interface LinesPlace {
  /** The column of the key or the dash. */
  readonly column: number;
  readonly layout: Layout;
  /** Whether a group of keys is to stand in braces, as its neighbours do, where it fits. */
  readonly isInBraces?: boolean;
}

/** The longest group of keys that is put in braces because its neighbours are. */
const LONGEST_IN_BRACES = 140;
/** The longest list of keys that is put in brackets. */
const LONGEST_IN_BRACKETS = 80;

/** A key and its value as whole lines. */
export function fieldLines(key: string, value: Value, place: LinesPlace): readonly string[] {
  const head = `${' '.repeat(place.column)}${writeLine(key, false)}:`;
  return linesAfter(head, value, place, place.layout.step);
}

/** An item of a list as whole lines. */
export function itemLines(value: Value, place: LinesPlace): readonly string[] {
  const { column, layout } = place;
  const head = `${' '.repeat(column)}-`;
  if ((isMap(value) || isList(value)) && inBraces(value, place) === undefined) {
    const [first = '', ...lines] = collectionLines(value, { column: column + layout.gap, layout });
    return [`${head}${' '.repeat(layout.gap - 1)}${first.trimStart()}`, ...lines];
  }
  return linesAfter(head, value, place, layout.gap);
}

/** A group of keys, or a list, as whole lines. */
export function collectionLines(value: ValueMap | readonly Value[], place: LinesPlace): readonly string[] {
  if (isMap(value)) return [...value].flatMap(([key, part]) => fieldLines(key, part, { ...place }));
  return value.flatMap((item) => itemLines(item, place));
}

/** A value within braces or brackets. */
export function flowText(value: Value, { isPadded }: Pick<Layout, 'isPadded'>): string {
  const inner = (part: Value) => flowText(part, { isPadded });
  if (value === undefined) return '';
  if (typeof value === 'string') return writeFlowScalar(value);
  if (isMap(value)) {
    if (value.size === 0) return '{}';
    const fields = [...value].map(([key, part]) => flowField(key, part, { isPadded })).join(', ');
    return isPadded ? `{ ${fields} }` : `{${fields}}`;
  }
  return `[${value.map(inner).join(', ')}]`;
}

/** A key and its value within braces. */
export function flowField(key: string, value: Value, layout: Pick<Layout, 'isPadded'>): string {
  return `${writeFlowScalar(key)}: ${flowText(value, layout)}`;
}

function writeFlowScalar(text: string): string {
  const written = writeScalar(text, { isFlow: true, indent: 0 });
  return written.kind === 'inline' ? written.text : '';
}

/** A value that stands on the line of its key or dash; undefined where it needs lines beneath it. */
export function inlineText(
  value: Value,
  place: Pick<LinesPlace, 'layout' | 'isInBraces'>,
): string | undefined {
  if (value === undefined || typeof value === 'string') return undefined;
  return inBraces(value, place);
}

function inBraces(
  value: ValueMap | readonly Value[],
  { layout, isInBraces }: Pick<LinesPlace, 'layout' | 'isInBraces'>,
): string | undefined {
  const text = flowText(value, layout);
  if (isMap(value)) {
    const isShort = isInBraces && text.length <= LONGEST_IN_BRACES && !text.includes('\\n');
    return value.size === 0 || isShort ? text : undefined;
  }
  const isOfKeys = value.every((item) => typeof item === 'string' && /^[\w.-]+$/.test(item));
  return isOfKeys && text.length <= LONGEST_IN_BRACKETS ? text : undefined;
}

/** What follows a key or a dash, with the lines beneath it. */
function linesAfter(head: string, value: Value, place: LinesPlace, indent: number): readonly string[] {
  const { column, layout } = place;
  if (value === undefined) return [head];
  if (typeof value === 'string') {
    const written = writeScalar(value, { isFlow: false, indent });
    if (written.kind === 'inline') return [`${head} ${written.text}`];
    const pad = ' '.repeat(column);
    return [`${head} ${written.marks}`, ...written.lines.map((line) => (line === '' ? '' : pad + line))];
  }
  const inline = inBraces(value, place);
  if (inline !== undefined) return [`${head} ${inline}`];
  return [
    head,
    ...collectionLines(value, { column: column + (isMap(value) ? layout.step : layout.dash), layout }),
  ];
}
