/**
 * Twelve trackers as councils keep them, each of a shape of its own. The shapes, columns and keys follow published ones; every word in them is
 * invented sample data. Where each cell belongs is written beside it, so that no reader of trackers judges itself.
 */

/** One cell: its words, and how it looks. */
export interface SampleCell {
  readonly text: string;
  /** A date as a spreadsheet keeps it, where it is one. */
  readonly date?: string;
  readonly format?: string;
  readonly fill?: string;
  readonly isBold?: boolean;
  readonly across?: number;
  readonly down?: number;
  /** Where it belongs: `R1 text`, `R1 owner`, `heading`, `section`, `left` … */
  readonly place: string;
}

export interface SampleTracker {
  readonly name: string;
  /** What is odd about it. */
  readonly about: string;
  readonly rows: readonly (readonly (SampleCell | undefined)[])[];
  /** Whether a form of it can show what matters: a colour needs more than CSV. */
  readonly formats: readonly ('csv' | 'xlsx' | 'docx')[];
}

type Extra = Omit<SampleCell, 'text' | 'place'>;

const c = (text: string, place: string, extra: Extra = {}): SampleCell => ({ text, place, ...extra });
const h = (text: string, extra: Extra = {}): SampleCell => c(text, 'heading', { isBold: true, ...extra });
const none = undefined;
const ALL = ['csv', 'xlsx', 'docx'] as const;

/** One row of a plain table: a reference and what the columns hold, in their order; an empty text is an empty cell. */
function line(
  ref: string,
  fields: readonly string[],
  texts: readonly string[],
): readonly (SampleCell | undefined)[] {
  return texts.map((text, index) => (text === '' ? none : c(text, `${ref} ${fields[index] ?? ''}`)));
}

const york: SampleTracker = {
  name: 'yearly-references',
  about:
    'References with the municipal year, an origin, dates of two kinds, status words that no key explains',
  formats: ALL,
  rows: [
    [
      c('Northmoor City Council – Scrutiny Recommendations Tracker (sample data)', 'title', {
        across: 9,
        isBold: true,
      }),
    ],
    [
      h('Reference'),
      h('Origin'),
      h('Date agreed'),
      h('Area'),
      h('Recommendation'),
      h('Exec Date'),
      h('Lead Officer/ Executive Member'),
      h('Action taken'),
      h('Status'),
    ],
    ...[
      [
        'SR (25/26) 01',
        'CSMC',
        '',
        'Libraries',
        'That the opening hours of the branch libraries be published on one page.',
        '',
        'Head of Libraries / Cllr Amos',
        'The page has been live since June.',
        'Complete',
      ],
      [
        'SR (25/26) 02',
        'HHASC',
        '',
        'Health',
        'That a map of defibrillators be kept up to date.',
        '',
        'Director of Public Health',
        'The map is checked each quarter.',
        'Ongoing',
      ],
      [
        'SR (23/24) 19',
        'CSMC',
        '',
        'Parks',
        'That play areas be inspected before each school holiday.',
        '',
        'Parks Manager',
        '',
        'e.g. Paused',
      ],
      [
        'SR (25/26) 03',
        'EPSC',
        '',
        'Roads',
        'That residents be told a month before a road is closed, unless works are urgent.',
        '',
        'Highways Manager; Communications Manager',
        'A letter has been drafted.',
        'Ongoing',
      ],
    ].map((texts, index) => {
      const ref = texts[0] ?? '';
      const row = [
        ...line(
          ref,
          ['ref', 'x-origin', 'agreed', 'x-area', 'text', 'responded', 'owner', 'note', 'status'],
          texts,
        ),
      ];
      const days = ['2025-07-14', '2025-09-01', '2024-01-15', '2025-10-06'];
      const answered = ['2025-09-09', '2025-10-14', '2024-03-12', '2025-11-11'];
      row[2] = c(days[index]?.split('-').reverse().join('/') ?? '', `${ref} agreed`, {
        date: days[index] ?? '',
        format: 'dd/mm/yyyy',
      });
      row[5] = c(answered[index]?.split('-').reverse().join('/') ?? '', `${ref} responded`, {
        date: answered[index] ?? '',
        format: 'dd/mm/yyyy',
      });
      return row;
    }),
  ],
};

const isle: SampleTracker = {
  name: 'made-to',
  about: 'References across committees, a column for whom it was made to, and an outcome in a few words',
  formats: ALL,
  rows: [
    [
      h('Ref'),
      h('Select Committee'),
      h('Meeting Date'),
      h('Recommendation Made'),
      h('Recommendation made to'),
      h('Action taken or planned to date'),
      h('Outcome'),
    ],
    ...(
      [
        [
          'SC18',
          'Economy',
          '17 November 2024',
          'That small firms be told of every tender below £25,000.',
          'Cabinet Member for Resources',
          'A mailing list was begun in January.',
          'Agreed',
        ],
        [
          'SC19',
          'Care',
          '2 December 2024',
          'That carers be asked each spring what would help them most.',
          'Integrated Care Board',
          'The Board will reply by Easter.',
          'Pending',
        ],
        [
          'SC20',
          'Care',
          '2 December 2024',
          'That respite places be booked for up to a year ahead.',
          'Cabinet Member for Adults',
          'Not pursued: providers will not quote so far ahead.',
          'Not agreed',
        ],
      ] as const
    ).map((texts) =>
      line(
        texts[0],
        ['ref', 'x-select-committee', 'agreed', 'text', 'addressed-to', 'note', 'response'],
        texts,
      ),
    ),
    [],
    [c('Total recommendations', 'left'), c('3', 'left')],
  ],
};

const form: SampleTracker = {
  name: 'form-with-head',
  about: 'A form: committee, date and topic above the table, no references, footnotes on how to fill it in',
  formats: ALL,
  rows: [
    [c('Committee', 'panel', { isBold: true }), c('Communities Overview and Scrutiny Committee', 'panel')],
    [c('Meeting Date', 'left', { isBold: true }), c('25 October 2011', 'left')],
    [c('Minute No', 'left', { isBold: true }), c('42', 'left')],
    [c('Topic', 'title', { isBold: true }), c('Waste and recycling (sample data)', 'title')],
    [h('Recommendationⁱ'), h('Cabinet Member'), h('Response'), h('Timetable'), h('Lead Officer')],
    ...[
      [
        'That the recycling guide be printed in large type.',
        'Cabinet Member for Environment',
        'Accepted. The next print run will have it.',
        '30 June 2012',
        'Waste Manager',
      ],
      [
        'That missed collections be reported by text message.',
        'Cabinet Member for Environment',
        'Agreed - further work required',
        'During 2012/13',
        'JS/AB',
      ],
      [
        'That glass be collected weekly.',
        'Cabinet Member for Environment',
        'Rejected: the cost would be £400,000 a year.',
        '',
        '',
      ],
    ].map((texts, index) =>
      line(String(index + 1), ['text', 'addressed-to', 'response', 'due', 'owner'], texts),
    ),
    [c('Notes: ⁱ Number recommendations as in the minutes.', 'left', { across: 5 })],
  ],
};

const eastSussex: SampleTracker = {
  name: 'response-and-plan',
  about:
    'R and a number, the director’s response and plan in one column, a six month update, ratings as words',
  formats: ALL,
  rows: [
    [c('Review of 20 mph zones: action plan (sample data)', 'title', { across: 6 })],
    [
      h('Ref'),
      h('Scrutiny Recommendation'),
      h("Director's Response and Action Plan"),
      h('Timescale'),
      h('6 Month Update'),
      h('RAG rating'),
    ],
    ...[
      [
        'R1.',
        'The county should publish how a street qualifies for a lower limit.',
        'The criteria will be set out on one page and sent to each parish.',
        'Implement May/June 2025',
        'The page was published in May.',
        'Green',
      ],
      [
        'R2.',
        'Speeds should be measured before and after each change.',
        'Two new counters will be bought.',
        '6 months',
        'One counter has come; the other is delayed.',
        'Amber',
      ],
      [
        'R3.',
        'Schools should be asked before their street is changed.',
        'A form for schools is being tried.',
        'Ongoing - following a change in guidance',
        'No school has replied.',
        'Red',
      ],
    ].map((texts) => line(texts[0] ?? '', ['ref', 'text', 'reason', 'due', 'note', 'status'], texts)),
  ],
};

const twoLevels: SampleTracker = {
  name: 'two-levels-merged',
  about: 'Recommendations merged over their actions, with headings repeated and section rows',
  formats: ALL,
  rows: [
    [
      h('No.'),
      h('Recommendation'),
      h('Action No'),
      h('Action'),
      h('Owner'),
      h('Due date'),
      h('Progress'),
      h('% complete'),
    ],
    [c('Theme 1: Advice', 'section', { across: 8, isBold: true })],
    [
      c('1', '1 ref', { down: 2 }),
      c('Make sure that every tenant knows whom to ask.', '1 text', { down: 2 }),
      ...line(
        '1.1',
        ['ref', 'text', 'owner', 'due', 'note', 'percent'],
        [
          '1.1',
          'Print a card with the numbers.',
          'Head of Homes',
          '31/03/2025',
          'Printed and posted.',
          '100%',
        ],
      ),
    ],
    [
      none,
      none,
      ...line(
        '1.2',
        ['ref', 'text', 'owner', 'due', 'note', 'percent'],
        [
          '1.2',
          'Train the front desk.',
          'Head of Homes\nTraining Officer',
          'Mar-25',
          'Two of three sessions were held.',
          '66%',
        ],
      ),
    ],
    [
      h('No.'),
      h('Recommendation'),
      h('Action No'),
      h('Action'),
      h('Owner'),
      h('Due date'),
      h('Progress'),
      h('% complete'),
    ],
    [c('Theme 2: Repairs', 'section', { across: 8, isBold: true })],
    [
      c('2', '2 ref'),
      c('Mend roofs within a week.', '2 text'),
      ...line(
        '2.1',
        ['ref', 'text', 'owner', 'due', 'note', 'percent'],
        ['2.1', 'Hire two roofers.', 'Repairs Manager', 'Q3 2025/26', 'One was hired.', '50%'],
      ),
    ],
    [
      c('3', '3 ref', { down: 3 }),
      c('Tell tenants when a job slips.', '3 text', { down: 3 }),
      ...line(
        '3.1',
        ['ref', 'text', 'owner', 'due', 'note', 'percent'],
        ['3.1', 'Send a text message on the day.', 'Repairs Manager', '2025', '', '0%'],
      ),
    ],
    [
      none,
      none,
      ...line(
        '3.2',
        ['ref', 'text', 'owner', 'due', 'note', 'percent'],
        ['3.2', 'Say why.', 'Repairs Manager', 'TBC', '', ''],
      ),
    ],
    [
      none,
      none,
      ...line(
        '3.10',
        ['ref', 'text', 'owner', 'due', 'note', 'percent'],
        ['3.10', 'Ask tenants whether it helped.', 'Cleveland Residents’ Group', 'End of April 2026', '', ''],
      ),
    ],
  ],
};

const colours: SampleTracker = {
  name: 'status-by-colour',
  about: 'The status is the colour of a cell and no word; a key stands beneath',
  formats: ['xlsx', 'docx'],
  rows: [
    [
      h('Ref'),
      h('Recommendation'),
      h('Responsible officer'),
      h('Target date'),
      h('Latest position'),
      h('RAG'),
    ],
    ...(
      [
        [
          'H1',
          'That empty homes be listed by ward.',
          'Empty Homes Officer',
          '30 September 2025',
          'The list is with members.',
          '00b050',
        ],
        [
          'H2',
          'That owners be offered a loan.',
          'Head of Finance',
          'Autumn 2025',
          'Terms are being drawn up.',
          'ffc000',
        ],
        [
          'H3',
          'That a fine be considered.',
          'Legal Services',
          'Before March 2026',
          'Counsel’s advice is awaited.',
          'ff0000',
        ],
      ] as const
    ).map(([ref, text, owner, due, note, fill]) => [
      ...line(ref, ['ref', 'text', 'owner', 'due', 'note'], [ref, text, owner, due, note]),
      { text: '', fill, place: `${ref} status` },
    ]),
    [],
    [c('Key', 'left', { isBold: true })],
    [{ text: '', fill: '00b050', place: 'left' }, c('Achieved', 'left')],
    [{ text: '', fill: 'ffc000', place: 'left' }, c('On track', 'left')],
    [{ text: '', fill: 'ff0000', place: 'left' }, c('Not on track', 'left')],
  ],
};

const letters: SampleTracker = {
  name: 'letters-under-stems',
  about: 'Letters that begin again under each "It was resolved that:", and no reference of their own',
  formats: ALL,
  rows: [
    [h('Minute'), h('Resolution'), h('Lead'), h('By when'), h('Update')],
    [c('14', 'stem'), c('It was resolved that:', 'stem')],
    [
      ...line(
        '14 a)',
        ['ref', 'text', 'owner', 'due', 'note'],
        [
          'a)',
          'the Cabinet be asked to review the bus contract;',
          'Transport Manager',
          'July 2025',
          'The review has begun.',
        ],
      ),
    ],
    [
      ...line(
        '14 b)',
        ['ref', 'text', 'owner', 'due', 'note'],
        [
          'b)',
          'operators be asked for figures by route.',
          'Transport Manager',
          'July 2025',
          'Figures came from two of four.',
        ],
      ),
    ],
    [],
    [c('15', 'stem'), c('It was resolved to recommend that:', 'stem')],
    [
      ...line(
        '15 a)',
        ['ref', 'text', 'owner', 'due', 'note'],
        ['a)', 'shelters be cleaned monthly;', 'Cleansing Manager', 'Ongoing', 'Done since May.'],
      ),
    ],
    [
      ...line(
        '15 b)',
        ['ref', 'text', 'owner', 'due', 'note'],
        ['b)', 'timetables be in larger type.', 'Transport Manager', 'Annual', ''],
      ),
    ],
  ],
};

const inText: SampleTracker = {
  name: 'references-in-text',
  about: 'No column for references: they stand before the words; bold headings of sections; notes with marks',
  formats: ALL,
  rows: [
    [c('Overview and Scrutiny Board', 'panel', { across: 5, isBold: true })],
    [c('Recommendations monitor, position as at 12 March 2025 (sample data)', 'asAt', { across: 5 })],
    [h('Recommendation'), h('Response'), h('Who'), h('When'), h('Scrutiny comments')],
    [c('Young people', 'section', { across: 5, isBold: true })],
    [
      ...line(
        'R1',
        ['text', 'response', 'owner', 'due', 'x-scrutiny-comments'],
        [
          'R1: Open the youth club on Fridays.*',
          'Accepted',
          'Youth Service',
          'End of April 2025',
          'Welcomed.',
        ],
      ),
    ],
    [
      ...line(
        'R2',
        ['text', 'response', 'owner', 'due', 'x-scrutiny-comments'],
        [
          'R2 : Give each school a named youth worker.',
          'Accepted in part',
          'Youth Service',
          'September 2025',
          '',
        ],
      ),
    ],
    [c('Older people', 'section', { across: 5, isBold: true })],
    [
      ...line(
        'R3',
        ['text', 'response', 'owner', 'due', 'x-scrutiny-comments'],
        [
          'R3: Keep the lunch clubs warm & open.',
          'Noted',
          'Age Concern',
          'Winter 2025/26',
          'Ask again in spring.',
        ],
      ),
    ],
    [c('* Subject to a caretaker being found.', 'R1 text', { across: 5 })],
  ],
};

const updates: SampleTracker = {
  name: 'dated-updates',
  about: 'Several updates in columns of their own, each dated by its heading; a date that was moved',
  formats: ALL,
  rows: [
    [
      h('ID'),
      h('Action agreed'),
      h('Responsible'),
      h('Original target date'),
      h('Revised target date'),
      h('Update July 2024'),
      h('Update 14/01/2025'),
      h('Status January 2025'),
    ],
    ...[
      [
        'A1',
        'Publish the audit plan.',
        'Chief Auditor',
        '30/06/2024',
        '',
        'Published.',
        'Nothing to add.',
        'Closed',
      ],
      [
        'A2',
        'Agree a list of suppliers.',
        'Procurement Manager',
        '31/07/2024',
        '31/03/2025',
        'In draft.',
        'Cabinet will decide in March.',
        'In progress',
      ],
      [
        'A3',
        'Train all budget holders.',
        'Head of Finance',
        '2024-12-31',
        '30 June 2025',
        '',
        'Half are trained.',
        'In progress',
      ],
      [
        'A10',
        'Write off old debts.',
        'Head of Finance',
        'Q4 2024/25',
        '',
        'Not begun.',
        'List is with Legal.',
        'Not started',
      ],
    ].map((texts) =>
      line(texts[0] ?? '', ['ref', 'text', 'owner', 'due', 'revised-due', 'note', 'note', 'status'], texts),
    ),
  ],
};

const oneAnswer: SampleTracker = {
  name: 'one-answer-for-several',
  about:
    'One update merged over several recommendations, an answer that points to another, blank rows between',
  formats: ['xlsx', 'docx'],
  rows: [
    [h('Rec No'), h('Recommendation'), h('Accepted?'), h('Lead'), h('Progress to date')],
    [
      ...line(
        'R1',
        ['ref', 'text', 'response', 'owner'],
        ['R1', 'Set a target for tree cover.', 'Agreed', 'Tree Officer'],
      ),
      c('The target was set in May.', 'R1 note'),
    ],
    [],
    [
      ...line(
        'R2',
        ['ref', 'text', 'response', 'owner'],
        ['R2', 'Plant in streets first.', 'Agreed', 'Tree Officer'],
      ),
      c('All of these are in the planting plan, which Cabinet takes in July.', 'R2 note', { down: 3 }),
    ],
    [
      ...line(
        'R4',
        ['ref', 'text', 'response', 'owner'],
        ['R4', 'Ask residents where.', 'Partially agreed', 'Tree Officer'],
      ),
      none,
    ],
    [
      ...line(
        'R5',
        ['ref', 'text', 'response', 'owner'],
        ['R5', 'Water them in the first summer.', 'Agreed in principle', 'Parks Manager'],
      ),
      none,
    ],
    [],
    [
      ...line(
        'R6',
        ['ref', 'text', 'response', 'owner'],
        ['R6', 'Report each autumn.', 'Pending', 'Tree Officer'],
      ),
      c('See R2 above.', 'R6 note'),
    ],
  ],
};

const audit: SampleTracker = {
  name: 'audit-codes',
  about: 'Audit codes, risk levels, per cent complete, two rows of headings, totals at the end',
  formats: ALL,
  rows: [
    [
      h('Audit code', { down: 2 }),
      h('Recommendation', { down: 2 }),
      h('Risk level', { down: 2 }),
      h('Implementation', { across: 2 }),
      h('Position', { across: 2 }),
    ],
    [none, none, none, h('Date'), h('Officer'), h('% complete'), h('Management update')],
    ...[
      [
        '17 SRR 08',
        'Reconcile the bank account each month.',
        'High',
        '31 May 2025',
        'Section 151 Officer',
        '75%',
        'Three of four quarters are done.',
      ],
      [
        'H&S 05',
        'Keep a list of lone workers.',
        'Medium',
        'by 30 June 2025',
        'Health and Safety Adviser',
        '100%',
        'Done; the list is on the intranet.',
      ],
      ['SC19 O 03', 'Lock the server room.', 'Low', '', 'IT Manager', '0%', ''],
    ].map((texts) =>
      line(texts[0] ?? '', ['ref', 'text', 'x-risk-level', 'due', 'owner', 'percent', 'note'], texts),
    ),
    [c('Total', 'left'), none, c('3', 'left')],
  ],
};

const across: SampleTracker = {
  name: 'recommendation-across',
  about:
    'Each recommendation lies across the table, with its actions beneath; owners are initials, and dates words',
  formats: ALL,
  rows: [
    [c('Peer challenge action plan (sample data)', 'title', { across: 6, isBold: true })],
    [h('#'), h('Action'), h('By whom'), h('Timescale'), h('Success measure'), h('BRAG status')],
    [c('Recommendation 1: Tell the story of the place.', '1 text', { across: 6, isBold: true })],
    ...(
      [
        ['1.1', 'Write a two-page narrative.', 'CEX', 'Complete', 'Staff can say it in a minute.', 'B'],
        ['1.2', 'Use it in every committee report.', 'DC/HoL', 'Jan-26', 'A sample of ten reports.', 'G'],
      ] as const
    ).map((texts) => line(texts[0], ['ref', 'text', 'owner', 'due', 'measure', 'status'], texts)),
    [c('Recommendation 2: Finish what was begun.', '2 text', { across: 6, isBold: true })],
    ...(
      [
        ['2.1', 'Close projects that will not be funded.', 'CEX', 'Cabinet – 12 October', '', 'A'],
        ['2.2', 'Publish the list of those that go on.', 'HoL', '01/02/26', 'List online.', 'R'],
      ] as const
    ).map((texts) => line(texts[0], ['ref', 'text', 'owner', 'due', 'measure', 'status'], texts)),
  ],
};

export const TRACKERS: readonly SampleTracker[] = [
  york,
  isle,
  form,
  eastSussex,
  twoLevels,
  colours,
  letters,
  inText,
  updates,
  oneAnswer,
  audit,
  across,
];
