import type { AdviceRule } from './rule.js';

/** A rating decides where there is one, so that what says otherwise beside it counts for nothing. */
export const percentRating: AdviceRule = function* ({ model }) {
  for (const { progress } of model.reviews) {
    for (const entry of progress.flatMap((report) => report.progress)) {
      const { rating, percent, complete, spans, span } = entry;
      if (!rating || rating.closes || !(complete || percent === 100)) continue;
      const key = complete ? 'complete' : 'percent';
      yield {
        code: 'percent-rating',
        severity: 'warning',
        span: spans[key] ?? span,
        message: `'${entry.written}' is called complete here, and rated ${rating.label}, which does not close it`,
        hint: `The rating decides. Give a rating that closes, or take '${key}' out.`,
      };
    }
  }
};
