import { isCode, nearest, type Span } from '../../diagnostics/index.js';
import { settableCodes } from '../apply-severities.js';
import type { Model, Waiver } from '../types.js';
import type { Rule } from './rule.js';

/** A level or a waiver names a rule that exists and may be set: one with a slip in it would silence nothing. */
export const rulesKnown: Rule = function* ({ model }) {
  const mentions = [
    ...[...model.council.checks].map(([code, { span }]) => ({ code, span, done: 'set' })),
    ...waiversIn(model).map(({ rule, spans, span }) => ({
      code: rule,
      span: spans['rule'] ?? span,
      done: 'waived',
    })),
  ];
  const settable = settableCodes();
  for (const { code, span, done } of mentions) {
    if (code === '' || settable.includes(code)) continue;
    yield { code: 'rule-unknown', severity: 'error', span, ...said(code, done, settable) };
  }
};

function said(code: string, done: string, settable: readonly string[]) {
  if (isCode(code))
    return {
      message: `'${code}' cannot be ${done}: what it finds leaves a hole in the register`,
      hint: 'Mend what it finds instead, and take this out.',
    };
  const near = nearest(code, settable);
  return {
    message: `there is no rule '${code}'`,
    hint: near ? `Did you mean '${near}'?` : 'The rules are listed in docs/rules.md.',
  };
}

function waiversIn({ council, meetings, reviews }: Model): readonly (Waiver & { readonly span: Span })[] {
  return [
    council,
    ...meetings.flatMap((meeting) => [meeting, ...meeting.items]),
    ...reviews.flatMap((review) => [
      review,
      ...review.recommendations.flatMap((recommendation) => [recommendation, ...recommendation.actions]),
      ...review.progress.flatMap((report) => [report, ...report.progress]),
    ]),
  ].flatMap(({ allow }) => allow);
}
