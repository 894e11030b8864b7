/** Why a problem is one, with what it looks like and what to write instead. */
export interface Explanation {
  /** What is wrong, in a few words. */
  readonly title: string;
  readonly why: string;
  readonly bad: string;
  readonly good: string;
}
