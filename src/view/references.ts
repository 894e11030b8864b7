import { joinWords } from '../language/index.js';
import type { ActionAsAt, PaperRegister } from '../register/index.js';

/** "1.2, 1.3 and 2.1"; in a paper on several reviews each review's own with its title. */
export function referencesIn({ reviews }: PaperRegister, actions: readonly ActionAsAt[]): string {
  const groups = new Map<string, string[]>();
  for (const { review, action } of actions) {
    const refs = groups.get(review.title);
    if (refs) refs.push(action.ref);
    else groups.set(review.title, [action.ref]);
  }
  return [...groups]
    .map(([title, refs]) => (reviews.length > 1 ? `${joinWords(refs)} of “${title}”` : joinWords(refs)))
    .join('; ');
}
