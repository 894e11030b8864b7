import type { SourceNode } from '../source/index.js';

/** What could not be read. Of nothing that is in it can anybody say that it is not there. */
export interface LeftOut {
  add(node: SourceNode): void;
  /** Whether a word stands, as a key or as a whole value, in what was left out of a file. */
  holds(file: string, word: string): boolean;
}

/** Nothing left out yet. The words are gathered only once somebody asks. */
export function nothingLeftOut(): LeftOut {
  const nodes: SourceNode[] = [];
  let words: Map<string, Set<string>> | undefined;
  return {
    add: (node) => {
      nodes.push(node);
      words = undefined;
    },
    holds: (file, word) => {
      words ??= wordsByFile(nodes);
      return words.get(file)?.has(word) === true;
    },
  };
}

function wordsByFile(nodes: readonly SourceNode[]): Map<string, Set<string>> {
  const words = new Map<string, Set<string>>();
  const gather = (node: SourceNode | undefined): void => {
    if (!node) return;
    if (node.kind === 'list') for (const item of node.items) gather(item);
    else if (node.kind === 'map')
      for (const { key, value } of node.fields) for (const part of [key, value]) gather(part);
    else {
      const known = words.get(node.span.file) ?? new Set();
      words.set(node.span.file, known.add(node.text.trim()));
    }
  };
  for (const node of nodes) gather(node);
  return words;
}
