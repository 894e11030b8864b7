import { entriesByReference, proposesCompletion } from '../actions.js';
import { everyAction, theAction } from './plan.js';
import type { AdviceRule } from './rule.js';

/** That something is done is believed when something shows it. */
export const evidenceMissing: AdviceRule = function* ({ model }) {
  for (const { review, action } of everyAction(model)) {
    const entries = entriesByReference(review).get(action.ref) ?? [];
    for (const entry of entries) {
      if (!proposesCompletion(entry)) continue;
      if (
        entries.some(
          ({ asAt, evidence, unread }) =>
            asAt <= entry.asAt && (evidence.length > 0 || unread?.has('evidence')),
        )
      )
        continue;
      yield {
        code: 'evidence-missing',
        severity: 'info',
        span: entry.spans['rating'] ?? entry.spans['complete'] ?? entry.spans['percent'] ?? entry.span,
        message: `'${action.ref}' is reported as done, and nothing shows it`,
        hint: "Add 'evidence:' with the title of a document, and its link where it has one.",
        related: [theAction(action)],
      };
    }
  }
};
