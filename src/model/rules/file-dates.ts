import { parseIsoDate } from '../../calendar/index.js';
import type { Rule } from './rule.js';

/** File names are for people; one whose date disagrees with the date inside misleads them. */
export const fileDates: Rule = function* ({ model }) {
  const dated = [
    ...model.meetings.map(({ file, date, spans, span }) => ({ file, date, span: spans['date'] ?? span })),
    ...model.reviews.flatMap(({ progress }) =>
      progress.map(({ file, asAt, spans, span }) => ({ file, date: asAt, span: spans['asAt'] ?? span })),
    ),
  ];
  for (const { file, date, span } of dated) {
    const name = file.slice(file.lastIndexOf('/') + 1);
    const named = parseIsoDate(name.slice(0, 10));
    if (!named || named === date) continue;
    yield {
      code: 'file-date',
      severity: 'warning',
      span,
      message: `the file is named for ${named}, but the date inside is ${date}`,
      hint: 'The date inside counts; rename the file, or correct the date.',
    };
  }
};
