/**
 * The rules that need a day, each in a file of its own; this is the list. They advise: what depends on a day cannot stop a paper.
 */
import type { Diagnostic } from '../../diagnostics/index.js';
import { calendarUnknown } from './calendar-unknown.js';
import type { DayRule, DayRuleView } from './day-rule.js';
import { decisionPanel } from './decision-panel.js';
import { itemPanel } from './item-panel.js';
import { progressFuture } from './progress-future.js';
import { publishedLate } from './published-late.js';
import { ratingOverdue } from './rating-overdue.js';
import { requestPast } from './request-past.js';
import { responseLate } from './response-late.js';
import { responseMissing } from './response-missing.js';
import { textChanged } from './text-changed.js';

const RULES: readonly DayRule[] = [
  progressFuture,
  requestPast,
  ratingOverdue,
  responseMissing,
  responseLate,
  publishedLate,
  calendarUnknown,
  decisionPanel,
  itemPanel,
  textChanged,
];

/** Everything that the rules about a day find wrong. */
export function brokenDayRules(view: DayRuleView): readonly Diagnostic[] {
  return RULES.flatMap((rule) => [...rule(view)]);
}
