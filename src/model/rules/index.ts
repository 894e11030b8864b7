/**
 * The rules that need no date, each in a file of its own; this is the list. A rule sees the whole model, after every shape has been read.
 */
import type { Diagnostic } from '../../diagnostics/index.js';
import { addendumPublished } from './addendum-published.js';
import { coloursLegible } from './colours-legible.js';
import { decisionsPossible } from './decisions-possible.js';
import { exemptionsReal } from './exemptions-real.js';
import { fileDates } from './file-dates.js';
import { meetingsUnique } from './meetings-unique.js';
import { officersKnown } from './officers-known.js';
import { panelsKnown } from './panels-known.js';
import { picturesThere } from './pictures-there.js';
import { progressPlaced } from './progress-placed.js';
import { ratingsKnown } from './ratings-known.js';
import { referencesUnique } from './references-unique.js';
import { responsesExplained } from './responses-explained.js';
import { reviewsKnown } from './reviews-known.js';
import type { Rule, RuleView } from './rule.js';
import { rulesKnown } from './rules-known.js';
import { servicesKnown } from './services-known.js';

const RULES: readonly Rule[] = [
  panelsKnown,
  servicesKnown,
  officersKnown,
  ratingsKnown,
  reviewsKnown,
  referencesUnique,
  progressPlaced,
  meetingsUnique,
  decisionsPossible,
  addendumPublished,
  fileDates,
  picturesThere,
  coloursLegible,
  responsesExplained,
  exemptionsReal,
  rulesKnown,
];

/** Everything that the rules find wrong. */
export function runRules(view: RuleView): readonly Diagnostic[] {
  return RULES.flatMap((rule) => [...rule(view)]);
}
