import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  addDays,
  endOfDuration,
  lastDayOf,
  namesTime,
  parseIsoDate,
  parsePartialDate,
  readTime,
  toIsoForm,
} from '../../src/calendar/index.js';
import { day } from '../support/host.js';

function lastDay(written: string): string | undefined {
  const time = readTime(written);
  return time?.kind === 'period' ? time.lastDay : undefined;
}

describe('a period is late after its last day', () => {
  test.each([
    ['Q1 2025/26', '2025-06-30'],
    ['Q2 2025/26', '2025-09-30'],
    ['Q3 2025/26', '2025-12-31'],
    ['Q4 2025/26', '2026-03-31'],
    ['q3 2025/26', '2025-12-31'],
    ['Q3 2025-26', '2025-12-31'],
    ['Q3 2025–26', '2025-12-31'],
    ['Quarter 3 2025/26', '2025-12-31'],
    ['Q3 of 2025/26', '2025-12-31'],
    ['Q4 1999/00', '2000-03-31'],
    ['2025/26', '2026-03-31'],
    ['2009/10', '2010-03-31'],
    ['Spring 2026', '2026-05-31'],
    ['Summer 2026', '2026-08-31'],
    ['autumn 2025', '2025-11-30'],
    ['AUTUMN 2025', '2025-11-30'],
    ['Winter 2025/26', '2026-02-28'],
    ['Winter 2027/28', '2028-02-29'],
    ['Winter 2025-26', '2026-02-28'],
    ['May/June 2025', '2025-06-30'],
    ['May / June 2025', '2025-06-30'],
    ['Apr/May/Jun 2025', '2025-06-30'],
    ['December/January 2025', '2026-01-31'],
    ['December/January 2025/26', '2026-01-31'],
    ['Dec/Jan 2025/2026', '2026-01-31'],
    ['December 2025/January 2026', '2026-01-31'],
    ['end of March 2025', '2025-03-31'],
    ['end March 2025', '2025-03-31'],
    ['End of March 2025.', '2025-03-31'],
    ['by March 2025', '2025-03-31'],
    ['by the end of March 2025', '2025-03-31'],
    ['by end of March 2025', '2025-03-31'],
    ['by end Mar-25', '2025-03-31'],
    ['the end of February 2024', '2024-02-29'],
    ['by 31 March 2025', '2025-03-31'],
    ['by the 31st of March 2025', '2025-03-31'],
    ['by 31/03/2025', '2025-03-31'],
    ['by 2025-03-31', '2025-03-31'],
    ['by 2025-03', '2025-03-31'],
    ['by 2025', '2025-12-31'],
    ['end of 2025', '2025-12-31'],
    ['by the end of 2025', '2025-12-31'],
    ['end of 2025/26', '2026-03-31'],
    ['by Q3 2025/26', '2025-12-31'],
    ['by the end of Q3 2025/26', '2025-12-31'],
    ['end of Autumn 2025', '2025-11-30'],
    ['by May/June 2025', '2025-06-30'],
    ['by early 2026', '2026-04-30'],
    ['early 2026', '2026-04-30'],
    ['mid 2026', '2026-08-31'],
    ['Mid-2026', '2026-08-31'],
    ['late 2026', '2026-12-31'],
    ['before 31 March 2025', '2025-03-30'],
    ['before 1 March 2024', '2024-02-29'],
    ['before 2025-01-01', '2024-12-31'],
    ['before March 2025', '2025-02-28'],
    ['before 2026', '2025-12-31'],
    ['before 2025/26', '2025-03-31'],
    ['before Q3 2025/26', '2025-09-30'],
    ['before the end of March 2025', '2025-03-31'],
    // Of two readings the later.
    ['by 26-03-31', '2031-03-26'],
    ['by 2009-10', '2010-03-31'],
  ])('%s: %s', (written, last) => {
    expect(lastDay(written)).toBe(last);
  });

  test.each([
    'Q3 2025',
    'Q5 2025/26',
    'Q3 2025/27',
    'Q3',
    '2025/27',
    '2025-2026',
    'Winter 2025',
    'by winter 2025',
    'Spring',
    'Spring 2025/26',
    '25-Mar',
    'by 25 March',
    'March',
    'by March',
    'from March 2025',
    'after March 2025',
    'after 31 March 2025',
    'March to June 2025',
    'March-June 2025',
    'May–June 2025',
    '2025-03 to 2025-06',
    'mid March 2025',
    'following a change in law in 2025',
    '31 March 2025 (was 30 June 2024)',
    'by 31 March 2025 at the latest',
    'before Spring 2026',
    'May/June 2025/26',
    'by 45747',
    'by 6 months',
    'early in 2026',
  ])('%s is words that name a time', (written) => {
    expect(readTime(written)).toBeUndefined();
    expect(namesTime(written)).toBe(written !== 'Spring' && written !== 'by 45747');
  });

  test.each(['by 31 June 2025', 'end of 31 June 2025', 'before 29 February 2025', 'by the 31st of June'])(
    '%s is no day',
    (written) => {
      expect(readTime(written)).toEqual({ kind: 'other-form', written: { kind: 'no-such-day' } });
    },
  );

  test('no period ends before a day that it names', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1990, max: 2090 }),
        fc.integer({ min: 1, max: 12 }),
        fc.integer({ min: 1, max: 31 }),
        fc.constantFrom('by ', 'by the end of ', 'end of ', 'end ', 'By The End Of\u00a0'),
        (year, month, dayOfMonth, before) => {
          const partials = [`${year}`, `${year}-${String(month).padStart(2, '0')}`];
          const whole = parseIsoDate(`${partials[1]}-${String(dayOfMonth).padStart(2, '0')}`);
          for (const written of [...partials, ...(whole ? [whole] : [])]) {
            const named = parsePartialDate(written);
            const last = lastDay(`${before}${written}`);
            expect(named && last !== undefined && last >= lastDayOf(named)).toBe(true);
          }
          const next = String((year + 1) % 100).padStart(2, '0');
          const quarters = [1, 2, 3, 4].map((quarter) => lastDay(`Q${quarter} ${year}/${next}`) ?? '');
          expect(quarters).toEqual(quarters.toSorted());
          expect(quarters.at(-1)).toBe(lastDay(`${year}/${next}`));
        },
      ),
    );
  });

  test('before a day is the day before, and by a day is the day', () => {
    fc.assert(
      fc.property(fc.integer({ min: -20_000, max: 40_000 }), (days) => {
        const date = addDays(day('2000-01-01'), days);
        expect(lastDay(`before ${date}`)).toBe(addDays(date, -1));
        expect(lastDay(`by ${date}`)).toBe(date);
      }),
    );
  });

  test('no reading depends on the case, or on the kind of a dash or a space', () => {
    const written = fc.constantFrom(
      'Q3 2025-26',
      'by the end of March 2025',
      'Winter 2025-26',
      'mid-2026',
      'within six months',
      'December / January 2025',
      'before 31-Mar-2025',
      'from March 2025',
      '2025-26',
      'Mar-25',
      'Ongoing',
    );
    fc.assert(
      fc.property(
        written,
        fc.constantFrom(...'-\u2010\u2011\u2012\u2013\u2014\u2212\uff0d'),
        fc.constantFrom(' ', '\u00a0', '\u2009', '\t', '  '),
        fc.boolean(),
        (text, dash, space, isLoud) => {
          const other = text.replaceAll('-', dash).replaceAll(' ', space);
          expect(readTime(isLoud ? other.toUpperCase() : other)).toEqual(readTime(text));
        },
      ),
    );
  });

  test('no text makes the reader throw, and what it reads is a day that exists', () => {
    const words = fc.constantFrom(
      ...'by before end of the early mid late Q1 Q4 winter spring May June/July 31 2025 9999 2025/26 9999/00 0 12 months within / - 99-12-31'.split(
        ' ',
      ),
    );
    fc.assert(
      fc.property(fc.array(words, { maxLength: 6 }), fc.constantFrom(' ', '', '-'), (parts, between) => {
        const time = readTime(parts.join(between));
        if (time?.kind === 'period') expect(parseIsoDate(time.lastDay)).toBe(time.lastDay);
        toIsoForm(parts.join(between));
      }),
      { numRuns: 2000 },
    );
  });
});

describe('a length of time', () => {
  test.each([
    ['6 months', '2024-06-01', '2024-12-01'],
    ['six months', '2024-06-01', '2024-12-01'],
    ['Within 3 months', '2024-06-01', '2024-09-01'],
    ['within three months', '2023-11-30', '2024-02-29'],
    ['twelve months', '2024-06-01', '2025-06-01'],
    ['18 months', '2024-06-01', '2025-12-01'],
    ['1 month', '2024-01-31', '2024-02-29'],
    ['one year', '2024-06-01', '2025-06-01'],
    ['within 8 weeks', '2024-06-01', '2024-07-27'],
    ['90 days', '2024-06-01', '2024-08-30'],
    ['6-months', '2024-06-01', '2024-12-01'],
  ])('%s from %s end on %s', (written, from, end) => {
    const time = readTime(written);
    expect(time?.kind === 'duration' && endOfDuration(day(from), time.duration)).toBe(end);
  });

  test.each([
    '0 months',
    'thirteen months',
    '3-6 months',
    '6 to 12 months',
    'six months after adoption',
    'in 6 months',
    '5 working days',
    'within 2025/26',
    'a few months',
  ])('%s is words', (written) => {
    expect(readTime(written)).toBeUndefined();
  });
});

describe('words name a time', () => {
  test.each([
    'following a change in law in 2025',
    'six months after adoption',
    'in 6 months',
    '5 working days',
    'from May',
    'end of may',
    'May',
    'mid-May',
    '5th May',
    'by 31/3',
    'FY 25/26',
    'each September',
    'Sept. meeting',
    'Q3',
    '31 March 2025 (was 30 June 2024)',
  ])('%s', (written) => {
    expect(namesTime(written)).toBe(true);
  });

  test.each([
    'ongoing',
    'when guidance changes',
    'TBC',
    'as funds may allow',
    'Ongoing – may be reviewed',
    'maybe never',
    'once £2000 is raised',
    'after the Marches have met',
    'when 20,250 homes are let',
    'a 24/7 service is open',
    'monthly',
  ])('%s does not', (written) => {
    expect(namesTime(written)).toBe(false);
  });
});
