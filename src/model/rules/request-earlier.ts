import { actionsOf, entriesByReference } from '../actions.js';
import { lastDayOfDue, writtenDue } from '../due.js';
import type { Model } from '../types.js';
import { type Grant, grantsIn } from './plan.js';
import type { AdviceRule } from './rule.js';

/** More time is later time: who asks for an earlier date has nearly always mistaken the year. */
export const requestEarlier: AdviceRule = function* ({ model }) {
  const grants = grantsByAction(model);
  for (const review of model.reviews) {
    const entries = entriesByReference(review);
    for (const action of review.recommendations.flatMap(actionsOf)) {
      for (const entry of entries.get(action.ref) ?? []) {
        if (!entry.revisedDue) continue;
        const granted = grants
          .get(`${review.key}/${action.ref}`)
          ?.findLast(({ meeting }) => meeting.date <= entry.asAt);
        const stands = granted?.decision.due ?? action.due;
        const [to, from] = [lastDayOfDue(entry.revisedDue), lastDayOfDue(stands)];
        if (!stands || to === undefined || from === undefined || to >= from) continue;
        yield {
          code: 'request-earlier',
          severity: 'info',
          span: entry.spans['revisedDue'] ?? entry.span,
          message: `'${action.ref}' asks for ${writtenDue(entry.revisedDue)}, which is earlier than ${writtenDue(stands)}`,
          hint: 'Is the year right? The paper calls it an earlier date, and not more time.',
          related: [
            {
              message: 'it is due',
              span: granted
                ? (granted.decision.spans['due'] ?? granted.decision.span)
                : (action.spans['due'] ?? action.span),
            },
          ],
        };
      }
    }
  }
};

function grantsByAction(model: Model): ReadonlyMap<string, readonly Grant[]> {
  const grants = new Map<string, Grant[]>();
  for (const grant of grantsIn(model)) {
    const key = `${grant.review.key}/${grant.ref}`;
    const list = grants.get(key);
    if (list) list.push(grant);
    else grants.set(key, [grant]);
  }
  return grants;
}
