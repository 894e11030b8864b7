import { isWorkingDay, weekdayOf } from '../../calendar/index.js';
import { NATIONS } from './nations.js';
import type { AdviceRule } from './rule.js';

/** No panel meets when the offices are closed: the date has a slip in it. */
export const meetingDay: AdviceRule = function* ({ model }) {
  const { nation } = model.council;
  for (const { date, spans, span } of model.meetings) {
    const weekday = WEEKEND[weekdayOf(date)];
    if (weekday === undefined && isWorkingDay(date, nation) !== false) continue;
    yield {
      code: 'meeting-day',
      severity: 'warning',
      span: spans['date'] ?? span,
      message: `${date} is a ${weekday ?? `bank holiday in ${NATIONS[nation]}`}`,
      hint: 'See that the day, the month and the year are right.',
    };
  }
};

const WEEKEND: Readonly<Record<number, string>> = { 0: 'Sunday', 6: 'Saturday' };
