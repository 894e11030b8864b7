import type { Span } from './diagnostic.js';
import { codeFrame, lineAndColumn, lineStarts } from './frame.js';

/** A place in a text as editors count it: line and column from 1, the column in UTF-16 units. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** The texts that diagnostics speak of, by the names in which people know their files, and where offsets lie in them. */
export class SourceTexts {
  readonly byFile: ReadonlyMap<string, string>;
  /** Where the lines of each text begin, worked out once: one file may have thousands of diagnostics. */
  readonly #starts = new Map<string, readonly number[]>();

  constructor(texts: Iterable<readonly [file: string, text: string]> = []) {
    this.byFile = new Map(texts);
  }

  /** The place of an offset; that of the beginning where the file has no text here. */
  positionOf(file: string, offset: number): Position {
    const text = this.byFile.get(file);
    return text === undefined ? { line: 1, column: 1 } : lineAndColumn(this.#startsOf(file, text), offset);
  }

  /** The first line of a span with carets beneath its words; undefined where the file has no text to show. */
  frameOf(span: Span): string | undefined {
    const text = this.byFile.get(span.file);
    return text ? codeFrame(text, span, this.#startsOf(span.file, text)) : undefined;
  }

  /** These texts and others. */
  with(others: SourceTexts): SourceTexts {
    return new SourceTexts([...this.byFile, ...others.byFile]);
  }

  #startsOf(file: string, text: string): readonly number[] {
    const known = this.#starts.get(file) ?? lineStarts(text);
    this.#starts.set(file, known);
    return known;
  }
}
