import { lastDayOf } from '../../calendar/index.js';
import { phrases } from '../../phrases/index.js';
import type { PaperRegister, ReviewAsAt } from '../../register/index.js';
import { nounsOf } from './panels.js';

/** The Executive's response to a review, where it is late or came late and the panel has not been told. */
export function lateResponse(
  register: PaperRegister,
  { review, withheld, responseClock: clock, previous }: ReviewAsAt,
): readonly string[] {
  if (withheld || clock?.daysLate === undefined) return [];
  const nouns = nounsOf(register);
  const response = {
    ...(register.reviews.length > 1 ? { title: review.title } : {}),
    due: clock.due,
    days: clock.daysLate,
  };
  if (!clock.isAnswered) return [phrases.motions.responseAwaited(nouns, { ...response, day: register.day })];
  const answered = review.executiveResponse?.date;
  if (answered === undefined || (previous && lastDayOf(answered) <= previous.day)) return [];
  return [phrases.motions.responseLate(nouns, { ...response, answered })];
}
