import { nearest } from '../../diagnostics/index.js';
import type { Rule } from './rule.js';

/** A picture that the register names lies inside the register. */
export const picturesThere: Rule = function* ({ model, otherFiles }) {
  for (const { path, span } of model.pictures) {
    if (otherFiles.has(path)) continue;
    if (path.startsWith('/') || path.split('/').includes('..')) {
      yield {
        code: 'image-outside',
        severity: 'error',
        span,
        message: `the picture '${path}' lies outside the register`,
        hint: 'Put it into the register’s folder and write its path from there, such as pictures/map.png.',
      };
      continue;
    }
    const near = nearest(path, otherFiles);
    yield {
      code: 'image-missing',
      severity: 'error',
      span,
      message: `there is no picture '${path}' in the register`,
      hint: near
        ? `Did you mean '${near}'?`
        : 'Write its path from the register’s folder, such as pictures/map.png.',
    };
  }
};
