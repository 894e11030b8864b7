import type { IsoDate } from '../calendar/index.js';
import type {
  Action,
  Council,
  Due,
  ExecutiveDecision,
  Meeting,
  Model,
  Progress,
  Rating,
  Recommendation,
  Review,
} from '../model/index.js';
import { grantsIn } from './action-state.js';
import { decisionsKnown, entriesUpTo, isAnsweredBy, isRecommendedBy, monitorOn } from './as-at.js';
import { directionBetween, reviewAsAt } from './paper-register.js';
import { findDeferral, findReviews, paperDay } from './previous-paper.js';
import { withPublicAgendas } from './redaction.js';
import type { ActionAsAt, Cutoff, Decided, ReviewAsAt } from './types.js';

/** Between which days, and of what; entries and decisions of the day `since` belong to what was there before. */
export interface ChangesWanted {
  readonly since: IsoDate;
  readonly until: IsoDate;
  readonly isConfidential: boolean;
  /** The panel that hears the updates on the later day. */
  readonly panel?: string | undefined;
  readonly review?: string | undefined;
}

/** An action of which something is told. */
export interface Changed {
  readonly review: Review;
  readonly recommendation: Recommendation;
  readonly action: Action;
}

/** What moved between two days. */
export interface Changes {
  readonly council: Council;
  readonly since: IsoDate;
  readonly until: IsoDate;
  readonly isConfidential: boolean;
  /** Ratings that moved; `from` is undefined where there was none. */
  readonly ratings: readonly (Changed & {
    readonly from: Rating | undefined;
    readonly to: Rating;
    readonly direction: 'better' | 'worse' | 'new';
  })[];
  readonly reports: readonly (Changed & { readonly entry: Progress })[];
  /** Dates that a meeting moved. */
  readonly moved: readonly (Changed & {
    readonly from: Due | undefined;
    readonly to: Due | undefined;
    readonly decided: Decided;
  })[];
  /** Dates that an owner asked for. */
  readonly asked: readonly (Changed & { readonly entry: Progress; readonly due: Due })[];
  readonly decisions: readonly (Changed & { readonly decided: Decided })[];
  readonly deferrals: readonly {
    readonly meeting: Meeting;
    readonly item: string;
    readonly title: string | undefined;
    readonly to: IsoDate;
  }[];
  readonly answers: readonly {
    readonly review: Review;
    readonly decision: ExecutiveDecision | undefined;
  }[];
  readonly newRecommendations: readonly {
    readonly review: Review;
    readonly recommendation: Recommendation;
  }[];
  readonly newActions: readonly Changed[];
  readonly newlyOverdue: readonly (Changed & { readonly due: Due | undefined; readonly days: number })[];
  /** Open actions on which nothing was reported between the days, and whose owner has not said that they are done. */
  readonly noUpdate: readonly (Changed & { readonly latest: Progress | undefined })[];
  /** How many actions are left out, wholly or in part, because they are exempt. */
  readonly withheld: number;
}

/** What moved between two days, worked out from what each of them knew. */
export function changesBetween(register: Model, wanted: ChangesWanted): Changes {
  const model = wanted.isConfidential ? register : withPublicAgendas(register);
  const { since, until, isConfidential } = wanted;
  const written = model.reviews
    .filter(({ key }) => wanted.review === undefined || key === wanted.review)
    .filter((review) => wanted.panel === undefined || monitorOn(review, until).key === wanted.panel);
  const each = written.map((review) => changesOfReview(model, review, wanted));
  const all = <K extends keyof ReviewChanges>(name: K) => each.map((changes) => changes[name]);
  return {
    council: model.council,
    since,
    until,
    isConfidential,
    ratings: all('ratings').flat(),
    reports: all('reports').flat(),
    moved: all('moved').flat(),
    asked: all('asked').flat(),
    decisions: all('decisions').flat(),
    deferrals: deferrals(model, written, wanted),
    answers: all('answers').flat(),
    newRecommendations: all('newRecommendations').flat(),
    newActions: all('newActions').flat(),
    newlyOverdue: all('newlyOverdue').flat(),
    noUpdate: all('noUpdate').flat(),
    withheld: all('withheld').reduce((sum, number) => sum + number, 0),
  };
}

type ReviewChanges = Omit<Changes, 'council' | 'since' | 'until' | 'isConfidential' | 'deferrals'>;

function changesOfReview(model: Model, written: Review, wanted: ChangesWanted): ReviewChanges {
  const { since, until } = wanted;
  const then = reviewOn(model, written, since, wanted);
  const now = reviewOn(model, written, until, wanted);
  const earlier = new Map(actionsIn(then).map((action) => [action.action.ref, action]));
  const actions = actionsIn(now).filter(({ withheld }) => !withheld);
  const pairs = actions.map((action) => ({ action, before: earlier.get(action.action.ref) }));
  const { review } = now;
  const isPublic = now.withheld === undefined;
  const entriesIn = (of: Review, ref: string) =>
    entriesUpTo(of, ref, until).filter(({ asAt }) => asAt > since);
  const decidedIn = ({ ref }: Action) =>
    decisionsKnown(model, review, ref, knowledgeOn(until)).filter(({ meeting }) => meeting.date > since);
  const answer = review.executiveResponse;
  return {
    ratings: pairs.flatMap(({ action, before }) => ratingChange(action, before)),
    reports: actions.flatMap((action) =>
      entriesIn(review, action.action.ref).map((entry) => ({
        ...changed(action),
        entry,
      })),
    ),
    moved: actions.flatMap((action) => moves(action, since)),
    asked: actions.flatMap((action) =>
      entriesIn(review, action.action.ref).flatMap((entry) =>
        entry.revisedDue ? [{ ...changed(action), entry, due: entry.revisedDue }] : [],
      ),
    ),
    decisions: actions.flatMap((action) =>
      decidedIn(action.action)
        .filter(({ decision }) => decision.decision !== 'extension-granted')
        .map((decided) => ({ ...changed(action), decided })),
    ),
    answers:
      isPublic && answer?.date !== undefined && isAnsweredBy(review, until) && !isAnsweredBy(review, since)
        ? [{ review, decision: answer.decision }]
        : [],
    newRecommendations: now.recommendations.flatMap(({ recommendation, withheld }) =>
      withheld || isRecommendedBy(recommendation, since) ? [] : [{ review, recommendation }],
    ),
    newActions: pairs.filter(({ before }) => before === undefined).map(({ action }) => changed(action)),
    newlyOverdue: pairs.flatMap(({ action, before }) =>
      action.overdueDays !== undefined &&
      before?.overdueDays === undefined &&
      before?.counted.in !== 'withheld'
        ? [{ ...changed(action), due: action.state.due.stands, days: action.overdueDays }]
        : [],
    ),
    noUpdate: pairs.flatMap(({ action }) =>
      action.state.standing === 'open' &&
      action.counted.in !== 'withheld' &&
      !action.withheldPart &&
      !action.state.isProposed &&
      entriesIn(written, action.action.ref).length === 0
        ? [{ ...changed(action), latest: action.state.latest }]
        : [],
    ),
    withheld: actionsIn(now).filter(
      ({ withheld, withheldEntry, withheldPart }) => withheld ?? withheldEntry ?? withheldPart,
    ).length,
  };
}

function knowledgeOn(day: IsoDate): Cutoff {
  return { day, decisionsOfTheDay: true, excludedMeeting: undefined };
}

function reviewOn(
  model: Model,
  written: Review,
  day: IsoDate,
  { isConfidential }: ChangesWanted,
): ReviewAsAt {
  return reviewAsAt(model, written, {
    before: day,
    knowledge: knowledgeOn(day),
    isConfidential,
  });
}

function actionsIn({ recommendations }: ReviewAsAt): readonly ActionAsAt[] {
  return recommendations.flatMap(({ actions }) => actions);
}

function changed({ review, recommendation, action }: ActionAsAt): Changed {
  return { review, recommendation, action };
}

/** Nothing is compared where either rating is withheld: the direction would tell it. */
function ratingChange(action: ActionAsAt, before: ActionAsAt | undefined): Changes['ratings'] {
  const isHidden = (at: ActionAsAt | undefined) =>
    at?.counted.in === 'withheld' || at?.withheldEntry || at?.withheldPart;
  const { rating } = action.state;
  if (!rating || isHidden(action) || isHidden(before)) return [];
  const from = before?.state.rating;
  // One that a meeting set aside when it reopened the action is nothing to compare with, and no first either.
  if (!from) return before?.state.rated ? [] : [{ ...changed(action), from, to: rating, direction: 'new' }];
  const direction = directionBetween(from, rating);
  return direction === 'no change' ? [] : [{ ...changed(action), from, to: rating, direction }];
}

function moves(action: ActionAsAt, since: IsoDate): Changes['moved'] {
  const { revisions, original } = action.state.due;
  const grants = grantsIn(revisions);
  return grants.flatMap(({ decided }, index) =>
    decided.meeting.date > since
      ? [
          {
            ...changed(action),
            from: index === 0 ? original : grants[index - 1]?.decided.decision.due,
            to: decided.decision.due,
            decided,
          },
        ]
      : [],
  );
}

function deferrals(model: Model, reviews: readonly Review[], wanted: ChangesWanted): Changes['deferrals'] {
  const { since, until, isConfidential } = wanted;
  return model.meetings
    .filter(({ date }) => date > since && date <= until)
    .flatMap((meeting) =>
      meeting.items.flatMap((item) => {
        const deferral = findDeferral(meeting, item);
        const covered = findReviews(model, meeting, item, paperDay(meeting));
        const isHidden = item.exempt !== undefined && !isConfidential;
        // That an exempt item was put off is on the agendas; which review it is about is not.
        const isWanted = isHidden
          ? wanted.review === undefined && (wanted.panel ?? meeting.panel.key) === meeting.panel.key
          : covered.some((review) => reviews.includes(review));
        if (!deferral || !isWanted) return [];
        const title = isHidden ? undefined : item.title;
        return [{ meeting, item: item.number, title, to: deferral.to }];
      }),
    );
}
