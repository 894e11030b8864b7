import { escapeHtml, type Html, joinHtml } from '../../markdown/index.js';
import { phrases, slot } from '../../phrases/index.js';
import type { ActionAsAt, PaperRegister } from '../../register/index.js';
import { isMissing, isWorst, needsAttention, worstRating } from '../shared/action-facts.js';
import { daysOverdue } from '../shared/lateness.js';
import { type RowOf, referenceHtml } from '../shared/references.js';
import { standsHtml } from '../shared/row-notes.js';
import { dueHtml, inFewWords, inLanguage, reviewTitle, sentenceHtml } from '../shared/wording.js';
import type { Attention } from './update-schema.js';

const say = phrases.attention;

/** More rows than these leave the first page; the plan has them all. */
const MOST = 12;

/** An action that needs attention, and why. */
interface Concern {
  readonly action: ActionAsAt;
  readonly reasons: readonly Html[];
}

/** What members should look at first: the worst rating, overdue, no update, requests for another date. The most pressing are first. */
export function composeAttention(register: PaperRegister, rowOf: RowOf): Attention | null {
  const concerns = register.actions
    .flatMap((action): readonly Concern[] => {
      const reasons = reasonsOf(register, action);
      return reasons.length === 0 ? [] : [{ action, reasons }];
    })
    .toSorted((a, b) => b.reasons.length - a.reasons.length || daysOf(b) - daysOf(a));
  if (concerns.length === 0) return null;
  return {
    id: 'attention',
    heading: say.heading,
    introduction: concerns.length > MOST ? say.some(MOST, concerns.length) : null,
    columns: say.columns,
    rows: concerns.slice(0, MOST).map(({ action, reasons }) => ({
      reference: referenceHtml(action, rowOf),
      action: inLanguage(action.action.lang, inFewWords(action.action.text) || say.unnamed),
      review: register.reviews.length > 1 ? titleOf(register, action) : null,
      due: standsHtml(action),
      why: joinHtml(reasons, escapeHtml('; ')),
    })),
  };
}

function titleOf({ reviews }: PaperRegister, { review }: ActionAsAt): Html | null {
  const found = reviews.find((one) => one.review === review);
  return found ? inLanguage(review.lang, reviewTitle(found)) : null;
}

function daysOf({ action }: Concern): number {
  return action.overdueDays ?? 0;
}

function reasonsOf(register: PaperRegister, action: ActionAsAt): readonly Html[] {
  if (!needsAttention(register, action)) return [];
  const { council } = register;
  const { state, overdueDays } = action;
  const { asked } = state.due;
  return [
    ...(isWorst(council, action) ? [escapeHtml(worstRating(council)?.label ?? '')] : []),
    ...(overdueDays === undefined ? [] : [escapeHtml(daysOverdue(overdueDays))]),
    ...(isMissing(action) ? [escapeHtml(say.noUpdate)] : []),
    ...(asked ? [sentenceHtml(say.asks(slot(dueHtml(asked.due, asked.entry.lang))))] : []),
  ];
}
