import { describe, expect, test } from 'vitest';
import { addendumRegister } from '../../src/register/index.js';
import { type AddendumPaper, addendumPaper } from '../../src/view/index.js';
import { fixture, soundModel } from '../support/registers.js';

const FILES = fixture('tracker');
const MEETING = 'data/meetings/2024-04-15-communities.yaml';

function addendum(
  files: Readonly<Record<string, string>>,
  { isConfidential = false }: { readonly isConfidential?: boolean } = {},
): AddendumPaper {
  const model = soundModel(files);
  const meeting = model.meetings.find(
    ({ date, panel }) => date === '2024-04-15' && panel.key === 'communities',
  );
  const item = meeting?.items.find(({ report }) => report === 'addendum');
  if (!meeting || !item) throw new Error('no addendum');
  return addendumPaper(
    addendumRegister(model, { meeting, item, asAt: undefined, isConfidential }),
    new Map(),
  );
}

function words(
  section: { readonly paragraphs: readonly { readonly number: string; readonly html: string }[] } | null,
) {
  return section?.paragraphs.map(({ number, html }) => `${number} ${html.replace(/<[^>]*>/g, '')}`) ?? [];
}

function without(...endings: readonly string[]): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(FILES).filter(([path]) => !endings.some((ending) => path.endsWith(ending))),
  );
}

describe('an addendum', () => {
  const paper = addendum(FILES);

  test('says what it is, what has come in, and which ratings change', () => {
    expect(words(paper.purpose)).toEqual([
      '1. To report updates received from 5 April 2024, when the agenda was published, to 15 April 2024. It should be read with the published report.',
    ]);
    expect(words(paper.summary)).toEqual([
      '2. Three updates have been received since the agenda was published on 5 April 2024, on actions R2b of “Bringing Empty Homes Back into Use”; 2.1 and 3.1 of “Surface Water Flooding in the Lower Town”.',
      '3. The ratings of three actions have changed:',
    ]);
  });

  test('has the ratings that have changed in a table, each leading to its action', () => {
    expect(
      paper.changes?.rows.map(({ reference, before, since, direction }) => [
        reference.replace(/<[^>]*>/g, ''),
        before.word,
        since.word,
        direction,
      ]),
    ).toEqual([
      ['R2b of “Bringing Empty Homes Back into Use”', 'No update', 'Amber', null],
      ['2.1 of “Surface Water Flooding in the Lower Town”', 'Red', 'Amber', 'better'],
      ['3.1 of “Surface Water Flooding in the Lower Town”', 'Amber', 'Green', 'better'],
    ]);
    const ids = paper.arrivals?.groups.map(({ id }) => `href="#${id}"`) ?? [];
    for (const [index, row] of (paper.changes?.rows ?? []).entries())
      expect(row.reference).toContain(ids[index]);
  });

  test('says one change in a sentence', () => {
    const two = addendum(without('2024-04-11.yaml'));
    expect([words(two.summary)[1], two.changes]).toEqual([
      '3. Action R2b of “Bringing Empty Homes Back into Use” is now rated Amber; there was no update before.',
      null,
    ]);
  });

  test('has a key to the ratings that it gives, and to no others', () => {
    expect(paper.arrivals?.key.meanings.map(({ mark }) => mark.word)).toEqual([
      'Green',
      'Amber',
      'Red',
      'No update',
    ]);
    const two = addendum(without('2024-04-11.yaml'));
    expect(two.arrivals?.key.meanings.map(({ mark }) => mark.word)).toEqual(['Amber', 'No update']);
  });

  test('asks for decisions on the actions of which there is news, and on no others', () => {
    expect(paper.asks?.heading).toBe('The panel is now asked to:');
    const asked = words(paper.asks).join('\n');
    expect(asked).toContain(
      'agree that action 3.1 “Offer training to volunteers in all eleven streets” of “Surface Water Flooding in the Lower Town” is complete.',
    );
    // R2a and 1.2 are to be signed off too, as the tracker asks: nothing has come in on them.
    expect(asked).not.toMatch(/R2a|“Support for Young Carers”/);
  });

  test('puts each report, dated, beside what the paper says', () => {
    const [first, second] = paper.arrivals?.groups ?? [];
    expect(first).toMatchObject({
      review: 'Bringing Empty Homes Back into Use',
      reference: 'Action R2b',
      owner: 'Empty Homes Manager; Northmoor Credit Union',
      rows: [
        {
          dated: '12 April 2024',
          before: {
            mark: { word: 'No update' },
            remarks: ['Due: March 2024; 5 days overdue at 5 April 2024'],
          },
          since: { mark: { word: 'Amber' }, direction: null },
        },
      ],
    });
    expect(first?.rows[0]?.before.words).toContain('Last reported on 9 January 2024, rated Amber:');
    expect(second?.rows[0]).toMatchObject({
      dated: '11 April 2024',
      before: {
        mark: { word: 'Red' },
        remarks: [
          'Due: 31 January 2024; first due 30 September 2023; extended once; 65 days overdue at 5 April 2024; extension to 30 June 2024 requested',
          'Reported on 2 April 2024',
          'Reason for the request: The board of the water company did not agree.',
        ],
      },
      since: {
        mark: { word: 'Amber' },
        direction: 'better',
        remarks: ['Reported on 11 April 2024'],
        evidence: [],
      },
    });
    expect(second?.rows[0]?.since.words).toContain('clear the three drains at the station from May');
  });

  test('names a review before its first action only', () => {
    expect(paper.arrivals?.groups.map(({ review }) => review)).toEqual([
      'Bringing Empty Homes Back into Use',
      'Surface Water Flooding in the Lower Town',
      null,
    ]);
  });

  test('gives a second report on an action its own row, the paper’s words not said twice', () => {
    const files = {
      ...FILES,
      'data/reviews/street-flooding/progress/2024-04-13.yaml':
        'as-at: 2024-04-13\nreported-by: Northmoor Water\nprogress:\n  2.1:\n    note: May it is.\n    revised-due: 2024-07-31\n    reason: The board meets in July.\n',
    };
    const rows = addendum(files).arrivals?.groups[1]?.rows ?? [];
    expect(rows.map(({ dated }) => dated)).toEqual(['13 April 2024', '11 April 2024']);
    expect(rows[1]?.before).toMatchObject({ mark: null, words: '<p>As above.</p>' });
    expect(rows[0]?.since).toMatchObject({
      mark: null,
      remarks: ['Reported on 13 April 2024', 'Asks for 31 July 2024. The board meets in July.'],
    });
    // Only the latest says how the rating now stands to the paper's.
    expect(rows.map(({ since }) => since.direction)).toEqual(['better', null]);
  });

  test('says who reported where it was nobody who answers for the action', () => {
    const files = {
      ...FILES,
      'data/reviews/young-carers/progress/2024-04-13.yaml':
        'as-at: 2024-04-13\nreported-by: scrutiny-officer\nprogress:\n  1.2: { rating: amber, note: A page was found. }\n',
    };
    // The Scrutiny Officer is the paper's own contact; the drainage engineer is not.
    expect(addendum(files).arrivals?.groups.at(-1)?.rows[0]?.since.remarks).toEqual([
      'Reported on 13 April 2024',
    ]);
    const other = Object.fromEntries(
      Object.entries(files).map(([path, text]) => [
        path,
        text.replace('scrutiny-officer\nprogress', 'drainage-engineer\nprogress'),
      ]),
    );
    expect(addendum(other).arrivals?.groups.at(-1)?.rows[0]?.since.remarks).toEqual([
      'Reported on 13 April 2024 by the Principal Drainage Engineer',
    ]);
  });

  test('tells what was decided, agreed and answered in between', () => {
    const review = 'data/reviews/young-carers/review.yaml';
    const files = {
      ...FILES,
      'data/meetings/2024-04-10-children.yaml':
        'date: 2024-04-10\npanel: children\ndecisions:\n  - { action: young-carers/1.2, decision: paused, reason: The page is rebuilt. }\n',
      [review]: (FILES[review] ?? '').replace(
        '      - { ref: 1.2,',
        '      - { ref: 1.3, text: Tell every parent., agreed: 2024-04-09 }\n      - { ref: 1.2,',
      ),
      'data/reviews/empty-homes/review.yaml': (FILES['data/reviews/empty-homes/review.yaml'] ?? '').replace(
        'date: 2023-05-09',
        'date: 2024-04-08',
      ),
    };
    const paperThen = addendum(files);
    const said = paperThen.arrivals?.groups.flatMap(({ reference, rows }) =>
      rows.map(({ dated, since }) => `${reference} ${dated} ${since.words.replace(/<[^>]*>/g, '')}`),
    );
    expect(said).toContain(
      'Action 1.2 10 April 2024 On 10 April 2024 the Children’s Scrutiny Panel paused action 1.2, because the page is rebuilt.',
    );
    expect(said).toContain('Action 1.3 9 April 2024 The action has been added to the plan.');
    expect(words(paperThen.summary).join('\n')).toContain(
      'The Executive responded to “Bringing Empty Homes Back into Use” on 8 April 2024, after publication.',
    );
  });
});

test('an addendum with nothing to say says so', () => {
  const paper = addendum(without('2024-04-11.yaml', '2024-04-12.yaml'));
  expect(words(paper.summary)).toEqual([
    '2. Nothing has come in since the agenda was published on 5 April 2024; the published report is unchanged.',
  ]);
  expect([paper.asks, paper.arrivals]).toEqual([null, null]);
});

test('a change of words alone changes no rating, and says so', () => {
  const paper = addendum({
    ...without('2024-04-11.yaml', '2024-04-12.yaml'),
    'data/reviews/street-flooding/progress/2024-04-10.yaml':
      'as-at: 2024-04-10\nprogress:\n  3.1: { note: The last warden will be trained in May. }\n',
  });
  expect(words(paper.summary)).toEqual([
    '2. One update has been received since the agenda was published on 5 April 2024, on action 3.1 of “Surface Water Flooding in the Lower Town”. It changes no rating.',
  ]);
});

describe('of exempt matter', () => {
  const path = 'data/reviews/street-flooding/review.yaml';
  const exempt = (ending: string) => ({
    ...without(ending),
    [path]: (FILES[path] ?? '').replace(
      '{ ref: 2.1,',
      '{ ref: 2.1, exempt: { paragraph: 3, reason: Prices. },',
    ),
  });

  test('the public reads that there is some, in the same words whether anything came in or not', () => {
    const sentence = (paper: AddendumPaper) =>
      words(paper.summary)
        .find((said) => said.includes('exempt'))
        ?.slice(3);
    const told =
      'One action is exempt under paragraph 3 (financial or business affairs) of Part 1 of Schedule 12A; this copy does not say whether anything has come in on it.';
    expect(sentence(addendum(exempt('none')))).toBe(told);
    expect(sentence(addendum(exempt('2024-04-11.yaml')))).toBe(told);
    expect(JSON.stringify(addendum(exempt('none')))).not.toMatch(/protocol|three drains/);
  });

  test('members have all of it, marked', () => {
    const entry = 'data/reviews/street-flooding/progress/2024-04-11.yaml';
    const files = {
      ...FILES,
      [entry]: (FILES[entry] ?? '').replace(
        '  2.1:\n',
        '  2.1:\n    exempt: { paragraph: 3, reason: Prices. }\n',
      ),
    };
    const open = addendum(files).arrivals?.groups[1]?.rows[0];
    expect(open).toMatchObject({
      dated: 'Since the agenda',
      since: {
        mark: { word: 'Withheld' },
        words:
          '<p>Withheld: exempt information within paragraph 3 (financial or business affairs) of Part 1 of Schedule 12A.</p>',
        direction: null,
      },
    });
    const members = addendum(files, { isConfidential: true }).arrivals?.groups[1]?.rows[0];
    expect(members).toMatchObject({
      dated: '11 April 2024',
      since: {
        mark: { word: 'Amber' },
        remarks: [
          'Reported on 11 April 2024',
          'Not for publication: contains exempt information within paragraph 3 (financial or business affairs) of Part 1 of Schedule 12A. Prices.',
        ],
      },
    });
  });

  test('a wholly exempt addendum has its head and the sentence', () => {
    const paper = addendum({
      ...FILES,
      [MEETING]: (FILES[MEETING] ?? '').replace(
        'report: addendum,',
        'report: addendum, exempt: { paragraph: 3 },',
      ),
    });
    expect(paper).toMatchObject({
      head: { title: 'Exempt item' },
      summary: null,
      asks: null,
      arrivals: null,
    });
    expect(paper.withheld).toContain('Not for publication: contains exempt information within paragraph 3');
  });
});
