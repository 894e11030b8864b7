import { escapeHtml, type Html, plainText } from '../../markdown/index.js';
import { phrases } from '../../phrases/index.js';
import type { ActionAsAt } from '../../register/index.js';
import type { RequestRow, RequestTable } from '../paper-schema.js';
import { isLimit, isMissing, isPast, isWorst, type Plan } from './action-facts.js';
import { daysOverdue } from './lateness.js';
import { referenceHtml } from './references.js';
import { listEvidence } from './reports.js';
import { standsHtml } from './row-notes.js';
import { asSentence, dueHtml, inLanguage, inShort } from './wording.js';

const say = phrases.actionMotions.requests;

/** So much of an action's words is in the table; its row has the whole. */
const ACTION = 90;

/** Requests for another date, a line for each. */
export function requestTable(plan: Plan, asking: readonly ActionAsAt[]): RequestTable {
  return {
    label: say.label,
    columns: say.columns,
    rows: asking.flatMap((action) => requestRow(plan, action)),
  };
}

function requestRow({ register, rowOf }: Plan, action: ActionAsAt): readonly RequestRow[] {
  const { action: written, review, overdueDays } = action;
  const { asked, moves } = action.state.due;
  if (!asked) return [];
  const { entry } = asked;
  const evidence = listEvidence(entry);
  return [
    {
      reference: referenceHtml(action, rowOf),
      action: inLanguage(written.lang, inShort(written.text, ACTION) || phrases.attention.unnamed),
      remarks: [
        ...(register.reviews.length > 1 ? [say.ofReview(review.title)] : []),
        ...(isWorst(register.council, action) && action.counted.in === 'rating'
          ? [phrases.actionMotions.rated(action.counted.rating.label)]
          : []),
        ...(isMissing(action) ? [say.noUpdate] : []),
      ],
      due: standsHtml(action),
      overdue: overdueDays === undefined ? null : daysOverdue(overdueDays, register.day),
      asked: dueHtml(asked.due, entry.lang),
      passed: isPast(register, asked.due) ? say.passed : null,
      moves: say.moves(moves, isLimit(register, moves)),
      reason: reasonHtml(entry.reason, entry.lang),
      evidence,
      noEvidence: evidence.length === 0 ? say.noEvidence : null,
    },
  ];
}

function reasonHtml(reason: string | undefined, language: string | undefined): Html {
  return reason ? inLanguage(language, asSentence(plainText(reason))) : escapeHtml(say.noReason);
}
