import { namesTime, readTime } from '../../calendar/index.js';
import { everyDue } from './plan.js';
import type { AdviceRule } from './rule.js';

/** Words that name a time look as if they could be late, and never are. */
export const dueUnread: AdviceRule = function* ({ model }) {
  for (const { due, span } of everyDue(model)) {
    if (due.kind !== 'words' || !namesTime(due.words)) continue;
    yield {
      code: 'due-unread',
      severity: 'info',
      span,
      message: 'these words name a time, but will never be shown as late',
      hint:
        readTime(due.words)?.kind === 'duration'
          ? "Nothing says from when it counts: add 'agreed:' beside it, or write a date."
          : 'Write the time alone, if there is one: 2025-03-31, end of March 2025, Q3 2025/26.',
    };
  }
};
