import type { IsoDate } from '../../calendar/index.js';
import type { Diagnostic } from '../../diagnostics/index.js';
import type { Model } from '../../model/index.js';

/** What a rule about a day sees. */
export interface DayRuleView {
  readonly model: Model;
  readonly day: IsoDate;
}

/** One rule: what it finds wrong on that day. */
export type DayRule = (view: DayRuleView) => Iterable<Diagnostic>;
