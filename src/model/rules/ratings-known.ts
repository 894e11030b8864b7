import { unknownMentions } from './known.js';
import type { Rule } from './rule.js';

/** A rating is one of the council's own key. */
export const ratingsKnown: Rule = function* ({ model, isCouncilKnown }) {
  if (!isCouncilKnown) return;
  const mentions = model.reviews.flatMap(({ progress }) =>
    progress.flatMap((report) =>
      report.progress.flatMap(({ rating, spans, span }) =>
        rating === undefined ? [] : [{ key: rating, span: spans['rating'] ?? span }],
      ),
    ),
  );
  yield* unknownMentions(
    mentions,
    model.council.ratings.map(({ key, label }) => ({ key, words: label })),
    { code: 'rating-unknown', noun: 'a rating', home: 'council.yaml', isOpen: false },
  );
};
