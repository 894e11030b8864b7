import type { Html } from '../../markdown/index.js';

/** How many letters a line of a column holds, and how many lines a quarter of a page, by how the page lies. */
const ROOM = {
  portrait: { action: 32, progress: 40, quarter: 12 },
  landscape: { action: 46, progress: 62, quarter: 8 },
} as const;

export type PageLayout = keyof typeof ROOM;

/** The cells of a row that make it tall. */
export interface TallCells {
  readonly action: readonly Html[];
  readonly progress: readonly Html[];
}

/** Whether a row is taller than a quarter of a page: CSS cannot ask, so its lines are counted. A picture may be of any height. */
export function isTallRow({ action, progress }: TallCells, layout: PageLayout): boolean {
  const { quarter, ...letters } = ROOM[layout];
  const lines = Math.max(linesIn(action, letters.action), linesIn(progress, letters.progress));
  return lines > quarter || [...action, ...progress].some((html) => html.includes('<img'));
}

function linesIn(blocks: readonly Html[], letters: number): number {
  return blocks
    .flatMap((html) => html.split(/<\/(?:p|li|tr|h\d)>/))
    .map((block) => Math.ceil(block.replace(/<[^>]*>/g, '').trim().length / letters))
    .reduce((sum, lines) => sum + lines, 0);
}
