import type { SourceField, SourceList, SourceMap, SourceNode } from '../source/index.js';
import type { Change } from './changes.js';
import type { Holder, Place } from './find-place.js';
import {
  afterComments,
  columnAt,
  columnOfNode,
  deepestComment,
  emptyPlace,
  endOfField,
  endOfNode,
  isOnLaterLine,
  isSetApart,
  type Layout,
  lineEndAt,
  lineStartAt,
} from './layout.js';
import { writeScalar } from './scalars.js';
import type { Splice } from './splice.js';
import { isList, isMap, type Step, type Value } from './values.js';
import { collectionLines, fieldLines, flowField, flowText, inlineText, itemLines } from './write-value.js';

/** A file as it is written, and how it is set out. */
export interface Page {
  readonly text: string;
  readonly root: SourceNode | undefined;
  readonly layout: Layout;
}

/** What a change does to a text. */
export interface Rewriting {
  readonly splices: readonly Splice[];
  /** The places that are written, and those whose ends are built upon: two changes that meet there are made one after the other. */
  readonly writes: readonly (readonly Step[])[];
  readonly leansOn: readonly (readonly Step[])[];
}

/** A change as splices of a text; a sentence where it has no place there. */
export function makeSplices(page: Page, place: Place, change: Change): Rewriting | string {
  const value = change.kind === 'set' ? change.value : change.items;
  const { node, missing, taken } = place;
  const [key, ...deeper] = missing;
  if (key !== undefined) {
    const nested = deeper.reduceRight<Value>((inner, step) => new Map([[step, inner]]), value);
    if (node?.kind !== 'map' || node.fields.length === 0)
      return putWhole(page, place, new Map([[key, nested]]));
    return insertField(page, { map: node, taken }, { key, value: nested, order: change.order });
  }
  if (change.kind === 'set' || node === undefined) return putWhole(page, place, value);
  if (node.kind !== 'list') return 'there is something else than a list already';
  return node.items.length === 0
    ? putWhole(page, place, value)
    : appendItems(page, { list: node, taken }, change.items);
}

function putWhole(page: Page, { holder, node, taken }: Place, value: Value): Rewriting | string {
  const splices = putValue(page, holder, node, value);
  return typeof splices === 'string' ? splices : { splices, writes: [taken], leansOn: [] };
}

/** A key that is not there yet. */
function insertField(
  page: Page,
  { map, taken }: { readonly map: SourceMap; readonly taken: readonly Step[] },
  added: { readonly key: string; readonly value: Value; readonly order: readonly string[] | undefined },
): Rewriting {
  const { key, value } = added;
  const { text, layout } = page;
  const before = findFieldBefore(map, added);
  const index = map.fields.indexOf(before);
  const done = (splices: readonly Splice[]): Rewriting => ({
    splices,
    writes: [[...taken, key]],
    leansOn: [[...taken, before.key.text]],
  });
  if (map.isFlow) return done(addInFlow(page, map, endOfField(text, before), flowField(key, value, layout)));
  const column = columnOfNode(text, map);
  const isInBraces = map.fields.findLast(({ value: other }) => other?.kind === 'map')?.value;
  const lines = fieldLines(key, value, {
    column,
    layout,
    isInBraces: isInBraces?.kind === 'map' && isInBraces.isFlow,
  });
  const former = map.fields[index - 1];
  const apart = former && isSetApart(text, endOfField(text, former), before.key.span.start) ? [''] : [];
  const at = afterComments(
    text,
    lineEndAt(text, endOfField(text, before)),
    column,
    before === map.fields.at(-1),
  );
  return done([insertLines(page, at, [...apart, ...lines])]);
}

/** The key after which a new one goes. */
function findFieldBefore(
  { fields }: SourceMap,
  { key, order = [] }: { readonly key: string; readonly order: readonly string[] | undefined },
): SourceField {
  const rank = order.indexOf(key);
  const earlier = order.slice(0, Math.max(0, rank));
  const before = fields.findLast((field) => earlier.includes(field.key.text));
  const [first] = fields;
  if (!first) throw new RangeError('a group of keys without a key has no end');
  return before ?? fields.at(-1) ?? first;
}

/** Items at the end of a list that has some. */
function appendItems(
  page: Page,
  { list, taken }: { readonly list: SourceList; readonly taken: readonly Step[] },
  items: readonly Value[],
): Rewriting {
  const { text, layout } = page;
  const last = list.items.at(-1);
  const end = last ? endOfNode(text, last) : list.span.end;
  const index = list.items.length - 1;
  const done = (splices: readonly Splice[]): Rewriting => ({
    splices,
    writes: [[...taken, index + 1]],
    leansOn: [[...taken, index]],
  });
  if (list.isFlow)
    return done(addInFlow(page, list, end, items.map((item) => flowText(item, layout)).join(', ')));
  const column = columnOfNode(text, list);
  const former = list.items[index - 1];
  const isApart =
    last !== undefined && former !== undefined && isSetApart(text, endOfNode(text, former), last.span.start);
  const gap = last && !isOnLaterLine(text, list.span.start, last.span.start) ? gapOf(text, list) : undefined;
  const lines = items.flatMap((item) => [
    ...(isApart ? [''] : []),
    ...itemLines(item, {
      column,
      layout: { ...layout, gap: gap ?? layout.gap },
      isInBraces: last?.kind === 'map' && last.isFlow,
    }),
  ]);
  const isOwn = column > 0 || page.root === list;
  const at = afterComments(text, lineEndAt(text, end), column, isOwn && !isUnderItsKey(page, list));
  return done([insertLines(page, at, lines)]);
}

/** From a list's dashes to what follows them, as at its first item. */
function gapOf(text: string, list: SourceList): number | undefined {
  const [first] = list.items;
  if (!first || isOnLaterLine(text, list.span.start, first.span.start)) return undefined;
  return first.span.start - list.span.start;
}

/** Whether the dashes stand in the column of the key, so that a comment there speaks of the next key. */
function isUnderItsKey({ text }: Page, list: SourceList): boolean {
  const before = text.slice(0, lineStartAt(text, list.span.start)).trimEnd();
  const line = before.slice(before.lastIndexOf('\n') + 1);
  return /^ */.exec(line)?.[0].length === columnAt(text, list.span.start);
}

/** Whole lines after the end of a line. */
function insertLines({ text, layout }: Page, at: number, lines: readonly string[]): Splice {
  const { eol } = layout;
  const isAtStart = at === 0 || text.charAt(at - 1) === '\n';
  const written = lines.join(eol);
  return { start: at, end: at, text: isAtStart ? written + eol : eol + written };
}

/** One more thing within braces or brackets that hold some. */
function addInFlow(
  { text, layout }: Page,
  node: SourceMap | SourceList,
  end: number,
  words: string,
): readonly Splice[] {
  const next = skipToMark(text, end);
  const comma = text.charAt(next) === ',' && next < node.span.end ? next : undefined;
  const after = comma === undefined ? end : comma + 1;
  const lineEnd = lineEndAt(text, after);
  const indent = /^[ \t]*(?=[^\s])/.exec(text.slice(lineStartOfLast(text, node, end)))?.[0];
  const isAlone =
    indent !== undefined && /^[ \t]*(?:#.*)?$/.test(text.slice(after, lineEnd)) && lineEnd < node.span.end;
  const ending = comma === undefined ? '' : ',';
  if (isAlone) {
    return [
      ...(comma === undefined ? [{ start: end, end, text: ',' }] : []),
      { start: lineEnd, end: lineEnd, text: `${layout.eol}${indent}${words}${ending}` },
    ];
  }
  return [{ start: after, end: after, text: `${comma === undefined ? ', ' : ' '}${words}${ending}` }];
}

/** The beginning of the line of a flow's last part; its own beginning where it does not stand on a line of its own. */
function lineStartOfLast(text: string, node: SourceMap | SourceList, end: number): number {
  const last = node.kind === 'map' ? node.fields.at(-1)?.key : node.items.at(-1);
  const start = last?.span.start ?? end;
  const line = lineStartAt(text, start);
  return line > node.span.start && text.slice(line, start).trim() === '' ? line : start;
}

/** Past spaces, line breaks and comments. */
function skipToMark(text: string, from: number): number {
  const between = /(?:\s|(?<=\s)#[^\n]*)*/y;
  between.lastIndex = from;
  between.test(text);
  return between.lastIndex;
}

/** A value in place of what a holder has, or of nothing. */
function putValue(
  page: Page,
  holder: Holder,
  old: SourceNode | undefined,
  value: Value,
): readonly Splice[] | string {
  if (holder.kind === 'file') return putInFile(page, old, value);
  const { text, layout } = page;
  const parent = holder.kind === 'field' ? holder.map : holder.list;
  if (parent.isFlow) {
    if (old) return [{ ...extent(old), text: flowOrFormer(page, old, value) }];
    return [after(headOf(page, holder), ` ${flowText(value, layout)}`)];
  }
  const column = columnOfNode(text, parent);
  const head = headOf(page, holder);
  const lineEnd = old ? lastLineEnd(text, old) : lineEndAt(text, head.end);
  const usual = holder.kind === 'field' ? layout.step : layout.gap;
  // Lines beneath a | must stand deeper than a comment that follows, or it would be one of them.
  const indent = Math.max(usual, deepestComment(text, lineEnd) + 1 - column);
  if (typeof value === 'string') {
    const written = writeScalar(value, {
      isFlow: false,
      indent,
      ...(old?.kind === 'text' ? { former: old.style } : {}),
    });
    if (written.kind === 'inline') return putInline(page, head, old, written.text);
    const pad = ' '.repeat(column);
    const lines = written.lines.map((line) => (line === '' ? '' : pad + line));
    return putBlock(page, head, old, written.marks, lines);
  }
  if (value === undefined) return old ? 'a value cannot be emptied here' : [];
  const inline = inlineText(value, { layout, isInBraces: old?.kind === 'map' && old.isFlow });
  if (inline !== undefined) return putInline(page, head, old, inline);
  if (holder.kind === 'item') {
    const [first = '', ...lines] = itemLines(value, { column, layout });
    const whole = [first.slice(column + 1), ...lines].join(layout.eol);
    return old ? [{ start: head.end, end: lastLineEnd(text, old), text: whole }] : [{ ...head, text: whole }];
  }
  return putCollection(page, { head, column }, old, value);
}

/** What stands between a key or a dash and its value: just past the colon or dash, up to a word for nothing where there is one. */
interface Head {
  readonly start: number;
  readonly end: number;
}

function headOf({ text }: Page, holder: Exclude<Holder, { kind: 'file' }>): Head {
  if (holder.kind === 'field') {
    const { start, end } = emptyPlace(text, holder.field);
    return holder.field.value ? { start, end: start } : { start, end };
  }
  const { list, index } = holder;
  let dash = list.span.start;
  for (const item of list.items.slice(0, index))
    dash = skipToMark(text, item ? endOfNode(text, item) : dash + 1);
  return { start: dash + 1, end: dash + 1 };
}

/** The end of the line on which lines that are replaced end: a comment there goes with them. */
function lastLineEnd(text: string, node: SourceNode): number {
  return lineEndAt(text, endOfNode(text, node));
}

function after({ start, end }: Head, words: string): Splice {
  return { start, end, text: words };
}

function extent({ span: { start, end } }: SourceNode): { readonly start: number; readonly end: number } {
  return { start, end };
}

function flowOrFormer({ layout }: Page, old: SourceNode, value: Value): string {
  if (typeof value !== 'string' || old.kind !== 'text') return flowText(value, layout);
  const written = writeScalar(value, { isFlow: true, indent: 0, former: old.style });
  return written.kind === 'inline' ? written.text : '';
}

/** Where the marks of lines beneath a `|` end, and the line on which they stand; undefined where words are written another way. */
function partsOfLines(
  text: string,
  node: SourceNode,
): { readonly marks: number; readonly lineEnd: number } | undefined {
  if (node.kind !== 'text' || (node.style !== 'literal' && node.style !== 'folded')) return undefined;
  const marks = /[|>][-+\d]*/y;
  marks.lastIndex = node.span.start;
  marks.test(text);
  return { marks: marks.lastIndex, lineEnd: lineEndAt(text, node.span.start) };
}

function putInline(page: Page, head: Head, old: SourceNode | undefined, words: string): readonly Splice[] {
  const { text } = page;
  if (!old) return [after(head, ` ${words}`)];
  const parts = partsOfLines(text, old);
  if (parts) {
    return [
      { start: old.span.start, end: parts.marks, text: words },
      { start: parts.lineEnd, end: endOfNode(text, old), text: '' },
    ];
  }
  if (old.kind === 'text' || old.isFlow) return [{ ...extent(old), text: words }];
  return replaceLines(page, head, old, ` ${words}`);
}

function putBlock(
  page: Page,
  head: Head,
  old: SourceNode | undefined,
  marks: string,
  lines: readonly string[],
): readonly Splice[] {
  const { text, layout } = page;
  const beneath = layout.eol + lines.join(layout.eol);
  if (!old) {
    const lineEnd = lineEndAt(text, head.end);
    return [after(head, ` ${marks}`), { start: lineEnd, end: lineEnd, text: beneath }];
  }
  const parts = partsOfLines(text, old);
  if (parts) {
    return [
      { start: old.span.start, end: parts.marks, text: marks },
      { start: parts.lineEnd, end: endOfNode(text, old), text: beneath },
    ];
  }
  if (old.kind === 'text' || old.isFlow) {
    const lineEnd = lineEndAt(text, old.span.end);
    return [
      { ...extent(old), text: marks },
      { start: lineEnd, end: lineEnd, text: beneath },
    ];
  }
  const end = lastLineEnd(text, old);
  if (!isOnLaterLine(text, head.end, old.span.start))
    return [{ start: head.start, end, text: ` ${marks}${beneath}` }];
  // Comments between the key and its former value would become words.
  return [after(head, ` ${marks}`), { start: lineEndAt(text, head.end), end, text: beneath }];
}

/** Words on the line of the key in place of lines beneath it. */
function replaceLines({ text }: Page, head: Head, old: SourceNode, words: string): readonly Splice[] {
  const end = lastLineEnd(text, old);
  if (!isOnLaterLine(text, head.end, old.span.start)) return [{ start: head.start, end, text: words }];
  const from = lineEndAt(text, lineStartAt(text, old.span.start) - 1);
  return [after(head, words), { start: from, end, text: '' }];
}

function putCollection(
  page: Page,
  { head, column }: { readonly head: Head; readonly column: number },
  old: SourceNode | undefined,
  value: readonly Value[] | ReadonlyMap<string, Value>,
): readonly Splice[] {
  const { text, layout } = page;
  const isBlock = old !== undefined && old.kind !== 'text' && !old.isFlow;
  const isOfKind = isBlock && (old.kind === 'list') === isList(value);
  const inner = isOfKind ? columnOfNode(text, old) : column + (isList(value) ? layout.dash : layout.step);
  const lines = collectionLines(value, { column: inner, layout });
  if (isBlock || (old && isOnLaterLine(text, head.end, old.span.start))) {
    return [
      { start: lineStartAt(text, old.span.start), end: lastLineEnd(text, old), text: lines.join(layout.eol) },
    ];
  }
  const emptied = old
    ? { start: head.start, end: endOfNode(text, old), text: '' }
    : { start: head.start, end: head.end, text: '' };
  const lineEnd = lineEndAt(text, emptied.end);
  return [emptied, insertLines(page, old ? lineEnd : afterComments(text, lineEnd, column, false), lines)];
}

/** Keys for a file that has none. */
function putInFile(page: Page, old: SourceNode | undefined, value: Value): readonly Splice[] | string {
  if (old || !isMap(value)) return 'a whole file cannot be replaced';
  const { text, layout } = page;
  const lines = collectionLines(value, { column: 0, layout });
  if (text === '') return [{ start: 0, end: 0, text: lines.join(layout.eol) + layout.eol }];
  return [insertLines(page, text.length, lines)];
}
