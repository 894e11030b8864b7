import type { Layout } from './layout.js';
import { isList, isMap, settleValue, type Value, type ValueMap } from './values.js';
import { collectionLines } from './write-value.js';

/** How files are set out that we begin ourselves. */
const HOUSE: Layout = { eol: '\n', step: 2, dash: 2, gap: 2, isPadded: true };

/**
 * The text of a file that is not there yet. An empty line stands round what has lines beneath its key, and between items that have lists.
 *
 * @param isClose whether the keys follow one another without empty lines, as in short files
 */
export function writeText(value: ValueMap, isClose = false): string {
  const settled = settleValue(value);
  const blocks = (isMap(settled) ? [...settled] : []).map(([key, part]) => blockOf(key, part));
  return blocks
    .map((lines, index) => {
      const isApart = !isClose && index > 0 && (lines.length > 1 || (blocks[index - 1] ?? []).length > 1);
      return `${isApart ? '\n' : ''}${lines.join('\n')}\n`;
    })
    .join('');
}

function blockOf(key: string, value: Value): readonly string[] {
  const lines = collectionLines(new Map([[key, value]]), { column: 0, layout: HOUSE });
  if (!isList(value) || !value.some(hasList)) return lines;
  return lines.flatMap((line, index) => (index > 1 && /^ {2}-/.test(line) ? ['', line] : [line]));
}

function hasList(item: Value): boolean {
  return isMap(item) && [...item.values()].some((part) => isList(part) && part.some(isMap));
}
