import type { IsoDate } from '../calendar/index.js';
import {
  findReview,
  type Item,
  type Meeting,
  type Model,
  type Review,
  reportsArrivals,
  reportsPlan,
} from '../model/index.js';
import { compareText } from '../order/index.js';
import { knowsDecisionsOf, monitorOn } from './as-at.js';
import type { Cutoff, PreviousPaper } from './types.js';

/** The day that a meeting's papers are as at: when its agenda was published, or the meeting itself. */
export function paperDay({ published, date }: Meeting): IsoDate {
  return published ?? date;
}

/** The day that the paper of an item is as at: an addendum holds what came after the agenda, up to the meeting. */
export function dayOfPaper(meeting: Meeting, { report }: Item): IsoDate {
  return reportsArrivals(report) ? meeting.date : paperDay(meeting);
}

/** The reviews that an item covers, in its own order; "all" is every review that the panel monitors on that day. */
export function findReviews(model: Model, meeting: Meeting, item: Item, day: IsoDate): readonly Review[] {
  if (item.review === 'all')
    return model.reviews.filter((review) => monitorOn(review, day) === meeting.panel);
  return item.review.flatMap((key) => findReview(model, key) ?? []);
}

/** Earlier papers on a review that were out by the day, latest first, of whichever panel, deferred or not: members had them in hand. */
export function earlierPapers(
  model: Model,
  review: Review,
  before: IsoDate,
  knowledge: Cutoff,
): readonly PreviousPaper[] {
  return model.meetings
    .filter((meeting) => meeting.date < before && paperDay(meeting) <= knowledge.day)
    .toSorted((a, b) => compareText(b.date, a.date))
    .flatMap((earlier) => {
      const item = earlier.items.find(
        (candidate) =>
          reportsPlan(candidate.report) &&
          findReviews(model, earlier, candidate, paperDay(earlier)).includes(review),
      );
      if (!item) return [];
      return [
        {
          meeting: earlier,
          item,
          day: paperDay(earlier),
          isDeferred: knowsDecisionsOf(earlier, knowledge) && findDeferral(earlier, item) !== undefined,
        },
      ];
    });
}

/** The decision which put an item off, if one did. */
export function findDeferral(meeting: Meeting, item: Item) {
  return meeting.decisions.flatMap((decision) =>
    decision.kind === 'item' && decision.item === item.number ? [decision] : [],
  )[0];
}
