import type { Rating } from '../../model/index.js';
import { actionsOf } from '../../model/index.js';
import { actionState, overdueDays } from '../action-state.js';
import { isAgreedBy } from '../as-at.js';
import type { DayRule } from './day-rule.js';

/** An action past its date is not going well, whatever its owner says. */
export const ratingOverdue: DayRule = function* ({ model, day }) {
  for (const review of model.reviews) {
    for (const recommendation of review.recommendations) {
      for (const action of actionsOf(recommendation)) {
        if (!isAgreedBy(review, recommendation, action, day)) continue;
        const state = actionState(model, review, action, {
          day,
          decisionsOfTheDay: true,
          excludedMeeting: undefined,
        });
        const overdue = overdueDays(state, day);
        if (overdue === undefined || !state.rating || !state.rated || !saysAllIsWell(state.rating)) continue;
        yield {
          code: 'rating-overdue',
          severity: 'warning',
          span: state.rated.spans['rating'] ?? state.rated.span,
          message: `'${action.ref}' is rated ${state.rating.label.toLowerCase()}, but on ${day} it is ${overdue} ${overdue === 1 ? 'day' : 'days'} overdue`,
          hint: 'Ask the owner for a new rating, or for a later date with a reason.',
          related: [{ message: 'it was due', span: action.spans['due'] ?? action.span }],
        };
      }
    }
  }
};

/** The best of the council's key, or one that it calls green. One that closes says that the work is done, and is never overdue. */
function saysAllIsWell({ rank, key, label, closes }: Rating): boolean {
  return !closes && (rank === 0 || key.toLowerCase() === 'green' || label.toLowerCase() === 'green');
}
