/**
 * How much of a stranger's file is read. The largest tracker that was found has 4,000 rows; whoever reaches these has sent something else.
 */

/** Bytes of the file itself. */
export const LARGEST_FILE = 32_000_000;
/** Files within a packed one. */
export const MOST_PARTS = 2_000;
/** Bytes of one file within it, once unpacked. */
export const LARGEST_PART = 50_000_000;
/** Bytes of all of them. */
export const LARGEST_WHOLE = 100_000_000;
/** Rows with words in them. */
export const MOST_ROWS = 20_000;
export const MOST_COLUMNS = 500;
export const MOST_TABLES = 200;
/** Characters of one cell: Excel's own limit. */
export const LONGEST_CELL = 40_000;
/** Cells with words, of all tables. */
export const MOST_CELLS = 400_000;
