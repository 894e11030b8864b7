import { reportsPlan } from '../paper-kinds.js';
import { foldedWord } from '../shapes/choice.js';
import type { AdviceRule } from './rule.js';

/** Implications that the council wants of each report. Nothing stands in for one: only its author knows. */
export const implicationsThere: AdviceRule = function* ({ model }) {
  const { implications: wanted } = model.council.rules;
  if (wanted.length === 0) return;
  for (const item of model.meetings.flatMap(({ items }) => items)) {
    if (!reportsPlan(item.report)) continue;
    const given = new Set(item.implications.map(({ heading }) => foldedWord(heading)));
    const missing = wanted.filter((heading) => !given.has(foldedWord(heading)));
    if (missing.length === 0) continue;
    yield {
      code: 'implication-missing',
      severity: 'warning',
      span: item.spans['implications'] ?? item.spans['title'] ?? item.span,
      message: `item ${item.number} has no implications under ${missing.map((heading) => `'${heading}'`).join(', ')}`,
      hint: `Add 'implications:' to the item, with '${missing[0]}:' and its words, even if they are 'None.'`,
    };
  }
};
