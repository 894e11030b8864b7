/**
 * What the papers say in British English, grouped by where it is said. Each phrase is a whole sentence, heading or label; what varies in
 * it comes in through its slots.
 */
export const en = {
  /** In every kind of paper, beside other words. */
  labels: {
    skip: 'Skip to the paper',
    notices: 'Notices',
    evidence: 'Evidence:',
  },

  /** The recommendations and the responses to them. */
  appendixA: {
    columns: { reference: 'Ref', recommendation: 'Recommendation' },
  },

  /** The action plan. */
  appendixB: {
    columns: {
      reference: 'Ref',
      action: 'Action and owner',
      due: 'Due',
      progress: 'Progress',
      rating: 'Rating',
    },
    labels: { successMeasure: 'Success measure:', reportBelow: 'The report stands beneath.' },
  },

  /** The appendix of a tracker. */
  trackerAppendix: {
    columns: {
      reference: 'Ref',
      action: 'Action and owner',
      due: 'Due',
      latest: 'Latest word',
      rating: 'Rating',
    },
    labels: { recommendation: 'Recommendation:' },
  },
};

/** Every phrase of a language. Another language is a table of this type, and does not compile while a phrase is missing. */
export type Phrases = typeof en;
