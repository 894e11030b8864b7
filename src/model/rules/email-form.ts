import type { AdviceRule } from './rule.js';

/** A message to an address without an @ reaches nobody. */
export const emailForm: AdviceRule = function* ({ model: { council } }) {
  for (const { email, spans, span } of council.officers) {
    if (email === undefined || /^[^\s@]+@[^\s@]+$/.test(email)) continue;
    yield {
      code: 'email-form',
      severity: 'warning',
      span: spans['email'] ?? span,
      message: `'${email}' is not an e-mail address`,
      hint: 'Write one with an @ in it and no spaces, such as clerk@council.gov.uk.',
    };
  }
};
