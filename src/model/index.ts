/**
 * The model: positioned documents become the council, its meetings, reviews, recommendations, actions and progress.
 *
 * In: `SourceDocument`s. Out: a `Model` and every problem of shape or reference in it. `workspace/` calls it; later rooms use its types.
 */
export { actionsOf, entriesByReference, findReview, proposesCompletion, responseDate } from './actions.js';
export { applySeverities } from './apply-severities.js';
export { buildModel } from './build-model.js';
export { buildReview } from './build-review.js';
export { isSameDue, lastDayOfDue, writtenDue } from './due.js';
export * from './fields.js';
export { itemName, makeSlug } from './item-name.js';
export { namesIn } from './names.js';
export { type PaperKind, reportsArrivals, reportsPlan } from './paper-kinds.js';
export { DEFAULT_RATINGS } from './ratings.js';
export type { FileKind } from './schemas.js';
export { likelyKey } from './shapes/names.js';
export { responseNamed } from './shapes/review.js';
export { UNREPORTED } from './shapes/shape.js';
export { isKeyLike } from './shapes/words.js';
export type * from './types.js';

/** JSON Schemas of the files: loaded by those who print them. */
export const registerSchemas = () => import('./schemas.js');

/** The rules that only advise: loaded by those who ask them, since a paper does not. */
export const adviceRules = () => import('./rules/advice.js');
