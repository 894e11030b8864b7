import type { IsoDate } from '../../calendar/index.js';
import {
  actionsOf,
  entriesByReference,
  lastDayOfDue,
  type Meeting,
  type Model,
  type Review,
  writtenDue,
} from '../../model/index.js';
import { monitorOn } from '../as-at.js';
import { dayOfPaper } from '../previous-paper.js';
import type { DayRule } from './day-rule.js';

/** Members would be asked for time that is over. */
export const requestPast: DayRule = function* ({ model }) {
  for (const review of model.reviews) {
    const entries = entriesByReference(review);
    let hearings: readonly Hearing[] | undefined;
    for (const { ref } of review.recommendations.flatMap(actionsOf)) {
      for (const { revisedDue, asAt, spans, span } of entries.get(ref) ?? []) {
        const last = lastDayOfDue(revisedDue);
        if (!revisedDue || last === undefined) continue;
        hearings ??= listHearings(model, review);
        const hearing = hearings.find((one) => one.day >= asAt)?.meeting;
        const day = last < asAt ? asAt : hearing?.date;
        if (day === undefined || last >= day) continue;
        yield {
          code: 'request-past',
          severity: 'info',
          span: spans['revisedDue'] ?? span,
          message:
            day === hearing?.date
              ? `'${ref}' asks for ${writtenDue(revisedDue)}, which has passed by the meeting of ${day}`
              : `'${ref}' asks for ${writtenDue(revisedDue)}, which had passed when it was asked for, on ${day}`,
          hint: 'See that the date is right, or ask for a later one.',
        };
      }
    }
  }
};

/** A meeting that has papers on a review, and the last day that they hold. */
interface Hearing {
  readonly meeting: Meeting;
  readonly day: IsoDate;
}

function listHearings(model: Model, review: Review): readonly Hearing[] {
  return model.meetings.flatMap((meeting) =>
    meeting.items.flatMap((item) => {
      const day = dayOfPaper(meeting, item);
      const isHeard =
        item.review === 'all' ? monitorOn(review, day) === meeting.panel : item.review.includes(review.key);
      return item.report !== undefined && isHeard ? [{ meeting, day }] : [];
    }),
  );
}
