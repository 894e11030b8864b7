import type { IsoDate } from '../calendar/index.js';
import {
  type Action,
  actionsOf,
  type Council,
  type Exemption,
  type Item,
  type Meeting,
  type Model,
  type Progress,
  type Rating,
  type Recommendation,
  type Review,
} from '../model/index.js';
import { actionState, isEnding, overdueDays } from './action-state.js';
import {
  decisionsKnown,
  entriesUpTo,
  isAgreedBy,
  isAnsweredBy,
  isDeferredBy,
  isRecommendedBy,
  knowsDecisionsOf,
  responseOn,
} from './as-at.js';
import { responseClock } from './deadlines.js';
import { dayOfPaper, earlierPapers, findDeferral, findReviews, paperDay } from './previous-paper.js';
import { findConcern } from './rating-concerns.js';
import { publicItem, publicReview, withPublicAgendas } from './redaction.js';
import type {
  ActionAsAt,
  ActionState,
  Counts,
  Cutoff,
  Deferral,
  Direction,
  PaperRegister,
  PreviousPaper,
  RecommendationAsAt,
  ReviewAsAt,
  SincePrevious,
  StatusBucket,
} from './types.js';
import { hiddenEntries, holdsExempt, NO_NEWS, NOTHING_HIDDEN, withheldAction } from './withheld.js';

/** Which paper is wanted. */
export interface PaperWanted {
  readonly meeting: Meeting;
  readonly item: Item;
  /** `--as-at`: another day than the paper's own. */
  readonly asAt: IsoDate | undefined;
  /** The members' copy, which withholds nothing. */
  readonly isConfidential: boolean;
}

/**
 * What a paper knows: everything dated on or before its day, without its own meeting's decisions, so that the paper of any past
 * meeting can be made again however much has been added since.
 */
export function paperRegister(written: Model, wanted: PaperWanted): PaperRegister {
  const { meeting, asAt, isConfidential } = wanted;
  const model = isConfidential ? written : withPublicAgendas(written);
  const item = isConfidential ? wanted.item : publicItem(wanted.item);
  const ownDay = dayOfPaper(meeting, item);
  const day = asAt ?? ownDay;
  const knowledge: Cutoff = { day, decisionsOfTheDay: false, excludedMeeting: meeting };
  const covered = findReviews(model, meeting, item, day);
  const reviews = covered.map((review) =>
    reviewAsAt(model, review, { before: meeting.date, knowledge, isConfidential }),
  );
  const actions = reviews.flatMap(({ recommendations }) =>
    recommendations.flatMap((recommendation) => recommendation.actions),
  );
  const council = withoutUnusedRatings(model.council, actions);
  return {
    council,
    meeting,
    item,
    day,
    isOtherDay: asAt !== undefined && asAt !== ownDay,
    isConfidential,
    withheld: isConfidential ? undefined : item.exempt,
    isWithholding: !isConfidential && holdsExempt(item, covered, day),
    reviews,
    actions,
    counts: countActions(council, actions),
    deferredFrom: deferredTo(model, meeting, item, knowledge),
    decisions: actions
      .filter(({ withheld }) => !withheld)
      .flatMap(({ review, action }) => decisionsKnown(model, review, action.ref, knowledge)),
  };
}

/** How a review is looked at: for a paper, or for the office on any day. */
export interface ReviewQuery {
  /** Papers of meetings before this day came earlier. */
  readonly before: IsoDate;
  readonly knowledge: Cutoff;
  readonly isConfidential: boolean;
}

/** A review with all that it recommends, as a day knows them. */
export function reviewAsAt(register: Model, written: Review, paper: ReviewQuery): ReviewAsAt {
  const { knowledge, isConfidential } = paper;
  const model = isConfidential ? register : withPublicAgendas(register);
  const papers = earlierPapers(model, written, paper.before, knowledge);
  const previous = papers[0];
  const lastHeard = papers.find(({ isDeferred }) => !isDeferred);
  const withheld = isConfidential ? undefined : written.exempt;
  const review = isConfidential ? written : publicReview(written, withheld !== undefined);
  const clock = responseClock(review, model.council, knowledge.day);
  return {
    review,
    withheld,
    isAnswered: isAnsweredBy(review, knowledge.day) && clock?.isAnswered !== false,
    isDeferred: isDeferredBy(review, knowledge.day),
    responseClock: clock,
    previous,
    recommendations: review.recommendations
      .filter((recommendation) => isRecommendedBy(recommendation, knowledge.day))
      .map((recommendation) =>
        recommendationAsAt(model, recommendation, {
          ...paper,
          review,
          written,
          withheld,
          papers,
          previous,
          lastHeard,
        }),
      ),
  };
}

interface InReview extends ReviewQuery {
  /** The review as this copy may know it, and as it was written. */
  readonly review: Review;
  readonly written: Review;
  readonly withheld: Exemption | undefined;
  /** Earlier papers, latest first. */
  readonly papers: readonly PreviousPaper[];
  readonly previous: PreviousPaper | undefined;
  readonly lastHeard: PreviousPaper | undefined;
}

function recommendationAsAt(
  model: Model,
  recommendation: Recommendation,
  paper: InReview,
): RecommendationAsAt {
  const { review } = paper;
  const { day } = paper.knowledge;
  const withheld = paper.withheld ?? (paper.isConfidential ? undefined : recommendation.exempt);
  return {
    recommendation,
    withheld,
    response: responseOn(review, recommendation, day),
    actions: actionsOf(recommendation)
      .filter((action) => isAgreedBy(review, recommendation, action, day))
      .map((action) => actionAsAt(model, recommendation, action, { ...paper, withheld })),
  };
}

function actionAsAt(
  model: Model,
  recommendation: Recommendation,
  action: Action,
  paper: InReview,
): ActionAsAt {
  const { review, knowledge, previous, lastHeard, isConfidential } = paper;
  const withheld = paper.withheld ?? (isConfidential ? undefined : action.exempt);
  if (withheld) return withheldAction(review, recommendation, action, withheld);
  const state = actionState(model, review, action, knowledge);
  const before =
    previous && isAgreedBy(review, recommendation, action, previous.day)
      ? actionState(model, review, action, cutoffOf(previous))
      : undefined;
  const hidden = isConfidential
    ? NOTHING_HIDDEN
    : hiddenEntries(paper.written, action, knowledge.day, paper.papers);
  const entries = entriesUpTo(paper.written, action.ref, knowledge.day);
  const isForThisMeeting = ({ asAt }: Progress) => lastHeard === undefined || asAt > lastHeard.day;
  const isReported = entries.some(isForThisMeeting);
  const counted = chooseBucket(model.council, state, isReported, hidden.rating);
  const isCompared = previous !== undefined && (isConfidential || isPublicBefore(paper, action, previous));
  // Whether an action is late depends on its last rating, so nothing is said of it where that may be withheld.
  const late = hidden.part ? undefined : overdueDays(state, knowledge.day);
  return {
    review,
    recommendation,
    action,
    state,
    before,
    counted,
    isReported,
    reports: entriesUpTo(review, action.ref, knowledge.day).filter(isForThisMeeting).toReversed(),
    isFirstPaper: previous === undefined,
    withheld: undefined,
    withheldEntry: hidden.latest,
    withheldPart: hidden.latest ? undefined : hidden.part,
    direction: findDirection(state, before, counted, isCompared),
    overdueDays: late,
    news:
      isCompared && counted.in !== 'withheld'
        ? compareToPrevious({ state, counted, late }, before, previous)
        : NO_NEWS,
    doubt: findConcern(model, {
      counted,
      isProposed: state.isProposed,
      entries,
      overdueDays: late,
      isWhole: isConfidential,
    }),
    isShown: state.standing !== 'ended' || before?.standing !== 'ended',
  };
}

/** Whether the previous paper gave its rating to the public: a direction against one that was withheld would tell it. */
function isPublicBefore({ written, papers }: InReview, action: Action, previous: PreviousPaper): boolean {
  // Papers of that day or later end no period of what had been reported by it.
  return hiddenEntries(written, action, previous.day, papers).part === undefined;
}

function compareToPrevious(
  now: {
    readonly state: ActionState;
    readonly counted: StatusBucket;
    readonly late: number | undefined;
  },
  before: ActionState | undefined,
  previous: PreviousPaper,
): SincePrevious {
  if (!before) return NO_NEWS;
  return {
    isFirstRated: now.counted.in === 'rating' && before.rated === undefined,
    isNewlyOverdue: now.late !== undefined && overdueDays(before, previous.day) === undefined,
    hasMoved: now.state.due.moves > before.due.moves,
  };
}

/** What an earlier paper knew. */
function cutoffOf({ meeting, day }: PreviousPaper): Cutoff {
  return { day, decisionsOfTheDay: false, excludedMeeting: meeting };
}

function chooseBucket(
  { ratings }: Council,
  state: ActionState,
  isReported: boolean,
  exempt: Exemption | undefined,
): StatusBucket {
  // What a meeting decided is public, whatever was reported before it.
  const ending = state.decided?.decision.decision;
  if (state.standing === 'ended' && ending && isEnding(ending)) {
    const rating = ending === 'signed-off' ? ratings.find(({ signedOff }) => signedOff) : undefined;
    return { in: 'ended', ending, rating };
  }
  if (state.standing === 'paused') return { in: 'paused' };
  if (exempt) return { in: 'withheld', exempt };
  const isKnown = isReported || state.isProposed;
  if (state.rating && isKnown) return { in: 'rating', rating: state.rating };
  return { in: isKnown ? 'not-rated' : 'no-update' };
}

function findDirection(
  state: ActionState,
  before: ActionState | undefined,
  counted: StatusBucket,
  hasPrevious: boolean,
): Direction | undefined {
  if (!hasPrevious || counted.in !== 'rating') return undefined;
  if (!before) return 'new';
  if (!before.rating || !state.rating) return undefined;
  return directionBetween(before.rating, state.rating);
}

/** From one rating to another, in the words that papers and JSON share. */
export function directionBetween(from: Rating, to: Rating): 'better' | 'worse' | 'no change' {
  if (from.rank === to.rank) return 'no change';
  return to.rank < from.rank ? 'better' : 'worse';
}

/** Where all that was reported by the day is in words, the paper is that of a council without ratings. */
function withoutUnusedRatings(council: Council, actions: readonly ActionAsAt[]): Council {
  const isInWords = actions.some(({ state }) => state.latest) && actions.every(({ state }) => !state.rated);
  return isInWords ? { ...council, ratings: [] } : council;
}

/** How many of these actions stand where. */
export function countActions({ ratings }: Council, actions: readonly ActionAsAt[]): Counts {
  const number = (matches: (counted: StatusBucket) => boolean) =>
    actions.filter(({ counted }) => matches(counted)).length;
  return {
    total: actions.length,
    ratings: ratings.map((rating) => ({
      rating,
      number: number((counted) => counted.in === 'rating' && counted.rating === rating),
    })),
    notRated: number((counted) => counted.in === 'not-rated'),
    noUpdate: number((counted) => counted.in === 'no-update'),
    paused: number((counted) => counted.in === 'paused'),
    ended: number((counted) => counted.in === 'ended'),
    withheld: number((counted) => counted.in === 'withheld'),
  };
}

/** The earlier meeting which put this item off to this day. */
function deferredTo(model: Model, meeting: Meeting, item: Item, knowledge: Cutoff): Deferral | undefined {
  const covered = new Set(findReviews(model, meeting, item, knowledge.day));
  const [first] = model.meetings
    .filter((earlier) => knowsDecisionsOf(earlier, knowledge))
    .flatMap((earlier) =>
      earlier.items.flatMap((candidate): readonly Deferral[] => {
        const decision = findDeferral(earlier, candidate);
        return decision?.to === meeting.date &&
          findReviews(model, earlier, candidate, paperDay(earlier)).some((review) => covered.has(review))
          ? [{ meeting: earlier, decision }]
          : [];
      }),
    );
  return first;
}
