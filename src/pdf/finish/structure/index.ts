import { settleBlocks } from './blocks.js';
import { settleContents } from './contents.js';
import { nameLinks, placeFigures } from './figures.js';
import { settleLists } from './lists.js';
import { dropDecoration, dropEmpty, liftRuns } from './prune.js';
import { dropRepeatedHeads, settleTables } from './tables.js';
import type { Paper } from './tree.js';
import { renameTypes } from './types.js';

export { type ContentsLine, contentsLines } from './contents.js';
export { readStructure } from './read.js';
export {
  type Element,
  elementOf,
  everyElement,
  type Kid,
  type Paper,
  textOf,
} from './tree.js';
export { writeStructure } from './write.js';

/** One rule after another; each takes the tree as the one before left it. */
const RULES: readonly ((paper: Paper) => void)[] = [
  dropDecoration,
  dropRepeatedHeads,
  liftRuns,
  renameTypes,
  dropEmpty,
  settleTables,
  settleContents,
  settleLists,
  settleBlocks,
  placeFigures,
  nameLinks,
];

/** Makes of Chromium's structure one that PDF/UA knows. */
export function settleStructure(paper: Paper): void {
  for (const rule of RULES) rule(paper);
}
