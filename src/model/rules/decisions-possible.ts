import { nearest } from '../../diagnostics/index.js';
import { reportsPlan } from '../paper-kinds.js';
import { shortList } from './known.js';
import { misplaced, startGuessing } from './progress-placed.js';
import type { Rule } from './rule.js';

/** A meeting decides on actions that exist and on its own items; a deferred item comes again where it was put off to. */
export const decisionsPossible: Rule = function* ({ model, unreadableReviews, leftOut }) {
  const reviews = new Map(model.reviews.map((review) => [review.key, review]));
  const keys = [...reviews.keys()];
  const guesses = startGuessing();
  for (const meeting of model.meetings) {
    for (const decision of meeting.decisions) {
      if (decision.kind === 'action') {
        const span = decision.spans['action'] ?? decision.span;
        const review = reviews.get(decision.review);
        const wrong =
          review && misplaced(review, decision.ref, span, leftOut, guesses, `${decision.review}/`);
        if (wrong) yield wrong;
        if (review || unreadableReviews.has(decision.review)) continue;
        const near = nearest(decision.review, keys);
        yield {
          code: 'review-unknown',
          severity: 'error',
          span,
          message: `there is no review '${decision.review}'`,
          hint: near ? `Did you mean '${near}/${decision.ref}'?` : `The reviews are ${shortList(keys)}.`,
        };
        continue;
      }
      const item = meeting.items.find(({ number }) => number === decision.item);
      if (!item) {
        const numbers = meeting.items.map(({ number }) => number);
        yield {
          code: 'item-unknown',
          severity: 'error',
          span: decision.spans['item'] ?? decision.span,
          message: `this meeting has no item ${decision.item}`,
          hint:
            numbers.length === 0
              ? "List the item under 'items:' first."
              : `Its items are ${shortList(numbers)}.`,
        };
        continue;
      }
      const toSpan = decision.spans['to'] ?? decision.span;
      if (decision.to <= meeting.date) {
        yield {
          code: 'deferral-date',
          severity: 'error',
          span: toSpan,
          message: `item ${item.number} is deferred to ${decision.to}, which is not after this meeting`,
          hint: 'Write the date of the later meeting.',
        };
        continue;
      }
      if (item.review !== 'all' && item.review.some((key) => !reviews.has(key))) continue;
      const later =
        model.meetings.find(({ date, panel }) => date === decision.to && panel === meeting.panel) ??
        model.meetings.find(({ date }) => date === decision.to);
      if (
        !later ||
        later.items.some(({ report, review }) => reportsPlan(report) && sharesReview(review, item.review))
      )
        continue;
      yield {
        code: 'deferral-not-listed',
        severity: 'error',
        span: toSpan,
        message: `item ${item.number} is deferred to the meeting of ${decision.to}, which does not list it`,
        hint: `Add the item to ${later.file}, under its own number.`,
        related: [{ message: 'the later meeting', span: later.spans['items'] ?? later.span }],
      };
    }
  }
};

function sharesReview(a: readonly string[] | 'all', b: readonly string[] | 'all'): boolean {
  return a === 'all' || b === 'all' || a.some((key) => b.includes(key));
}
