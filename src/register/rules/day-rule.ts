import type { IsoDate } from '../../calendar/index.js';
import type { Diagnostic } from '../../diagnostics/index.js';
import type { Model, Review } from '../../model/index.js';

/** What a rule about a day sees. */
export interface DayRuleView {
  readonly model: Model;
  /** The day that is looked at: by default that of the latest meeting. */
  readonly day: IsoDate;
  /** The day past which nothing can have been reported yet. */
  readonly today: IsoDate;
  /** What git remembers of each review, oldest first, by key. */
  readonly former: ReadonlyMap<string, readonly Review[]>;
}

/** One rule: what it finds wrong on that day. */
export type DayRule = (view: DayRuleView) => Iterable<Diagnostic>;
