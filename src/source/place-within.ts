import type { Span } from '../diagnostics/index.js';
import type { SourceText } from './nodes.js';

/**
 * Where a stretch of a value's words is in its file. Block text is indented and quoted text has escapes, so the words
 * are looked for in the file from where they can first be; words that cannot be found keep the whole value's place.
 *
 * @param node the value
 * @param source the whole text of its file
 * @param start offset in `node.text`
 * @param end offset in `node.text`, exclusive
 */
export function placeWithin(
  node: Pick<SourceText, 'text' | 'span'>,
  source: string,
  start: number,
  end: number,
): Span {
  const raw = source.slice(node.span.start, node.span.end);
  const words = node.text.slice(start, end);
  const occurrence = countOccurrences(node.text.slice(0, start), words);
  let at = -1;
  for (let found = 0; found <= occurrence; found += 1) {
    at = raw.indexOf(words, at + 1);
    if (at === -1) return node.span;
  }
  return { file: node.span.file, start: node.span.start + at, end: node.span.start + at + words.length };
}

function countOccurrences(text: string, words: string): number {
  if (words === '') return 0;
  let count = 0;
  for (let at = text.indexOf(words); at !== -1; at = text.indexOf(words, at + 1)) count += 1;
  return count;
}
