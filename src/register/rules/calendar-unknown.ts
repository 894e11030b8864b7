import { FIRST_YEAR, LAST_YEAR } from '../../calendar/index.js';
import { publicationClock } from '../deadlines.js';
import type { DayRule } from './day-rule.js';

/** Where bank holidays are not known, the last day for publication is not worked out; the officer is told, and nothing stops. */
export const calendarUnknown: DayRule = function* ({ model }) {
  for (const meeting of model.meetings) {
    if (meeting.published === undefined || publicationClock(meeting, model.council)) continue;
    yield {
      code: 'calendar-unknown',
      severity: 'info',
      span: meeting.spans['date'] ?? meeting.span,
      message: `bank holidays are known for ${FIRST_YEAR} to ${LAST_YEAR}, so the last day for publication is not worked out here`,
      hint: 'Count the clear days yourself.',
    };
  }
};
