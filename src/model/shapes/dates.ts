import {
  hyphenedFinancialYear,
  type IsoDate,
  isWholeDate,
  type PartialDate,
  parseIsoDate,
  parsePartialDate,
  readTime,
  readWrittenDate,
  type WrittenDate,
} from '../../calendar/index.js';
import { joinLines } from '../../markdown/index.js';
import type { SourceText } from '../../source/index.js';
import type { WrittenDue } from '../due.js';
import { type Reading, reportError, type Shape, textShape } from './shape.js';
import { warnOfDoubts } from './warn-of-doubts.js';
import { warnOfGlyphs } from './warn-of-glyphs.js';
import { isBlank, WORDS } from './words.js';

type Wanted = 'day' | 'partial' | 'due';

/** A day. */
export const day: Shape<IsoDate> = textShape(
  'a date such as 2018-02-19',
  { type: 'string', pattern: '^\\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\\d|3[01])$' },
  (node, reading) => parseIsoDate(node.text) ?? reportDate(node, reading, 'day'),
);

/** A day, month or year. */
export const partialDate: Shape<PartialDate> = textShape(
  'a date, a month or a year',
  {
    type: ['string', 'integer'],
    pattern: '^\\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\\d|3[01]))?)?$',
    minimum: 1000,
    maximum: 9999,
  },
  (node, reading) => parsePartialDate(node.text) ?? reportDate(node, reading, 'partial'),
);

/**
 * By when something is due: a date, a period or a length of time, each of which can be missed, or words such as "ongoing". What is wholly
 * a date must be written as one.
 */
export const due: Shape<WrittenDue> = textShape(
  'a date, or words such as "ongoing"',
  WORDS,
  (node, reading) => {
    if (isBlank(node, reading)) return undefined;
    const time = readTime(node.text);
    if (time?.kind === 'iso') return { kind: 'date', date: time.date };
    if (time?.kind === 'other-form' || time?.kind === 'financial-year')
      return reportDate(node, reading, 'due');
    warnOfDoubts(node, reading, 'value');
    warnOfGlyphs(node, reading);
    const words = joinLines(node.text);
    return time ? { ...time, words } : { kind: 'words', words };
  },
);

/** Says what is wrong with a date, and how it is written. */
function reportDate(node: SourceText, reading: Reading, wanted: Wanted): undefined {
  const written = node.text.trim();
  const time = readTime(written);
  if (time?.kind === 'iso')
    return reportError(
      reading,
      'date-format',
      node.span,
      `'${written}' is not a whole day`,
      `Write the day too, such as ${`${written}-01-01`.slice(0, 10)}.`,
    );
  const financialYear = hyphenedFinancialYear(written);
  if (time?.kind === 'financial-year' && financialYear)
    return reportFinancialYear(node, reading, financialYear, wanted);
  const read = time?.kind === 'other-form' ? time.written : readWrittenDate(written);
  if (read && (wanted !== 'day' || read.kind !== 'date' || isWholeDate(read.date)))
    return reportWritten(node, reading, read);
  return reportError(
    reading,
    'date-format',
    node.span,
    `'${written}' is not a date`,
    wanted === 'day'
      ? 'Write year, month and day: 2018-02-19.'
      : 'Write 2018-02-19, or 2018-02 for a month, or 2018 for a year.',
  );
}

function reportFinancialYear(
  node: SourceText,
  reading: Reading,
  { year, lastMonth }: NonNullable<ReturnType<typeof hyphenedFinancialYear>>,
  wanted: Wanted,
): undefined {
  return reportError(
    reading,
    'date-invalid',
    node.span,
    `there is no such month as ${node.text.trim()}`,
    wanted === 'due'
      ? `A financial year is written ${year}, or ${lastMonth} for its last month.`
      : `Write a month, such as ${lastMonth}, the last of the financial year ${year}.`,
  );
}

/** A date in another form: mended where it can be only one. */
function reportWritten(node: SourceText, reading: Reading, read: WrittenDate): undefined {
  const written = node.text.trim();
  if (read.kind === 'no-such-day')
    return reportError(
      reading,
      'date-invalid',
      node.span,
      `there is no such ${/^\d{4}-/.test(written) ? 'date' : 'day'} as ${written}`,
      hintOfNoDay(written),
    );
  if (read.kind === 'doubtful') {
    const { message, hint } = doubtWords(written, read);
    return reportError(reading, 'date-format', node.span, message, hint);
  }
  reading.report({
    code: 'date-format',
    severity: 'error',
    span: node.span,
    message: `'${written}' is a date, but not in the form that the register uses`,
    hint: `Write ${read.date}: ${PARTS[read.date.length] ?? 'year, month, day'}.`,
    fix: { span: node.span, text: read.date },
  });
  return undefined;
}

const PARTS: Readonly<Record<number, string>> = { 7: 'year, month' };

function hintOfNoDay(written: string): string {
  return /^\d{1,2}\D\d{1,2}\D/.test(written)
    ? 'The day is read first, then the month. See how many days that month has, and that the month is 01 to 12.'
    : 'See how many days that month has, and that the month is 01 to 12.';
}

/** Why a date is not mended. */
function doubtWords(
  written: string,
  { readings, doubt }: Extract<WrittenDate, { kind: 'doubtful' }>,
): { readonly message: string; readonly hint: string } {
  const [first = '', second = ''] = readings;
  switch (doubt) {
    case 'two-dates':
      return {
        message: `'${written}' could be ${first} or ${second}`,
        hint: 'Write the one that is meant: year, month, day.',
      };
    case 'financial-year':
      return {
        message: `'${written}' could be a month or a financial year`,
        hint: `Write ${first} for the month, or ${second} for the last month of the financial year.`,
      };
    case 'no-year':
      return {
        message: `'${written}' could be a month, or a day without its year`,
        hint: `Write ${first} for the month, or the day with its year, such as 2018-02-19.`,
      };
    case 'weekday':
      return {
        message: `'${written}': ${first} is another day of the week`,
        hint: `See which is right, and write the date: ${first} if that is meant.`,
      };
  }
}
