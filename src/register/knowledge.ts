import { type IsoDate, lastDayOf } from '../calendar/index.js';
import {
  type Action,
  entriesByReference,
  type Meeting,
  type Model,
  type Progress,
  type Recommendation,
  type Response,
  type Review,
} from '../model/index.js';
import type { Decided, Knowledge } from './types.js';

/** What was reported on an action by a day, oldest first. */
export function entriesOn(review: Review, ref: string, day: IsoDate): readonly Progress[] {
  return (entriesByReference(review).get(ref) ?? []).filter(({ asAt }) => asAt <= day);
}

/** Whether a meeting's decisions are known: those of earlier days, never those of the meeting whose paper this is. */
export function knowsDecisionsOf(
  meeting: Meeting,
  { day, decisionsOfTheDay, apartFrom }: Knowledge,
): boolean {
  if (meeting === apartFrom) return false;
  return decisionsOfTheDay ? meeting.date <= day : meeting.date < day;
}

/** What meetings have decided on an action, as far as a day knows, oldest first. */
export function decisionsOn(
  model: Model,
  review: Review,
  ref: string,
  knowledge: Knowledge,
): readonly Decided[] {
  return (decisionsByAction(model).get(`${review.key}/${ref}`) ?? []).filter(({ meeting }) =>
    knowsDecisionsOf(meeting, knowledge),
  );
}

const byAction = new WeakMap<Model, ReadonlyMap<string, readonly Decided[]>>();

function decisionsByAction(model: Model): ReadonlyMap<string, readonly Decided[]> {
  const known = byAction.get(model);
  if (known) return known;
  const decided = new Map<string, Decided[]>();
  for (const meeting of model.meetings) {
    for (const decision of meeting.decisions) {
      if (decision.kind !== 'action') continue;
      const key = `${decision.review}/${decision.ref}`;
      const list = decided.get(key);
      if (list) list.push({ meeting, decision });
      else decided.set(key, [{ meeting, decision }]);
    }
  }
  byAction.set(model, decided);
  return decided;
}

/** Whether the Executive had answered by a day. An answer dated by its month counts from the month's last day. */
export function isAnsweredBy(review: Review, day: IsoDate): boolean {
  const date = review.executiveResponse?.date;
  return date === undefined || lastDayOf(date) <= day;
}

/** The Executive's answer to a recommendation as known on a day. */
export function responseOn(review: Review, recommendation: Recommendation, day: IsoDate): Response {
  return isAnsweredBy(review, day) ? recommendation.response : 'awaited';
}

/** Whether a recommendation was there on a day. */
export function isRecommendedBy(recommendation: Recommendation, day: IsoDate): boolean {
  return recommendation.agreed === undefined || recommendation.agreed <= day;
}

/** Whether an action was there on a day: from when it was agreed, by default from the Executive's answer. */
export function isAgreedBy(
  review: Review,
  recommendation: Recommendation,
  action: Action,
  day: IsoDate,
): boolean {
  if (!isRecommendedBy(recommendation, day)) return false;
  if (responseOn(review, recommendation, day) === 'rejected') return false;
  const agreed = action.agreed ?? recommendation.agreed;
  return agreed === undefined ? isAnsweredBy(review, day) : agreed <= day;
}

/** Which panel hears a review's updates on a day. */
export function monitorOn(review: Review, day: IsoDate): string {
  const begun = review.monitoredBy.filter(({ from }) => from === undefined || from <= day);
  const last = begun.toSorted((a, b) => ((a.from ?? '') < (b.from ?? '') ? -1 : 1)).at(-1);
  return last?.panel ?? review.panel;
}
