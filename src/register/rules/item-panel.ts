import { findReview } from '../../model/index.js';
import { monitorOn } from '../as-at.js';
import { paperDay } from '../previous-paper.js';
import type { DayRule } from './day-rule.js';

/** A paper is made in the name of its meeting's panel, which should be the one that monitors the review. */
export const itemPanel: DayRule = function* ({ model }) {
  for (const meeting of model.meetings) {
    // A panel that council.yaml does not know has a message of its own.
    if (!model.council.panels.includes(meeting.panel)) continue;
    for (const item of meeting.items) {
      if (item.report === undefined || item.review === 'all') continue;
      for (const key of item.review) {
        const review = findReview(model, key);
        if (!review) continue;
        const monitors = [paperDay(meeting), meeting.date].map((day) => monitorOn(review, day));
        const [monitor] = monitors;
        if (monitor === undefined || monitors.includes(meeting.panel)) continue;
        yield {
          code: 'item-panel',
          severity: 'warning',
          span: item.spans['review'] ?? item.span,
          message: `'${key}' is monitored by the ${monitor.name}, not by the ${meeting.panel.called} of this meeting`,
          hint: `Move the item to that ${monitor.called}'s meeting, or add the hand-over to 'monitored-by' in review.yaml.`,
          related: [
            {
              message: 'who monitors it',
              span: review.spans['monitoredBy'] ?? review.spans['panel'] ?? review.span,
            },
          ],
        };
      }
    }
  }
};
