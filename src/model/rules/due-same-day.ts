import { actionsOf } from '../actions.js';
import { writtenDue } from '../due.js';
import type { Action } from '../types.js';
import type { AdviceRule } from './rule.js';

/** Fewer than this on one day is no pattern. */
const FEWEST = 3;

/** Half a plan due on one day was seldom thought about action by action. */
export const dueSameDay: AdviceRule = function* ({ model }) {
  for (const review of model.reviews) {
    const actions = review.recommendations.flatMap(actionsOf);
    for (const [date, due] of byDueDate(actions)) {
      const [first, ...others] = due.toSorted((a, b) => a.span.start - b.span.start);
      if (!first || due.length < FEWEST || due.length * 2 < actions.length) continue;
      yield {
        code: 'due-same-day',
        severity: 'warning',
        span: first.spans['due'] ?? first.span,
        message: `${due.length} of the ${actions.length} actions are due ${date}`,
        hint: 'Ask each owner what date is right for it.',
        related: others
          .slice(0, 3)
          .map(({ ref, spans, span }) => ({ message: `'${ref}' too`, span: spans['due'] ?? span })),
      };
    }
  }
};

function byDueDate(actions: readonly Action[]): ReadonlyMap<string, readonly Action[]> {
  const byDate = new Map<string, Action[]>();
  for (const action of actions) {
    if (!action.due || action.due.kind === 'words') continue;
    const written = writtenDue(action.due);
    byDate.set(written, [...(byDate.get(written) ?? []), action]);
  }
  return byDate;
}
