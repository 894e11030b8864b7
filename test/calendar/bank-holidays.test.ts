import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  addDays,
  bankHolidays,
  daysBetween,
  isWorkingDay,
  lastDayBefore,
  type Nation,
  weekdayOf,
} from '../../src/calendar/index.js';
import { day } from '../support/host.js';

/** As https://www.gov.uk/bank-holidays gave them: years in which something was moved, added or fell on a weekend. */
const PUBLISHED: readonly (readonly [Nation, number, string])[] = [
  ['england', 2010, '01-01 04-02 04-05 05-03 05-31 08-30 12-27 12-28'],
  ['england', 2011, '01-03 04-22 04-25 04-29 05-02 05-30 08-29 12-26 12-27'],
  ['england', 2012, '01-02 04-06 04-09 05-07 06-04 06-05 08-27 12-25 12-26'],
  ['england', 2015, '01-01 04-03 04-06 05-04 05-25 08-31 12-25 12-28'],
  ['england', 2018, '01-01 03-30 04-02 05-07 05-28 08-27 12-25 12-26'],
  ['wales', 2018, '01-01 03-30 04-02 05-07 05-28 08-27 12-25 12-26'],
  ['england', 2020, '01-01 04-10 04-13 05-08 05-25 08-31 12-25 12-28'],
  ['england', 2022, '01-03 04-15 04-18 05-02 06-02 06-03 08-29 09-19 12-26 12-27'],
  ['england', 2023, '01-02 04-07 04-10 05-01 05-08 05-29 08-28 12-25 12-26'],
  ['scotland', 2012, '01-02 01-03 04-06 05-07 06-04 06-05 08-06 11-30 12-25 12-26'],
  ['scotland', 2013, '01-01 01-02 03-29 05-06 05-27 08-05 12-02 12-25 12-26'],
  ['scotland', 2022, '01-03 01-04 04-15 05-02 06-02 06-03 08-01 09-19 11-30 12-26 12-27'],
  ['scotland', 2026, '01-01 01-02 04-03 05-04 05-25 06-15 08-03 11-30 12-25 12-28'],
  ['northern-ireland', 2014, '01-01 03-17 04-18 04-21 05-05 05-26 07-14 08-25 12-25 12-26'],
  ['northern-ireland', 2018, '01-01 03-19 03-30 04-02 05-07 05-28 07-12 08-27 12-25 12-26'],
];

const NATIONS: readonly Nation[] = ['england', 'wales', 'scotland', 'northern-ireland'];
const KNOWN_DAYS = fc.integer({ min: 40, max: 7600 }).map((days) => addDays(day('2010-01-01'), days));

describe('bank holidays', () => {
  test.each(PUBLISHED)('of %s in %i are those that were published', (nation, year, days) => {
    expect([...(bankHolidays(nation, year)?.days ?? [])].map((date) => date.slice(5)).join(' ')).toBe(days);
  });

  test('are never on a weekend, and as many as the law gives', () => {
    const usual = { england: 8, wales: 8, scotland: 9, 'northern-ireland': 10 };
    for (const nation of NATIONS) {
      for (let year = 2010; year <= 2030; year += 1) {
        const days = [...(bankHolidays(nation, year)?.days ?? [])];
        expect(
          days.filter((date) => [0, 6].includes(weekdayOf(date))),
          `${nation} ${year}`,
        ).toEqual([]);
        expect(days.length).toBeGreaterThanOrEqual(usual[nation]);
        expect(days.length).toBeLessThanOrEqual(usual[nation] + 2);
      }
    }
  });

  test('of years not yet published are marked as worked out', () => {
    expect(bankHolidays('england', 2026)?.isComputed).toBe(false);
    expect(bankHolidays('england', 2030)?.isComputed).toBe(true);
  });

  test('outside 2010 to 2030 are not known', () => {
    expect(bankHolidays('england', 2009)).toBeUndefined();
    expect(bankHolidays('england', 2031)).toBeUndefined();
  });
});

describe('the last day for publication', () => {
  test.each([
    ['2018-02-19', 'england', '2018-02-09'],
    ['2018-03-26', 'england', '2018-03-16'],
    // Good Friday 30 March and Easter Monday 2 April do not count; in Scotland that Monday does.
    ['2018-04-09', 'england', '2018-03-28'],
    ['2018-04-09', 'scotland', '2018-03-29'],
    // Across the new year: 1 January everywhere, 2 January in Scotland alone.
    ['2019-01-08', 'england', '2018-12-28'],
    ['2019-01-08', 'scotland', '2018-12-27'],
    ['2018-07-18', 'northern-ireland', '2018-07-09'],
    // A meeting on a Sunday.
    ['2018-02-18', 'england', '2018-02-09'],
  ] as const)('before %s in %s is %s for five clear days', (meeting, nation, last) => {
    expect(lastDayBefore(day(meeting), { clearDays: 5, nation })).toEqual({
      day: last,
      isComputed: false,
    });
  });

  test('with no clear days is the working day before', () => {
    expect(lastDayBefore(day('2018-02-19'), { clearDays: 0, nation: 'england' })?.day).toBe('2018-02-16');
  });

  test('says so where it rests on holidays that were not published', () => {
    expect(lastDayBefore(day('2029-06-11'), { clearDays: 5, nation: 'england' })?.isComputed).toBe(true);
  });

  test('is left out where the holidays are not known', () => {
    expect(lastDayBefore(day('2031-02-19'), { clearDays: 5, nation: 'england' })).toBeUndefined();
    expect(lastDayBefore(day('2010-01-04'), { clearDays: 5, nation: 'england' })).toBeUndefined();
  });

  test('leaves just so many working days before the meeting, counted one by one', () => {
    fc.assert(
      fc.property(
        KNOWN_DAYS,
        fc.integer({ min: 0, max: 12 }),
        fc.constantFrom(...NATIONS),
        (meeting, clearDays, nation) => {
          const last = lastDayBefore(meeting, { clearDays, nation })?.day;
          if (!last) throw new Error(`nothing is known before ${meeting}`);
          const between = Array.from({ length: daysBetween(last, meeting) - 1 }, (_, index) =>
            addDays(last, index + 1),
          );
          const open = between.filter(
            (date) =>
              ![0, 6].includes(weekdayOf(date)) &&
              !bankHolidays(nation, Number(date.slice(0, 4)))?.days.has(date),
          );
          expect(open).toHaveLength(clearDays);
          expect(isWorkingDay(last, nation)).toBe(true);
        },
      ),
    );
  });
});
