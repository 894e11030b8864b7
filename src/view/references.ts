import { joinWords } from '../language/index.js';
import type { ActionAsAt } from '../register/index.js';

/** "1.2, 1.3 and 2.1"; where they belong to several reviews, each review's own with its title. */
export function referencesByReview(actions: readonly ActionAsAt[]): string {
  const groups = new Map<string, string[]>();
  for (const { review, action } of actions) {
    const refs = groups.get(review.title);
    if (refs) refs.push(action.ref);
    else groups.set(review.title, [action.ref]);
  }
  if (groups.size <= 1) return joinWords([...groups.values()][0] ?? []);
  return [...groups].map(([title, refs]) => `${joinWords(refs)} of “${title}”`).join('; ');
}
