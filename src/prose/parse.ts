import { parseBlocks, TooDeep } from './blocks.js';
import { labelsUsed } from './definitions.js';
import { readInlines, type Shared } from './inlines.js';
import type { Parsing, Waiting } from './leaves.js';
import { hasPastedList, linesOf } from './lines.js';
import type { Block, Footnote, Prose } from './nodes.js';

/** Longer than any note or background; past it the Markdown is printed as it was written. */
export const LONGEST_PROSE = 100_000;

/**
 * Whether a text is one paragraph of plain words, in which nothing could be Markdown. Most notes are, and reading each of them takes
 * longer than all else that is done with it.
 */
export function isPlainWords(source: string): boolean {
  return !/[\n\\`*_[\]<>&!#|~@\u0000-\u001f\u007f-\u009f\u1680\u2028\u2029\u205f]|:\/\/|www\.|^\s|^(?:[-+=]|\d{1,9}[.)])/i.test(
    source,
  );
}

/** Markdown as blocks; undefined where it is so long or so nested that it is printed as it was typed. */
export function parseProse(source: string): Prose | undefined {
  if (source.length > LONGEST_PROSE) return undefined;
  const lines = linesOf(source.replace(/\r(?!\n)/g, '\n'));
  const parsing: Parsing = {
    takesPasted: hasPastedList(lines),
    labels: labelsUsed(source),
    waiting: [],
    definitions: new Map(),
    footnotes: [],
    unevenTables: [],
    unlisted: [],
  };
  try {
    const { blocks } = parseBlocks(lines, parsing);
    return readWaiting(blocks, parsing);
  } catch (failure) {
    if (failure instanceof TooDeep) return undefined;
    throw failure;
  }
}

/** Reads the pieces: first of the text, then of the footnotes that are reached from it, then of what nothing leads to. */
function readWaiting(blocks: readonly Block[], parsing: Parsing): Prose {
  const { unevenTables, unlisted } = parsing;
  const definitions = new Map([...parsing.definitions].map(([label, { definition }]) => [label, definition]));
  const marked: string[] = [];
  const shared: Shared = { definitions, used: new Set(), mark: (name) => marked.push(name) };
  const read = (waiting: readonly Waiting[]) => {
    for (const { content, into } of waiting)
      for (const inline of readInlines(content, shared)) into.push(inline);
  };
  const footnotes = new Map<string, Footnote>();
  const bodies = new Map<Footnote, readonly Waiting[]>();
  for (const { footnote, waiting } of parsing.footnotes) {
    bodies.set(footnote, waiting);
    if (!footnotes.has(footnote.name)) footnotes.set(footnote.name, footnote);
  }
  const reached = new Set<Footnote>();
  const unreached = new Set<Footnote>();
  const readMarked = () => {
    for (let name = marked.pop(); name !== undefined; name = marked.pop()) {
      const footnote = footnotes.get(name);
      if (!footnote || reached.has(footnote) || unreached.has(footnote)) continue;
      reached.add(footnote);
      read(bodies.get(footnote) ?? []);
    }
  };
  read(parsing.waiting);
  readMarked();
  for (const [footnote, waiting] of bodies) {
    if (reached.has(footnote)) continue;
    unreached.add(footnote);
    read(waiting);
    readMarked();
  }
  for (const { definition, content, into } of parsing.definitions.values()) {
    if (!shared.used.has(definition)) read([{ content, into }]);
  }
  return { blocks, footnotes, reached, used: shared.used, unevenTables, unlisted };
}
