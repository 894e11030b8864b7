import { daysBetween, type IsoDate } from '../calendar/index.js';
import {
  type Action,
  type ActionDecisionKind,
  type Ending,
  isSameDue,
  lastDayOfDue,
  type Model,
  type Progress,
  proposesCompletion,
  type Review,
} from '../model/index.js';
import { decisionsKnown, entriesUpTo } from './as-at.js';
import type { ActionState, Cutoff, Decided, DueAsAt, Revision } from './types.js';

const ENDINGS: readonly ActionDecisionKind[] = [
  'signed-off',
  'superseded',
  'not-feasible',
  'withdrawn',
  'transferred',
];

/** Whether a decision takes an action out of the table. */
export function isEnding(kind: ActionDecisionKind): kind is Ending {
  return ENDINGS.includes(kind);
}

/** An action as a day knows it: everything from what is dated on or before it, nothing from what came later. */
export function actionState(model: Model, review: Review, action: Action, knowledge: Cutoff): ActionState {
  const entries = entriesUpTo(review, action.ref, knowledge.day);
  const decisions = decisionsKnown(model, review, action.ref, knowledge);
  const decided = decisions.findLast(
    ({ decision }) =>
      isEnding(decision.decision) || decision.decision === 'paused' || decision.decision === 'reopened',
  );
  const rated = entries.findLast(({ rating }) => rating !== undefined);
  const rating = isAnswered(rated, decided) ? undefined : rated?.rating;
  const stated = entries.findLast(statesProgress);
  const proposal = rating?.closes ? rated : isAnswered(stated, decided) ? undefined : stated;
  const isProposed = proposal !== undefined && proposesCompletion(proposal);
  const standing = standingAfter(decided);
  const closedOn = isProposed ? proposal?.asAt : undefined;
  return {
    standing,
    decided,
    latest: entries.at(-1),
    rated,
    rating,
    percent: entries.findLast(({ percent }) => percent !== undefined)?.percent,
    isProposed,
    due: dueAsAt(action, { entries, decisions, standing, closedOn }),
  };
}

/** Never for what is ended, paused, called complete by its owner, or due in words; a month, year or period is overdue after its last day. */
export function overdueDays(state: ActionState, day: IsoDate): number | undefined {
  const last = lastDayOfDue(state.due.stands);
  if (state.standing !== 'open' || state.isProposed || last === undefined) return undefined;
  const days = daysBetween(last, day);
  return days > 0 ? days : undefined;
}

/** A meeting which reopens an action has answered the owner who called it complete: what they said no longer stands. */
function isAnswered(entry: Progress | undefined, decided: Decided | undefined): boolean {
  return (
    entry !== undefined &&
    proposesCompletion(entry) &&
    decided?.decision.decision === 'reopened' &&
    entry.asAt <= decided.meeting.date
  );
}

/** Whether an entry says how far the action is, in more than words. */
function statesProgress({ rating, percent, complete }: Progress): boolean {
  return rating !== undefined || percent !== undefined || complete;
}

function standingAfter(decided: Decided | undefined): ActionState['standing'] {
  if (!decided || decided.decision.decision === 'reopened') return 'open';
  return decided.decision.decision === 'paused' ? 'paused' : 'ended';
}

/** What an action's dates are worked out from. */
interface DueSources {
  readonly entries: readonly Progress[];
  readonly decisions: readonly Decided[];
  readonly standing: ActionState['standing'];
  /** When the owner last said that it is complete. */
  readonly closedOn: IsoDate | undefined;
}

function dueAsAt(action: Action, { entries, decisions, standing, closedOn }: DueSources): DueAsAt {
  const settlements = decisions.filter(
    ({ decision }) => decision.decision === 'extension-granted' || decision.decision === 'extension-refused',
  );
  const settled = settlements.at(-1);
  const revisions = settlements.map((decided, index): Revision => {
    const since = settlements[index - 1]?.meeting.date ?? '';
    return {
      decided,
      request: entries.findLast(
        ({ revisedDue, asAt }) => revisedDue !== undefined && asAt > since && asAt <= decided.meeting.date,
      ),
    };
  });
  const grants = grantsIn(revisions);
  const stands = grants.at(-1)?.decided.decision.due ?? action.due;
  const request = entries.findLast(({ revisedDue }) => revisedDue !== undefined);
  const isPending =
    request?.revisedDue &&
    (!settled || request.asAt > settled.meeting.date) &&
    // Who has since said that it is complete asks for no more time.
    (closedOn === undefined || closedOn <= request.asAt) &&
    !isSameDue(request.revisedDue, stands);
  return {
    stands,
    original: action.due,
    revisions,
    moves: grants.length,
    asked:
      standing === 'open' && isPending && request?.revisedDue
        ? { due: request.revisedDue, entry: request }
        : undefined,
    refused: settled?.decision.decision === 'extension-refused' && !isPending ? settled : undefined,
  };
}

/** The decisions that moved a date, in order. */
export function grantsIn(revisions: readonly Revision[]): readonly Revision[] {
  return revisions.filter(({ decided }) => decided.decision.decision === 'extension-granted');
}
