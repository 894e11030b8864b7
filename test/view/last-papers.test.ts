import { describe, expect, test } from 'vitest';
import { trackerRegister } from '../../src/register/index.js';
import { trackerPaper } from '../../src/view/index.js';
import { wordsOn } from '../support/read-register.js';
import { soundModel } from '../support/registers.js';

/** Four reviews of the Homes Panel: it had Roofs in February, Gates in May; Lifts came from the Streets Panel in May; Paths is new. */
const PAPERS: Readonly<Record<string, string>> = {
  'data/council.yaml': 'council: Ambridge Council\npanels: { homes: Homes Panel, streets: Streets Panel }\n',
  ...Object.fromEntries(
    [
      ['roofs', 'Roofs', 'homes'],
      ['gates', 'Gates', 'homes'],
      ['paths', 'Paths', 'homes'],
      ['lifts', 'Lifts', '[{ panel: streets }, { panel: homes, from: 2025-06-01 }]'],
    ].map(([key, title, panel]) => [
      `data/reviews/${key}/review.yaml`,
      [
        `title: ${title}`,
        'panel: homes',
        `monitored-by: ${panel}`,
        'executive-response: { date: 2024-10-01, decision: agreed }',
        'recommendations:',
        '  - { ref: 1, text: Mend them., owner: Clerk, due: 2026-12-31 }',
        '',
      ].join('\n'),
    ]),
  ),
  ...Object.fromEntries(
    [
      ['roofs', '2025-01-20', 'amber'],
      ['gates', '2025-04-20', 'red'],
      ['lifts', '2025-04-20', 'red'],
      ['roofs', '2025-08-20', 'red'],
      ['gates', '2025-08-20', 'amber'],
      ['lifts', '2025-08-20', 'amber'],
      ['paths', '2025-08-20', 'green'],
    ].map(([key, on, rating]) => [
      `data/reviews/${key}/progress/${on}.yaml`,
      `as-at: ${on}\nprogress: { 1: { rating: ${rating} } }\n`,
    ]),
  ),
};

function meeting(
  date: string,
  panel: string,
  review: string,
  more = '',
  report = 'update',
): Record<string, string> {
  return {
    [`data/meetings/${date}-${panel}.yaml`]: [
      `date: ${date}`,
      `panel: ${panel}`,
      `items: [{ number: 4, title: Progress, report: ${report}, review: ${review} }]`,
      more,
      '',
    ].join('\n'),
  };
}

const EARLIER = {
  ...meeting('2025-02-03', 'homes', 'roofs'),
  ...meeting('2025-05-12', 'homes', 'gates'),
  ...meeting('2025-05-13', 'streets', 'lifts'),
};

/** What the paper of September says has moved, on these reviews. */
function comparisonOf(review: string, files: Readonly<Record<string, string>> = {}): readonly string[] {
  const model = soundModel({ ...PAPERS, ...EARLIER, ...meeting('2025-09-01', 'homes', review), ...files });
  return (wordsOn(model, '2025-09-01').glance?.remarks ?? []).filter((remark) =>
    /^(Since|This is the first)/.test(remark),
  );
}

describe('“the last paper” is true of each review of a paper', () => {
  test('of two reviews that the panel had in February and in May', () => {
    expect(comparisonOf('[roofs, gates]')).toEqual([
      'Since the last report to the panel on “Roofs”, for the meeting of 3 February 2025: 1 recommendation is worse (1 of “Roofs”).',
      'Since the last report to the panel on “Gates”, for the meeting of 12 May 2025: 1 recommendation is better (1 of “Gates”).',
    ]);
  });

  test('of two reviews, one of which the panel never had', () => {
    expect(comparisonOf('[paths, gates]')).toEqual([
      'This is the first report to the panel on “Paths”, so there is no earlier one to compare.',
      'Since the last report to the panel on “Gates”, for the meeting of 12 May 2025: 1 recommendation is better (1 of “Gates”).',
    ]);
  });

  test('of three reviews, the last paper on one of which was another panel’s', () => {
    expect(comparisonOf('[gates, lifts, roofs]')).toEqual([
      'Since the last report to the panel on “Gates”, for the meeting of 12 May 2025: 1 recommendation is better (1 of “Gates”).',
      'Since the last report on “Lifts”, for the Streets Panel’s meeting of 13 May 2025: 1 recommendation is better (1 of “Lifts”).',
      'Since the last report to the panel on “Roofs”, for the meeting of 3 February 2025: 1 recommendation is worse (1 of “Roofs”).',
    ]);
  });

  test('of three reviews, two of which the panel had together', () => {
    expect(
      comparisonOf('[roofs, paths, gates]', {
        ...meeting('2025-02-03', 'homes', '[gates, roofs]'),
        ...meeting('2025-05-12', 'homes', 'lifts'),
      }),
    ).toEqual([
      'Since the last report to the panel on “Roofs” and “Gates”, for the meeting of 3 February 2025: 1 recommendation is worse (1 of “Roofs”) and 1 recommendation is rated for the first time (1 of “Gates”).',
      'This is the first report to the panel on “Paths”, so there is no earlier one to compare.',
    ]);
  });

  test('of reviews that all had the same last paper, in one sentence that names none', () => {
    const together = meeting('2025-05-12', 'homes', '[roofs, gates]');
    expect(comparisonOf('[roofs, gates]', together)).toEqual([
      'Since the last report to the panel, for the meeting of 12 May 2025: 1 recommendation is better (1 of “Gates”) and 1 recommendation is worse (1 of “Roofs”).',
    ]);
    expect(
      comparisonOf('[roofs, paths]', {
        ...meeting('2025-02-03', 'homes', 'gates'),
      }),
    ).toEqual([
      'This is the first report to the panel on these reviews, so there is no earlier one to compare.',
    ]);
  });

  test('of a review whose last paper was deferred, beside one whose was not', () => {
    const deferred = meeting(
      '2025-05-12',
      'homes',
      'gates',
      'decisions: [{ item: 4, decision: deferred, to: 2025-09-01 }]',
    );
    expect(comparisonOf('[roofs, gates]', deferred).at(-1)).toBe(
      'Since the last report to the panel on “Gates”, for the meeting of 12 May 2025 (deferred): 1 recommendation is better (1 of “Gates”).',
    );
  });

  test('beside a review that is withheld, of which nothing is said', () => {
    const path = 'data/reviews/gates/review.yaml';
    expect(comparisonOf('[roofs, gates]', { [path]: `exempt: { paragraph: 3 }\n${PAPERS[path]}` })).toEqual([
      'Since the last report to the panel on “Roofs”, for the meeting of 3 February 2025: 1 recommendation is worse (1 of “Roofs”).',
    ]);
  });

  test('in a tracker too', () => {
    const model = soundModel({
      ...PAPERS,
      ...EARLIER,
      ...meeting('2025-09-01', 'homes', 'all', '', 'tracker'),
    });
    const september = model.meetings.find(({ date }) => date === '2025-09-01');
    const item = september?.items[0];
    if (!september || !item) throw new Error('there is no tracker');
    const register = trackerRegister(model, {
      meeting: september,
      item,
      asAt: undefined,
      isConfidential: false,
    });
    expect(trackerPaper(register, new Map()).glance?.remarks.slice(0, 4)).toEqual([
      'Since the last report to the panel on “Gates”, for the meeting of 12 May 2025: 1 recommendation is better (1 of “Gates”).',
      'Since the last report on “Lifts”, for the Streets Panel’s meeting of 13 May 2025: 1 recommendation is better (1 of “Lifts”).',
      'This is the first report to the panel on “Paths”, so there is no earlier one to compare.',
      'Since the last report to the panel on “Roofs”, for the meeting of 3 February 2025: 1 recommendation is worse (1 of “Roofs”).',
    ]);
  });
});
