import { describe, expect, test } from 'vitest';
import { parsePartialDate } from '../../src/calendar/index.js';
import {
  capitalised,
  countWord,
  date,
  joinWords,
  longDate,
  onDate,
  ordinal,
  plural,
  possessive,
  shortDate,
} from '../../src/phrases/index.js';
import { day } from '../support/host.js';

describe('dates in words', () => {
  test.each([
    ['2018-02-19', '19 February 2018', '19 Feb 2018', 'on 19 February 2018'],
    ['2018-09-05', '5 September 2018', '5 Sep 2018', 'on 5 September 2018'],
    ['2016-11', 'November 2016', 'Nov 2016', 'in November 2016'],
    ['2016', '2016', '2016', 'in 2016'],
  ])('%s', (written, long, short, when) => {
    const partial = parsePartialDate(written);
    expect(partial && [date(partial), shortDate(partial), onDate(partial)]).toEqual([long, short, when]);
  });

  test('with the day of the week', () => {
    expect(longDate(day('2018-02-19'))).toBe('Monday 19 February 2018');
    expect(longDate(day('2018-03-26'))).toBe('Monday 26 March 2018');
  });
});

describe('phrases', () => {
  test('join words as people do', () => {
    expect([
      joinWords([]),
      joinWords(['a']),
      joinWords(['a', 'b']),
      joinWords(['a', 'b', 'c']),
      joinWords(['a', 'b'], 'or'),
    ]).toEqual(['', 'a', 'a and b', 'a, b and c', 'a or b']);
  });

  test('count', () => {
    expect([plural(1, 'action'), plural(2, 'action'), plural(0, 'reply', 'replies')]).toEqual([
      '1 action',
      '2 actions',
      '0 replies',
    ]);
    expect([countWord(0), countWord(3), countWord(10), countWord(11)]).toEqual(['no', 'three', 'ten', '11']);
    expect([ordinal(1), ordinal(2), ordinal(3), ordinal(11), ordinal(22)]).toEqual([
      '1st',
      '2nd',
      '3rd',
      '11th',
      '22nd',
    ]);
  });

  test('own', () => {
    expect([possessive('the Council'), possessive('Children’s Services')]).toEqual([
      'the Council’s',
      'Children’s Services’',
    ]);
    expect(capitalised('on 5 September')).toBe('On 5 September');
  });
});
