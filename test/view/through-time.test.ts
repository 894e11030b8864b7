import { describe, expect, test } from 'vitest';
import type { UpdatePaper } from '../../src/view/index.js';
import { registerIn, wordsOn } from '../support/read-register.js';

const AWKWARD = 'test/fixtures/awkward';

function decisions(paper: UpdatePaper): readonly string[] {
  return (paper.decisions?.paragraphs ?? []).flatMap(({ html, letters }) => [
    html,
    ...letters.map((one) => `${one.letter} ${one.html}`),
  ]);
}

function rows(paper: UpdatePaper) {
  return (paper.appendixB?.groups ?? []).flatMap((group) => group.rows);
}

function row(paper: UpdatePaper, reference: string) {
  const found = rows(paper).find((one) => one.reference === reference);
  if (!found) throw new Error(`no row ${reference}`);
  return found;
}

describe('an awkward register, meeting by meeting', () => {
  const model = registerIn(AWKWARD);
  const on = (date: string) => wordsOn(model, date);

  test('lists references as people count: 1.2 before 1.10, R2 before R10', () => {
    expect(rows(on('2019-03-04')).map(({ reference }) => reference)).toEqual([
      '1.2',
      '1.10',
      '3.1',
      '3.2',
      '3.3',
      'R2',
      'a)',
    ]);
    expect(on('2019-03-04').appendixA?.groups[0]?.recommendations.map(({ reference }) => reference)).toEqual([
      '1',
      '3',
      'R2',
      'R10',
      'a)',
    ]);
  });

  test('tells how late the Executive answered', () => {
    expect(decisions(on('2019-03-04'))).toEqual([
      'The panel’s final report, dated September 2018, was sent to the Executive on 1 October 2018. The Executive agreed the recommendations in part on 10 December 2018. The response was due by 30 November 2018, so it was 10 days late.',
    ]);
  });

  test('gives one answer to two actions in both rows', () => {
    for (const reference of ['1.2', '1.10'])
      expect(row(on('2019-03-04'), reference).progress).toContain('advertised for together');
  });

  test('lists what each meeting decided, who had asked and why', () => {
    expect(decisions(on('2019-06-03')).slice(1)).toEqual([
      'On 4 March 2019 the Homes Panel:',
      'a) extended action 1.2 to 30 June 2019, as asked by the Head of Homes on 18 February 2019 (minute 12). Reason for the request: Nobody applied at first.',
      'b) agreed that action 3.2 was complete (minute 13);',
      'c) refused to extend action 3.3 to 31 December 2019, asked for by the Head of Homes on 18 February 2019. Reason given: The count needs nobody but a clerk. Reason for the request: The clerk was ill.',
    ]);
  });

  test('keeps the first date beneath one that moved three times', () => {
    expect(row(on('2019-10-07'), '1.2')).toMatchObject({
      due: 'March 2020',
      dueRemarks: ['first due 31 March 2019; extended 3 times'],
    });
  });

  test('says that more time was refused', () => {
    expect(row(on('2019-06-03'), '3.3').dueRemarks).toEqual([
      '23 days overdue at 23 May 2019',
      'extension refused on 4 March 2019',
    ]);
  });

  test('shows what was agreed complete once more, then no longer', () => {
    expect(row(on('2019-06-03'), '3.2')).toMatchObject({ mark: { word: 'Agreed complete' } });
    expect(row(on('2019-06-03'), '3.2').progressRemarks).toContain(
      'Agreed complete on 4 March 2019 (minute 13).',
    );
    expect(on('2019-06-03').glance?.remarks.at(-1)).toBe(
      'Action 3.2 has been closed by the panel and will not be listed in the next report.',
    );
    expect(rows(on('2019-10-07')).map(({ reference }) => reference)).not.toContain('1.10');
    expect(on('2019-10-07').appendixB?.introduction).toEqual([
      'As at 27 September 2019. Updates are of 19 August 2019 unless another date is given. 1 action closed earlier is not listed.',
    ]);
  });

  test('shows again what was reopened, with the reason', () => {
    expect(row(on('2019-09-02'), '3.2').progressRemarks).toContain(
      'Reopened on 3 June 2019. Reason given: Letters are late again.',
    );
    expect(row(on('2019-09-02'), '3.2').mark.word).toBe('No update');
  });

  test('shows what is paused, and never as late', () => {
    expect(row(on('2020-03-02'), 'a)')).toMatchObject({
      mark: { word: 'Paused' },
      due: 'when the lease ends',
      dueRemarks: [],
    });
  });

  test('names joint owners, the first in the lead', () => {
    expect(row(on('2019-03-04'), 'R2').owner).toBe('Head of Homes; Tenants’ Federation');
  });

  test('keeps a Welsh row that is exempt out of the public copy', () => {
    expect(row(on('2019-03-04'), '3.1')).toMatchObject({
      owner: 'Owner withheld',
      due: 'Withheld',
      isWithheld: true,
    });
    expect(JSON.stringify(on('2019-03-04'))).not.toMatch(/iawndal|Heol y Bont|Cynigiwyd/);
  });

  test('takes a deferred item up again, with what was reported since', () => {
    const paper = on('2019-10-07');
    expect(paper.head.remarks).toEqual(['Deferred from 2 September 2019.']);
    expect(decisions(paper)).toContain('This item was deferred from the meeting of 2 September 2019.');
    expect(row(paper, '1.2').mark.word).toBe('Red');
    expect(row(paper, '3.3').progress).toContain('Half the streets are counted.');
  });

  test('compares with the panel’s last paper, also after a hand-over', () => {
    expect(on('2019-03-04').glance?.remarks[0]).toBe(
      'This is the first report to the panel on this review, so there is no earlier one to compare.',
    );
    expect(on('2019-06-03').glance?.remarks[0]).toBe(
      'Since the last report to the panel, for the meeting of 4 March 2019: 1 action is better (1.10), 1 recommendation is rated for the first time (R2), 1 action has become overdue (3.3) and 1 action has a later due date (1.2).',
    );
    expect(on('2020-06-01').head.panel).toBe('Streets Panel');
    expect(on('2020-06-01').glance?.remarks[0]).toBe(
      'Since the last report, for the Homes Panel’s meeting of 2 March 2020: 1 action is better (1.2).',
    );
    expect(row(on('2020-06-01'), '1.2').direction).toBe('better');
  });

  test('points out ratings that do not fit, and leaves them', () => {
    expect(on('2019-10-07').glance?.remarks[1]).toBe('Members may wish to query: 3.3 is Amber but overdue.');
    expect(row(on('2019-10-07'), '3.3')).toMatchObject({ mark: { word: 'Amber' } });
    expect(row(on('2019-10-07'), '3.3').progressRemarks).toContain('Rated Amber but overdue.');
    expect(on('2019-06-03').glance?.remarks[1]).toBe(
      'Members may wish to query: 1.10 is Green without evidence.',
    );
    expect(row(on('2019-06-03'), '1.10').progressRemarks).toContain('No evidence was given.');
  });
});

describe('the sample register', () => {
  const model = registerIn('.');

  test('shows all but three achieved on 26 March 2018, and what changed since', () => {
    const { glance } = wordsOn(model, '2018-03-26');
    expect(glance?.sentence).toBe('83% of the 18 actions are rated Green; the worst rating is Red (4.2).');
    expect(glance?.remarks).toEqual([
      'Since the last report to the panel, for the meeting of 19 February 2018 (deferred): 4 actions are better (1.2, 2.3, 3.1 and 5.2) and 1 action is rated for the first time (6.2).',
    ]);
  });
});
