import { responseClock } from '../deadlines.js';
import type { DayRule } from './day-rule.js';

/** The Executive must answer a report within two months: Local Government Act 2000, section 9FE. */
export const responseMissing: DayRule = function* ({ model, day }) {
  for (const review of model.reviews) {
    const clock = responseClock(review, model.council, day);
    if (clock?.daysLate !== undefined && !clock.isAnswered) {
      yield {
        code: 'response-missing',
        severity: 'warning',
        span: review.finalReport?.spans['sentToExecutive'] ?? review.span,
        message: `the ${model.council.executive}'s response was due on ${clock.due}, and on ${day} there is none`,
        hint: `Add 'executive-response:' with its date and decision, or ask the ${model.council.executive} for it.`,
      };
    }
  }
};
