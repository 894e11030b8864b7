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
  if (model.council.ratings.length === 0) {
    for (const { key, span } of mentions) {
      yield {
        code: 'rating-unknown',
        severity: 'error',
        span,
        message: `'${key}' is a rating, and this council reports without ratings`,
        hint: "Take the line out and report in words with 'note:', or list the ratings in council.yaml in place of 'ratings: none'.",
      };
    }
    return;
  }
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
