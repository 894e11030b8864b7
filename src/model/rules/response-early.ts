import { firstDayOf, lastDayOf, type PartialDate } from '../../calendar/index.js';
import type { Span } from '../../diagnostics/index.js';
import type { Review } from '../types.js';
import type { AdviceRule } from './rule.js';

/** No one answers a report that is not there yet. */
export const responseEarly: AdviceRule = function* ({ model }) {
  for (const review of model.reviews) {
    const report = review.finalReport;
    if (!report?.date) continue;
    const first = firstDayOf(report.date);
    for (const { date, span } of listAnswers(review)) {
      if (lastDayOf(date) >= first) continue;
      yield {
        code: 'response-early',
        severity: 'warning',
        span,
        message: `the ${model.council.executive}'s response is dated ${date}, before the final report of ${report.date}`,
        hint: 'See that both years are right.',
        related: [{ message: 'the final report', span: report.spans['date'] ?? report.span }],
      };
    }
  }
};

function listAnswers({ executiveResponse, recommendations }: Review) {
  const given: readonly { date: PartialDate | undefined; span: Span }[] = [
    ...(executiveResponse
      ? [{ date: executiveResponse.date, span: executiveResponse.spans['date'] ?? executiveResponse.span }]
      : []),
    ...recommendations.map(({ responded, spans, span }) => ({
      date: responded,
      span: spans['responded'] ?? span,
    })),
  ];
  return given.flatMap(({ date, span }) => (date === undefined ? [] : [{ date, span }]));
}
