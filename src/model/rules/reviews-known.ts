import { unknownMentions } from './known.js';
import type { Rule } from './rule.js';

/** An item names a review by its folder. */
export const reviewsKnown: Rule = function* ({ model, unreadableReviews }) {
  const mentions = model.meetings.flatMap(({ items }) =>
    items.flatMap(({ review, spans, span }) =>
      review === 'all' ? [] : review.map((key) => ({ key, span: spans['review'] ?? span })),
    ),
  );
  const known = [
    ...model.reviews.map(({ key, title }) => ({ key, words: title })),
    ...[...unreadableReviews].map((key) => ({ key })),
  ];
  yield* unknownMentions(mentions, known, { code: 'review-unknown', noun: 'a review', home: 'reviews/' });
};
