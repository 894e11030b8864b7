import { findReview } from '../../model/index.js';
import { monitorOn } from '../as-at.js';
import type { DayRule } from './day-rule.js';

/** Only the panel that monitors a review on the day of its meeting decides on its actions. */
export const decisionPanel: DayRule = function* ({ model }) {
  for (const meeting of model.meetings) {
    // A panel that council.yaml does not know has a message of its own.
    if (!model.council.panels.includes(meeting.panel)) continue;
    for (const decision of meeting.decisions) {
      if (decision.kind !== 'action') continue;
      const review = findReview(model, decision.review);
      if (!review) continue;
      const monitor = monitorOn(review, meeting.date);
      if (monitor === meeting.panel) continue;
      yield {
        code: 'decision-panel',
        severity: 'warning',
        span: decision.spans['action'] ?? decision.span,
        message: `'${review.key}' is monitored by the ${monitor.name}, not by the ${meeting.panel.called} of this meeting`,
        hint: `Move the decision to that ${monitor.called}'s meeting, or add the hand-over to 'monitored-by' in review.yaml.`,
        related: [
          {
            message: 'who monitors it',
            span: review.spans['monitoredBy'] ?? review.spans['panel'] ?? review.span,
          },
        ],
      };
    }
  }
};
