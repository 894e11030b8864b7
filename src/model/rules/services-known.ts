import { unknownMentions } from './known.js';
import type { Rule } from './rule.js';

/** A service is named by its key in council.yaml. */
export const servicesKnown: Rule = function* ({ model, isCouncilKnown, leftOut }) {
  if (!isCouncilKnown) return;
  const mentions = [...model.council.officers, ...model.meetings.flatMap(({ items }) => items)].flatMap(
    ({ service, spans, span }) =>
      service === undefined ? [] : [{ key: service.key, span: spans['service'] ?? span }],
  );
  yield* unknownMentions(
    mentions,
    model.council.services.map(({ key, name }) => ({ key, words: name })),
    {
      code: 'service-unknown',
      noun: 'a service',
      home: 'council.yaml',
      mayBe: (key) => leftOut.holds(model.council.span.file, key),
    },
  );
};
