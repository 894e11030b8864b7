import { addDays, type IsoDate } from '../calendar/index.js';
import {
  type Council,
  lastDayOfDue,
  type Meeting,
  type Model,
  type Panel,
  type Person,
  type Review,
} from '../model/index.js';
import { monitorOn } from './as-at.js';
import { reviewAsAt } from './paper-register.js';
import { findReviews, paperDay } from './previous-paper.js';
import { withPublicAgendas } from './redaction.js';
import type { ActionAsAt, ReviewAsAt } from './types.js';

/** Which part of the register the office asks about; what is left out does not narrow it. */
export interface Filter {
  /** The panel that hears the updates on the day. */
  readonly panel?: string | undefined;
  readonly review?: string | undefined;
  /** An officer's key, or an owner in plain words. */
  readonly owner?: string | undefined;
  readonly service?: string | undefined;
}

/** What the office asks about, and as whom. */
export interface DayWanted extends Filter {
  readonly day: IsoDate;
  /** Whether what is exempt is shown. */
  readonly isConfidential: boolean;
}

/** A review as the office sees it on a day. */
export interface ReviewOnDay {
  readonly reviewAsAt: ReviewAsAt;
  /** Which panel hears its updates. */
  readonly panel: Panel;
  /** The next meeting that has it on its agenda, or else the panel's next. */
  readonly next: Meeting | undefined;
  readonly actions: readonly ActionOnDay[];
}

/** An action as the office sees it on a day. */
export interface ActionOnDay extends ActionAsAt {
  /** Nothing has been reported since the panel last had a paper, and the last rating does not close. */
  readonly isAwaited: boolean;
  /** Due from the day up to the next meeting. */
  readonly isDueSoon: boolean;
  /** Its owner says that it is done; a meeting has not decided. */
  readonly isProposed: boolean;
}

/** The register on a day that is not a paper's own: decisions count on the day they were made. */
export interface DayRegister {
  readonly council: Council;
  readonly day: IsoDate;
  readonly isConfidential: boolean;
  readonly reviews: readonly ReviewOnDay[];
  /** The next meeting of each panel, by date. */
  readonly meetings: readonly Meeting[];
}

/** What the office knows on a day. */
export function dayRegister(written: Model, wanted: DayWanted): DayRegister {
  const model = wanted.isConfidential ? written : withPublicAgendas(written);
  const { day, isConfidential, panel, review: key } = wanted;
  const reviews = model.reviews
    .filter((review) => key === undefined || review.key === key)
    .filter((review) => panel === undefined || monitorOn(review, day).key === panel)
    .map((review) => reviewOnDay(model, review, wanted))
    .filter(({ actions }) => actions.length > 0 || !isByPerson(wanted));
  return {
    council: model.council,
    day,
    isConfidential,
    reviews,
    meetings: model.meetings.filter(
      (meeting, index) =>
        meeting.date >= day &&
        (panel === undefined || meeting.panel.key === panel) &&
        model.meetings.findIndex((other) => other.date >= day && other.panel === meeting.panel) === index,
    ),
  };
}

function isByPerson({ owner, service }: Filter): boolean {
  return owner !== undefined || service !== undefined;
}

function reviewOnDay(model: Model, review: Review, wanted: DayWanted): ReviewOnDay {
  const { day, isConfidential } = wanted;
  const panel = monitorOn(review, day);
  const listing = model.meetings.find(
    (meeting) =>
      meeting.date >= day &&
      meeting.items.some(
        (item) =>
          item.report !== undefined && findReviews(model, meeting, item, paperDay(meeting)).includes(review),
      ),
  );
  const next = listing ?? model.meetings.find((meeting) => meeting.date >= day && meeting.panel === panel);
  const reviewed = reviewAsAt(model, review, {
    before: listing?.date ?? addDays(day, 1),
    knowledge: { day, decisionsOfTheDay: true, excludedMeeting: undefined },
    isConfidential,
  });
  const actions = reviewed.recommendations
    .flatMap((recommendation) => recommendation.actions)
    .filter((action) => isOwnedBy(action.action.owners, wanted))
    .map((action) => actionOnDay(action, day, next));
  return { reviewAsAt: reviewed, panel, next, actions };
}

function actionOnDay(action: ActionAsAt, day: IsoDate, next: Meeting | undefined): ActionOnDay {
  const { state, counted } = action;
  const isOpen = state.standing === 'open' && counted.in !== 'withheld';
  const isProposed = isOpen && state.isProposed;
  const last = lastDayOfDue(state.due.stands);
  return {
    ...action,
    isAwaited: isOpen && counted.in === 'no-update',
    isDueSoon:
      isOpen && !isProposed && last !== undefined && next !== undefined && last >= day && last <= next.date,
    isProposed,
  };
}

function isOwnedBy(owners: readonly Person[], { owner, service }: Filter): boolean {
  const isOwner = (person: Person) =>
    (person.kind === 'officer' ? person.officer.key : person.words) === owner;
  const isInService = (person: Person) =>
    person.kind === 'officer' && person.officer.service?.key === service;
  return (owner === undefined || owners.some(isOwner)) && (service === undefined || owners.some(isInService));
}
