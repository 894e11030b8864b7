import { describe, expect, test } from 'vitest';
import { readTemplates } from '../../src/files/index.js';
import { renderHtml } from '../../src/html/index.js';
import type { Model } from '../../src/model/index.js';
import { addendumRegister, trackerRegister } from '../../src/register/index.js';
import { addendumPaper, trackerPaper } from '../../src/view/index.js';
import { paperParts } from '../../src/workflows/compose-paper.js';
import { lineWords } from '../support/page-words.js';
import { registerIn, wordsOn } from '../support/read-register.js';
import { fixture, small, soundModel } from '../support/registers.js';

const OFFICES = ['cabinet', 'colours', 'unanswered', 'words'].map((name) => `cases/office-${name}`);

function inCase(name: string): Model {
  return registerIn(`test/fixtures/cases/${name}`);
}

function motionsOf(name: string): readonly string[] {
  return (wordsOn(inCase(name), '2026-03-02').asks?.paragraphs ?? []).map(({ html }) => lineWords(html));
}

describe('the motions', () => {
  test('b-request-earlier: an earlier date is called so, and is no more time', () => {
    expect(motionsOf('b-request-earlier')).toEqual([
      'decide whether to agree an earlier date for action 1.1 “Hire two roofers”, 30 June 2026 in place of 31 December 2026. The reason given: Rain.',
    ]);
  });

  test('b-request-past: a date that has passed is called so', () => {
    expect(motionsOf('b-request-past').join(' ')).toContain('to 25 February 2026 (already past).');
  });

  test('b-sign-off-and-extend: one motion for both', () => {
    expect(motionsOf('b-sign-off-and-extend')).toEqual([
      'decide whether action 1.1 “Hire two roofers” is complete and, if not, whether to extend it from 31 January 2026 to 30 June 2026. The reason given: Rain.',
    ]);
  });

  test('b-asked-twice: no action is in two motions', () => {
    const motions = motionsOf('b-asked-twice');
    expect(motions.filter((motion) => /\b1\.1\b/.test(motion))).toHaveLength(1);
    expect(motions[0]).toMatch(/^decide whether to extend action 1\.1 .* It is rated Red/);
  });

  test('b-days-late: days of lateness name their day', () => {
    const words = wordsOn(inCase('b-days-late'), '2026-03-02');
    expect(motionsOf('b-days-late')).toEqual([
      'consider action 1.1 “Hire two roofers” (20 days overdue at 20 February 2026).',
    ]);
    expect(words.appendixB?.groups[0]?.rows[0]?.dueRemarks).toContain('20 days overdue at 20 February 2026');
  });

  test('b-late-answer: a response that has not come is requested', () => {
    expect(motionsOf('b-late-answer')).toContain(
      'request, by the next meeting, the Executive’s response, which was due by 4 January 2026 and is 47 days overdue at 20 February 2026.',
    );
  });

  test('b-exempt-addendum: nothing that can be published has come in', () => {
    const model = inCase('b-exempt-addendum');
    const [meeting] = model.meetings;
    const item = meeting?.items[0];
    if (!meeting || !item) throw new Error('the case has no item');
    const wanted = { meeting, item, asAt: undefined };
    const summary = (isConfidential: boolean) =>
      addendumPaper(
        addendumRegister(model, { ...wanted, isConfidential }),
        new Map(),
      ).summary?.paragraphs.map(({ html }) => html);
    expect(summary(false)).toEqual([
      'Nothing that can be published has come in since the agenda was published on 20 February 2026.',
      'One action is exempt under paragraph 3 (financial or business affairs) of Part 1 of Schedule 12A; this copy does not say whether anything has come in on it.',
    ]);
    expect(summary(true)?.[0]).toBe(
      'Nothing has come in since the agenda was published on 20 February 2026; the published report is unchanged.',
    );
  });
});

describe('many at once', () => {
  const asksOf = (name: string, meeting = '2020-03-02') =>
    wordsOn(inCase(name), meeting).asks?.paragraphs ?? [];

  test('layout-thirteen-requests: one motion, with a line for each request', () => {
    const [motion, ...others] = asksOf('layout-thirteen-requests');
    expect(others).toEqual([]);
    expect(motion?.html).toBe('decide whether to grant these requests for more time:');
    expect(motion?.requests?.rows).toHaveLength(13);
    expect(motion?.requests?.rows[12]).toEqual({
      reference: '<a href="#action-1-1_2e13">1.13</a>',
      action: 'Do part 13.',
      remarks: [],
      due: '31 March 2020',
      overdue: null,
      asked: '30 June 2020',
      passed: null,
      moves: 'No',
      reason: 'The tender was run again.',
      evidence: [],
      noEvidence: 'None',
    });
  });

  test('two requests are two sentences, three a table', () => {
    const asking = (number: number) => {
      const files = fixture('cases/layout-thirteen-requests');
      const path = 'data/reviews/r/progress/p.yaml';
      const lines = (files[path] ?? '').split('\n').slice(0, 2 + number);
      const words = wordsOn(soundModel({ ...files, [path]: `${lines.join('\n')}\n` }), '2020-03-02');
      return (words.asks?.paragraphs ?? []).filter(({ html }) => html.startsWith('decide'));
    };
    expect(asking(2).map(({ html, requests }) => [lineWords(html), requests])).toEqual(
      ['1.1 “Do part 1”', '1.2 “Do part 2”'].map((which) => [
        `decide whether to extend action ${which} from 31 March 2020 to 30 June 2020, because the tender was run again.`,
        null,
      ]),
    );
    expect(asking(3).map(({ requests }) => requests?.rows.length)).toEqual([3]);
  });

  test('the table of requests says what else members should know', () => {
    const files = fixture('cases/layout-thirteen-requests');
    const model = soundModel({
      ...files,
      'data/reviews/r/review.yaml': (files['data/reviews/r/review.yaml'] ?? '').replace(
        'owner: Us, due: 2020-03-31',
        'owner: Us, due: 2020-01-31',
      ),
      'data/reviews/r/progress/p.yaml':
        'as-at: 2020-02-10\nprogress:\n  1.1: { rating: red, revised-due: 2020-02-28, evidence: Minutes of the board }\n  1.2: { rating: amber, revised-due: 2020-03-15, reason: Frost }\n  1.3: { rating: amber, revised-due: when it thaws, reason: Frost }\n',
    });
    const [motion] = wordsOn(model, '2020-03-02').asks?.paragraphs ?? [];
    expect(motion?.html).toBe('decide whether to agree these requests for another date:');
    expect(motion?.requests?.rows[0]).toMatchObject({
      remarks: ['rated Red'],
      overdue: '21 days overdue at 21 February 2020',
      passed: 'already past',
      reason: 'None given',
      evidence: [{ title: 'Minutes of the board' }],
      noEvidence: null,
    });
    expect(motion?.requests?.rows[2]).toMatchObject({ asked: 'when it thaws', reason: 'Frost.' });
  });

  test('layout-joint-three: every owner is named, and the update is asked for by the next meeting', () => {
    expect(asksOf('layout-joint-three').map(({ html }) => lineWords(html))).toEqual([
      'request, by the next meeting, an update on action 1.1 “Do it”: none was received from Us, Them or the Police. It is 21 days overdue at 21 February 2020.',
    ]);
  });

  test('all updates that are missing are one motion, with their owners where these are few', () => {
    const actions = (owners: readonly string[]) =>
      owners
        .map(
          (owner, index) =>
            `      - { ref: 1.${index + 1}, text: Do ${index + 1}., owner: ${owner}, due: 2020-01-31 }\n`,
        )
        .join('');
    const motions = (owners: readonly string[]) => {
      const files = fixture('cases/layout-joint-three');
      const review = 'data/reviews/r/review.yaml';
      const text = (files[review] ?? '').replace(/ {6}- .*\n/, actions(owners));
      const words = wordsOn(soundModel({ ...files, [review]: text }), '2020-03-02');
      return (words.asks?.paragraphs ?? []).map(({ html }) => lineWords(html));
    };
    expect(motions(['Us', 'Them', 'Us', 'Them'])).toEqual([
      'request, by the next meeting, the updates that were not received: on actions 1.1 and 1.3 from Us; on actions 1.2 and 1.4 from Them. Overdue at 21 February 2020: 1.1, 1.2, 1.3 and 1.4 by 21 days.',
    ]);
    expect(motions(['A', 'B', 'C', 'D'])).toEqual([
      'request, by the next meeting, updates on actions 1.1, 1.2, 1.3 and 1.4, on which none was received. Overdue at 21 February 2020: 1.1, 1.2, 1.3 and 1.4 by 21 days.',
    ]);
  });

  test('layout-late-answer-no-ask: a response that is late is requested', () => {
    expect(
      asksOf('layout-late-answer-no-ask')
        .map(({ html }) => lineWords(html))
        .at(-1),
    ).toBe(
      'request, by the next meeting, the Executive’s response, which was due by 4 January 2020 and is 48 days overdue at 21 February 2020.',
    );
  });
});

describe('in every register of the project', () => {
  const papers = ['.', 'office', 'tracker', 'awkward', 'heard', ...OFFICES].flatMap((name) => {
    const model = registerIn(name === '.' ? name : `test/fixtures/${name}`);
    return model.meetings.flatMap((meeting) =>
      meeting.items
        .filter(({ report }) => report !== undefined)
        .flatMap((item) =>
          paperParts(
            model,
            { meeting, item, asAt: undefined, isConfidential: false },
            new Map(),
            false,
          ).parts.map(({ paper }) => ({ of: `${name} ${meeting.date} ${item.number}`, paper })),
        ),
    );
  });

  test.each(papers)('$of: motions decide, consider, request and note, in that order', ({ paper }) => {
    const verbs = (paper.asks?.paragraphs ?? []).map(({ html }) => /^\w+/.exec(html)?.[0] ?? '');
    const order = ['agree', 'decide', 'consider', 'request', 'note'];
    expect(verbs.map((verb) => order.indexOf(verb))).toEqual(
      verbs.map((verb) => order.indexOf(verb)).toSorted((a, b) => a - b),
    );
    expect(verbs.every((verb) => order.includes(verb))).toBe(true);
  });

  test.each(papers)('$of: each reference leads to a row, and to one from one motion alone', ({ paper }) => {
    const { value } = renderHtml(paper, readTemplates({ kind: paper.kind, own: undefined }).value);
    const ids = new Set(Array.from(value.matchAll(/ id="([^"]+)"/g), ([, id]) => id));
    const linked = (paper.asks?.paragraphs ?? []).map((motion) =>
      Array.from(
        new Set(JSON.stringify(motion).match(/#(?:action|recommendation|arrival)-[\w-]+/g) ?? []),
        (link) => link.slice(1),
      ),
    );
    expect(linked.flat().filter((id) => !ids.has(id))).toEqual([]);
    expect(new Set(linked.flat()).size).toBe(linked.flat().length);
  });
});

describe('the words of a field', () => {
  test('a-purpose: every paragraph, list and note of the purpose is printed', () => {
    const { purpose } = wordsOn(inCase('a-purpose'), '2026-03-02');
    const words = purpose.paragraphs.map(({ html, beneath }) => `${html}${beneath ?? ''}`).join(' ');
    for (const part of ['To tell the panel', 'a visit in June', 'Hill estate', 'As asked in minute 14'])
      expect(words).toContain(part);
  });

  test('a-success-measure: its list and its note are printed', () => {
    const row = wordsOn(inCase('a-success-measure'), '2026-03-02').appendixB?.groups[0]?.rows[0];
    const words = `${row?.measure ?? ''}${row?.measureBeneath ?? ''}`;
    for (const part of ['As follows', 'both in post', 'no roof waits a week', 'Measured in May'])
      expect(words).toContain(part);
  });

  test('a-addendum-action: the whole text of an action is printed', () => {
    const model = inCase('a-addendum-action');
    const [meeting] = model.meetings;
    const item = meeting?.items[0];
    if (!meeting || !item) throw new Error('the case has no item');
    const register = addendumRegister(model, { meeting, item, asAt: undefined, isConfidential: false });
    const group = addendumPaper(register, new Map()).arrivals?.groups[0];
    const words = `${group?.html ?? ''}${group?.beneath ?? ''}`;
    for (const part of ['Do these:', 'hire two roofers', 'train one more']) expect(words).toContain(part);
  });

  test('a-tracker-cut: a short text is whole, and a cut one ends in an ellipsis between words', () => {
    const model = inCase('a-tracker-cut');
    const [meeting] = model.meetings;
    const item = meeting?.items[0];
    if (!meeting || !item) throw new Error('the case has no item');
    const register = trackerRegister(model, { meeting, item, asAt: undefined, isConfidential: false });
    const rows = (trackerPaper(register, new Map()).appendixA?.reviews ?? []).flatMap(({ recommendations }) =>
      recommendations.flatMap((recommendation) => recommendation.rows),
    );
    const written = model.reviews.flatMap(({ recommendations }) =>
      recommendations.flatMap(({ actions }) => actions),
    );
    expect(rows).toHaveLength(written.length);
    for (const [index, { action }] of rows.entries()) {
      const whole = (written[index]?.text ?? '').replace(/\s+/g, ' ').trim();
      expect(action === whole || (action.endsWith(' …') && whole.startsWith(`${action.slice(0, -2)} `))).toBe(
        true,
      );
    }
  });
});

describe('the paragraph under which something is exempt', () => {
  const withheldIn = (nation: string, paragraph: number) => {
    const model = soundModel(
      small({
        'data/council.yaml': `${small()['data/council.yaml']}nation: ${nation}\n`,
        'data/reviews/repairs/review.yaml': (small()['data/reviews/repairs/review.yaml'] ?? '').replace(
          'text: Buy ladders',
          `text: Buy ladders, exempt: { paragraph: ${paragraph} }`,
        ),
      }),
    );
    return JSON.stringify(wordsOn(model, '2020-03-02').appendixB);
  };

  test.each([
    ['england', 1, 'paragraph 1 (an individual) of Part 1 of Schedule 12A'],
    ['england', 7, 'paragraph 7 (crime) of Part 1 of Schedule 12A'],
    ['wales', 14, 'paragraph 14 of Part 4 of Schedule 12A'],
    ['scotland', 6, 'paragraph 6 of Part I of Schedule 7A'],
    ['northern-ireland', 3, 'paragraph 3 of Part 1 of Schedule 6'],
  ])('in %s, %i, has its category where England’s words for it are known', (nation, paragraph, words) => {
    expect(withheldIn(nation, paragraph)).toContain(`Withheld: exempt information within ${words}<`);
  });
});
