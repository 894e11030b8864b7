/** The id that a file gives itself, and the one that it has: the digest of the whole file in which the id is blank. */
export interface ContentId {
  /** What it says; undefined where it says nothing, or two things. */
  readonly said: string | undefined;
  readonly found: string;
}

/** Stands in the place of the id while it is reckoned. */
export const BLANK_ID = '0'.repeat(64);
