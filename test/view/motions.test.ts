import { describe, expect, test } from 'vitest';
import { lineWords } from '../support/page-words.js';
import { wordsOn } from '../support/read-register.js';
import { SMALL, small, soundModel } from '../support/registers.js';

const PROGRESS = 'data/reviews/repairs/progress/2020-02-10.yaml';
const REVIEW = 'data/reviews/repairs/review.yaml';

/** The motions of the paper of 2 March 2020, which is as at 21 February, with another due date of action 1.1 and these reports. */
function motionsWith(due: string, reports: readonly string[], change = (review: string) => review) {
  const review = change((SMALL[REVIEW] ?? '').replace('due: 2020-01-31', `due: ${due}`));
  const files = small({
    [REVIEW]: review,
    [PROGRESS]: `as-at: 2020-02-10\nreported-by: head-of-homes\nprogress:\n${reports.map((line) => `  ${line}\n`).join('')}`,
  });
  return (wordsOn(soundModel(files), '2020-03-02').asks?.paragraphs ?? []).map(({ html }) => lineWords(html));
}

function askedFor(due: string, asked: string, rating = 'amber'): string {
  const [first] = motionsWith(due, [
    `1.1: { rating: ${rating}, note: N., revised-due: ${asked} }`,
    '1.2: { rating: amber, note: N. }',
  ]);
  return (first ?? '').replace(' No reason was given.', '');
}

describe('a request for another date', () => {
  test.each([
    [
      '2020-06-30',
      '2020-07-01',
      'decide whether to extend action 1.1 “Hire two roofers” from 30 June 2020 to 1 July 2020.',
    ],
    // Asked for as a month that ends on the same day.
    [
      '2020-06-30',
      '2020-06',
      'decide whether to agree “by the end of June 2020” in place of 30 June 2020 for action 1.1 “Hire two roofers”.',
    ],
    [
      '2020-06-30',
      '2020-06-29',
      'decide whether to agree an earlier date for action 1.1 “Hire two roofers”, 29 June 2020 in place of 30 June 2020.',
    ],
    [
      '2020-06',
      '2020-07-01',
      'decide whether to extend action 1.1 “Hire two roofers” from the end of June 2020 to 1 July 2020.',
    ],
    [
      '2020-06',
      '2020-06-30',
      'decide whether to agree 30 June 2020 in place of “by the end of June 2020” for action 1.1 “Hire two roofers”.',
    ],
    [
      '2020-06',
      '2020-06-29',
      'decide whether to agree an earlier date for action 1.1 “Hire two roofers”, 29 June 2020 in place of “by the end of June 2020”.',
    ],
    [
      '2021',
      '2020-12-31',
      'decide whether to agree an earlier date for action 1.1 “Hire two roofers”, 31 December 2020 in place of “by the end of 2021”.',
    ],
    [
      '2020',
      '2021',
      'decide whether to extend action 1.1 “Hire two roofers” from the end of 2020 to the end of 2021.',
    ],
    [
      'Ongoing',
      '2020-06-30',
      'decide whether to agree 30 June 2020 in place of “ongoing” for action 1.1 “Hire two roofers”.',
    ],
    [
      '2020-06-30',
      'When guidance changes',
      'decide whether to extend action 1.1 “Hire two roofers” from 30 June 2020 until guidance changes.',
    ],
    [
      '2020-06-30',
      'Ongoing',
      'decide whether to agree “ongoing” in place of 30 June 2020 for action 1.1 “Hire two roofers”.',
    ],
  ])('%s to %s', (due, asked, motion) => {
    expect(askedFor(due, asked)).toBe(motion);
  });

  test.each([
    ['2020-03-01', ' (already past)'],
    ['2020-03-02', ''],
    ['2020-03-03', ''],
  ])('for %s, read at the meeting of 2 March', (asked, remark) => {
    expect(askedFor('2020-02-28', asked)).toContain(`to ${Number(asked.slice(8))} March 2020${remark}.`);
  });

  test('is one motion with the completion that the same report proposes', () => {
    expect(askedFor('2020-01-31', '2020-06-30', 'green')).toBe(
      'decide whether action 1.1 “Hire two roofers” is complete and, if not, whether to extend it from 31 January 2020 to 30 June 2020.',
    );
    expect(askedFor('2020-06-30', '2020-05-31', 'green')).toBe(
      'decide whether action 1.1 “Hire two roofers” is complete and, if not, whether to agree an earlier date, 31 May 2020 in place of 30 June 2020.',
    );
  });
});

describe('days of lateness', () => {
  test.each([
    ['2020-02-20', ['consider action 1.1 “Hire two roofers” (1 day overdue at 21 February 2020).']],
    ['2020-02-19', ['consider action 1.1 “Hire two roofers” (2 days overdue at 21 February 2020).']],
    ['2020-02-21', ['note the progress in Appendix B. No decision is needed.']],
  ])('are counted to the day of the paper: due on %s', (due, motions) => {
    expect(
      motionsWith(due, ['1.1: { rating: amber, note: N. }', '1.2: { rating: amber, note: N. }']),
    ).toEqual(motions);
  });
});

describe('an update that was not received', () => {
  test.each([
    [
      'owner: Us',
      'request, by the next meeting, an update on action 1.1 “Hire two roofers”: none was received from Us. It is 21 days overdue at 21 February 2020.',
    ],
    [
      'owner: [Us, Them, The Police]',
      'request, by the next meeting, an update on action 1.1 “Hire two roofers”: none was received from Us, Them or the Police. It is 21 days overdue at 21 February 2020.',
    ],
    [
      'owner: Current scrutiny chairs',
      'request, by the next meeting, an update on action 1.1 “Hire two roofers”: none was received from current scrutiny chairs. It is 21 days overdue at 21 February 2020.',
    ],
  ])('is asked of every owner, late or not, in one motion: %s', (owner, motion) => {
    expect(
      motionsWith('2020-01-31', ['1.2: { rating: amber, note: N. }'], (review) =>
        review.replace('owner: head-of-homes', owner),
      ),
    ).toEqual([motion]);
  });
});
