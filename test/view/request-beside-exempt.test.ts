import { describe, expect, test } from 'vitest';
import { statusWords } from '../../src/queries/index.js';
import { dayRegister } from '../../src/register/index.js';
import { partsOn } from '../support/facts.js';
import { day } from '../support/host.js';
import { lineWords } from '../support/page-words.js';
import { small, soundModel } from '../support/registers.js';

const { statusJson } = await statusWords();

/** Action 1.1 is due on 31 January 2020; on 10 January its owner asked in public for 30 June. */
function registerWith(on: string, exempt: string, more: Readonly<Record<string, string>> = {}) {
  return soundModel(
    small({
      'data/reviews/repairs/progress/2020-02-10.yaml': '',
      'data/reviews/repairs/progress/2020-01-10.yaml':
        'as-at: 2020-01-10\nprogress:\n  1.1: { rating: amber, note: "One came.", revised-due: 2020-06-30, reason: "Rain." }\n',
      [`data/reviews/repairs/progress/${on}.yaml`]: `as-at: ${on}\nprogress:\n  1.1: { ${exempt}, exempt: { paragraph: 3 } }\n`,
      ...more,
    }),
  );
}

/** What a copy of the March paper says of the request: under the date, in a motion, in its data; and what status counts. */
function toldBy(model: ReturnType<typeof registerWith>, isConfidential = false) {
  const { parts, facts } = partsOn(model, { date: '2020-03-02', isConfidential });
  const paper = parts[0]?.paper;
  if (paper?.kind !== 'update') throw new Error('no update paper');
  const row = paper.appendixB?.groups
    .flatMap(({ rows }) => rows)
    .find(({ reference }) => reference === '1.1');
  return {
    row: (row?.dueRemarks ?? []).filter((remark) => /requested/.test(remark)),
    motions: (paper.asks?.paragraphs ?? [])
      .map(({ html }) => lineWords(html))
      .filter((words) => /decide whether to extend/.test(words)),
    asked: facts.actions.find(({ ref }) => ref === '1.1')?.asked ?? null,
    status: statusJson(dayRegister(model, { day: day('2020-02-21'), isConfidential })).counts.askingForTime,
    words: JSON.stringify([paper, facts]),
  };
}

const ASKS = {
  row: ['extension to 30 June 2020 requested'],
  asked: {
    due: { date: '2020-06-30', words: null, lastDay: '2020-06-30' },
    on: '2020-01-10',
    reason: 'Rain.',
  },
  status: 1,
};

const EARLIER_PAPER = {
  'data/meetings/2020-02-03-homes.yaml':
    'date: 2020-02-03\npublished: 2020-01-24\npanel: homes\nitems: [{ number: 4, title: Homes, report: update, review: repairs }]\n',
};

describe('a public request for more time is still asked in public', () => {
  const reports = [
    ['words alone', 'note: "Sealed words."'],
    ['a rating that closes', 'rating: green, note: "Sealed words."'],
    ['the worst rating', 'rating: red, note: "Sealed words."'],
    ['a request for another date', 'revised-due: 2031-05-07, reason: "Sealed words."'],
    ['a request for the date that stands', 'revised-due: 2020-01-31, reason: "Sealed words."'],
  ] as const;
  const days = [
    ['the day before', '2020-01-09', {}],
    ['the day after', '2020-01-11', {}],
    ['on the paper’s day', '2020-02-21', {}],
    ['the day after, with a paper since', '2020-01-11', EARLIER_PAPER],
    ['after another paper', '2020-02-10', EARLIER_PAPER],
  ] as const;

  describe.each(days)('beside an exempt report of %s', (_when, on, more) => {
    test.each(reports)('with %s', (_what, exempt) => {
      const told = toldBy(registerWith(on, exempt, more));
      expect(told).toMatchObject(ASKS);
      expect(told.motions).toHaveLength(1);
      expect(told.motions[0]).toMatch(
        /^decide whether to extend action 1\.1 “Hire two roofers” from 31 January 2020 to 30 June 2020\. The reason given: Rain\./,
      );
      expect(told.words).not.toMatch(/Sealed|2031/);
    });
  });

  test('and the members’ copy, which has the exempt report, says what that says', () => {
    const closed = toldBy(registerWith('2020-01-11', 'rating: green, note: "Sealed words."'), true);
    expect(closed).toMatchObject({ row: [], motions: [], asked: null, status: 0 });
    const again = toldBy(
      registerWith('2020-01-11', 'revised-due: 2031-05-07, reason: "Sealed words."'),
      true,
    );
    expect(again.row).toEqual(['extension to 7 May 2031 requested']);
  });

  test('until a meeting decides, whatever is exempt', () => {
    const decided = {
      'data/meetings/2020-02-03-homes.yaml': `${EARLIER_PAPER['data/meetings/2020-02-03-homes.yaml']}decisions: [{ action: repairs/1.1, decision: extension-granted, due: 2020-06-30 }]\n`,
    };
    const told = toldBy(registerWith('2020-02-10', 'note: "Sealed words."', decided));
    expect(told).toMatchObject({ row: [], motions: [], asked: null, status: 0 });
  });
});
