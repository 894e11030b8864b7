/** The id that a file gives itself, and the one that it has: the digest of the whole file in which the id is blank. */
export interface ContentId {
  /** What it says; undefined where it says nothing, or two things. */
  readonly said: string | undefined;
  readonly found: string;
}

/** Fills the place of the id while the digest is computed. */
export const BLANK_ID = '0'.repeat(64);
