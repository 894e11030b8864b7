import { lastDayOf } from '../../calendar/index.js';
import type { Span } from '../../diagnostics/index.js';
import {
  type Action,
  actionsOf,
  type Recommendation,
  type Response,
  type Review,
} from '../../model/index.js';
import { responseOn } from '../as-at.js';
import type { DayRule } from './day-rule.js';

/** What the Executive agreed to is what it will be held to: the words of a recommendation or action stay as they were. */
export const textChanged: DayRule = function* ({ model, former }) {
  for (const review of model.reviews) {
    const versions = former.get(review.key) ?? [];
    for (const recommendation of review.recommendations) {
      const agreed = versions.map((version) => agreedIn(version, recommendation.ref)).find(Boolean);
      if (!agreed) continue;
      for (const { ref, text, span, noun } of wordsOf(recommendation)) {
        const before = wordsOf(agreed).find((words) => words.ref === ref && words.noun === noun)?.text;
        if (before === undefined || inOneLine(before) === inOneLine(text)) continue;
        yield {
          code: 'text-changed',
          severity: 'warning',
          span,
          message: `the words of ${noun} '${ref}' are no longer those that the ${model.council.executive} agreed to`,
          hint: `They were: ${shortened(inOneLine(before))} Put them back, or allow the change here with the reason.`,
        };
      }
    }
  }
};

/** A recommendation in a former version of its review, if the Executive had agreed to it there. */
function agreedIn(review: Review, ref: string): Recommendation | undefined {
  const date = review.executiveResponse?.date;
  if (date === undefined) return undefined;
  return review.recommendations.find(
    (found) =>
      found.ref === ref && AGREED.includes(responseOn(review, found, lastDayOf(found.responded ?? date))),
  );
}

const AGREED: readonly (Response | undefined)[] = ['accepted', 'accepted-in-part', 'accepted-in-principle'];

interface Words {
  readonly ref: string;
  readonly text: string;
  readonly span: Span;
  readonly noun: 'recommendation' | 'action';
}

function wordsOf(recommendation: Recommendation): readonly Words[] {
  const actions = actionsOf(recommendation).filter(({ ref }) => ref !== recommendation.ref);
  const said = ({ ref, text, spans, span }: Recommendation | Action) => ({
    ref,
    text,
    span: spans['text'] ?? span,
  });
  return [
    { ...said(recommendation), noun: 'recommendation' },
    ...actions.map((action): Words => ({ ...said(action), noun: 'action' })),
  ];
}

function inOneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

function shortened(text: string): string {
  return text.length > 160 ? `“${text.slice(0, 159)}…”` : `“${text}”`;
}
