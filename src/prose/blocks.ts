import { joinContent, type Line } from './content.js';
import { type DefinitionLines, definitionAt } from './definitions.js';
import {
  continuesParagraph,
  type Parsing,
  type Taken,
  takeFenced,
  takeHeading,
  takeIndented,
  takeParagraph,
  takeTable,
} from './leaves.js';
import {
  cutLine,
  FOOTNOTE,
  fenceOf,
  indentOf,
  isBlank,
  isHeading,
  isQuoted,
  isRule,
  type Marker,
  markerOf,
  NOTHING,
} from './lines.js';
import { DEEPEST } from './nesting.js';
import type { Block, Definition, Footnote, Inline, Item } from './nodes.js';

/** Blocks, and whether an empty line stands between two of them. */
interface Parsed {
  readonly blocks: readonly Block[];
  readonly hasGap: boolean;
}

/** An item of a list before it has its label. */
interface Entry {
  readonly marker: Marker;
  readonly parsed: Parsed;
  readonly task: Item['task'];
}

/** Too many lists and quotations within one another. */
export class TooDeep extends Error {}

/** The blocks of some lines. */
export function parseBlocks(lines: readonly Line[], parsing: Parsing, depth = 0): Parsed {
  if (depth > DEEPEST) throw new TooDeep();
  const blocks: Block[] = [];
  let hasGap = false;
  let isAfterGap = false;
  let index = 0;
  while (index < lines.length) {
    const line = lines[index];
    if (!line || isBlank(line)) {
      isAfterGap = true;
      index += 1;
      continue;
    }
    hasGap ||= isAfterGap && blocks.length > 0;
    isAfterGap = false;
    const { block, next } = takeBlock(lines, index, line, parsing, depth);
    blocks.push(block);
    index = next;
  }
  return { blocks, hasGap };
}

function takeBlock(
  lines: readonly Line[],
  index: number,
  line: Line,
  parsing: Parsing,
  depth: number,
): Taken {
  const indent = indentOf(line);
  if (indent >= 4) return takeIndented(lines, index);
  const body = line.text.slice(indent);
  if (fenceOf(body)) return takeFenced(lines, index, indent);
  if (isHeading(body)) return takeHeading(line, index, parsing);
  if (isRule(body)) return { block: { kind: 'rule' }, next: index + 1 };
  if (isQuoted(body)) return takeQuote(lines, index, parsing, depth);
  const marker = markerOf(line, parsing.takesPasted);
  if (marker) return takeList(lines, index, marker, parsing, depth);
  if (FOOTNOTE.test(body)) return takeFootnote(lines, index, parsing, depth);
  const definition = definitionAt(lines, index);
  if (definition && parsing.labels.has(definition.label) && !parsing.definitions.has(definition.label)) {
    return takeDefinition(lines, index, definition, parsing);
  }
  return takeTable(lines, index, parsing) ?? takeParagraph(lines, index, parsing);
}

function takeQuote(lines: readonly Line[], index: number, parsing: Parsing, depth: number): Taken {
  const inner: Line[] = [];
  let next = index;
  for (; next < lines.length; next += 1) {
    const line = lines[next];
    if (!line || isBlank(line)) break;
    const indent = indentOf(line);
    if (indent < 4 && isQuoted(line.text.slice(indent))) {
      inner.push(cutLine(line, indent + (line.text[indent + 1] === ' ' ? 2 : 1)));
    } else if (continuesParagraph(inner.at(-1), lines, next, parsing)) inner.push(line);
    else break;
  }
  return { block: { kind: 'quote', blocks: parseBlocks(inner, parsing, depth + 1).blocks }, next };
}

function takeList(
  lines: readonly Line[],
  index: number,
  first: Marker,
  parsing: Parsing,
  depth: number,
): Taken {
  const items: Entry[] = [];
  let isLoose = false;
  let next = index;
  let marker: Marker | undefined = first;
  while (marker) {
    const whole = cutLine(lines[next] ?? NOTHING, marker.contentAt);
    const task = /^\[([ xX])\][ \t]+(?=\S)/.exec(whole.text);
    const inner: Line[] = [task ? cutLine(whole, task[0].length) : whole];
    next += 1;
    for (; next < lines.length; next += 1) {
      const line = lines[next];
      if (!line) break;
      if (isBlank(line)) inner.push({ text: '', at: line.at });
      else if (indentOf(line) >= marker.contentAt) inner.push(cutLine(line, marker.contentAt));
      else if (continuesParagraph(inner.at(-1), lines, next, parsing)) inner.push(line);
      else break;
    }
    const typed = inner.length;
    while (inner.length > 1 && isBlank(inner.at(-1) ?? NOTHING)) inner.pop();
    const parsed = parseBlocks(inner, parsing, depth + 1);
    items.push({ marker, parsed, task: task ? (task[1] === ' ' ? 'open' : 'done') : undefined });
    const following = lines[next];
    marker = following && indentOf(following) < 4 ? markerOf(following, parsing.takesPasted) : undefined;
    if (marker?.kind !== first.kind) marker = undefined;
    isLoose ||= parsed.hasGap || (marker !== undefined && inner.length < typed);
  }
  const isOrdered = first.number !== undefined;
  return { block: { kind: 'list', isOrdered, isLoose, items: labelItems(items, first) }, next };
}

/** Numbers that are all the same are counted, as Markdown has it; any others are printed as typed. */
function labelItems(entries: readonly Entry[], first: Marker): readonly Item[] {
  const isCounted = entries.every(({ marker }) => marker.number === first.number);
  return entries.map(({ marker, parsed: { blocks }, task }, index) => {
    if (marker.number === undefined) return { label: '•', number: undefined, task, blocks };
    const number = Number(marker.number) + (isCounted ? index : 0);
    const typed = isCounted && index > 0 ? String(number) : marker.number;
    return { label: `${typed}${marker.kind}`, number, task, blocks };
  });
}

function takeFootnote(lines: readonly Line[], index: number, parsing: Parsing, depth: number): Taken {
  const line = lines[index] ?? NOTHING;
  const indent = indentOf(line);
  const [mark, name = ''] = FOOTNOTE.exec(line.text.slice(indent)) ?? [''];
  const inner: Line[] = [cutLine(line, indent + mark.length)];
  let next = index + 1;
  for (; next < lines.length; next += 1) {
    const following = lines[next] ?? NOTHING;
    if (isBlank(following)) inner.push(following);
    else if (indentOf(following) >= 2) inner.push(cutLine(following, Math.min(4, indentOf(following))));
    else if (continuesParagraph(inner.at(-1), lines, next, parsing)) inner.push(following);
    else break;
  }
  const waiting: Parsing['waiting'] = [];
  const { blocks } = parseBlocks(inner, { ...parsing, waiting }, depth + 1);
  const end = line.at + line.text.trimEnd().length;
  const footnote: Footnote = { kind: 'footnote', name, blocks, start: line.at + indent, end };
  parsing.footnotes.push({ footnote, waiting });
  return { block: footnote, next };
}

function takeDefinition(
  lines: readonly Line[],
  index: number,
  found: DefinitionLines,
  parsing: Parsing,
): Taken {
  const { label, address, title } = found;
  const asTyped: Inline[] = [];
  const definition: Definition = { kind: 'definition', label, address, title, asTyped };
  const content = joinContent(lines.slice(index, index + found.lines));
  parsing.definitions.set(label, { definition, content, into: asTyped });
  return { block: definition, next: index + found.lines };
}
