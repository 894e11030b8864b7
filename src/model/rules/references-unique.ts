import type { Span } from '../../diagnostics/index.js';
import type { Rule } from './rule.js';

/** Minutes quote an action by its reference, so within a review a reference must lead to one thing only. */
export const referencesUnique: Rule = function* ({ model }) {
  for (const { recommendations } of model.reviews) {
    const seen = new Map<string, Span>();
    const inFileOrder = recommendations
      .flatMap((recommendation) => [recommendation, ...recommendation.actions])
      .map(({ ref, spans, span }) => ({ ref, span: spans['ref'] ?? span }))
      .toSorted((a, b) => a.span.start - b.span.start);
    for (const { ref, span } of inFileOrder) {
      const first = seen.get(ref);
      if (!first) seen.set(ref, span);
      else {
        yield {
          code: 'ref-duplicate',
          severity: 'error',
          span,
          message: `the reference '${ref}' is used twice in this review`,
          hint: 'Give one of them another reference; letters that repeat are written out, such as "1 a)".',
          related: [{ message: 'first used here', span: first }],
        };
      }
    }
  }
};
