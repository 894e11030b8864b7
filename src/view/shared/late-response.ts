import { lastDayOf } from '../../calendar/index.js';
import { date, plural } from '../../phrases/index.js';
import type { PaperRegister, ReviewAsAt } from '../../register/index.js';

/** The Executive's response to a review, where it is late or came late and the panel has not been told. */
export function lateResponse(
  { day, reviews }: PaperRegister,
  { review, withheld, responseClock: clock, previous }: ReviewAsAt,
): readonly string[] {
  if (withheld || clock?.daysLate === undefined) return [];
  const which = `the Executive’s response${reviews.length > 1 ? ` to “${review.title}”` : ''}`;
  const late = plural(clock.daysLate, 'day');
  if (!clock.isAnswered)
    return [
      `To consider that ${which} was due by ${date(clock.due)} and is ${late} late at ${date(day)}, and to ask for it by the next meeting.`,
    ];
  const answered = review.executiveResponse?.date;
  if (answered === undefined || (previous && lastDayOf(answered) <= previous.day)) return [];
  return [
    `To consider that ${which} was due by ${date(clock.due)} and came ${late} late, on ${date(answered)}.`,
  ];
}
