import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { PaperKind } from '../../src/model/index.js';
import { folderWith } from '../support/folder.js';
import { atOffice } from '../support/office.js';
import { pageWords } from '../support/page-words.js';
import { pageOf } from '../support/papers.js';
import { fixture, modelOf } from '../support/registers.js';

function filesOf(name: string) {
  return fixture(join('cases', name));
}

/** The lines of a case's paper, as they are read. */
function linesOf(name: string, kind: PaperKind = 'update'): readonly string[] {
  return pageWords(pageOf(filesOf(name), kind)).split('\n');
}

describe('words are on the page as they were typed', () => {
  test.each<readonly [name: string, ...lines: string[]]>([
    ['a-definition', '[Roofer]: hired [Second]: March', 'Ladders came on time.', '[Update]: Delayed'],
    ['a-tilde', 'Roofers aged 16~18 and 19~25 cost ~£5,000-~£10,000 a year.'],
    ['a-asterisk', 'Offers of A*A*A rose; rooms of 3*4*2 m.'],
    ['a-entities', 'Café costs ½ of €3.'],
    ['a-tab', 'Roofs mended 14 of 20. Ward North', 'Slates: 40'],
    ['a-separator', 'One roofer was hired. The other begins in March.', 'Roofers wanted Ladders bought.'],
    [
      'a-renumber',
      "The Board answered the panel's points:",
      '2. agreed;',
      '4. not agreed;',
      '7. to be costed.',
    ],
    ['a-bullets', 'Done so far:', '• one roofer hired', '• ladders ordered', '• slates in store'],
  ])('%s', (name, ...lines) => {
    const page = linesOf(name);
    expect(page).toEqual(expect.arrayContaining(lines));
    const places = lines.map((line) => page.indexOf(line));
    expect(places).toEqual(places.toSorted((one, other) => one - other));
  });

  test('a-purpose: every paragraph of the purpose, its list and its note', () => {
    expect(linesOf('a-purpose')).toEqual(
      expect.arrayContaining([
        '1. To tell the panel what was done [note 1].',
        '2. Members asked for a visit in June.',
        '• Hill estate',
        'Note 1. As asked in minute 14. Back to the text',
      ]),
    );
  });

  test('a-success-measure: all that it was measured by', () => {
    expect(linesOf('a-success-measure')).toEqual(
      expect.arrayContaining([
        'Success measure: As follows [note 1]:',
        '• both in post',
        '• no roof waits a week',
        'Note 1. Measured in May. Back to the text',
      ]),
    );
  });

  test('a-addendum-action: the action with its list', () => {
    expect(linesOf('a-addendum-action', 'addendum')).toEqual(
      expect.arrayContaining(['Action 1.1. Do these:', '• hire two roofers', '• train one more']),
    );
  });

  test('a-tracker-cut: short actions are whole', () => {
    expect(linesOf('a-tracker-cut', 'tracker')).toEqual(
      expect.arrayContaining([
        'Write to the Secretary of State; publish the reply and report it to full Council.',
        'Buy ladders for the Hill estate. Lend them to tenants.',
      ]),
    );
  });
});

test('a-table-cells: surplus cells are printed in the last, and the row is named', () => {
  expect(linesOf('a-table-cells')).toEqual(
    expect.arrayContaining(['3 | 2 are late', 'Hill', 'Dale | 4', 'South', '5']),
  );
  const files = filesOf('a-table-cells');
  const found = modelOf(files).diagnostics.filter(({ code }) => code === 'table-cells');
  expect(found.map(({ severity, message }) => `${severity}: ${message}`)).toEqual([
    'warning: this row has 3 cells, and the table has 2 columns (2 times)',
  ]);
  const [row] = found;
  const text = files['data/reviews/repairs/progress/2026-02-10.yaml'] ?? '';
  expect(text.slice(row?.span.start, row?.span.end)).toBe('| North | 3 | 2 are late |');
});

test('a-show-number: each number of a list is said in the history', async () => {
  const shown = await atOffice('2026-03-02', ['show', 'repairs/1.1', '--as-at', '2026-03-02'], {
    cwd: folderWith(filesOf('a-show-number')),
  });
  expect(shown).toMatchObject({ code: 0, err: '' });
  expect(shown.out).toContain(
    'Pages go live in October: 1) purpose of the limits 2) each step 3) priorities\n',
  );
});
