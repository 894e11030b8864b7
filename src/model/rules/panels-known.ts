import { unknownMentions } from './known.js';
import type { Rule } from './rule.js';

/** A panel is named by its key in council.yaml. */
export const panelsKnown: Rule = function* ({ model, isCouncilKnown, leftOut }) {
  if (!isCouncilKnown) return;
  const mentions = [
    ...model.reviews.flatMap((review) => [
      { key: review.panel.key, span: review.spans['panel'] ?? review.span },
      ...(review.spans['monitoredBy']
        ? review.monitoredBy.map(({ panel, span }) => ({ key: panel.key, span }))
        : []),
    ]),
    ...model.meetings.map((meeting) => ({
      key: meeting.panel.key,
      span: meeting.spans['panel'] ?? meeting.span,
    })),
  ].filter(({ key }) => key !== '');
  yield* unknownMentions(
    mentions,
    model.council.panels.map(({ key, name }) => ({ key, words: name })),
    {
      code: 'panel-unknown',
      noun: 'a panel',
      home: 'council.yaml',
      mayBe: (key) => leftOut.holds(model.council.span.file, key),
    },
  );
};
