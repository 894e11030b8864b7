import { unknownMentions } from './known.js';
import type { Rule } from './rule.js';

/** A rating is one of the council's own key. */
export const ratingsKnown: Rule = function* ({ model, isCouncilKnown, leftOut }) {
  if (!isCouncilKnown) return;
  const mentions = model.reviews.flatMap(({ progress }) =>
    progress.flatMap((report) =>
      report.progress.flatMap(({ rating, spans, span }) =>
        rating === undefined ? [] : [{ key: rating.key, span: spans['rating'] ?? span }],
      ),
    ),
  );
  yield* unknownMentions(
    mentions,
    model.council.ratings.map(({ key, label }) => ({ key, words: label })),
    {
      code: 'rating-unknown',
      noun: 'a rating',
      home: 'council.yaml',
      mayBe: (key) => leftOut.holds(model.council.span.file, key),
      isOpen: false,
    },
  );
};
