import type { AdviceRule } from './rule.js';

/** Progress on a recommendation that nobody accepted: what the register says of the response may be out of date. */
export const progressResponse: AdviceRule = function* ({ model }) {
  for (const review of model.reviews) {
    const entries = review.progress.flatMap(({ progress }) => progress);
    for (const { ref, response, ownAction, spans, span } of review.recommendations) {
      if (!ownAction || (response !== 'awaited' && response !== 'rejected')) continue;
      // One message for a recommendation, however often it was reported on.
      const entry = entries.find(({ refs }) => refs.includes(ref));
      if (!entry) continue;
      yield {
        code: 'progress-response',
        severity: 'warning',
        span: entry.span,
        message:
          response === 'rejected'
            ? `progress is reported on recommendation '${ref}', which was rejected`
            : `progress is reported on recommendation '${ref}', whose response is still awaited`,
        hint: `If the ${model.council.executive} accepted it, correct its 'response' in review.yaml. If you do not know, leave 'response' out.`,
        related: [{ message: 'its response', span: spans['response'] ?? span }],
      };
    }
  }
};
