import type { AdviceRule } from './rule.js';

/** Only a meeting signs off: an owner who says so proposes completion. */
export const progressSignedOff: AdviceRule = function* ({ model }) {
  for (const { progress } of model.reviews) {
    for (const { rating, spans, span, written } of progress.flatMap((report) => report.progress)) {
      if (!rating?.signedOff) continue;
      const proposing = model.council.ratings.find(({ closes, signedOff }) => closes && !signedOff);
      yield {
        code: 'progress-signed-off',
        severity: 'warning',
        span: spans['rating'] ?? span,
        message: `'${written}' is rated ${rating.label}, and only a meeting signs off`,
        hint: `${proposing ? `Write '${proposing.key}' here` : 'Leave it'}, and 'signed-off' under 'decisions:' of the meeting that agreed it; until then papers say that completion is proposed.`,
      };
    }
  }
};
