import type { AdviceRule } from './rule.js';

/** An item that is deferred to a day without a meeting would be heard at none. */
export const deferralMeeting: AdviceRule = function* ({ model: { meetings } }) {
  for (const meeting of meetings) {
    for (const decision of meeting.decisions) {
      if (decision.kind !== 'item' || decision.to <= meeting.date) continue;
      const item = meeting.items.find(({ number }) => number === decision.item);
      if (!item || meetings.some(({ date }) => date === decision.to)) continue;
      const later = meetings.find(({ date, panel }) => date > meeting.date && panel === meeting.panel);
      yield {
        code: 'deferral-meeting',
        severity: 'warning',
        span: decision.spans['to'] ?? decision.span,
        message: `item ${item.number} is deferred to ${decision.to}, and the register has no meeting on that day`,
        hint: `${later ? `The ${meeting.panel.called}'s next meeting is on ${later.date}. See that the date is right, or add` : 'See that the date is right, or add'} meetings/${decision.to}-${meeting.panel.key}.yaml.`,
      };
    }
  }
};
