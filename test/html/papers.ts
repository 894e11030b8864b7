import { escapeHtml, type Html, proseHtml, startFootnotes } from '../../src/markdown/index.js';
import type {
  ActionGroup,
  ActionRow,
  AppendixB,
  Count,
  Mark,
  RecommendationLine,
  Section,
  UpdatePaper,
} from '../../src/view/index.js';

/** Papers in words for the tests of the page: a typical one, and pieces to make extreme ones of. */

const CONTEXT = { notes: startFootnotes(), images: new Map<string, never>(), headingLevel: 3 as const };

export function prose(markdown: string): Html {
  return proseHtml(markdown, CONTEXT, undefined);
}

export const GREEN: Mark = { word: 'Green', shape: 'tick', colour: '#17723c', colourOnDark: '#4caf73' };
export const AMBER: Mark = { word: 'Amber', shape: 'triangle', colour: '#c26a00', colourOnDark: '#f0a030' };
export const RED: Mark = { word: 'Red', shape: 'bar', colour: '#b3261e', colourOnDark: '#f2685e' };
export const NO_UPDATE: Mark = {
  word: 'No update',
  shape: 'ring',
  colour: '#5f686e',
  colourOnDark: '#9aa3a9',
};
export const PAUSED: Mark = { ...NO_UPDATE, word: 'Paused', shape: 'pause' };
export const ENDED: Mark = { ...NO_UPDATE, word: 'Agreed complete', shape: 'end' };
export const WITHHELD: Mark = { ...NO_UPDATE, word: 'Withheld', shape: 'withheld' };
export const EVERY_MARK: readonly Mark[] = [
  GREEN,
  { ...GREEN, word: 'Nearly there', shape: 'diamond', colour: '#2a6f97', colourOnDark: '#6cb1d9' },
  AMBER,
  RED,
  { ...RED, word: 'Not started', shape: 'cross', colour: '#7a2048', colourOnDark: '#e084ad' },
  NO_UPDATE,
  { ...NO_UPDATE, word: 'Not rated', shape: 'lines' },
  PAUSED,
  ENDED,
  WITHHELD,
];

/** A row of the action plan; all but the reference may be left to the sample. */
export function row(reference: string, changes: Partial<ActionRow> = {}): ActionRow {
  return {
    id: `action-1-${reference.replace(/[^A-Za-z0-9]/g, '_')}`,
    reference,
    label: null,
    addressedTo: null,
    response: null,
    reason: null,
    action: prose('Offer the lesson on image sharing to every secondary school.'),
    owner: 'Risk and Resilience Manager',
    measure: null,
    measureBeneath: null,
    due: escapeHtml('31 March 2018'),
    dueBesideOwner: escapeHtml('due 31 March 2018'),
    dueRemarks: [],
    dueLine: null,
    progress: prose('Eleven of the twelve schools have taught it; the last is booked for May.'),
    isLong: false,
    isWide: false,
    isTall: false,
    progressRemarks: [],
    evidence: [],
    percent: null,
    needsAttention: false,
    earlierRemark: null,
    earlier: [],
    notice: null,
    below: [],
    mark: GREEN,
    direction: 'better',
    isWithheld: false,
    ...changes,
  };
}

export function group(reference: string, rows: readonly ActionRow[], words?: string): ActionGroup {
  return {
    id: `group-${reference}`,
    review: null,
    reference: `Recommendation ${reference}`,
    html: escapeHtml(words ?? 'That every school teaches pupils about the sharing of images.'),
    isItself: false,
    rows,
  };
}

/** The action plan with these groups. */
export function plan(groups: readonly ActionGroup[]): AppendixB {
  return {
    id: 'appendix-b',
    heading: 'Appendix B. Action plan and progress',
    introduction: ['As at 9 February 2018. Updates are of 9 February 2018 unless another date is given.'],
    columns: {
      reference: 'Ref',
      action: 'Action, owner and due date',
      due: null,
      progress: 'Progress',
      rating: 'Rating',
    },
    columnCount: '4',
    columnsBeside: '3',
    isSideways: false,
    filter: null,
    hasLongReferences: false,
    hasLongRatings: false,
    labels: { successMeasure: 'Success measure:', reportBelow: 'The full update is below.' },
    groups,
    key: {
      heading: 'Key to the ratings',
      meanings: [
        { mark: GREEN, meaning: 'Achieved' },
        { mark: AMBER, meaning: 'Under way and expected to be achieved' },
        { mark: RED, meaning: 'Not on track' },
        { mark: NO_UPDATE, meaning: 'Nothing was reported for this meeting' },
      ],
    },
  };
}

export function section(id: string, heading: string, from: number, paragraphs: readonly string[]): Section {
  return {
    id,
    heading,
    paragraphs: paragraphs.map((words, index) => ({
      id: `paragraph-${from + index}`,
      number: `${from + index}.`,
      isLeadIn: false,
      subheading: null,
      html: escapeHtml(words),
      letters: [],
      beneath: null,
      requests: null,
    })),
  };
}

export function count(mark: Mark, number: number, total: number): Count {
  return {
    mark,
    number: String(number),
    denominator: `of ${total}`,
    share: ((number / total) * 100).toFixed(2),
  };
}

function recommendation(reference: string, changes: Partial<RecommendationLine> = {}): RecommendationLine {
  return {
    id: `recommendation-1-${reference}`,
    reference,
    html: escapeHtml('That every secondary school teaches pupils what happens when an image is shared.'),
    beneath: null,
    addressedTo: null,
    response: 'Accepted',
    reason: null,
    notice: null,
    below: [],
    ...changes,
  };
}

const ROWS: readonly ActionRow[] = [
  row('1.1'),
  row('1.2', {
    mark: AMBER,
    due: escapeHtml('30 June 2018'),
    dueRemarks: [
      escapeHtml('first due 31 March 2018; extended once'),
      escapeHtml('extension to 30 September 2018 requested'),
    ],
    dueLine: escapeHtml('first due 31 March 2018; extended once; extension to 30 September 2018 requested'),
    measure: escapeHtml('Two members of staff trained in each primary school.'),
    progressRemarks: [escapeHtml('Reason for the request: the venue was lost to flooding.')],
    direction: 'no change',
  }),
  row('1.3', {
    mark: NO_UPDATE,
    percent: null,
    direction: null,
    progress: prose('No update received for this meeting.'),
    progressRemarks: [],
  }),
  row('2.1', {
    mark: RED,
    direction: 'worse',
    due: escapeHtml('31 January 2018'),
    dueRemarks: [escapeHtml('9 days overdue at 9 February 2018')],
    dueLine: escapeHtml('9 days overdue at 9 February 2018'),
    evidence: [{ title: escapeHtml('Attendance record'), address: 'https://example.org/record.pdf' }],
  }),
  row('2.2', {
    progress: prose(
      'Letters went to all schools. Each says:\n\n- what was asked;\n- what was *done*;\n- where to turn.',
    ),
  }),
  row('2.3', { mark: AMBER, owner: 'Head of Prevention; Cleveland Police', direction: 'new' }),
];

/** A paper as most are: eighteen actions, each section there. */
export function typicalPaper(changes: Partial<UpdatePaper> = {}): UpdatePaper {
  const eighteen = [1, 2, 3].map((which) =>
    group(
      String(which),
      ROWS.map((each) => {
        const reference = `${which}.${each.reference.replace('.', '')}`;
        return { ...each, reference, id: `action-1-${which}_${each.id}` };
      }),
    ),
  );
  const background = section('background', 'Background', 6, [
    'In November 2016 the Deputy Director of Safeguarding asked the panel to look into how young people are kept safe where images of themselves are made and shared.',
    'The panel set out:',
  ]);
  return {
    kind: 'update',
    language: 'en-GB',
    documentTitle: 'Children’s Services Update, Culture and Community Scrutiny Panel, 19 February 2018',
    day: '2018-02-09',
    council: {
      name: 'Ambridge Council',
      logo: null,
      colour: '#005a70',
      band: '#005a70',
      colourOnDark: '#7fc4d6',
    },
    head: {
      panel: 'Culture and Community Scrutiny Panel',
      councils: null,
      date: 'Monday 19 February 2018',
      place: 'Mandela Room, Town Hall, 10.30 am',
      item: 'Agenda item 6',
      title: escapeHtml('Children’s Services Update'),
      isLongTitle: false,
      appendix: null,
      subtitle: escapeHtml('Digital Safeguarding: Sexting and Youth Produced Sexual Imagery'),
      by: [],
      remarks: [],
    },
    labels: { skip: 'Skip to the paper', notices: 'Notices', evidence: 'Evidence:' },
    running: {
      left: 'Culture and Community Scrutiny Panel · 19 February 2018',
      right: 'Item 6 · Children’s Services Update',
      foot: 'Ambridge Council',
      confidential: null,
    },
    confidential: null,
    notices: [
      { label: null, html: prose('**Sample data.** The appendices are examples and speak of nobody.') },
    ],
    shows: { cover: true, appendixA: true, appendixB: true },
    withheld: null,
    contents: {
      id: 'contents',
      heading: 'Contents',
      lines: [
        { id: 'purpose', html: escapeHtml('Purpose of the report'), parts: [] },
        {
          id: 'appendix-b',
          html: escapeHtml('Appendix B. Action plan and progress'),
          parts: [1, 2, 3].map((which) => ({
            id: `group-${which}`,
            html: escapeHtml(`Recommendation ${which}`),
          })),
        },
      ],
    },
    purpose: section('purpose', 'Purpose of the report', 1, [
      'To update the panel on progress by Children’s Services against the recommendations of its review, and to ask for decisions.',
    ]),
    glance: {
      id: 'at-a-glance',
      heading: 'At a glance',
      total: '18',
      totalWords: 'actions in the plan',
      counts: [
        count(GREEN, 12, 18),
        count(AMBER, 4, 18),
        count(RED, 1, 18),
        count({ ...NO_UPDATE, word: 'No update received' }, 1, 18),
      ],
      sentence: '67% of the 18 actions are rated Green; the worst rating is Red (4.2).',
      remarks: ['Since the last report to the panel, three actions are better and one is worse.'],
    },
    attention: null,
    asks: section('asks', 'The panel is asked to:', 2, [
      'agree that actions 1.1, 2.2 and 3.1 are complete.',
      'decide whether to extend action 1.2 from 31 March 2018 to 30 June 2018, because the venue was lost to flooding.',
      'consider action 2.1 (9 days overdue at 9 February 2018).',
      'request, by the next meeting, an update on action 1.3: none was received from the Training Coordinator.',
    ]),
    background: {
      ...background,
      paragraphs: background.paragraphs.map((paragraph, index) => ({
        ...paragraph,
        letters:
          index === 1
            ? [
                { letter: 'a)', html: escapeHtml('to find out how common such images are;'), beneath: null },
                {
                  letter: 'b)',
                  html: escapeHtml('to examine what schools use to prevent them; and'),
                  beneath: null,
                },
                {
                  letter: 'c)',
                  html: escapeHtml('to consider what part the Council should play.'),
                  beneath: null,
                },
              ]
            : [],
      })),
    },
    evidence: section('evidence', 'Evidence', 8, [
      'Members visited 12 schools in January and February 2017.',
    ]),
    decisions: section('decisions', 'Decisions', 9, [
      'On 5 September 2017 the Executive agreed the response.',
    ]),
    oversight: section('oversight', 'Oversight', 10, ['The Departmental Management Team watches the plan.']),
    ownSections: { purpose: [], background: [], evidence: [], decisions: [] },
    implications: null,
    contact: {
      id: 'contact',
      heading: 'Contact officer',
      lines: [
        { text: 'Risk and Resilience Manager', address: null },
        { text: 'Prevention and Partnerships', address: null },
        { text: 'Telephone 01632 960001', address: 'tel:01632960001' },
        { text: 'resilience@example.org', address: 'mailto:resilience@example.org' },
      ],
    },
    backgroundPapers: {
      id: 'background-papers',
      heading: 'Background papers',
      papers: [{ title: escapeHtml('Final report of the panel'), address: 'https://example.org/final' }],
      none: null,
    },
    appendixA: {
      id: 'appendix-a',
      heading: 'Appendix A. Recommendations and the Executive’s response',
      columns: { reference: 'Ref', recommendation: 'Recommendation' },
      responseColumn: 'Response',
      introduction: ['3 recommendations: 2 accepted and 1 accepted in part.'],
      groups: [
        {
          id: 'recommendations-1',
          heading: null,
          recommendations: [
            recommendation('1'),
            recommendation('2'),
            recommendation('3', {
              response: 'Accepted in part',
              reason: prose('Counting begins with the Council’s own services.'),
            }),
          ],
        },
      ],
    },
    appendixB: plan(eighteen),
    ...changes,
  };
}

/** A paper with just this plan beside its cover. */
export function paperOf(appendixB: AppendixB, changes: Partial<UpdatePaper> = {}): UpdatePaper {
  return typicalPaper({ appendixB, ...changes });
}

/** Many plain words, no two neighbours alike. */
export function words(number: number): string {
  const some = 'schools pupils parents governors members officers boards services meetings reports'.split(
    ' ',
  );
  const said = Array.from(
    { length: number },
    (_, index) => `${some[(index * 7) % 10]} ${index % 13 === 12 ? 'met.' : 'and'}`,
  );
  return said.join(' ').split(' ').slice(0, number).join(' ');
}
