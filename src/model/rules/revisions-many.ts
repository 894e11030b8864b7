import type { Decision, Model } from '../types.js';
import { everyAction, theAction } from './plan.js';
import type { AdviceRule } from './rule.js';

/** A date that keeps moving is no date: past the council's own number the owner is called to explain. */
export const revisionsMany: AdviceRule = function* ({ model }) {
  const most = model.council.rules.maxRevisions;
  const grants = grantsByAction(model);
  for (const { review, action } of everyAction(model)) {
    const name = `${review.key}/${action.ref}`;
    const moved = grants.get(name) ?? [];
    const last = moved.at(-1);
    if (!last || moved.length <= most) continue;
    yield {
      code: 'revisions-many',
      severity: 'warning',
      span: last.spans['due'] ?? last.span,
      message: `the date of '${name}' has now moved ${moved.length} times, which is more than ${most}`,
      hint: "Ask the owner to come and explain; 'max-revisions' in council.yaml says how often is too often.",
      related: [theAction(action)],
    };
  }
};

/** The extensions granted, by REVIEW/REF, in the order of the meetings. */
function grantsByAction({ meetings }: Model): ReadonlyMap<string, readonly Decision[]> {
  const grants = new Map<string, Decision[]>();
  for (const decision of meetings.flatMap(({ decisions }) => decisions)) {
    if (decision.kind !== 'action' || decision.decision !== 'extension-granted') continue;
    const name = `${decision.review}/${decision.ref}`;
    grants.set(name, [...(grants.get(name) ?? []), decision]);
  }
  return grants;
}
