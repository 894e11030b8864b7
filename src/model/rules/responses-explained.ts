import type { Response } from '../types.js';
import type { Rule } from './rule.js';

const IN_WORDS: Partial<Readonly<Record<Response, string>>> = {
  'accepted-in-part': 'accepted only in part',
  'accepted-in-principle': 'accepted only in principle',
  rejected: 'rejected',
};

/** Whoever does not simply accept says why: members find the reason the most useful part of an answer. */
export const responsesExplained: Rule = function* ({ model }) {
  for (const { recommendations } of model.reviews) {
    for (const { ref, response, reason, spans, span } of recommendations) {
      const said = response && IN_WORDS[response];
      if (said === undefined || reason !== undefined || spans['reason']) continue;
      yield {
        code: 'response-reason',
        severity: 'error',
        span: spans['response'] ?? span,
        message: `recommendation '${ref}' is ${said}, without a reason`,
        hint: `Add 'reason:' with the ${model.council.executive}'s reason.`,
      };
    }
  }
};
