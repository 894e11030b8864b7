import { publicationClock } from '../deadlines.js';
import type { DayRule } from './day-rule.js';

/** Papers lie open five clear days before the meeting: Local Government Act 1972, section 100B. */
export const publishedLate: DayRule = function* ({ model }) {
  for (const meeting of model.meetings) {
    const clock = publicationClock(meeting, model.council);
    if (clock?.daysLate === undefined) continue;
    yield {
      code: 'published-late',
      severity: 'warning',
      span: meeting.spans['published'] ?? meeting.span,
      message: `published ${meeting.published}, but ${clock.last.day} is the last day that leaves ${model.council.rules.papersDueDays} clear days before the meeting`,
      hint: 'See that both dates are right. Where the papers were late, the chair says why they are urgent, and this can be allowed.',
      related: [{ message: 'the meeting', span: meeting.spans['date'] ?? meeting.span }],
    };
  }
};
