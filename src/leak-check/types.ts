import type { Span } from '../diagnostics/index.js';

/** Something that a public paper withholds, as it was written. */
export interface Secret {
  readonly text: string;
  /** Prose is searched for in sentences and runs of words; a name or a title as a whole. */
  readonly kind: 'prose' | 'title' | 'name';
  readonly span: Span;
  /** One answer to several actions, of which some are public: it is withheld and public at once. */
  readonly isShared: boolean;
}

/** All that a public paper withholds, and what is public in spite of it. */
export interface Withheld {
  readonly secrets: readonly Secret[];
  /** What council.yaml lists: panels, officers, services, ratings. */
  readonly listed: readonly string[];
  /** Names that are public elsewhere: owners of public actions, documents. */
  readonly names: readonly string[];
  /** Titles, each of which is one word where withheld prose writes it as one. */
  readonly titles: readonly string[];
  /** What public papers say of whatever is withheld. */
  readonly standing: readonly string[];
}

/** A stretch of what a paper says, and which part of the paper that is. */
export interface PublicText {
  /** "Appendix B. Action plan and progress, 1.5", "page 3", "the bookmarks". */
  readonly part: string;
  readonly text: string;
}
