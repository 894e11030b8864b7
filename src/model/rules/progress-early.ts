import { entriesByReference } from '../actions.js';
import { agreement, everyAction, theAction } from './plan.js';
import type { AdviceRule } from './rule.js';

/** No paper shows an action before it was agreed, so what was reported on it earlier is not seen. */
export const progressEarly: AdviceRule = function* ({ model }) {
  for (const planned of everyAction(model)) {
    const { review, action } = planned;
    const agreed = agreement(planned);
    if (!agreed) continue;
    for (const entry of entriesByReference(review).get(action.ref) ?? []) {
      if (entry.asAt >= agreed.day) continue;
      yield {
        code: 'progress-early',
        severity: 'warning',
        span: entry.span,
        message: `'${action.ref}' is reported on as at ${entry.asAt}, before it was agreed on ${agreed.day}`,
        hint: "See that both dates are right; an action agreed earlier than the others has 'agreed:' with its own day.",
        related: [{ message: 'agreed here', span: agreed.span }, theAction(action)],
      };
    }
  }
};
