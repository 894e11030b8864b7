import type { Council } from '../../model/index.js';
import type { ImportedAction, ImportedEntry, ImportedReview } from '../recognise/types.js';
import { squeeze } from './same-report.js';

/** A review in which owners whom the council's file knows by one name or post are called by their key. */
export function nameOfficers(
  review: ImportedReview,
  { officers }: Pick<Council, 'officers'>,
): ImportedReview {
  const keys = new Map<string, string | undefined>();
  for (const { key, name, role, email } of officers)
    for (const called of [key, name, role, email]) {
      if (called === undefined) continue;
      const folded = squeeze(called).toLowerCase();
      // Two officers of one post: nobody can say which.
      keys.set(folded, keys.has(folded) ? undefined : key);
    }
  const named = (words: string) => keys.get(squeeze(words).toLowerCase()) ?? words;
  const action = <T extends ImportedAction>(one: T): T => ({ ...one, owners: one.owners.map(named) });
  return {
    ...review,
    recommendations: review.recommendations.map((one) => ({
      ...action(one),
      addressedTo: one.addressedTo.map(named),
      actions: one.actions.map(action),
    })),
    reports: review.reports.map((report) => ({
      ...report,
      entries: report.entries.map(
        (entry): ImportedEntry => ({
          ...entry,
          reportedBy: entry.reportedBy === undefined ? undefined : named(entry.reportedBy),
        }),
      ),
    })),
  };
}
