import { financialYearOf } from '../../calendar/index.js';
import { everyDue } from './plan.js';
import type { AdviceRule } from './rule.js';

/** In three years, a financial year written with a hyphen is also a month. */
export const dueFinancialYear: AdviceRule = function* ({ model }) {
  for (const { due, span } of everyDue(model)) {
    const year = due.kind === 'date' ? financialYearOf(due.date) : undefined;
    if (due.kind !== 'date' || year === undefined) continue;
    yield {
      code: 'due-financial-year',
      severity: 'info',
      span,
      message: `${due.date} is read as a month`,
      hint: `Write ${year} if the financial year is meant.`,
    };
  }
};
