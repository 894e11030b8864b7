import {
  type Document,
  isAlias,
  isMap,
  isNode,
  isScalar,
  isSeq,
  type Node,
  type Pair,
  type ParsedNode,
  parseAllDocuments,
  Scalar,
  visit,
  type YAMLError,
  type YAMLMap,
} from 'yaml';
import { type Checked, checked, type Diagnostic, type Span } from '../diagnostics/index.js';
import { conflictMarkers } from './conflict.js';
import { type Doubt, findDoubts } from './doubts.js';
import { beginsForeign, foreignSpaces } from './foreign-spaces.js';
import { tooDeep } from './nesting-limit.js';
import type { SourceDocument, SourceField, SourceNode, SourceText, TextStyle } from './nodes.js';
import { guessed, syntaxDiagnostic } from './syntax.js';

interface RegisterText {
  readonly shown: string;
  readonly path: string;
  readonly text: string;
}

/** Parses one file. Never throws for what is in it; a file whose syntax fails gives its first fault and as much as can be read. */
export function parseSource({ shown, path, text }: RegisterText): Checked<SourceDocument> {
  const document = (root: SourceNode | undefined, isComplete: boolean): SourceDocument => ({
    file: shown,
    path,
    text,
    root,
    isComplete,
  });

  const conflict = conflictMarkers(shown, text);
  if (conflict) return checked(document(undefined, false), [conflict]);
  const deep = tooDeep(shown, text);
  if (deep) return checked(document(undefined, false), [deep]);

  const parsed = parseAllDocuments(text, {
    schema: 'failsafe',
    uniqueKeys: false,
    keepSourceTokens: false,
    prettyErrors: false,
    strict: true,
    version: '1.2',
  });
  const [first, second] = Array.isArray(parsed) ? parsed : [];
  if (!first) return checked(document(undefined, true));

  const fault: YAMLError | undefined = first.errors[0];
  if (fault) return checked(document(undefined, false), [syntaxDiagnostic(shown, text, fault, first)]);
  const diagnostics: Diagnostic[] = [];
  if (second) {
    const start = second.range[0];
    diagnostics.push({
      code: 'yaml-documents',
      severity: 'error',
      span: { file: shown, start, end: start + 3 },
      message: 'this file holds more than one YAML document',
      hint: "Remove the line '---', or move what follows it to a file of its own.",
    });
  }
  const reading: Reading = {
    file: shown,
    text,
    diagnostics,
    aliased: aliasedIn(first, text),
    unreadableSpans: [],
    foreign: [],
  };
  const root = first.contents === null ? undefined : buildNode(first.contents, reading);
  const [foreign] = reading.foreign;
  const spaces = foreign && foreignSpaces(text, foreign.start, foreign.end);
  if (spaces) return checked(document(undefined, false), [guessed(shown, spaces)]);
  return checked(document(root, reading.unreadableSpans.length === 0), diagnostics);
}

interface Reading {
  readonly file: string;
  readonly text: string;
  readonly diagnostics: Diagnostic[];
  /** What an alias refers to, by its name; its diagnostic is the one that is told. */
  readonly aliased: ReadonlyMap<string, Scalar | undefined>;
  /** Where something is lost, so that every mention of it would seem wrong. */
  readonly unreadableSpans: Span[];
  /** Keys that begin with what only looks like a space. */
  readonly foreign: Span[];
}

function aliasedIn(document: Document.Parsed, text: string): ReadonlyMap<string, Scalar | undefined> {
  const named = new Map<string, Scalar | undefined>();
  if (!text.includes('*')) return named;
  visit(document, { Alias: (_key, { source }) => void named.set(source, undefined) });
  visit(document, {
    Scalar: (_key, node) => {
      if (node.anchor !== undefined && named.has(node.anchor)) named.set(node.anchor, node);
    },
  });
  return named;
}

/** A node of the YAML library as one of ours; nothing at all where nothing was written. */
function buildNode(node: unknown, reading: Reading, isInList = false): SourceNode | undefined {
  if (isNode(node)) reportMarks(node, reading);
  if (isScalar(node)) return buildText(node, reading, findDoubts(node, reading.text, reading.file));
  if (isMap(node))
    return {
      kind: 'map',
      isFlow: node.flow === true,
      span: spanOf(node, reading),
      fields: buildFields(node, reading, isInList),
    };
  if (isSeq(node)) {
    return {
      kind: 'list',
      isFlow: node.flow === true,
      span: spanOf(node, reading),
      items: node.items.map((item) => buildNode(item, reading, true)),
    };
  }
  if (isAlias(node)) {
    reading.diagnostics.push({
      code: 'yaml-alias',
      severity: 'error',
      span: spanOf(node, reading),
      message: `'*${node.source}' repeats something written elsewhere, which a register does not allow`,
      hint: 'Write the value out in full, or quote it if the asterisk is part of the words.',
    });
    // What it repeats is in its place, so that nothing else seems to be missing.
    const repeated = reading.aliased.get(node.source);
    const text = repeated && buildText(repeated, reading);
    if (text) return { ...text, span: spanOf(node, reading) };
    reading.unreadableSpans.push(spanOf(node, reading));
  }
  return undefined;
}

/** `&name` and `!tag` before a value: hardly ever meant, and they swallow the first word of what was. */
function reportMarks(node: Node, reading: Reading): void {
  const anchor = 'anchor' in node && typeof node.anchor === 'string' ? node.anchor : undefined;
  const mark = anchor !== undefined && !reading.aliased.has(anchor) ? `&${anchor}` : writtenTag(node);
  if (mark === undefined) return;
  const { start } = spanOf(node, reading);
  const at = reading.text.lastIndexOf(mark, start);
  reading.diagnostics.push({
    code: 'yaml-alias',
    severity: 'error',
    span: { file: reading.file, start: at === -1 ? start : at, end: (at === -1 ? start : at) + mark.length },
    message: `'${mark}' at the beginning of a value is a mark of YAML, and would be left out of the words`,
    hint: 'Put the words in quotes if it is part of them, or take it out.',
  });
}

function writtenTag({ tag }: Node): string | undefined {
  return tag?.startsWith('!') ? tag : undefined;
}

function buildText(scalar: Scalar, reading: Reading, doubts: readonly Doubt[] = []): SourceText | undefined {
  const isPlain = scalar.type === Scalar.PLAIN || scalar.type === undefined;
  const text = typeof scalar.value === 'string' ? scalar.value : '';
  if (isPlain && (text === '' || text === '~' || text === 'null')) return undefined;
  const span = spanOf(scalar, reading);
  return {
    kind: 'text',
    text: text.replace(/\r\n?/g, '\n'),
    span,
    isPlain: isPlain && !reading.text.slice(span.start, span.end).includes('\n'),
    style: (scalar.type && STYLES[scalar.type]) ?? 'plain',
    doubts,
  };
}

const STYLES: Readonly<Record<Scalar.Type, TextStyle>> = {
  PLAIN: 'plain',
  QUOTE_SINGLE: 'single',
  QUOTE_DOUBLE: 'double',
  BLOCK_LITERAL: 'literal',
  BLOCK_FOLDED: 'folded',
};

function buildFields(map: YAMLMap, reading: Reading, isInList: boolean): readonly SourceField[] {
  const fields: SourceField[] = [];
  const seen = new Map<string, SourceText>();
  for (const pair of map.items) {
    const key = buildKey(pair, map, reading);
    if (!key) continue;
    if (map.flow && isSplitNote(pair, key, fields, reading)) continue;
    const first = seen.get(key.text);
    if (first) {
      if (isInList && fields[0]?.key === first) {
        reading.diagnostics.push({
          code: 'yaml-duplicate-key',
          severity: 'error',
          span: key.span,
          message: `'${key.text}' is written twice here`,
          hint: "Where another item of the list begins here, put '- ' before it; otherwise keep one of the two.",
          related: [{ message: 'first written here', span: first.span }],
        });
        reading.unreadableSpans.push(key.span);
        break;
      }
      reading.diagnostics.push({
        code: 'yaml-duplicate-key',
        severity: 'error',
        span: key.span,
        message: `'${key.text}' is written twice here`,
        hint: 'Keep one of them; YAML would silently use only the last.',
        related: [{ message: 'first written here', span: first.span }],
      });
      continue;
    }
    seen.set(key.text, key);
    fields.push({ key, value: buildNode(pair.value, reading) });
  }
  return fields;
}

function buildKey(pair: Pair, map: YAMLMap, reading: Reading): SourceText | undefined {
  const text = isScalar(pair.key) ? buildText(pair.key, reading) : undefined;
  if (text && beginsForeign(text.text)) reading.foreign.push(text.span);
  if (text) return text;
  const span = spanOf(isScalar(pair.key) || isMap(pair.key) || isSeq(pair.key) ? pair.key : map, reading);
  reading.diagnostics.push({
    code: 'value-type',
    severity: 'error',
    span,
    message: 'a key is missing here, or is not plain text',
    hint: 'Write a key, a colon and a space before the value.',
  });
  return undefined;
}

/**
 * `{ note: Every school, and college, took part. }` is three keys to YAML. A key without a colon in braces is never meant,
 * so it is reported once, at the words that YAML cut off.
 */
function isSplitNote(pair: Pair, key: SourceText, before: readonly SourceField[], reading: Reading): boolean {
  if (pair.value !== null) return false;
  const [, stuck] = /^([a-z][a-z-]*):[^\s/]/.exec(key.text) ?? [];
  if (stuck !== undefined) {
    const start = key.span.start + stuck.length;
    reading.diagnostics.push({
      code: 'yaml-split-note',
      severity: 'error',
      span: { file: reading.file, start, end: start + 1 },
      message: `a space is missing after '${stuck}:'`,
      hint: `Write '${stuck}: ' and then the value.`,
    });
    reading.unreadableSpans.push(key.span);
    return true;
  }
  const after = reading.text.slice(key.span.end).match(/^\s*(.)/);
  if (after?.[1] === ':') return false;
  const previous = before.at(-1);
  const start = previous?.value?.span.start ?? key.span.start;
  const known = reading.diagnostics.find(
    ({ code, span }) => code === 'yaml-split-note' && span.start === start,
  );
  if (known) return true;
  reading.diagnostics.push({
    code: 'yaml-split-note',
    severity: 'error',
    span: { file: reading.file, start, end: key.span.end },
    message: previous
      ? `the comma ends '${previous.key.text}' here: inside { } YAML takes what follows it for another key`
      : `'${key.text}' stands in { } without a colon`,
    hint: previous
      ? `Put '${previous.key.text}' on its own line, or quote its words: ${previous.key.text}: "…"`
      : "Write 'key: value'.",
  });
  return true;
}

function spanOf(node: Node | ParsedNode, { file }: Reading): Span {
  const [start = 0, end = start] = node.range ?? [];
  return { file, start, end: Math.max(start, end) };
}
