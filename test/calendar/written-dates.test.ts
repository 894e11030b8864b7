import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parsePartialDate, readTime, readWrittenDate, toIsoForm } from '../../src/calendar/index.js';

const DASHES = [...'-\u2010\u2011\u2012\u2013\u2014\u2015\u2212\ufe58\ufe63\uff0d'];
const SPACES = [...' \u00a0\u2007\u2009\u202f\t\u3000'];
const MONTHS = 'January February March April May June July August September October November December'.split(
  ' ',
);

/** A day of this century in figures, and a month by its name. */
const DAYS = fc
  .date({ min: new Date('2000-01-01T00:00:00Z'), max: new Date('2099-12-31T00:00:00Z'), noInvalidDate: true })
  .map((date) => {
    const iso = date.toISOString().slice(0, 10);
    const [year = '', month = '', day = ''] = iso.split('-');
    return { iso, year, month, day, name: MONTHS[Number(month) - 1] ?? '' };
  });

describe('a date in another form', () => {
  test.each([
    ['30/06/2025', '2025-06-30'],
    ['03/04/2025', '2025-04-03'],
    ['3/4/2025', '2025-04-03'],
    ['31 March 2018', '2018-03-31'],
    ['31st March 2018', '2018-03-31'],
    ['the 31st of March, 2018', '2018-03-31'],
    ['31 March 2018.', '2018-03-31'],
    ['31MAR2018', '2018-03-31'],
    ['31-Mar-2018', '2018-03-31'],
    ['Monday 19 February 2018', '2018-02-19'],
    ['Mon, 19 Feb 2018', '2018-02-19'],
    ['19-Feb-18', '2018-02-19'],
    ['19.02.2018', '2018-02-19'],
    ['2018/2/9', '2018-02-09'],
    ['2018-2-9', '2018-02-09'],
    ['2018 March 31', '2018-03-31'],
    ['March 31, 2018', '2018-03-31'],
    ['March 2018', '2018-03'],
    ['Sept 2018', '2018-09'],
    ['Sep. 2018', '2018-09'],
    ['2018 March', '2018-03'],
    ['03/2018', '2018-03'],
    ['03-2018', '2018-03'],
    ['2018/03', '2018-03'],
    ['2018-3', '2018-03'],
    ['Mar-25', '2025-03'],
    ['mar-25', '2025-03'],
    ['Mar–25', '2025-03'],
    ['March-25', '2025-03'],
    ["Mar '25", '2025-03'],
    ['Mar ’25', '2025-03'],
    ['March 45', '2045-03'],
    ['31/03/2025 00:00', '2025-03-31'],
    ['31/03/2025 00:00:00', '2025-03-31'],
    ['31/03/2025 12:00:00 AM', '2025-03-31'],
    ['31 March 2025, 00:00', '2025-03-31'],
    ['2025-03-31T00:00:00', '2025-03-31'],
    ['2025-03-31 00:00:00', '2025-03-31'],
    ['2025-03-31T00:00:00.000Z', '2025-03-31'],
    ['2025-03-31T23:59:59Z', '2025-03-31'],
    ['2025-03-31T09:30+01:00', '2025-03-31'],
    ['2025–03–31', '2025-03-31'],
    ['2025 − 03 − 31', '2025-03-31'],
    ['２０２５－０３－３１', '2025-03-31'],
    ['31⁄03⁄2025', '2025-03-31'],
    ['\u200e31/03/2025', '2025-03-31'],
    ['36526', '2000-01-01'],
    ['45747', '2025-03-31'],
    ['73050', '2099-12-31'],
  ])('%s is %s', (written, iso) => {
    expect(toIsoForm(written)).toBe(iso);
  });

  test.each([
    'ongoing',
    '6 months',
    'by 31 March 2018',
    'when guidance changes',
    'Q3 2018',
    'TBC',
    '31 Smarch 2018',
    '25-Mar',
    '25 March',
    'March 5',
    'March',
    '36525',
    '73051',
    '145747',
    '31 March 2025 (was 30 June 2024)',
    '31 March 2025 or later',
    'from 31 March 2025',
    '31/03/2025 - 30/06/2025',
    'March 2025 10:00',
    '99/2025',
    '29 February',
  ])('%s is words', (written) => {
    expect(readWrittenDate(written)).toBeUndefined();
  });

  test.each([
    '31 June 2025',
    '31 June',
    '31-Jun',
    '31/06/2025',
    '31/02/2018',
    '29 February 2025',
    '29/02/2025',
    '30 February',
    '03/25/2025',
    '31/13/25',
    '2025-13',
    '2025-02-31T00:00:00',
    '31 June 2025 00:00',
    '26-13-45',
  ])('%s is no day', (written) => {
    expect(readWrittenDate(written)).toEqual({ kind: 'no-such-day' });
  });

  test.each([
    ['26-03-31', ['2031-03-26', '2026-03-31']],
    ['26–03–31', ['2031-03-26', '2026-03-31']],
    ['26.03.31', ['2031-03-26', '2026-03-31']],
    ['31-03-25', ['2025-03-31', '2031-03-25']],
    ['1.2.03', ['2003-02-01', '2001-02-03']],
  ])('%s could be two dates', (written, readings) => {
    expect(readWrittenDate(written)).toEqual({ kind: 'doubtful', readings, doubt: 'two-dates' });
  });

  test.each([
    ['with slashes the day is first', '26/03/31', '2031-03-26'],
    ['unless the number is over 31', '32/03/31', '2032-03-31'],
    ['to 31', '31/03/25', '2025-03-31'],
    ['with hyphens a number over 31 can only be the year', '45-03-31', '2045-03-31'],
    ['where both are the same day', '25-03-25', '2025-03-25'],
    ['where the year cannot be first', '19-02-99', '2099-02-19'],
  ])('a two-digit year is certain: %s', (_why, written, iso) => {
    expect(readWrittenDate(written)).toEqual({ kind: 'date', date: iso });
  });

  test.each([
    ['a weekday that is another', 'Tuesday 19 February 2018', ['2018-02-19'], 'weekday'],
    ['a month, or a day without its year', 'March 25', ['2025-03'], 'no-year'],
    ['a month or a financial year', '2009–10', ['2009-10', '2010-03'], 'financial-year'],
    ['a month or a short financial year', '2025/6', ['2025-06', '2026-03'], 'financial-year'],
    [
      'a summer’s midnight, told an hour early',
      '2025-06-30T23:00:00.000Z',
      ['2025-06-30', '2025-07-01'],
      'two-dates',
    ],
  ])('reported and never corrected: %s', (_what, written, readings, doubt) => {
    expect(readWrittenDate(written)).toEqual({ kind: 'doubtful', readings, doubt });
  });

  test('2025-26 is a financial year, and 2009-10 a month', () => {
    expect(readTime('2025-26')).toEqual({ kind: 'financial-year', year: '2025/26', lastMonth: '2026-03' });
    expect(readTime('2025–26')).toEqual({ kind: 'financial-year', year: '2025/26', lastMonth: '2026-03' });
    expect(readTime('1999-00')).toEqual({ kind: 'financial-year', year: '1999/00', lastMonth: '2000-03' });
    expect(readTime('2009/10')).toEqual({ kind: 'period', lastDay: '2010-03-31' });
    expect(readTime('2009-10')).toEqual({ kind: 'iso', date: '2009-10' });
    expect(readTime('2025-27')).toEqual({ kind: 'other-form', written: { kind: 'no-such-day' } });
  });

  test('is never a day that does not exist', () => {
    fc.assert(
      fc.property(fc.nat(40), fc.nat(14), fc.integer({ min: 1900, max: 2100 }), (d, m, y) => {
        const iso = toIsoForm(`${d}/${m}/${y}`);
        if (iso !== undefined) expect(new Date(`${iso}T00:00:00Z`).toISOString().slice(0, 10)).toBe(iso);
      }),
    );
  });

  test('every day and month reads the same in every case, with every dash and every space', () => {
    fc.assert(
      fc.property(
        DAYS,
        fc.constantFrom(...DASHES),
        fc.constantFrom(...SPACES),
        fc.constantFrom('upper', 'lower', 'as is'),
        ({ iso, year, month, day, name }, dash, space, letters) => {
          const cased = (text: string) =>
            letters === 'upper' ? text.toUpperCase() : letters === 'lower' ? text.toLowerCase() : text;
          const days = [
            [day, name, year].join(space),
            [day, name.slice(0, 3), year].join(dash),
            [day, month, year].join(dash),
            [day, month, year].join(`${space}${dash}${space}`),
            [year, month, day].join(dash),
            `${year}-${month}-${day}T00:00:00`,
          ];
          expect(days.map((written) => toIsoForm(cased(written)))).toEqual(days.map(() => iso));
          const months = [[name, year].join(space), [name.slice(0, 3), year.slice(2)].join(dash)];
          expect(months.map((written) => toIsoForm(cased(written)))).toEqual(
            months.map(() => iso.slice(0, 7)),
          );
        },
      ),
    );
  });

  test('what a date is mended to reads as itself', () => {
    fc.assert(
      fc.property(
        fc.stringMatching(/^[0-9]{1,4}[-/. ][0-9]{1,2}([-/. ][0-9]{1,4})?$|^[0-9]{5}$/),
        (written) => {
          const iso = toIsoForm(written);
          if (iso === undefined) return;
          expect(parsePartialDate(iso)).toBe(iso);
          expect(readTime(iso)).toEqual({ kind: 'iso', date: iso });
        },
      ),
      { numRuns: 1000 },
    );
  });
});
