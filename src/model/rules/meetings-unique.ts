import type { Span } from '../../diagnostics/index.js';
import type { Rule } from './rule.js';

/** One panel meets once on a day, and an agenda has one item of each number. */
export const meetingsUnique: Rule = function* ({ model }) {
  const seen = new Map<string, Span>();
  for (const meeting of model.meetings) {
    const key = `${meeting.date} ${meeting.panel}`;
    const span = meeting.spans['date'] ?? meeting.span;
    const first = seen.get(key);
    if (!first) seen.set(key, span);
    else {
      yield {
        code: 'meeting-duplicate',
        severity: 'error',
        span,
        message: `the panel '${meeting.panel}' already has a meeting on ${meeting.date}`,
        hint: 'Put both into one file, or correct the date.',
        related: [{ message: 'the other meeting', span: first }],
      };
    }
    const numbers = new Map<string, Span>();
    for (const item of meeting.items) {
      const itemSpan = item.spans['number'] ?? item.span;
      const other = numbers.get(item.number);
      if (!other) numbers.set(item.number, itemSpan);
      else
        yield {
          code: 'item-duplicate',
          severity: 'error',
          span: itemSpan,
          message: `this meeting already has an item ${item.number}`,
          hint: 'Give it the number that it has on the agenda.',
          related: [{ message: 'first used here', span: other }],
        };
    }
  }
};
