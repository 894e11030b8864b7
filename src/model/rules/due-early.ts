import { lastDayOfDue, writtenDue } from '../due.js';
import { agreement, everyAction } from './plan.js';
import type { AdviceRule } from './rule.js';

/** A date before the action was agreed is nearly always a slip in the year. */
export const dueEarly: AdviceRule = function* ({ model }) {
  for (const planned of everyAction(model)) {
    const { action } = planned;
    const agreed = agreement(planned);
    const last = lastDayOfDue(action.due);
    if (!action.due || last === undefined || !agreed || last >= agreed.day) continue;
    yield {
      code: 'due-early',
      severity: 'warning',
      span: action.spans['due'] ?? action.span,
      message: `'${action.ref}' is due ${writtenDue(action.due)}, before it was agreed on ${agreed.day}`,
      hint: 'See that the year is right.',
      related: [{ message: 'agreed here', span: agreed.span }],
    };
  }
};
