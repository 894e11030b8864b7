import { lastDayOf } from '../../calendar/index.js';
import { phrases } from '../../phrases/index.js';
import type { PaperRegister, ReviewAsAt } from '../../register/index.js';
import { nounsOf } from './panels.js';

/** A motion on a response that is late: to request it, or to note that it came late. */
export interface LateResponse {
  readonly isAwaited: boolean;
  readonly words: string;
}

/** The Executive's response to a review, where it is late or came late and the panel has not been told. */
export function lateResponses(
  register: PaperRegister,
  { review, withheld, responseClock: clock, previous }: ReviewAsAt,
): readonly LateResponse[] {
  if (withheld || clock?.daysLate === undefined) return [];
  const nouns = nounsOf(register);
  const response = {
    ...(register.reviews.length > 1 ? { title: review.title } : {}),
    due: clock.due,
    days: clock.daysLate,
  };
  if (!clock.isAnswered) {
    return [
      {
        isAwaited: true,
        words: phrases.motions.responseAwaited(nouns, { ...response, day: register.day }),
      },
    ];
  }
  const answered = review.executiveResponse?.date;
  if (answered === undefined || (previous && lastDayOf(answered) <= previous.day)) return [];
  return [{ isAwaited: false, words: phrases.motions.responseLate(nouns, { ...response, answered }) }];
}
