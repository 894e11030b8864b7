import { factsOf } from '../../diagnostics/index.js';
import type { SourceText } from '../../source/index.js';
import type { Reading } from './shape.js';

/**
 * Says what YAML may have made of words that was not meant.
 *
 * @param kind whether it is Markdown, words on one line, or a value of a word or two, beside which a comment that is set apart is honest
 */
export function warnOfDoubts(node: SourceText, reading: Reading, kind: 'prose' | 'line' | 'value'): void {
  for (const { isSetApart, ...doubt } of node.doubts) {
    if (doubt.code === 'yaml-folded' && kind !== 'prose') continue;
    if (isSetApart && kind === 'value') continue;
    reading.report({ ...doubt, severity: factsOf(doubt.code).level });
  }
}
