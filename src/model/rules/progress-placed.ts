import type { Diagnostic, Span } from '../../diagnostics/index.js';
import { nearest } from '../../diagnostics/index.js';
import type { LeftOut } from '../left-out.js';
import type { Review } from '../types.js';
import { shortList } from './known.js';
import type { Rule } from './rule.js';

/** Progress is reported on an action that exists, and once for a day. */
export const progressPlaced: Rule = function* ({ model, leftOut }) {
  for (const review of model.reviews) {
    const seen = new Map<string, Span>();
    for (const report of review.progress) {
      for (const entry of report.progress) {
        for (const ref of entry.refs) {
          const wrong = misplaced(review, ref, entry.span, leftOut);
          if (wrong) {
            yield wrong;
            continue;
          }
          const key = `${entry.asAt} ${ref}`;
          const first = seen.get(key);
          if (!first) seen.set(key, entry.span);
          else {
            yield {
              code: 'progress-duplicate',
              severity: 'error',
              span: entry.span,
              message: `'${ref}' is reported on twice for ${entry.asAt}`,
              hint: 'Keep one of them, or give the later report the day on which it was made.',
              related: [{ message: 'first reported here', span: first }],
            };
          }
        }
      }
    }
  }
};

const answerable = new WeakMap<Review, ReadonlySet<string>>();

/** The references on which something can be said, worked out once for a review: each entry of each report asks. */
function answerableIn(review: Review): ReadonlySet<string> {
  const known = answerable.get(review);
  if (known) return known;
  const found = new Set(
    review.recommendations.flatMap(({ actions, ownAction }) =>
      ownAction ? [ownAction.ref] : actions.map(({ ref }) => ref),
    ),
  );
  answerable.set(review, found);
  return found;
}

/** What is wrong with a mention of an action, or nothing. */
export function misplaced(review: Review, ref: string, span: Span, leftOut: LeftOut): Diagnostic | undefined {
  if (answerableIn(review).has(ref) || leftOut.holds(review.span.file, ref)) return undefined;
  const recommendation = review.recommendations.find((found) => found.ref === ref);
  if (recommendation && recommendation.actions.length > 0) {
    const actions = recommendation.actions.map((action) => action.ref);
    return {
      code: 'ref-has-actions',
      severity: 'error',
      span,
      message: `'${ref}' is a recommendation with actions of its own, so nothing can be said of it as a whole`,
      hint: `Name the action: ${shortList(actions)}.`,
    };
  }
  if (recommendation?.unread?.has('actions')) return undefined;
  if (recommendation && !recommendation.ownAction) {
    return {
      code: 'ref-has-actions',
      severity: 'error',
      span,
      message:
        recommendation.response === 'rejected'
          ? `recommendation '${ref}' was rejected, and nobody is to do anything about it, so there is nothing to decide`
          : `the response to recommendation '${ref}' is awaited, and nobody is to do anything about it, so there is nothing to decide`,
      hint: "If the Executive has accepted it, correct its 'response' in review.yaml. If you do not know, leave 'response' out.",
    };
  }
  const actions = review.recommendations.flatMap((found) => found.actions.map((action) => action.ref));
  if (recommendation || actions.includes(ref)) return undefined;
  const all = [...actions, ...review.recommendations.map((found) => found.ref)];
  const near = nearest(ref, all);
  return {
    code: 'ref-unknown',
    severity: 'error',
    span,
    message: `there is no action '${ref}' in the review '${review.key}'`,
    hint: near
      ? `Did you mean '${near}'?`
      : `Its actions are ${shortList(actions.length > 0 ? actions : all)}.`,
  };
}
