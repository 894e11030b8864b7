import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { actionsCsv } from '../../src/facts/csv.js';
import type { ActionFacts } from '../../src/facts/index.js';
import { factsOn } from '../support/facts.js';
import { small, soundModel } from '../support/registers.js';

const [first] = factsOn(soundModel(small()), { date: '2020-03-02' }).actions;
if (!first) throw new Error('no action');
const ACTION: ActionFacts = first;

/** CSV as RFC 4180 has it. */
function cellsOf(csv: string): readonly (readonly string[])[] {
  const rows: string[][] = [];
  const cell = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/y;
  let row: string[] = [];
  for (let match = cell.exec(csv); match; match = cell.exec(csv)) {
    row.push(match[1]?.replaceAll('""', '"') ?? match[2] ?? '');
    if (match[3] === ',') continue;
    rows.push(row);
    row = [];
  }
  expect(cell.lastIndex).toBe(0);
  expect(rows.flat().length).toBeGreaterThan(0);
  return rows;
}

function notesIn(notes: readonly string[]): readonly string[] {
  const csv = actionsCsv(notes.map((note) => ({ ...ACTION, text: note })));
  expect(csv.startsWith('\ufeff')).toBe(true);
  const [head = [], ...rows] = cellsOf(csv.slice(1));
  for (const row of rows) expect(row).toHaveLength(head.length);
  return rows.map((row) => row[head.indexOf('text')] ?? '');
}

describe('the table of actions', () => {
  test('has a name for each column and a row for each action', () => {
    const [head, row] = cellsOf(actionsCsv([ACTION]).slice(1));
    expect(head?.slice(0, 5)).toEqual(['review', 'recommendation', 'ref', 'text', 'owners']);
    expect(row?.slice(0, 5)).toEqual(['repairs', '1', '1.1', 'Hire two roofers', 'Head of Homes']);
  });

  test('gives back whatever was written, and begins no cell as a formula', () => {
    const texts = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.string({
        unit: fc.constantFrom(
          '=',
          '+',
          '-',
          '@',
          '\t',
          '\r',
          '\n',
          '"',
          "'",
          ',',
          ';',
          '＝',
          '1',
          'A',
          '(',
          '!',
        ),
      }),
    );
    fc.assert(
      fc.property(fc.array(texts, { minLength: 1, maxLength: 5 }), (notes) => {
        for (const [index, read] of notesIn(notes).entries()) {
          expect([notes[index], `'${notes[index]}`]).toContain(read);
          expect(read).not.toMatch(/^[=+\-@\t\r\n＝＋－＠]/);
        }
      }),
    );
  });

  test.each([
    ['=HYPERLINK("http://example.org","Click")', `'=HYPERLINK("http://example.org","Click")`],
    ['+44 1642 000000', "'+44 1642 000000"],
    ['-2', "'-2"],
    ['@SUM(A1)', "'@SUM(A1)"],
    [' =1', "' =1"],
    ['Twelve schools, "all" of them; more', 'Twelve schools, "all" of them; more'],
  ])('says %j as %j', (note, said) => {
    expect(notesIn([note])).toEqual([said]);
  });
});
