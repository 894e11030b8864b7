import type { DayRule } from './day-rule.js';

/** What is reported as at a day to come cannot be known yet: it is nearly always a slip in the year. */
export const progressFuture: DayRule = function* ({ model, today }) {
  for (const { asAt, spans, span } of model.reviews.flatMap(({ progress }) => progress)) {
    if (asAt <= today) continue;
    yield {
      code: 'progress-future',
      severity: 'warning',
      span: spans['asAt'] ?? span,
      message: `this reports what is known on ${asAt}, which is after ${today}`,
      hint: 'See that the date is right.',
    };
  }
};
