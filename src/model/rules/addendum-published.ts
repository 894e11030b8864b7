import { reportsArrivals } from '../paper-kinds.js';
import type { Rule } from './rule.js';

/** An addendum holds what came in after the agenda was published: without that day nobody can say what it is to hold. */
export const addendumPublished: Rule = function* ({ model }) {
  for (const meeting of model.meetings) {
    if (meeting.published !== undefined || meeting.unread?.has('published')) continue;
    for (const item of meeting.items) {
      if (!reportsArrivals(item.report)) continue;
      yield {
        code: 'addendum-unpublished',
        severity: 'error',
        span: item.spans['report'] ?? item.span,
        message: `item ${item.number} is an addendum, but this meeting does not say when its agenda was published`,
        hint: "Add 'published:' with that day beside the meeting's 'date:'; the addendum holds what is dated after it.",
        related: [{ message: 'the meeting', span: meeting.spans['date'] ?? meeting.span }],
      };
    }
  }
};
