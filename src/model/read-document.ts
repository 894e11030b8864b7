import type { SourceDocument } from '../source/index.js';
import type { Reporting, Shape } from './shapes/shape.js';

/**
 * What a file says, by its shape; undefined where it cannot be read.
 *
 * @param needed what to write into a file that is empty
 */
export function readDocument<T>(
  document: SourceDocument,
  shape: Shape<T>,
  reporting: Reporting,
  needed: string,
): T | undefined {
  if (!document.isComplete) return undefined;
  if (document.root) return shape.read(document.root, { ...reporting, document });
  reporting.report({
    code: 'value-empty',
    severity: 'error',
    span: { file: document.file, start: 0, end: 0 },
    message: 'this file is empty',
    hint: needed,
  });
  return undefined;
}
