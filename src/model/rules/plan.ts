import { firstDayOf, type IsoDate } from '../../calendar/index.js';
import type { Related, Span } from '../../diagnostics/index.js';
import { actionsOf, findReview, responseDate } from '../actions.js';
import type { Action, Decision, Due, Meeting, Model, Recommendation, Review } from '../types.js';

/** An action with what it belongs to. */
export interface Planned {
  readonly review: Review;
  readonly recommendation: Recommendation;
  readonly action: Action;
}

/** Every action of the register. */
export function everyAction({ reviews }: Model): readonly Planned[] {
  return reviews.flatMap((review) =>
    review.recommendations.flatMap((recommendation) =>
      actionsOf(recommendation).map((action) => ({ review, recommendation, action })),
    ),
  );
}

/**
 * The first day on which an action can have been agreed, and where that is written: its own day, its recommendation's, or that of
 * the Executive's response. A month counts from its first day, so that nothing is called early which may not be.
 */
export function agreement({
  review,
  recommendation,
  action,
}: Planned): { readonly day: IsoDate; readonly span: Span } | undefined {
  const { responded } = recommendation;
  const answered = responseDate(review, recommendation);
  const written =
    action.agreed !== undefined
      ? { date: action.agreed, span: action.spans['agreed'] }
      : recommendation.agreed !== undefined
        ? { date: recommendation.agreed, span: recommendation.spans['agreed'] }
        : responded !== undefined
          ? { date: answered, span: recommendation.spans['responded'] }
          : { date: answered, span: review.executiveResponse?.spans['date'] };
  return written.date === undefined || written.span === undefined
    ? undefined
    : { day: firstDayOf(written.date), span: written.span };
}

/** Everything that is due, asked for or granted, where it is written. */
export function everyDue(model: Model): readonly { readonly due: Due; readonly span: Span }[] {
  const placed = (due: Due | undefined, span: Span) => (due ? [{ due, span }] : []);
  return [
    ...everyAction(model).flatMap(({ action: { due, spans, span } }) => placed(due, spans['due'] ?? span)),
    ...model.reviews.flatMap(({ progress }) =>
      progress.flatMap((report) =>
        report.progress.flatMap(({ revisedDue, spans, span }) =>
          placed(revisedDue, spans['revisedDue'] ?? span),
        ),
      ),
    ),
    ...model.meetings.flatMap(({ decisions }) =>
      decisions.flatMap((decision) =>
        decision.kind === 'action' ? placed(decision.due, decision.spans['due'] ?? decision.span) : [],
      ),
    ),
  ];
}

/** A meeting's decision that gives an action another date. */
export interface Grant {
  readonly review: Review;
  readonly ref: string;
  readonly meeting: Meeting;
  readonly decision: Extract<Decision, { kind: 'action' }>;
}

/** Every grant, by the day of its meeting. */
export function grantsIn(model: Model): readonly Grant[] {
  return model.meetings.flatMap((meeting) =>
    meeting.decisions.flatMap((decision) => {
      if (decision.kind !== 'action' || decision.decision !== 'extension-granted') return [];
      const review = findReview(model, decision.review);
      return review ? [{ review, ref: decision.ref, meeting, decision }] : [];
    }),
  );
}

/** Where the reference of an action or a recommendation is written. */
export function refSpan({ spans, span }: Action | Recommendation): Span {
  return spans['ref'] ?? span;
}

/** Points at an action, so that a waiver beside it counts for what is reported on it. */
export function theAction(action: Action): Related {
  return { message: 'the action', span: refSpan(action) };
}
