/**
 * The rules that need a day, each in a file of its own; this is the list. They advise: what depends on a day cannot stop a paper.
 */
import type { Diagnostic } from '../../diagnostics/index.js';
import type { DayRule, DayRuleView } from './day-rule.js';

const RULES: readonly DayRule[] = [];

/** Everything that the rules about a day find wrong. */
export function brokenDayRules(view: DayRuleView): readonly Diagnostic[] {
  return RULES.flatMap((rule) => [...rule(view)]);
}
