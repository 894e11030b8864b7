import type { AdviceRule } from './rule.js';

/** A report lists the documents that it relies on to a material extent: Local Government Act 1972, section 100D. */
export const backgroundPapers: AdviceRule = function* ({ model }) {
  for (const review of model.reviews) {
    if (review.spans['backgroundPapers']) continue;
    yield {
      code: 'background-papers',
      severity: 'warning',
      span: review.spans['title'] ?? review.span,
      message: `the review '${review.key}' does not say what its background papers are`,
      hint: "Add 'background-papers:' with a list of titles, or 'background-papers: []' where there are none.",
    };
  }
};
