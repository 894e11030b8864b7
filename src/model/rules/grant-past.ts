import { addMonths, type IsoDate } from '../../calendar/index.js';
import { lastDayOfDue, writtenDue } from '../due.js';
import { grantsIn } from './plan.js';
import type { AdviceRule } from './rule.js';

/** Nobody gives time that is over: it is nearly always a slip in the year. */
export const grantPast: AdviceRule = function* ({ model }) {
  for (const { ref, meeting, decision } of grantsIn(model)) {
    const last = lastDayOfDue(decision.due);
    if (!decision.due || last === undefined || last >= meeting.date) continue;
    yield {
      code: 'grant-past',
      severity: 'warning',
      span: decision.spans['due'] ?? decision.span,
      message: `'${ref}' is given until ${writtenDue(decision.due)}, which is before the meeting of ${meeting.date}`,
      hint: `See that the year is right: ${nextAfter(last, meeting.date)}?`,
    };
  }
};

/** The same day of a later year. */
function nextAfter(day: IsoDate, after: IsoDate): IsoDate {
  const years = Number(after.slice(0, 4)) - Number(day.slice(0, 4));
  const same = addMonths(day, years * 12);
  return same > after ? same : addMonths(day, (years + 1) * 12);
}
