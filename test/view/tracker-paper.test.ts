import { describe, expect, test } from 'vitest';
import { trackerRegister } from '../../src/register/index.js';
import { type TrackedRecommendation, type TrackerPaper, trackerPaper } from '../../src/view/index.js';
import { fixture, small, soundModel } from '../support/registers.js';

const REVIEW = 'data/reviews/repairs/review.yaml';
const FIXTURE = fixture('tracker');

/** The tracker of a meeting, by default of the last one that has any. */
function tracker(
  files: Readonly<Record<string, string>>,
  {
    date,
    isConfidential = false,
    part,
  }: {
    readonly date?: string;
    readonly isConfidential?: boolean;
    readonly part?: 'whole' | 'cover' | 'appendix-a';
  } = {},
): TrackerPaper {
  const model = soundModel(files);
  const found = model.meetings.flatMap((meeting) =>
    meeting.items.filter(({ report }) => report === 'tracker').map((item) => ({ meeting, item })),
  );
  const chosen = found.findLast(({ meeting }) => date === undefined || meeting.date === date);
  if (!chosen) throw new Error('no tracker');
  const register = trackerRegister(model, { ...chosen, asAt: undefined, isConfidential });
  return trackerPaper(register, new Map(), part);
}

function recommendations({ appendixA }: TrackerPaper): readonly TrackedRecommendation[] {
  return appendixA?.reviews.flatMap((review) => review.recommendations) ?? [];
}

function plain(html: string): string {
  return html.replace(/<[^>]*>/g, '');
}

function words(
  section: { readonly paragraphs: readonly { readonly number: string; readonly html: string }[] } | undefined,
) {
  return section?.paragraphs.map(({ number, html }) => `${number} ${plain(html)}`) ?? [];
}

describe('a tracker', () => {
  const paper = tracker(FIXTURE);

  test('says what it is for, and numbers its paragraphs in one run', () => {
    expect(words(paper.purpose)).toEqual([
      '1. To report where the nine recommendations from three reviews stood on 5 April 2024.',
      '2. Appendix A gives the response to each recommendation, and each action’s owner, due date, latest progress and rating.',
    ]);
    const numbers = [paper.purpose, paper.asks, paper.totals?.section, paper.trend?.section].flatMap(
      (section) => section?.paragraphs.map(({ number }) => Number(number.replace('.', ''))) ?? [],
    );
    expect(numbers).toEqual(Array.from({ length: 10 }, (_, index) => index + 1));
  });

  test('has every recommendation of every review that the panel monitors, and no review that another does', () => {
    expect(paper.appendixA?.reviews.map(({ title, recommendations: all }) => [title, all.length])).toEqual([
      ['Bringing Empty Homes Back into Use', 3],
      ['Surface Water Flooding in the Lower Town', 4],
      ['Support for Young Carers', 2],
    ]);
    // Before they were handed over, young carers were the other panel's.
    expect(tracker(FIXTURE, { date: '2023-06-19' }).appendixA?.reviews.map(({ id }) => id)).toHaveLength(2);
  });

  test('gives the Executive’s answer with its reason', () => {
    expect(recommendations(paper).map(({ answer }) => answer)).toEqual([
      // What is said of all three beneath the title of their review is not said of each.
      null,
      null,
      null,
      'Response: accepted.',
      'Response: accepted.',
      'Response: accepted in part. The Council can train wardens but cannot appoint residents.',
      'Response: rejected. A grant scheme of the national agency already pays for pumps.',
      'Response: accepted.',
      null,
    ]);
  });

  test('gives each action in short: owner, date, latest word, rating, direction', () => {
    const rows = recommendations(paper).flatMap((recommendation) => recommendation.rows);
    expect(rows.find(({ reference }) => reference === '2.1')).toMatchObject({
      action: 'Sign a protocol with the water company.',
      owner: 'Principal Drainage Engineer; Northmoor Water',
      due: '31 January 2024',
      dueRemarks: [
        'first due 30 September 2023; extended once',
        '65 days overdue at 5 April 2024',
        'extension to 30 June 2024 requested',
      ],
      latest:
        'The board asked for changes, and the protocol goes back to it in June. Until then nobody has agreed who clears the three drains at the station.',
      remarks: ['Reported on 2 April 2024', 'Extended on 16 October 2023 (minute 23/58).'],
      mark: { word: 'Red', shape: 'bar' },
      direction: 'worse',
    });
  });

  test('says of an action without an update when it was last heard of, and what it was', () => {
    const row = recommendations(paper)
      .flatMap(({ rows }) => rows)
      .find(({ reference }) => reference === 'R2b');
    expect(row?.mark.word).toBe('No update');
    expect(row?.remarks).toEqual([
      'No update for this meeting: reported on 9 January 2024, then rated Amber',
    ]);
  });

  test('keeps a recommendation whose actions have all ended, and says that they are no longer listed', () => {
    const [first] = recommendations(paper);
    expect(first).toMatchObject({
      reference: 'R1',
      rating: { mark: { word: 'Agreed complete' }, from: null },
      remark: 'It was closed earlier.',
      rows: [],
    });
    expect(recommendations(paper).map(({ remark }) => remark)[3]).toBe(
      '1 of its 2 actions was closed earlier and is not listed.',
    );
  });

  test('totals each review and all of them, the columns adding up', () => {
    const rows = paper.totals?.table?.rows.map(({ title, total, counts, overdue }) => [
      title,
      total.number,
      counts.map(({ number, mark }) => `${number} ${mark.word}`).join(', '),
      overdue.number,
    ]);
    // The sum first, and nobody hears what there is none of.
    expect(rows).toEqual([
      ['All reviews', '11', '2 Green, 2 Amber, 1 Red, 3 No update, 3 Closed', '4'],
      ['Bringing Empty Homes Back into Use', '4', '1 Green, 1 Amber, 1 No update, 1 Closed', '1'],
      [
        'Surface Water Flooding in the Lower Town',
        '5',
        '1 Green, 1 Amber, 1 Red, 1 No update, 1 Closed',
        '2',
      ],
      ['Support for Young Carers', '2', '1 No update, 1 Closed', '1'],
    ]);
    expect(paper.appendixA?.reviews.map(({ remarks }) => remarks[0])).toEqual([
      'All 3 recommendations were accepted.',
      'Of 4 recommendations, 2 were accepted, 1 was accepted in part and 1 was rejected.',
      'Of 2 recommendations, 1 was accepted; the response to 1 is awaited.',
    ]);
    expect(words(paper.totals?.section)).toEqual([
      '8. By their worst open action, 1 recommendation is Green, 2 Amber and 1 Red; 2 have no update; 1 is closed; 1 awaits a response; 1 was rejected. The rule is at the head of Appendix A. The table counts the actions.',
    ]);
  });

  test('speaks of one recommendation as of one', () => {
    const meeting = small()['data/meetings/2020-03-02-homes.yaml'] ?? '';
    const paper = tracker(
      small({ 'data/meetings/2020-03-02-homes.yaml': meeting.replace('report: update', 'report: tracker') }),
    );
    expect(words(paper.totals?.section).join(' ')).toContain(' The one recommendation has no update.');
  });

  test('says of one without an open action only how it is counted', () => {
    const meeting = small()['data/meetings/2020-03-02-homes.yaml'] ?? '';
    const totals = (review: string) =>
      words(
        tracker(
          small({
            'data/meetings/2020-03-02-homes.yaml': meeting.replace('report: update', 'report: tracker'),
            'data/reviews/repairs/review.yaml': `title: Repairs\npanel: homes\nrecommendations:\n${review}`,
            'data/reviews/repairs/progress/2020-02-10.yaml': '',
          }),
        ).totals?.section,
      ).join(' ');
    const open = '  - { ref: 1, text: Mend., owner: Clerk, due: 2020-06 }\n';
    const rejected = '  - { ref: 2, text: Paint., response: rejected, reason: Dear. }\n';
    expect(totals(`${open}${rejected}`)).toContain(' Of the 2 recommendations, 1 was rejected.');
  });

  test('draws each column of the chart from the figures beneath it', () => {
    expect(
      paper.trend?.rows.map(({ label, numbers }) => [label, ...numbers.map(({ number }) => number)]),
    ).toEqual([
      ['Green', '0', '1', '1', '2', '2'],
      ['Amber', '1', '3', '6', '4', '2'],
      ['Red', '1', '1', '1', '1', '1'],
      ['No update', '3', '4', '2', '2', '3'],
      ['Closed', '0', '0', '1', '2', '3'],
      ['All', '5', '9', '11', '11', '11'],
      ['Overdue', '0', '0', '2', '2', '4'],
    ]);
    const columns = paper.trend?.meetings.map(({ parts }) =>
      parts.map(({ mark, share }) => `${mark.word} ${share}`),
    );
    expect(columns?.[0]).toEqual(['Amber 9.09', 'Red 9.09', 'No update 27.27']);
    expect(columns?.[4]).toEqual([
      'Closed 27.27',
      'Green 18.18',
      'Amber 18.18',
      'Red 9.09',
      'No update 27.27',
    ]);
  });

  test('says the trend in words too', () => {
    expect(words(paper.trend?.section)[1]).toBe(
      '10. Since 20 March 2023 the panel has taken on 6 recommendations and actions; Green has risen from 0 to 2, Amber from 1 to 2, Closed from 0 to 3 and Overdue from 0 to 4.',
    );
  });

  test('has a trend from the third meeting on: what has changed since one other is said at a glance', () => {
    expect(tracker(FIXTURE, { date: '2023-03-20' }).trend).toBeNull();
    expect(tracker(FIXTURE, { date: '2023-06-19' }).trend).toBeNull();
    expect(tracker(FIXTURE, { date: '2023-10-16' }).trend?.meetings).toHaveLength(3);
  });

  test('calls the chart by what it shows, and dates its columns in two short lines', () => {
    expect(paper.trend?.section.heading).toBe(
      'Recommendations and actions by rating at the panel’s last five meetings',
    );
    expect(paper.trend?.meetings.map(({ day, year }) => `${day} / ${year}`)).toEqual([
      '20 Mar / 2023',
      '19 Jun / 2023',
      '16 Oct / 2023',
      '22 Jan / 2024',
      '15 Apr / 2024',
    ]);
  });

  test('says of numbers that fell that they fell', () => {
    expect(words(tracker(FIXTURE, { date: '2023-10-16' }).trend?.section)[1]).toMatch(
      /No update has fallen from \d to \d\.$/,
    );
  });

  test('has words too long to stand under each other follow each other', () => {
    expect(paper.totals?.table?.isCrowded).toBe(true);
    expect(tracker(FIXTURE, { date: '2023-06-19' }).totals?.table).toMatchObject({
      isCrowded: false,
      places: '10fr 10fr 8fr 14fr',
    });
  });

  test('asks the panel for decisions, each with its review', () => {
    expect(words(paper.asks ?? undefined)[0]).toBe(
      '3. agree that action R2a “Visit the owners of the 62 homes that have stood empty …” of “Bringing Empty Homes Back into Use” is complete.',
    );
  });

  test('alone in a file is called by its appendix', () => {
    expect(tracker(FIXTURE, { part: 'appendix-a' })).toMatchObject({
      documentTitle:
        'Appendix A. Recommendations and their actions: Progress on the Panel’s Recommendations, Communities Scrutiny Panel, 15 April 2024',
      head: { appendix: { id: 'appendix-a' } },
      shows: { cover: false, appendixA: true },
    });
  });
});

/** A tracker on the repairs whose first recommendation has these actions, rated so. */
function rated(
  ratings: Readonly<Record<string, string | undefined>>,
  { decisions = '', action = '', response = 'accepted' } = {},
): TrackedRecommendation {
  const refs = Object.keys(ratings);
  const paper = tracker(
    small({
      'data/meetings/2020-01-13-homes.yaml': `date: 2020-01-13\npanel: homes\n${decisions && `decisions:\n${decisions}`}`,
      'data/meetings/2020-03-02-homes.yaml':
        'date: 2020-03-02\npublished: 2020-02-21\npanel: homes\nitems:\n  - { number: 4, title: Tracker, report: tracker }\n',
      [REVIEW]: `title: Repairs\npanel: homes\nexecutive-response: { date: 2019-10-01, decision: agreed }\nrecommendations:\n  - ref: 1\n    text: Mend roofs.\n    response: ${response}\n    reason: Because.\n${refs.length > 0 ? `    actions:\n${refs.map((ref) => `      - { ref: ${ref}, text: Do ${ref}.${action} }\n`).join('')}` : ''}`,
      'data/reviews/repairs/progress/2020-02-10.yaml': Object.values(ratings).some((rating) => rating)
        ? `as-at: 2020-02-10\nprogress:\n${Object.entries(ratings)
            .flatMap(([ref, rating]) => (rating ? [`  ${ref}: { rating: ${rating}, note: Said. }\n`] : []))
            .join('')}`
        : '',
    }),
  );
  const [recommendation] = recommendations(paper);
  if (!recommendation) throw new Error('no recommendation');
  return recommendation;
}

describe('the rating of a recommendation', () => {
  test.each([
    ['is that of its only action', { 1.1: 'amber' }, {}, 'Amber', null],
    ['is that of its worst action', { 1.1: 'green', 1.2: 'red', 1.3: 'amber' }, {}, 'Red', 'from 1.2'],
    [
      'names all that are worst',
      { 1.1: 'amber', 1.2: 'green', 1.3: 'amber' },
      {},
      'Amber',
      'from 1.1 and 1.3',
    ],
    ['takes no update for worse than amber', { 1.1: 'amber', 1.2: undefined }, {}, 'No update', 'from 1.2'],
    ['takes no update for better than the worst', { 1.1: 'red', 1.2: undefined }, {}, 'Red', 'from 1.1'],
    [
      'is not that of an ended action',
      { 1.1: 'red', 1.2: 'green' },
      { decisions: '  - { action: repairs/1.1, decision: withdrawn, reason: Sold. }\n' },
      'Green',
      'from 1.2',
    ],
    [
      'is an end where all have ended in one way',
      { 1.1: 'green', 1.2: 'green' },
      {
        decisions:
          '  - { action: repairs/1.1, decision: signed-off }\n  - { action: repairs/1.2, decision: signed-off }\n',
      },
      'Agreed complete',
      null,
    ],
    [
      'is an end in general where they ended in several',
      { 1.1: 'green', 1.2: 'red' },
      {
        decisions:
          '  - { action: repairs/1.1, decision: signed-off }\n  - { action: repairs/1.2, decision: withdrawn, reason: Sold. }\n',
      },
      'Closed',
      null,
    ],
    [
      'is paused where nothing is open and one is paused',
      { 1.1: 'green', 1.2: 'red' },
      {
        decisions:
          '  - { action: repairs/1.1, decision: signed-off }\n  - { action: repairs/1.2, decision: paused, reason: Winter. }\n',
      },
      'Paused',
      null,
    ],
  ] as const)('%s', (_, ratings, more, word, from) => {
    const { rating } = rated(ratings, more);
    expect([rating.mark?.word, rating.from]).toEqual([word, from]);
  });

  test.each([
    ['rejected', 'No rating'],
    ['awaited', 'Response awaited'],
  ])('is none where the answer is %s', (response, said) => {
    expect(rated({}, { response }).rating).toEqual({ mark: null, words: said, from: null });
  });

  test('follows from a rule that is printed', () => {
    expect(tracker(FIXTURE).appendixA?.rule).toBe(
      'A recommendation takes the rating of its worst open action. Worst first: Red, No update, Amber and Green. A recommendation whose actions are all paused or closed is shown as such; one without actions has no rating.',
    );
  });

  test('is withheld from the public where one of its actions is, whatever the others are', () => {
    const exempt = {
      ...FIXTURE,
      'data/reviews/street-flooding/review.yaml': (
        FIXTURE['data/reviews/street-flooding/review.yaml'] ?? ''
      ).replace('{ ref: 2.1,', '{ ref: 2.1, exempt: { paragraph: 3 },'),
    };
    const second = (paper: TrackerPaper) => recommendations(paper)[4]?.rating.mark?.word;
    const open = tracker(exempt);
    expect(second(open)).toBe('Withheld');
    expect(open.appendixA?.rule).toContain('One with an exempt action is shown as withheld');
    expect(JSON.stringify(open)).not.toContain('protocol');
    const members = tracker(exempt, { isConfidential: true });
    expect(second(members)).toBe('Red');
    expect(recommendations(members)[4]?.rows[0]?.remarks).toContain(
      'Not for publication: contains exempt information within paragraph 3 (financial or business affairs) of Part 1 of Schedule 12A.',
    );
  });
});

test('a recommendation that is tracked by itself is one row, among others that have actions', () => {
  const { appendixA } = tracker(FIXTURE, { date: '2023-06-19' });
  const [first, second] = appendixA?.reviews[0]?.recommendations ?? [];
  expect(first).toMatchObject({
    rows: [],
    itself: {
      reference: 'R1',
      label: 'Recommendation:',
      action: 'That one officer answers for all empty homes.',
      owner: 'Empty Homes Manager',
      dueBesideOwner: 'due 31 August 2023',
    },
  });
  expect(second).toMatchObject({ reference: 'R2', itself: null });
  expect(second?.rows.length).toBeGreaterThan(1);
  expect(appendixA).toMatchObject({
    heading: 'Appendix A. Recommendations and their actions',
    columns: { action: 'Recommendation or action', due: null },
  });
  expect(appendixA?.rule).toContain('worst open action');
});

describe('a tracker of recommendations without actions', () => {
  const files = (recommendations: string, council = ''): Record<string, string> => ({
    ...small({
      'data/meetings/2020-03-02-homes.yaml':
        'date: 2020-03-02\npublished: 2020-02-21\npanel: homes\nitems:\n  - { number: 4, title: Tracker, report: tracker }\n',
      [REVIEW]: `title: Repairs\npanel: homes\nexecutive-response: { date: 2019-10-01, decision: agreed }\nrecommendations:\n${recommendations}`,
      'data/reviews/repairs/progress/2020-02-10.yaml':
        'as-at: 2020-02-10\nprogress:\n  1: { rating: green, note: Mended. }\n  2: { rating: amber, note: Begun. }\n',
    }),
    ...(council && { 'data/council.yaml': `${small()['data/council.yaml']}${council}` }),
  });
  const THREE = `  - { ref: 1, text: Mend roofs., response: accepted, owner: Clerk, due: 2020-06-30 }
  - { ref: 2, text: Paint doors., response: accepted-in-part, reason: Not all., owner: Clerk }
  - { ref: 3, text: Ask tenants., response: awaited }
  - { ref: 4, text: Charge more., response: rejected, reason: Dear. }
`;

  test('has nothing of levels: one row for each, no rule, no label before the words', () => {
    const { appendixA } = tracker(files(THREE));
    expect(appendixA).toMatchObject({
      heading: 'Appendix A. Recommendations and progress',
      rule: null,
      labels: { recommendation: null },
      columns: { action: 'Recommendation, owner and due date', due: null },
    });
    expect(appendixA?.reviews[0]?.recommendations.map(({ itself, rows }) => [itself?.action, rows])).toEqual([
      ['Mend roofs.', []],
      ['Paint doors.', []],
      [undefined, []],
      [undefined, []],
    ]);
    expect(JSON.stringify(appendixA)).not.toContain('itself.');
  });

  test('counts once: at a glance, and then only what is not there', () => {
    const one = tracker(files(THREE));
    expect(words(one.totals?.section)).toEqual([
      expect.stringMatching(/^\d+\. Of the 4 recommendations, 1 awaits a response and 1 was rejected\.$/),
    ]);
    expect(one.totals?.table).toBeNull();
    expect(
      tracker(files('  - { ref: 1, text: A., owner: Clerk }\n  - { ref: 2, text: B., owner: Clerk }\n'))
        .totals,
    ).toBeNull();
    expect(
      words(
        tracker(files(THREE.replace('Not all., owner: Clerk', 'Not all., owner: Clerk, due: 2020-01-31')))
          .totals?.section,
      )[1],
    ).toContain('1 of the 2 recommendations was overdue on 21 February 2020.');
  });

  test('says a response that is awaited once, and of a rejected one that it has no rating', () => {
    const [, , third, fourth] = recommendations(tracker(files(THREE)));
    expect([third?.answer, third?.rating.words]).toEqual([null, 'Response awaited']);
    expect([fourth?.answer, fourth?.rating.words]).toEqual(['Response: rejected. Dear.', 'No rating']);
  });

  test('says that a response is awaited in words where there is no column for ratings', () => {
    const plan = files(THREE, 'ratings: none\n');
    plan['data/reviews/repairs/progress/2020-02-10.yaml'] =
      'as-at: 2020-02-10\nprogress: { 1: { note: Mended. } }\n';
    const paper = tracker(plan);
    expect(paper.appendixA?.columns.rating).toBeNull();
    expect(recommendations(paper)[2]?.answer).toBe('Response awaited.');
  });

  test('puts owner and date on one line, whatever the date is', () => {
    const dues = recommendations(
      tracker(
        files(`  - { ref: 1, text: A., owner: Clerk, due: 2020-06-30 }
  - { ref: 2, text: B., owner: Clerk, due: when guidance changes }
  - { ref: 3, text: C., owner: Clerk }
`),
      ),
    ).map(({ itself }) => plain(itself?.dueBesideOwner ?? ''));
    expect(dues).toEqual(['due 30 June 2020', 'due: when guidance changes', 'no due date']);
  });

  test('names the day of the reports once above the table, and only another day in a row', () => {
    const plan = files(
      `${THREE.replace('Not all., owner: Clerk', 'Not all., owner: Clerk')}  - { ref: 5, text: Sweep., owner: Clerk }\n`,
    );
    plan['data/reviews/repairs/progress/2020-02-17.yaml'] =
      'as-at: 2020-02-17\nprogress: { 5: { rating: green, note: Swept. } }\n';
    const paper = tracker(plan);
    expect(paper.appendixA?.introduction.join(' ')).toContain(
      'Updates are of 10 February 2020 unless another date is given.',
    );
    expect(recommendations(paper).flatMap(({ itself }) => (itself ? [itself.remarks] : []))).toEqual([
      [],
      [],
      ['Reported on 17 February 2020'],
    ]);
  });

  test('tells members once why a recommendation is exempt', () => {
    const paper = tracker(
      files(
        THREE.replace('owner: Clerk, due', 'exempt: { paragraph: 3, reason: Prices. }, owner: Clerk, due'),
      ),
      { isConfidential: true },
    );
    expect(JSON.stringify(recommendations(paper)[0]?.itself).match(/Not for publication/g)).toHaveLength(1);
    expect(JSON.stringify(recommendations(paper)[0]?.itself)).toContain('Prices.');
  });

  test('has a column for due dates where the council has its action plan on its side', () => {
    const { appendixA } = tracker(files(THREE, 'action-plan: landscape\n'));
    expect(appendixA).toMatchObject({
      isSideways: true,
      columnCount: '5',
      columns: { action: 'Recommendation and owner', due: 'Due' },
    });
  });
});

test('a panel that monitors nothing gets a paper that says so', () => {
  const paper = tracker(
    small({
      'data/meetings/2020-03-02-homes.yaml': '',
      'data/meetings/2020-03-02-streets.yaml':
        'date: 2020-03-02\npanel: streets\nitems:\n  - { number: 4, title: Tracker, report: tracker, review: all }\n',
    }),
  );
  expect(words(paper.purpose)).toEqual([
    '1. To report that the Streets Panel monitored no reviews on 2 March 2020.',
  ]);
  expect([paper.glance, paper.asks, paper.totals, paper.trend, paper.appendixA]).toEqual([
    null,
    null,
    null,
    null,
    null,
  ]);
});

test('a wholly exempt tracker has its head and the sentence', () => {
  const meeting = 'data/meetings/2024-04-15-communities.yaml';
  const paper = tracker({
    ...FIXTURE,
    [meeting]: (FIXTURE[meeting] ?? '').replace(
      'report: tracker,',
      'report: tracker, exempt: { paragraph: 3 },',
    ),
  });
  expect(paper).toMatchObject({
    head: { title: 'Exempt item', subtitle: null },
    withheld:
      'Not for publication: contains exempt information within paragraph 3 (financial or business affairs) of Part 1 of Schedule 12A to the Local Government Act 1972.',
    totals: null,
    trend: null,
    appendixA: null,
  });
});
