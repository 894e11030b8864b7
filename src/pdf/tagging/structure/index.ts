import type { ShownPage } from '../../browser/page-snapshot.js';
import { settleBlocks } from './blocks.js';
import { settleContents } from './contents.js';
import { nameLinks, placeFigures } from './figures.js';
import { settleLists } from './lists.js';
import { dropDecoration, dropEmpty, liftRuns } from './prune.js';
import { readAsTyped } from './right-to-left.js';
import { dropRepeatedHeads, settleTables } from './tables.js';
import type { TaggedDocument } from './tree.js';
import { renameTypes } from './types.js';

export { type ContentsLine, contentsLines } from './contents.js';
export { readStructure } from './read.js';
export {
  type Element,
  everyElement,
  type Kid,
  makeElement,
  type TaggedDocument,
  textOf,
} from './tree.js';
export { writeStructure } from './write.js';

/** What leaves each of the page's texts in the structure once. */
const FIRST_RULES: readonly ((paper: TaggedDocument) => void)[] = [
  dropDecoration,
  dropRepeatedHeads,
  liftRuns,
];

/** One rule after another; each takes the tree as the one before left it. */
const RULES: readonly ((paper: TaggedDocument) => void)[] = [
  renameTypes,
  dropEmpty,
  settleTables,
  settleContents,
  settleLists,
  settleBlocks,
  placeFigures,
  nameLinks,
];

/** Makes of Chromium's structure one that PDF/UA knows, and whose words are in the order of the page's texts. */
export function settleStructure(
  paper: TaggedDocument,
  { rightToLeft }: Pick<ShownPage, 'rightToLeft'>,
): TaggedDocument {
  for (const rule of FIRST_RULES) rule(paper);
  const settled = readAsTyped(paper, rightToLeft);
  for (const rule of RULES) rule(settled);
  return settled;
}
