import { lastDayOf } from '../../calendar/index.js';
import { agreement, everyAction } from './plan.js';
import type { AdviceRule } from './rule.js';

/** A date before the action was agreed is nearly always a slip in the year. */
export const dueEarly: AdviceRule = function* ({ model }) {
  for (const planned of everyAction(model)) {
    const { action } = planned;
    const agreed = agreement(planned);
    if (action.due?.kind !== 'date' || !agreed || lastDayOf(action.due.date) >= agreed.day) continue;
    yield {
      code: 'due-early',
      severity: 'warning',
      span: action.spans['due'] ?? action.span,
      message: `'${action.ref}' is due ${action.due.date}, before it was agreed on ${agreed.day}`,
      hint: 'See that the year is right.',
      related: [{ message: 'agreed here', span: agreed.span }],
    };
  }
};
