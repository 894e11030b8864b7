import { lastDayOf } from '../../calendar/index.js';
import { phrases } from '../../phrases/index.js';
import type { PaperRegister, ReviewAsAt } from '../../register/index.js';

/** The Executive's response to a review, where it is late or came late and the panel has not been told. */
export function lateResponse(
  { day, reviews }: PaperRegister,
  { review, withheld, responseClock: clock, previous }: ReviewAsAt,
): readonly string[] {
  if (withheld || clock?.daysLate === undefined) return [];
  const response = {
    executive: phrases.nouns.executive,
    ...(reviews.length > 1 ? { title: review.title } : {}),
    due: clock.due,
    days: clock.daysLate,
  };
  if (!clock.isAnswered) return [phrases.motions.responseAwaited({ ...response, day })];
  const answered = review.executiveResponse?.date;
  if (answered === undefined || (previous && lastDayOf(answered) <= previous.day)) return [];
  return [phrases.motions.responseLate({ ...response, answered })];
}
