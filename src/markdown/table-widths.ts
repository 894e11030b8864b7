import type { Block, Inline } from './nodes.js';
import { wordsOf } from './plain-text.js';

/** How an author's table uses the room that there is. */
export interface TableFit {
  /** For each column the letters that a line of it holds at least: its longest word, unless the page has no room for that. */
  readonly letters: readonly number[];
  /** It needs more room than a column of a paper's own tables has. */
  readonly isWide: boolean;
  /** It is set in smaller type, since a page has no room for its words at the usual size. */
  readonly isSmall: boolean;
  /** Even so words break, since its columns are narrower than they are. */
  readonly isCramped: boolean;
}

/** How many letters stand beside each other, and how many the gap after a column takes. */
interface Room {
  readonly letters: number;
  readonly gap: number;
}

/** In the narrowest column of a paper's own tables that an author's table may be in. */
const COLUMN: Room = { letters: 28, gap: 2 };
/** On a page beneath a numbered paragraph, at the size of a table; and in type that is an eighth smaller. */
const PAGE: Room = { letters: 74, gap: 1 };
const PAGE_IN_SMALL: Room = { letters: 86, gap: 1 };

/** What an empty cell says. */
export const NOTHING = 'not given';

/** A picture needs so much room as letters. */
const PICTURE = 14;

/** Beyond so many letters a word may break: it is an address. */
const LONGEST = 16;

/** How the columns of a table share the room: what each needs for its longest word, or else as much as is there for all. */
export function fitTable(table: Extract<Block, { kind: 'table' }>): TableFit {
  const needed = table.aligns.map((_, column) => neededBy(table, column));
  const isSmall = !fits(needed, PAGE);
  return {
    letters: shareRoom(needed, isSmall ? PAGE_IN_SMALL : PAGE),
    isWide: !fits(needed, COLUMN),
    isSmall,
    isCramped: !fits(needed, PAGE_IN_SMALL),
  };
}

/** What a column must hold in one line. */
interface Needed {
  readonly letters: number;
  /** Figures, which nobody can read in two lines. */
  readonly figures: number;
}

function neededBy({ head, rows }: Extract<Block, { kind: 'table' }>, column: number): Needed {
  const cells = [head, ...rows].map((row) => row.cells[column] ?? []);
  const words = cells.flatMap((cell) => (wordsOf(cell).trim() || NOTHING).split(BREAKS));
  const longest = (some: readonly string[]) =>
    Math.max(1, ...some.map((word) => Math.min(LONGEST, [...word].length)));
  return {
    letters: Math.max(longest(words), cells.some(hasPicture) ? PICTURE : 0),
    figures: longest(words.filter((word) => /\d/.test(word))),
  };
}

/** A line may end at a space, and after a hyphen within a word. */
const BREAKS = /\s+|(?<=\p{L}-)(?=\p{L})/u;

function hasPicture(inlines: readonly Inline[]): boolean {
  return inlines.some(
    (inline) => inline.kind === 'image' || ('children' in inline && hasPicture(inline.children)),
  );
}

function fits(needed: readonly Needed[], room: Room): boolean {
  return sum(needed.map(({ letters }) => letters)) <= roomFor(needed, room);
}

function roomFor({ length }: readonly Needed[], { letters, gap }: Room): number {
  return Math.max(0, letters - length * gap);
}

/** Figures come first, where they have room; of the rest each column that needs less leaves its share to the others. */
function shareRoom(needed: readonly Needed[], room: Room): readonly number[] {
  const there = roomFor(needed, room);
  const figures = needed.map((one) => one.figures);
  const least = sum(figures) <= there ? figures : needed.map(() => there / needed.length);
  let most = Math.max(...needed.map(({ letters }) => letters));
  const shared = () =>
    needed.map(({ letters }, column) => Math.max(least[column] ?? 0, Math.min(letters, most)));
  while (most > 0 && sum(shared()) > there) most -= 0.5;
  return shared();
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
