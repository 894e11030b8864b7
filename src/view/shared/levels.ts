import type { Noun } from '../../phrases/index.js';
import type { PaperRegister, RecommendationAsAt } from '../../register/index.js';

/** What the rows of a table are: actions, recommendations that are tracked by themselves, or both. */
export function levelsOf({ reviews }: Pick<PaperRegister, 'reviews'>): Noun | 'both' {
  const recommendations = reviews.flatMap((review) => review.recommendations);
  if (!recommendations.some(hasOwnActions)) return 'recommendation';
  return recommendations.some(isTrackedItself) ? 'both' : 'action';
}

/** Whether a recommendation has actions beneath it. */
export function hasOwnActions({ actions }: RecommendationAsAt): boolean {
  return actions.some(({ recommendation }) => !recommendation.ownAction);
}

function isTrackedItself({ actions }: RecommendationAsAt): boolean {
  return actions.some(({ recommendation }) => recommendation.ownAction);
}
