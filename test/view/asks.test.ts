import { describe, expect, test } from 'vitest';
import { lineWords } from '../support/page-words.js';
import { registerIn, wordsOn } from '../support/read-register.js';
import { SMALL, small, soundModel } from '../support/registers.js';

/** The motions of a paper, as a chair reads them out. */
function motions(words: ReturnType<typeof wordsOn>): readonly string[] {
  return (words.asks?.paragraphs ?? []).map(({ number, html }) => `${number} ${lineWords(html)}`);
}

const PROGRESS = 'data/reviews/repairs/progress/2020-02-10.yaml';
const REVIEW = 'data/reviews/repairs/review.yaml';

function smallMotions(changes: Readonly<Record<string, string>>): readonly string[] {
  return motions(wordsOn(soundModel(small(changes)), '2020-03-02')).map((motion) =>
    motion.replace(/^\d+\. /, ''),
  );
}

function progress(lines: string): string {
  return `as-at: 2020-02-10\nreported-by: head-of-homes\nprogress:\n${lines}`;
}

describe('what the panel is asked to do', () => {
  test('on 26 March 2018 is three motions, each action in one of them', () => {
    expect(motions(wordsOn(registerIn('.'), '2018-03-26'))).toEqual([
      '3. agree that actions 1.1, 1.2, 2.1, 2.2, 2.3, 3.1, 3.2, 3.3, 4.1, 4.3, 5.1, 5.2, 6.1, 7.1 and 7.2 are complete.',
      '4. decide whether to extend action 1.3 “Gather pupils’ answers before and after the lesson, and …” from 31 March 2018 to 30 June 2018. The reason given: Two schools teach the lesson in the summer term.',
      '5. decide whether to extend action 4.2 “Put a card with those words into every pupil’s planner” from 31 January 2018 to 30 September 2018, because the next planners are bound over the summer. It is rated Red and 44 days overdue at 16 March 2018.',
    ]);
  });

  test('on 19 February 2018 asks for the one update that did not come', () => {
    expect(motions(wordsOn(registerIn('.'), '2018-02-19')).at(-1)).toBe(
      '6. request, by the next meeting, an update on action 6.2 “Ask each governing body to name a governor for online …”: none was received from the Training Coordinator.',
    );
  });

  test('tells one from several', () => {
    expect(
      smallMotions({
        [PROGRESS]: progress('  1.1: { rating: green }\n'),
      }),
    ).toEqual([
      'agree that action 1.1 “Hire two roofers” is complete (no evidence was given).',
      'request, by the next meeting, an update on action 1.2 “Buy ladders”: none was received from Ladder Trust.',
    ]);
    expect(smallMotions({ [PROGRESS]: progress('  1.1, 1.2: { rating: green }\n') })).toEqual([
      'agree that actions 1.1 “Hire two roofers” and 1.2 “Buy ladders” are complete (no evidence was given).',
    ]);
  });

  test('names each action that gives concern once, with all that is wrong with it', () => {
    const review = (SMALL[REVIEW] ?? '').replace('due: 2020-06', 'due: 2020-02-20');
    expect(
      smallMotions({
        [REVIEW]: review,
        [PROGRESS]: progress('  1.1: { rating: red }\n  1.2: { rating: amber }\n'),
      }),
    ).toEqual([
      'consider these actions, as at 21 February 2020: 1.1 “Hire two roofers” (rated Red; 21 days overdue); 1.2 “Buy ladders” (1 day overdue).',
    ]);
    expect(
      smallMotions({ [PROGRESS]: progress('  1.1: { rating: amber }\n  1.2: { rating: red }\n') }),
    ).toEqual([
      'consider these actions, as at 21 February 2020: 1.1 “Hire two roofers” (21 days overdue); 1.2 “Buy ladders” (rated Red).',
    ]);
    expect(
      smallMotions({
        [REVIEW]: (SMALL[REVIEW] ?? '').replace('due: 2020-01-31', 'due: 2020-06'),
        [PROGRESS]: progress('  1.1, 1.2: { rating: red }\n'),
      }),
    ).toEqual(['consider actions 1.1 “Hire two roofers” and 1.2 “Buy ladders” (rated Red).']);
  });

  test('says what a request does not', () => {
    expect(
      smallMotions({
        [PROGRESS]: progress('  1.1: { rating: amber, revised-due: 2020-05 }\n  1.2: { rating: amber }\n'),
      }),
    ).toContain(
      'decide whether to extend action 1.1 “Hire two roofers” from 31 January 2020 to the end of May 2020. No reason was given. It is 21 days overdue at 21 February 2020.',
    );
  });

  test('does not ask for more time for what its owner calls complete', () => {
    expect(
      smallMotions({
        [PROGRESS]: progress('  1.1: { rating: amber, revised-due: 2020-05 }\n  1.2: { rating: amber }\n'),
        'data/reviews/repairs/progress/2020-02-20.yaml':
          'as-at: 2020-02-20\nprogress:\n  1.1: { rating: green }\n',
      }),
    ).toEqual(['agree that action 1.1 “Hire two roofers” is complete (no evidence was given).']);
  });

  test('says how often a date has moved, and when that is often enough', () => {
    expect(motions(wordsOn(registerIn('test/fixtures/awkward'), '2019-06-03'))[1]).toBe(
      '4. decide whether to extend action 1.2 “Hire two roofers” from 30 June 2019 to 30 September 2019. The reason given: The second withdrew. Its date has already moved once.',
    );
    expect(motions(wordsOn(registerIn('test/fixtures/awkward'), '2019-09-02'))[1]).toBe(
      '4. decide whether to extend action 1.2 “Hire two roofers” from 30 September 2019 to the end of March 2020, because the trade is short of hands. Its date has already moved twice, the most that the council’s rules allow. It is rated Red.',
    );
  });

  test('is only to note where nothing calls for a decision', () => {
    expect(
      smallMotions({
        [REVIEW]: (SMALL[REVIEW] ?? '').replace('due: 2020-01-31', 'due: 2020-06'),
        [PROGRESS]: progress('  1.1, 1.2: { rating: amber }\n'),
      }),
    ).toEqual(['note the progress in Appendix B. No decision is needed.']);
  });
});
