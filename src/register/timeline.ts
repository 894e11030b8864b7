import { firstDayOf, type IsoDate, lastDayOf, type PartialDate } from '../calendar/index.js';
import type { Span } from '../diagnostics/index.js';
import {
  type Action,
  type Council,
  type Due,
  type ExecutiveDecision,
  type Exemption,
  type Meeting,
  type Model,
  type Panel,
  type Progress,
  type Rating,
  type Recommendation,
  type Response,
  type Review,
  responseDate,
} from '../model/index.js';
import { compareText } from '../order/index.js';
import {
  decisionsKnown,
  entriesUpTo,
  isAnsweredBy,
  isDeferredBy,
  isRecommendedBy,
  responseOn,
} from './as-at.js';
import { directionBetween, reviewAsAt } from './paper-register.js';
import { findDeferral, findReviews, paperDay } from './previous-paper.js';
import { withPublicAgendas } from './redaction.js';
import type { Cutoff, Decided, Direction, RecommendationAsAt } from './types.js';

/** Something that happened to a recommendation or an action, with the place in the register that says so. */
export type TimelineEvent = {
  /** Undefined where the register gives no date for it. */
  readonly date: PartialDate | undefined;
  /** Of which recommendation or action. */
  readonly ref: string;
  readonly span: Span;
} & (
  | { readonly kind: 'recommended'; readonly panel: Panel }
  | { readonly kind: 'sent' }
  | {
      readonly kind: 'answered';
      readonly decision: ExecutiveDecision | undefined;
      /** Undefined where it is not recorded, or has a day of its own. */
      readonly response: Response | undefined;
      readonly reason: string | undefined;
    }
  | { readonly kind: 'response-deferred' }
  | { readonly kind: 'agreed'; readonly due: Due | undefined }
  | {
      readonly kind: 'reported';
      readonly entry: Progress;
      readonly direction: Direction | undefined;
    }
  | {
      readonly kind: 'asked';
      readonly due: Due;
      readonly reason: string | undefined;
      readonly entry: Progress;
    }
  | { readonly kind: 'decided'; readonly decided: Decided; readonly dueBefore: Due | undefined }
  | {
      readonly kind: 'deferred';
      readonly meeting: Meeting;
      readonly item: string;
      readonly to: IsoDate;
      readonly reason: string | undefined;
    }
);

/** One recommendation's or action's life up to a day. */
export interface Timeline {
  readonly review: Review;
  readonly panel: Panel;
  readonly council: Council;
  readonly ref: string;
  readonly day: IsoDate;
  readonly isConfidential: boolean;
  /** The recommendation, or that which the action belongs to, with the actions that are told of. */
  readonly recommendation: RecommendationAsAt;
  /** Set where one action was asked for. */
  readonly action: Action | undefined;
  /** Why all of it is withheld. */
  readonly withheld: Exemption | undefined;
  /** Whether some of its reports are withheld. */
  readonly isPartlyWithheld: boolean;
  readonly events: readonly TimelineEvent[];
}

/** Which life is told. */
export interface TimelineWanted {
  readonly day: IsoDate;
  readonly isConfidential: boolean;
}

/** Every reference of a review, in order. */
export function listReferences(review: Review): readonly string[] {
  return review.recommendations.flatMap(({ ref, actions }) => [ref, ...actions.map((action) => action.ref)]);
}

/** The life of what a reference names; undefined where the review has no such reference, or did not have it by that day. */
export function buildTimeline(
  register: Model,
  written: Review,
  ref: string,
  wanted: TimelineWanted,
): Timeline | undefined {
  const { day, isConfidential } = wanted;
  const model = isConfidential ? register : withPublicAgendas(register);
  const knowledge: Cutoff = { day, decisionsOfTheDay: true, excludedMeeting: undefined };
  const asAt = reviewAsAt(model, written, {
    before: day,
    knowledge,
    isConfidential,
  });
  const found = asAt.recommendations.find(
    ({ recommendation, actions }) =>
      recommendation.ref === ref || actions.some(({ action }) => action.ref === ref),
  );
  if (!found) return undefined;
  const isWhole = found.recommendation.ref === ref;
  const told = isWhole ? found.actions : found.actions.filter(({ action }) => action.ref === ref);
  const one = told.length === 1 && (!isWhole || found.recommendation.ownAction) ? told[0] : undefined;
  const withheld = found.withheld ?? (isWhole ? undefined : one?.withheld);
  const events = withheld
    ? []
    : [
        ...beginnings(asAt.review, found.recommendation, day),
        ...told
          .filter((action) => !action.withheld)
          .flatMap(({ action }) => actionEvents(model, asAt.review, found.recommendation, action, knowledge)),
        ...deferrals(model, written, wanted),
      ];
  return {
    review: asAt.review,
    panel: written.panel,
    council: register.council,
    ref,
    day,
    isConfidential,
    recommendation: { ...found, actions: told },
    action: one?.action,
    withheld,
    isPartlyWithheld:
      told.some(({ withheldEntry, withheldPart, withheld: all }) => withheldEntry ?? withheldPart ?? all) ||
      (!isConfidential && told.some(({ action }) => hasExemptEntry(written, action.ref, day))),
    events: inOrder(events),
  };
}

function hasExemptEntry(written: Review, ref: string, day: IsoDate): boolean {
  return entriesUpTo(written, ref, day).some(({ exempt }) => exempt);
}

function beginnings(review: Review, recommendation: Recommendation, day: IsoDate): readonly TimelineEvent[] {
  const { ref } = recommendation;
  const { finalReport } = review;
  const isBy = (date: PartialDate | undefined) => date === undefined || lastDayOf(date) <= day;
  const made = recommendation.agreed ?? finalReport?.date;
  const isOfReport = isRecommendedBy(recommendation, day) && recommendation.agreed === undefined;
  return [
    ...(isBy(made)
      ? [{ kind: 'recommended' as const, date: made, ref, span: recommendation.span, panel: review.panel }]
      : []),
    ...(isOfReport && finalReport?.sentToExecutive && isBy(finalReport.sentToExecutive)
      ? [
          {
            kind: 'sent' as const,
            date: finalReport.sentToExecutive,
            ref,
            span: finalReport.spans['sentToExecutive'] ?? finalReport.span,
          },
        ]
      : []),
    ...answers(review, recommendation, day),
  ];
}

/** How the Executive responded: to the review, and to the recommendation where that has a day of its own. */
function answers(review: Review, recommendation: Recommendation, day: IsoDate): readonly TimelineEvent[] {
  const { executiveResponse } = review;
  const { ref, responded, reason } = recommendation;
  const response = responseOn(review, recommendation, day);
  const isGiven = recommendation.response !== undefined && response !== 'awaited';
  const isWithReview =
    responded === undefined && executiveResponse !== undefined && isAnsweredBy(review, day);
  return [
    ...(executiveResponse
      ? [
          {
            date: executiveResponse.date,
            ref,
            span: executiveResponse.spans['date'] ?? executiveResponse.span,
          },
        ].flatMap((at): readonly TimelineEvent[] =>
          isDeferredBy(review, day)
            ? [{ kind: 'response-deferred', ...at }]
            : isAnsweredBy(review, day)
              ? [
                  {
                    kind: 'answered',
                    ...at,
                    decision: executiveResponse.decision,
                    response: responded === undefined ? response : undefined,
                    reason: responded === undefined ? reason : undefined,
                  },
                ]
              : [],
        )
      : []),
    ...(isGiven && !isWithReview
      ? [
          {
            kind: 'answered' as const,
            date: responded,
            ref,
            span: recommendation.spans['response'] ?? recommendation.span,
            decision: undefined,
            response,
            reason,
          },
        ]
      : []),
  ];
}

function actionEvents(
  model: Model,
  review: Review,
  recommendation: Recommendation,
  action: Action,
  knowledge: Cutoff,
): readonly TimelineEvent[] {
  const { ref } = action;
  const isItsOwn = recommendation.ownAction !== undefined;
  return [
    ...(isItsOwn
      ? []
      : [
          {
            kind: 'agreed' as const,
            date: action.agreed ?? recommendation.agreed ?? responseDate(review, recommendation),
            ref,
            span: action.span,
            due: action.due,
          },
        ]),
    ...reports(entriesUpTo(review, ref, knowledge.day), ref),
    ...decisions(action, decisionsKnown(model, review, ref, knowledge)),
  ];
}

function reports(entries: readonly Progress[], ref: string): readonly TimelineEvent[] {
  let before: Rating | undefined;
  return entries.flatMap((entry): readonly TimelineEvent[] => {
    const at = { date: entry.asAt, ref, span: entry.span };
    const { rating } = entry;
    const direction = rating && (before ? directionBetween(before, rating) : 'new');
    before = rating ?? before;
    return [
      { kind: 'reported', ...at, entry, direction },
      ...(entry.revisedDue
        ? [
            {
              kind: 'asked' as const,
              ...at,
              span: entry.spans['revisedDue'] ?? entry.span,
              due: entry.revisedDue,
              reason: entry.reason,
              entry,
            },
          ]
        : []),
    ];
  });
}

function decisions({ ref, due }: Action, decided: readonly Decided[]): readonly TimelineEvent[] {
  let stands = due;
  return decided.map((one): TimelineEvent => {
    const dueBefore = stands;
    if (one.decision.decision === 'extension-granted') stands = one.decision.due ?? stands;
    return {
      kind: 'decided',
      date: one.meeting.date,
      ref,
      span: one.decision.span,
      decided: one,
      dueBefore,
    };
  });
}

function deferrals(model: Model, written: Review, { day }: TimelineWanted): readonly TimelineEvent[] {
  return model.meetings
    .filter(({ date }) => date <= day)
    .flatMap((meeting) =>
      meeting.items
        .filter((item) => findReviews(model, meeting, item, paperDay(meeting)).includes(written))
        .flatMap((item): readonly TimelineEvent[] => {
          const deferral = findDeferral(meeting, item);
          if (!deferral) return [];
          return [
            {
              kind: 'deferred',
              date: meeting.date,
              ref: '',
              span: deferral.span,
              meeting,
              item: item.number,
              to: deferral.to,
              reason: deferral.reason,
            },
          ];
        }),
    );
}

/** By date, what has none first; on one day in the order in which such things happen. */
function inOrder(events: readonly TimelineEvent[]): readonly TimelineEvent[] {
  const dayOf = ({ date }: TimelineEvent) => (date === undefined ? '' : firstDayOf(date));
  return events.toSorted((a, b) => compareText(dayOf(a), dayOf(b)));
}
