import type { Review } from '../types.js';
import { grantsIn } from './plan.js';
import type { AdviceRule } from './rule.js';

/** A date is moved by the panel, which wants to know why; dates that move without a word are what auditors object to. */
export const revisionReason: AdviceRule = function* ({ model }) {
  for (const review of model.reviews) {
    for (const entry of review.progress.flatMap(({ progress }) => progress)) {
      if (!entry.revisedDue || entry.reason !== undefined) continue;
      yield {
        code: 'revision-reason',
        severity: 'warning',
        span: entry.spans['revisedDue'] ?? entry.span,
        message: `a later date is asked for '${entry.written}' without a reason`,
        hint: "Add 'reason:' beneath it: what stands in the way, in a few words.",
      };
    }
  }
  for (const { review, ref, meeting, decision } of grantsIn(model)) {
    if (decision.reason !== undefined || wasAskedFor(review, ref, meeting.date)) continue;
    yield {
      code: 'revision-reason',
      severity: 'warning',
      span: decision.spans['due'] ?? decision.span,
      message: `the date of '${ref}' is moved, but nobody asked for it and no reason is given`,
      hint: "Add 'reason:' to the decision.",
    };
  }
};

function wasAskedFor(review: Review, ref: string, day: string): boolean {
  return review.progress.some(({ asAt, progress }) =>
    asAt > day ? false : progress.some(({ refs, revisedDue }) => revisedDue && refs.includes(ref)),
  );
}
