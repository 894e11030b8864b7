import { describe, expect, test } from 'vitest';
import { type BuildInfo, evidenceFiles, factsDigest } from '../../src/facts/index.js';
import { type Asked, factsOn } from '../support/facts.js';
import { keyPage, keyPaths } from '../support/listed-keys.js';
import { fixture, small, soundModel } from '../support/registers.js';

const MADE: BuildInfo = {
  tool: '0.1.0',
  browser: 'Chrome/1',
  part: 'whole',
  facts: 'f',
  templates: 't',
  fonts: 'o',
};

const TRACKER = soundModel(fixture('tracker'));
const EXEMPT = soundModel(fixture('exempt'));
const HOMES: Asked = { date: '2020-03-02' };

function jsonOf(model: typeof TRACKER, asked: Asked): unknown {
  const file = evidenceFiles(factsOn(model, asked), MADE).find(({ name }) => name === 'facts.json');
  return JSON.parse(Buffer.from(file?.bytes ?? []).toString('utf8'));
}

test('docs/evidence.md lists every key of facts.json, and no other', () => {
  const office = soundModel(fixture('office'));
  const papers = [
    jsonOf(TRACKER, { date: '2024-04-15', item: '5' }),
    jsonOf(TRACKER, { date: '2024-04-15', item: '6' }),
    jsonOf(EXEMPT, { date: '2020-06-01', isConfidential: true }),
    jsonOf(EXEMPT, { date: '2020-06-01' }),
    ...office.meetings.flatMap(({ date, panel: { key: panel }, items }) =>
      items.map(({ number }) => jsonOf(office, { date, panel, item: number, isConfidential: true })),
    ),
    jsonOf(
      soundModel(
        small({
          'data/meetings/2020-03-02-homes.yaml':
            'date: 2020-03-02\npanel: homes\nvenue: Town Hall\ntime: 10.30 am\nnotice: Draft.\nitems:\n  - { number: 4, title: Homes Update, report: update, review: repairs, contact: clerk }\n',
          'data/reviews/repairs/progress/2020-02-10.yaml':
            'as-at: 2020-02-10\nprogress:\n  1.1:\n    rating: amber\n    note: Hired.\n    revised-due: 2020-06\n    reason: Rain.\n    evidence: [ { title: Contract, link: "https://example.org/c" } ]\n',
          'data/reviews/repairs/review.yaml': (small()['data/reviews/repairs/review.yaml'] ?? '').replace(
            'background-papers: []',
            'background-papers: [ { title: Survey, link: "https://example.org/s" } ]',
          ),
        }),
      ),
      HOMES,
    ),
  ];
  const page = keyPage('evidence.md', keyPage('json.md'));
  expect(keyPaths(papers)).toEqual(page.listed('facts.json').toSorted());
});

describe('the facts of a paper', () => {
  test('say of each action what its row says', () => {
    const [roofers, ladders] = factsOn(soundModel(small()), HOMES).actions;
    expect(roofers).toMatchObject({
      review: 'repairs',
      recommendation: '1',
      ref: '1.1',
      text: 'Hire two roofers',
      owners: [{ key: 'head-of-homes', name: 'Head of Homes' }],
      rating: { key: 'amber', label: 'Amber' },
      ratedOn: '2020-02-10',
      due: { date: '2020-01-31', words: null, lastDay: '2020-01-31' },
      overdueDays: 21,
      lastReport: { date: '2020-02-10', note: 'One roofer was hired.' },
    });
    expect(ladders).toMatchObject({ counted: 'no-update', rating: null, lastReport: null });
  });

  test('have every report that the paper prints, the latest first, and count the action once', () => {
    const model = soundModel(
      small({
        'data/meetings/2019-12-02-homes.yaml':
          'date: 2019-12-02\npanel: homes\nitems: [{ number: 4, title: Homes, report: update, review: repairs }]\n',
        'data/meetings/2020-03-02-homes.yaml': [
          'date: 2020-03-02',
          'published: 2020-02-21',
          'panel: homes',
          'items:',
          '  - { number: 4, title: Homes Update, report: update, review: repairs }',
          '  - { number: 5, title: Tracker, report: tracker, review: all }',
          '  - { number: 6, title: Addendum, report: addendum, review: repairs }',
          '',
        ].join('\n'),
        ...Object.fromEntries(
          ['2019-11-04', '2020-01-10', '2020-02-10', '2020-02-24', '2020-02-28'].map((on) => [
            `data/reviews/repairs/progress/${on}.yaml`,
            [
              `as-at: ${on}`,
              'reported-by: clerk',
              'progress:',
              '  1.1:',
              `    rating: ${on < '2020' ? 'red' : 'amber'}`,
              `    note: Said on ${on}.`,
              ...(on === '2020-01-10' ? ['    revised-due: 2020-06', '    reason: Rain.'] : []),
              `    evidence: [{ title: Log of ${on} }]`,
              '',
            ].join('\n'),
          ]),
        ),
      }),
    );
    const reportsOn = (item: string) => {
      const { actions, counts } = factsOn(model, { date: '2020-03-02', item });
      const found = actions.find(({ ref }) => ref === '1.1');
      return { reports: found?.reports ?? [], counts };
    };
    const { reports, counts } = reportsOn('4');
    expect(counts).toMatchObject({ actions: 2, noUpdate: 1 });
    expect(counts?.ratings.map(({ number }) => number)).toEqual([0, 1, 0]);
    expect(reports).toEqual([
      {
        date: '2020-02-10',
        by: { key: 'clerk', name: 'Clerk' },
        rating: { key: 'amber', label: 'Amber' },
        note: 'Said on 2020-02-10.',
        asked: null,
        evidence: [{ title: 'Log of 2020-02-10', link: null }],
        withheld: null,
      },
      expect.objectContaining({
        date: '2020-01-10',
        note: 'Said on 2020-01-10.',
        asked: { due: { date: '2020-06', words: null, lastDay: '2020-06-30' }, reason: 'Rain.' },
      }),
    ]);
    expect(reportsOn('5').reports.map(({ date }) => date)).toEqual(['2020-02-10']);
    expect(reportsOn('6').reports.map(({ date }) => date)).toEqual(['2020-02-28', '2020-02-24']);
  });

  test('have its sections in its own words', () => {
    const { sections } = factsOn(soundModel(small()), HOMES);
    expect(sections.map(({ heading }) => heading)).toEqual([
      'Purpose of the report',
      'The panel is asked to',
      'At a glance',
      'Decisions',
    ]);
    expect(sections[0]?.paragraphs[0]?.number).toBe('1.');
    expect(sections[0]?.paragraphs[0]?.text).toMatch(/^To update the Homes Panel/);
  });

  test.each([
    ['an update', TRACKER.meetings.flatMap(({ date }) => [{ date }])],
    ['a tracker', [{ date: '2024-04-15', item: '5' }]],
    ['an exempt item', [{ date: '2020-03-02', item: '5' }]],
  ])('are the same in every file of %s that is split', (what, papers) => {
    const model = what === 'an exempt item' ? EXEMPT : TRACKER;
    for (const asked of papers)
      expect(factsDigest(factsOn(model, { ...asked, isSplit: true }))).toBe(
        factsDigest(factsOn(model, asked)),
      );
  });

  test('change with each word of the paper, with a footnote, a link and what is emphasised', () => {
    const digests = [
      'One roofer was hired.',
      'One roofer was hired!',
      'One roofer was **hired**.',
      'One [roofer](https://example.org/a) was hired.',
      'One [roofer](https://example.org/b) was hired.',
      'One roofer was hired.[^1]\n\n[^1]: In May.',
      'One roofer was hired.[^1]\n\n[^1]: In June.',
    ].map((note) =>
      factsDigest(
        factsOn(
          soundModel(
            small({
              'data/reviews/repairs/progress/2020-02-10.yaml': `as-at: 2020-02-10\nprogress:\n  1.1:\n    rating: amber\n    note: ${JSON.stringify(note)}\n`,
            }),
          ),
          HOMES,
        ),
      ),
    );
    expect(new Set(digests).size).toBe(digests.length);
  });

  test('do not change with later reports or other papers', () => {
    const before = factsDigest(factsOn(soundModel(small()), HOMES));
    const later = small({
      'data/council.yaml': `${small()['data/council.yaml']}services: { parks: Parks }\n`,
      'data/meetings/2020-06-01-homes.yaml':
        'date: 2020-06-01\npanel: homes\nitems:\n  - { number: 3, title: Later, report: update, review: [repairs, trees] }\ndecisions:\n  - { action: repairs/1.1, decision: signed-off }\n',
      'data/reviews/repairs/progress/2020-05-20.yaml':
        'as-at: 2020-05-20\nprogress:\n  1.1: { rating: green, note: Both were hired. }\n',
      'data/reviews/trees/review.yaml':
        'title: Trees\npanel: homes\nrecommendations:\n  - { ref: 1, text: Plant., response: accepted, owner: clerk, due: 2021 }\n',
    });
    expect(factsDigest(factsOn(soundModel(later), HOMES))).toBe(before);
  });

  test('of an ended action that has left the table are no longer given', () => {
    const refs = (date: string) =>
      factsOn(TRACKER, { date, item: '5' }).actions.map(({ review, ref }) => `${review}/${ref}`);
    expect(refs('2024-04-15').length).toBeLessThan(
      factsOn(TRACKER, { date: '2024-04-15', item: '5' }).counts?.actions ?? 0,
    );
  });
});

describe('the facts of a public paper', () => {
  const publicPapers: readonly Asked[] = EXEMPT.meetings.flatMap(({ date, items }) =>
    items.map(({ number }) => ({ date, item: number })),
  );

  test('hold nothing that is withheld, not even the key of a review, which may tell', () => {
    for (const asked of publicPapers) {
      const text = JSON.stringify(factsOn(EXEMPT, asked));
      // The fixture's last meeting has exempt words in a public note, for the search to find.
      if (asked.date === '2020-09-07') continue;
      expect(text, asked.date).not.toMatch(/zephyrhale|2031|leisure-site/i);
    }
    const members = JSON.stringify(factsOn(EXEMPT, { date: '2020-03-02', isConfidential: true }));
    expect(members).toMatch(/zephyrhale/i);
    expect(members).toContain('leisure-site');
  });

  test('have no report that is exempt, which the members’ copy has with its paragraph', () => {
    const of = (isConfidential: boolean) =>
      factsOn(EXEMPT, { date: '2020-03-02', item: '4', isConfidential }).actions.flatMap(
        ({ reports }) => reports,
      );
    expect(of(false).every(({ withheld }) => withheld === null)).toBe(true);
    expect(of(true).some(({ withheld }) => withheld === 14)).toBe(true);
    expect(of(true).length).toBeGreaterThan(of(false).length);
  });

  test('say of a withheld action its reference and the paragraph, and of an exempt item that it is one', () => {
    const update = factsOn(EXEMPT, { date: '2020-03-02', item: '4' });
    const withheld = update.actions.find(
      ({ withheld: paragraph, text }) => paragraph !== null && text === null,
    );
    expect(withheld).toMatchObject({ owners: [], due: null, rating: null, lastReport: null, standing: null });
    expect(withheld?.ref).toMatch(/\d/);
    expect(factsOn(EXEMPT, { date: '2020-03-02', item: '5' })).toMatchObject({
      item: { number: '5', title: null },
      withheld: 14,
      reviews: [],
      actions: [],
      counts: null,
      sections: [],
    });
  });
});
