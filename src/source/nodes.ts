import type { Span } from '../diagnostics/index.js';
import type { Doubt } from './doubts.js';

/** A value as it was written, and where. Scalars are text: `1.10` stays `1.10` and `no` stays `no` until a shape gives them a type. */
export type SourceNode = SourceText | SourceMap | SourceList;

export interface SourceText {
  readonly kind: 'text';
  readonly text: string;
  readonly span: Span;
  /** Written without quotes and on one line. */
  readonly isPlain: boolean;
  readonly style: TextStyle;
  /** What YAML may have made of it that was not meant; only of values, since keys are looked up. */
  readonly doubts: readonly Doubt[];
}

/** How words are written: as they are, in quotation marks, or after a `|` or `>`. */
export type TextStyle = 'plain' | 'single' | 'double' | 'literal' | 'folded';

export interface SourceMap {
  readonly kind: 'map';
  /** Written in braces. */
  readonly isFlow: boolean;
  readonly fields: readonly SourceField[];
  readonly span: Span;
}

export interface SourceField {
  readonly key: SourceText;
  /** Undefined where nothing was written after the key. */
  readonly value: SourceNode | undefined;
}

export interface SourceList {
  readonly kind: 'list';
  /** Written in brackets. */
  readonly isFlow: boolean;
  /** Undefined for a dash with nothing after it. */
  readonly items: readonly (SourceNode | undefined)[];
  readonly span: Span;
}

/** One file, parsed. */
export interface SourceDocument {
  /** The name to show. */
  readonly file: string;
  /** The path inside the register. */
  readonly path: string;
  readonly text: string;
  /** Undefined where the file is empty or could not be parsed at all. */
  readonly root: SourceNode | undefined;
  /** Whether the syntax held, so that what is absent is truly absent. */
  readonly isComplete: boolean;
}
