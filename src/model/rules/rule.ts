import type { Diagnostic } from '../../diagnostics/index.js';
import type { LeftOut } from '../left-out.js';
import type { Model } from '../types.js';

/** What a rule sees: the whole model, and what could not be read, so that one broken file does not make every mention of it wrong. */
export interface RuleView {
  readonly model: Model;
  readonly isCouncilKnown: boolean;
  /** Keys of reviews whose file could not be read. */
  readonly unreadableReviews: ReadonlySet<string>;
  /** What could not be read of the files that could. */
  readonly leftOut: LeftOut;
  /** Paths inside the register of the files that are not YAML. */
  readonly otherFiles: ReadonlySet<string>;
}

/** One rule: what it finds wrong. */
export type Rule = (view: RuleView) => Iterable<Diagnostic>;

/** A rule that advises, asked only where there is a model. */
export type AdviceRule = (view: Pick<RuleView, 'model'>) => Iterable<Diagnostic>;
