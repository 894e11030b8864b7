import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  addDays,
  addMonths,
  daysBetween,
  firstDayOf,
  lastDayOf,
  parseIsoDate,
  parsePartialDate,
  weekdayOf,
} from '../../src/calendar/index.js';
import { day } from '../support/host.js';

const DAYS = fc
  .date({ min: new Date('1900-01-01T00:00:00Z'), max: new Date('2199-12-31T00:00:00Z'), noInvalidDate: true })
  .map((date) => day(date.toISOString().slice(0, 10)));

describe('a day', () => {
  test.each([
    '2018-02-29',
    '2018-13-01',
    '2018-00-10',
    '2018-2-1',
    '18-02-19',
    '19/02/2018',
    '2018-02-19T00:00',
    '',
    '2100-02-29',
  ])('%s is none', (text) => {
    expect(parseIsoDate(text)).toBeUndefined();
  });

  test.each(['2018-02-19', '2016-02-29', '2000-02-29', '1999-12-31'])('%s is one', (text) => {
    expect(parseIsoDate(text)).toBe(text);
  });

  test('so many days on is so many days away', () => {
    fc.assert(
      fc.property(DAYS, fc.integer({ min: -40_000, max: 40_000 }), (from, days) => {
        expect(daysBetween(from, addDays(from, days))).toBe(days);
      }),
    );
  });

  test('the days between agree with the platform’s own calendar', () => {
    fc.assert(
      fc.property(DAYS, DAYS, (from, to) => {
        expect(daysBetween(from, to)).toBe(
          Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000),
        );
        expect(weekdayOf(from)).toBe(new Date(`${from}T00:00:00Z`).getUTCDay());
      }),
    );
  });

  test.each([
    ['2017-07-10', 2, '2017-09-10'],
    ['2017-12-31', 2, '2018-02-28'],
    ['2016-01-31', 1, '2016-02-29'],
    ['2018-03-31', -1, '2018-02-28'],
  ])('%s and %d months is %s', (from, months, to) => {
    expect(addMonths(day(from), months)).toBe(to);
  });
});

describe('a month or a year', () => {
  test.each([
    ['2018-03', '2018-03-01', '2018-03-31'],
    ['2016-02', '2016-02-01', '2016-02-29'],
    ['2018', '2018-01-01', '2018-12-31'],
    ['2018-02-19', '2018-02-19', '2018-02-19'],
  ])('%s runs from %s to %s', (text, first, last) => {
    const partial = parsePartialDate(text);
    expect(partial && [firstDayOf(partial), lastDayOf(partial)]).toEqual([first, last]);
  });
});
