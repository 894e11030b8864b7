import { type IsoDate, lastDayOf, type PartialDate } from '../calendar/index.js';
import {
  type Action,
  entriesByReference,
  type Meeting,
  type Model,
  type Panel,
  type Progress,
  type Recommendation,
  type Response,
  type Review,
  responseDate,
} from '../model/index.js';
import { compareText } from '../order/index.js';
import type { Cutoff, Decided } from './types.js';

/** What was reported on an action by a day, oldest first. */
export function entriesUpTo(review: Review, ref: string, day: IsoDate): readonly Progress[] {
  return (entriesByReference(review).get(ref) ?? []).filter(
    (entry) => entry.asAt <= day && saysSomething(entry),
  );
}

/** A rating, a percentage, a note or a request is a report; a rating that was left empty is none. */
function saysSomething({ rating, percent, complete, note, revisedDue }: Progress): boolean {
  return (
    rating !== undefined ||
    percent !== undefined ||
    complete ||
    note !== undefined ||
    revisedDue !== undefined
  );
}

/** Whether a meeting's decisions are known: those of earlier days, never those of the meeting whose paper this is. */
export function knowsDecisionsOf(
  meeting: Meeting,
  { day, decisionsOfTheDay, excludedMeeting }: Cutoff,
): boolean {
  // A public copy of a meeting is another object.
  if (meeting.file === excludedMeeting?.file) return false;
  return decisionsOfTheDay ? meeting.date <= day : meeting.date < day;
}

/** What meetings have decided on an action, as far as a day knows, oldest first. */
export function decisionsKnown(
  model: Model,
  review: Review,
  ref: string,
  knowledge: Cutoff,
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

/** Whether the Executive had responded by a day. A response dated by its month counts from the month's last day; to defer it is not to give it. */
export function isAnsweredBy({ executiveResponse }: Review, day: IsoDate): boolean {
  return executiveResponse?.decision !== 'deferred' && isBy(executiveResponse?.date, day);
}

/** Whether the Executive had put its response off by a day. */
export function isDeferredBy({ executiveResponse }: Review, day: IsoDate): boolean {
  return executiveResponse?.decision === 'deferred' && isBy(executiveResponse.date, day);
}

/**
 * The response to a recommendation as known on a day; undefined where the register does not record it. Where the Executive agreed a review
 * as a whole, that is its response to each recommendation that has none of its own.
 */
export function responseOn(
  review: Review,
  recommendation: Recommendation,
  day: IsoDate,
): Response | undefined {
  const { response } = recommendation;
  const isGiven = isBy(responseDate(review, recommendation), day);
  if (response !== undefined) return isGiven ? response : 'awaited';
  return review.executiveResponse?.decision === 'agreed' && isAnsweredBy(review, day)
    ? 'accepted'
    : undefined;
}

function isBy(date: PartialDate | undefined, day: IsoDate): boolean {
  return date === undefined || lastDayOf(date) <= day;
}

/** Whether a recommendation was there on a day. */
export function isRecommendedBy(recommendation: Recommendation, day: IsoDate): boolean {
  return recommendation.agreed === undefined || recommendation.agreed <= day;
}

/**
 * Whether an action was there on a day: from when it was agreed, by default from the Executive's response. A recommendation that is its own
 * action only because something was reported on it, though it is awaited or rejected, is one from that report.
 */
export function isAgreedBy(
  review: Review,
  recommendation: Recommendation,
  action: Action,
  day: IsoDate,
): boolean {
  if (!isRecommendedBy(recommendation, day)) return false;
  const agreed = action.agreed ?? recommendation.agreed ?? responseDate(review, recommendation);
  if (!isBy(agreed, day)) return false;
  return !isMadeByReports(recommendation) || entriesUpTo(review, action.ref, day).length > 0;
}

function isMadeByReports({ response, ownAction }: Recommendation): boolean {
  return (
    (response === 'awaited' || response === 'rejected') &&
    ownAction !== undefined &&
    ownAction.owners.length === 0 &&
    ownAction.due === undefined &&
    ownAction.successMeasure === undefined
  );
}

/** Which panel hears a review's updates on a day. */
export function monitorOn(review: Review, day: IsoDate): Panel {
  return monitorsBy(review, day).at(-1)?.panel ?? review.panel;
}

/** The panels that had heard a review's updates by a day, in order; the last still does. */
export function monitorsBy({ monitoredBy }: Review, day: IsoDate): Review['monitoredBy'] {
  return monitoredBy
    .filter(({ from }) => from === undefined || from <= day)
    .toSorted((a, b) => compareText(a.from ?? '', b.from ?? ''));
}
