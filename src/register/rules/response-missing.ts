import { lastDayOf } from '../../calendar/index.js';
import { responseClock } from '../clocks.js';
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
        message: `the Executive's answer was due on ${clock.due}, and on ${day} there is none`,
        hint: "Add 'executive-response:' with its date and decision, or ask the Executive for it.",
      };
    }
    const answered = review.executiveResponse;
    if (!answered?.date || lastDayOf(answered.date) > day) continue;
    if (answered.decision !== undefined && !ANSWERS.includes(answered.decision)) continue;
    for (const { ref, spans, span } of review.recommendations) {
      if (spans['response']) continue;
      yield {
        code: 'response-missing',
        severity: 'warning',
        span: spans['ref'] ?? span,
        message: `the Executive answered on ${answered.date}, but what it said of recommendation '${ref}' is missing`,
        hint: "Add 'response:' with accepted, accepted-in-part, accepted-in-principle or rejected; or awaited, if it has said nothing yet.",
        related: [{ message: 'the answer', span: answered.spans['date'] ?? answered.span }],
      };
    }
  }
};

/** The decisions after which every recommendation has an answer. */
const ANSWERS: readonly string[] = ['agreed', 'agreed-in-part'];
