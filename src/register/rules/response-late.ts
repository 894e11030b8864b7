import { lastDayOf } from '../../calendar/index.js';
import { responseClock } from '../deadlines.js';
import type { DayRule } from './day-rule.js';

/** An answer after the two months was late, and the paper says so. */
export const responseLate: DayRule = function* ({ model }) {
  for (const review of model.reviews) {
    const answered = review.executiveResponse;
    if (!answered?.date) continue;
    const clock = responseClock(review, model.council, lastDayOf(answered.date));
    if (clock?.daysLate === undefined) continue;
    yield {
      code: 'response-late',
      severity: 'warning',
      span: answered.spans['date'] ?? answered.span,
      message: `the ${model.council.executive} responded ${clock.daysLate} ${clock.daysLate === 1 ? 'day' : 'days'} late: the response was due on ${clock.due}`,
      hint: 'See that both dates are right; where they are, the lateness is a fact and this can be allowed.',
      related: [
        { message: 'the report was sent', span: review.finalReport?.spans['sentToExecutive'] ?? review.span },
      ],
    };
  }
};
