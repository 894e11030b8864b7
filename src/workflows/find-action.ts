/**
 * What a reference on the command line means: it is looked up whole, and then as REVIEW/REF.
 */
import { nearest, UsageError } from '../diagnostics/index.js';
import { actionsOf, type Model, type Recommendation, type Review } from '../model/index.js';
import { joinWords } from '../phrases/index.js';
import { namesThere } from './assert-known.js';

/** An action, or a recommendation that is its own, in its review. */
export interface FoundAction {
  readonly review: Review;
  readonly ref: string;
}

/** A recommendation in its review. */
export interface FoundRecommendation {
  readonly review: Review;
  readonly recommendation: Recommendation;
}

/** A review by its key. */
export function findReviewNamed({ reviews }: Model, unread: ReadonlySet<string>, key: string): Review {
  const found = reviews.find((review) => review.key === key);
  if (found) return found;
  const keys = [...reviews.map((review) => review.key), ...unread].toSorted();
  throw new UsageError(`There is no review '${key}'. ${namesThere('review', key, keys)}`);
}

/**
 * The action that a reference means.
 *
 * @param reviews where a reference alone is looked up: those of the meeting, or all
 * @throws UsageError where none is meant or more than one, naming those that could be
 */
export function findAction(model: Model, reviews: readonly Review[], written: string): FoundAction {
  const found = candidates(model, reviews, written, (review) =>
    review.recommendations.flatMap((recommendation) => actionsOf(recommendation).map(({ ref }) => ref)),
  );
  if (found) return found;
  const whole = candidates(model, reviews, written, (review) => review.recommendations.map(({ ref }) => ref));
  const recommendation = whole?.review.recommendations.find(({ ref }) => ref === whole.ref);
  if (whole && recommendation && recommendation.actions.length > 0) {
    const actions = recommendation.actions.map(({ ref }) => `${whole.review.key}/${ref}`);
    throw new UsageError(
      `'${written}' is a recommendation with actions of its own. Name the action: ${joinWords(actions)}.`,
    );
  }
  if (whole) throw new UsageError(whyNothingToDo(written, recommendation));
  throw new UsageError(`There is no action '${written}'. ${likelyActions(model, reviews, written)}`);
}

/** The recommendation that a reference means. */
export function findRecommendation(model: Model, written: string): FoundRecommendation {
  const found = candidates(model, model.reviews, written, (review) =>
    review.recommendations.map(({ ref }) => ref),
  );
  const recommendation = found?.review.recommendations.find(({ ref }) => ref === found.ref);
  if (found && recommendation) return { review: found.review, recommendation };
  const all = model.reviews.flatMap((review) =>
    review.recommendations.map(({ ref }) => `${review.key}/${ref}`),
  );
  throw new UsageError(
    `There is no recommendation '${written}'. ${namesThere('recommendation', written, all)}`,
  );
}

/** What is called so: whole, in the reviews; then split at a slash, by its review. Two that fit are an error. */
function candidates(
  model: Model,
  reviews: readonly Review[],
  written: string,
  refsIn: (review: Review) => readonly string[],
): FoundAction | undefined {
  const whole = reviews.filter((review) => refsIn(review).includes(written));
  const split = model.reviews.filter((review) => written.startsWith(`${review.key}/`));
  const found = [
    ...whole.map((review) => ({ review, ref: written })),
    ...split.flatMap((review) => {
      const ref = written.slice(review.key.length + 1);
      return refsIn(review).includes(ref) ? [{ review, ref }] : [];
    }),
  ];
  const [first, second] = found;
  if (!second) return first;
  throw new UsageError(
    `'${written}' could be ${found.map(({ review, ref }) => `${review.key}/${ref}`).join(' or ')}. Write it with the review.`,
  );
}

function whyNothingToDo(written: string, recommendation: Recommendation | undefined): string {
  return recommendation?.response === 'rejected'
    ? `Recommendation '${written}' was rejected, and nobody is to do anything about it.`
    : `The response to recommendation '${written}' is awaited, and nobody is to do anything about it yet.`;
}

function likelyActions(model: Model, reviews: readonly Review[], written: string): string {
  const slash = written.indexOf('/');
  const named = slash < 1 ? undefined : model.reviews.find(({ key }) => key === written.slice(0, slash));
  const within = named ? [named] : reviews;
  const refs = within.flatMap((review) =>
    review.recommendations.flatMap((recommendation) =>
      actionsOf(recommendation).map(({ ref }) => ({ ref, full: `${review.key}/${ref}` })),
    ),
  );
  const short = named ? written.slice(slash + 1) : written;
  const near = nearest(
    short,
    refs.map(({ ref }) => ref),
  );
  const fitting = refs.filter(({ ref }) => ref === near);
  if (fitting.length > 0) return `Did you mean ${fitting.map(({ full }) => full).join(' or ')}?`;
  return namesThere(
    'action',
    written,
    refs.map(({ full }) => full),
  );
}
