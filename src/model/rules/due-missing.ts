import { everyAction, refSpan } from './plan.js';
import type { AdviceRule } from './rule.js';

/** No date, never done: members ask by when. */
export const dueMissing: AdviceRule = function* ({ model }) {
  for (const { action } of everyAction(model)) {
    if (action.due || action.spans['due']) continue;
    yield {
      code: 'due-missing',
      severity: 'info',
      span: refSpan(action),
      message: `'${action.ref}' does not say by when`,
      hint: "Add 'due:' with a date, a month, a year, or words such as ongoing.",
    };
  }
};
