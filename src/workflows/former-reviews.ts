import type { RegisterLocation } from '../files/index.js';
import { type FormerTexts, formerTexts } from '../git/index.js';

/** What git remembers of the reviews' files: every committed text of each `reviews/KEY/review.yaml`. */
export function formerReviewTexts(
  { folder }: RegisterLocation,
  env: Readonly<Record<string, string | undefined>>,
): Promise<FormerTexts> {
  return formerTexts(folder, 'reviews/*/review.yaml', env['PATH']);
}
