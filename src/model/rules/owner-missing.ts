import { everyAction, refSpan } from './plan.js';
import type { AdviceRule } from './rule.js';

/** An action that nobody owns is asked of nobody. */
export const ownerMissing: AdviceRule = function* ({ model }) {
  for (const { action } of everyAction(model)) {
    if (action.owners.length > 0 || action.unread?.has('owner')) continue;
    yield {
      code: 'owner-missing',
      severity: 'warning',
      span: refSpan(action),
      message: `nobody owns '${action.ref}'`,
      hint: "Add 'owner:' with an officer's key or plain words.",
    };
  }
};
