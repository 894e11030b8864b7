import { describe, expect, test } from 'vitest';
import type { Paper } from '../../src/view/index.js';
import { partsOn } from '../support/facts.js';
import { htmlOf } from '../support/papers.js';
import { SMALL, small, soundModel } from '../support/registers.js';

const COUNCIL = 'data/council.yaml';
const REVIEW = 'data/reviews/repairs/review.yaml';
const PROGRESS = 'data/reviews/repairs/progress/2020-02-10.yaml';
const MEETING = 'data/meetings/2020-03-02-homes.yaml';

/** The paper of one item of 2 March 2020. */
function paperOf(changes: Readonly<Record<string, string>>, item = '4'): Paper {
  const paper = partsOn(soundModel(small(changes)), { date: '2020-03-02', item }).parts[0]?.paper;
  if (!paper) throw new Error('no paper');
  return paper;
}

/** A plan of actions 1.1, 1.2 …, and what was reported on each: the inside of its braces, or nothing. */
function plan(...reports: readonly (string | undefined)[]): Readonly<Record<string, string>> {
  const refs = reports.map((_, index) => `1.${index + 1}`);
  const given = reports.flatMap((report, index) =>
    report === undefined ? [] : [`  1.${index + 1}: { ${report} }`],
  );
  return {
    [REVIEW]: [
      'title: Repairs',
      'panel: homes',
      'executive-response: { date: 2019-10-01, decision: agreed }',
      'recommendations:',
      '  - ref: 1',
      '    text: Mend roofs within a week.',
      '    response: accepted',
      '    actions:',
      ...refs.map((ref) => `      - { ref: ${ref}, text: Mend it, owner: clerk, due: 2020-12-31 }`),
      'background-papers: []',
      '',
    ].join('\n'),
    [PROGRESS]: given.length === 0 ? '' : `as-at: 2020-02-10\nprogress:\n${given.join('\n')}\n`,
  };
}

function sentence(...reports: readonly (string | undefined)[]): string {
  const paper = paperOf(plan(...reports));
  if (paper.kind === 'addendum' || !paper.glance) throw new Error('no glance');
  return paper.glance.sentence;
}

describe('at a glance, the sentence says what the numbers above it amount to', () => {
  const amber = 'rating: amber, note: N.';
  const red = 'rating: red, note: N.';
  const green = 'rating: green, note: N.';

  test.each([
    ['one, rated', [amber], 'The one action is rated Amber.'],
    ['both, rated', [amber, amber], 'Both actions are rated Amber.'],
    ['all, rated', [amber, amber, amber], 'All 3 actions are rated Amber.'],
    ['one, silent', [undefined], 'No update was received on the one action.'],
    ['both, silent', [undefined, undefined], 'No update was received on either action.'],
    ['all, silent', [undefined, undefined, undefined], 'No update was received on any of the 3 actions.'],
    ['one, in words', ['note: N.'], 'An update was received on the one action.'],
    ['both, in words', ['note: N.', 'note: N.'], 'Updates were received on both actions.'],
    [
      'none of the best',
      [amber, red, red],
      'None of the three actions is rated Green; the worst rating is Red (1.2 and 1.3).',
    ],
    [
      'neither of the best',
      [amber, red],
      'Neither of the two actions is rated Green; the worst rating is Red (1.2).',
    ],
    [
      'some of the best',
      [green, green, amber],
      'Two of the three actions are rated Green; the worst rating is Amber (1.3).',
    ],
    ['one of two, in words', ['note: N.', undefined], 'An update was received on one of the two actions.'],
    [
      'a share of many, and no long list',
      [green, green, green, green, green, ...Array.from({ length: 6 }, () => red)],
      '45% of the 11 actions are rated Green; the worst rating is Red.',
    ],
  ])('%s', (_, reports, said) => {
    expect(sentence(...reports)).toBe(said);
  });

  test('a share of nearly none or nearly all is never called none or all', () => {
    const many = (number: number, report: string) => Array.from({ length: number }, () => report);
    expect(sentence(...many(250, green), red)).toMatch(/^99% of the 251 actions are rated Green/);
    expect(sentence(...many(250, red), green)).toMatch(/^1% of the 251 actions are rated Green/);
  });

  test('ratings to query are listed by what is odd, each with its rating', () => {
    const paper = paperOf({
      ...plan(green, amber),
      [REVIEW]: (plan(green, amber)[REVIEW] ?? '').replace(
        'ref: 1.2, text: Mend it, owner: clerk, due: 2020-12-31',
        'ref: 1.2, text: Mend it, owner: clerk, due: 2020-01-31',
      ),
    });
    if (paper.kind !== 'update') throw new Error('no update');
    expect(paper.glance?.remarks.at(-1)).toBe(
      'Members may wish to query: 1.1 is Green without evidence; 1.2 is Amber but overdue.',
    );
  });
});

describe('who presents a paper', () => {
  test.each([
    ['presented-by: head-of-homes', 'The Head of Homes will give a verbal update at the meeting.'],
    [
      'presented-by: the Chief Fire Officer',
      'The Chief Fire Officer will give a verbal update at the meeting.',
    ],
  ])('%s', (by, said) => {
    const agenda = (SMALL[MEETING] ?? '').replace('review: repairs', `review: repairs, ${by}`);
    expect(paperOf({ [MEETING]: agenda }).purpose.paragraphs.at(-1)?.html).toBe(
      `Appendix B gives progress and a rating for each action. ${said}`,
    );
  });
});

test('the key has a label alone where its meaning would repeat it', () => {
  const council = `${SMALL[COUNCIL] ?? ''}ratings:\n  done: { label: Actioned, meaning: Actioned, closes: true }\n  amber: { label: Pending }\n  red: { label: Stuck, meaning: Cannot go on }\n`;
  const html = htmlOf(small({ [COUNCIL]: council }));
  const key = html.slice(html.indexOf('<div class="key">'));
  const words = key
    .slice(0, key.indexOf('</div>'))
    .replaceAll('</li>', ' ')
    .replace(/<[^>]+>/g, '');
  expect(words.replace(/\s+/g, ' ').trim()).toBe(
    'Key to the ratings Actioned Pending Stuck: Cannot go on No update: No update was received for this meeting; the last one is shown with its date',
  );
});

test('a reference that begins with its word is not called so twice', () => {
  const review = [
    'title: Repairs',
    'panel: homes',
    'executive-response: { date: 2019-10-01, decision: agreed }',
    'recommendations:',
    '  - { ref: Recommendation SR 01, text: Mend roofs., owner: clerk, due: 2020-12-31 }',
    '  - { ref: Recommendation SR 02, text: Tell tenants., owner: clerk, due: 2020-12-31 }',
    '',
  ].join('\n');
  const words = JSON.stringify(paperOf({ [REVIEW]: review, [PROGRESS]: '' }));
  expect(words).toContain('Recommendation SR 01');
  expect(words).not.toMatch(/recommendations? recommendation/i);
});

describe('a tracker says how much it is about, once', () => {
  test('in words to ten', () => {
    const agenda = (SMALL[MEETING] ?? '').replace('report: update, review: repairs', 'report: tracker');
    expect(paperOf({ [MEETING]: agenda }).purpose.paragraphs[0]?.html).toBe(
      'To report where the one recommendation from one review stood on 21 February 2020.',
    );
  });

  test('in its subtitle, where the reviews are too many to name', () => {
    const others = Object.fromEntries(
      ['a', 'b', 'c'].map((key) => [
        `data/reviews/${key}/review.yaml`,
        (SMALL[REVIEW] ?? '').replace('title: Repairs', `title: Review ${key}`),
      ]),
    );
    const agenda = (SMALL[MEETING] ?? '').replace('report: update, review: repairs', 'report: tracker');
    expect(paperOf({ ...others, [MEETING]: agenda }).head.subtitle).toBe('Recommendations from four reviews');
  });
});

describe('an addendum', () => {
  const AGENDA = [
    'date: 2020-03-02',
    'published: 2020-02-21',
    'panel: homes',
    'items:',
    '  - { number: 4, title: Homes Update, report: update, review: [repairs, doors] }',
    '  - { number: 6, title: Addendum, report: addendum, review: [repairs, doors] }',
    '',
  ].join('\n');
  const two = {
    [MEETING]: AGENDA,
    'data/reviews/doors/review.yaml': (SMALL[REVIEW] ?? '').replace('title: Repairs', 'title: Doors'),
  };
  const late = 'as-at: 2020-02-24\nprogress: { 1.1: { rating: red, note: N. } }\n';

  test('names in its subtitle only the reviews that have news', () => {
    expect(paperOf({ ...two, 'data/reviews/doors/progress/2020-02-24.yaml': late }, '6').head.subtitle).toBe(
      'Doors',
    );
  });

  test('names all where there is none, since of all nothing has come in', () => {
    expect(paperOf(two, '6').head.subtitle).toBe('Repairs and Doors');
  });
});

describe('how the Executive responded', () => {
  const responses = (...given: readonly string[]) =>
    [
      'title: Repairs',
      'panel: homes',
      'executive-response: { date: 2019-10-01, decision: agreed }',
      'recommendations:',
      ...given.map((one, index) => `  - { ref: ${index + 1}, text: Mend it.${one}, actions: [] }`),
      '',
    ].join('\n');

  function introduction(...given: readonly string[]): string | undefined {
    const paper = paperOf({ [REVIEW]: responses(...given), [PROGRESS]: '' });
    if (paper.kind !== 'update') throw new Error('no update');
    return (paper.appendixA ?? paper.appendixB)?.introduction[0]?.replace(
      ' The Executive responded on 1 October 2019.',
      '',
    );
  }

  const accepted = ', response: accepted';
  const noted = ', response: noted';
  const awaited = ', response: awaited';
  const exempt = ', response: accepted, exempt: { paragraph: 3, reason: Names. }';

  test.each([
    ['one', [accepted], 'The one recommendation was accepted.'],
    ['both', [noted, noted], 'Both recommendations were noted.'],
    ['all', [accepted, accepted, accepted], 'All 3 recommendations were accepted.'],
    ['none, of one', [awaited], 'The Executive has not yet responded to the one recommendation.'],
    [
      'none, of three',
      [awaited, awaited, awaited],
      'The Executive has not yet responded to any of the 3 recommendations.',
    ],
    [
      'some',
      [accepted, accepted, noted, awaited, exempt],
      'Of 5 recommendations, 2 were accepted and 1 was noted; the response to 1 is awaited; the response to 1 is exempt.',
    ],
  ])('%s', (_, given, said) => {
    expect(introduction(...given)).toBe(said);
  });
});

test.each([
  ['To ask who mends roofs.', 'The term of reference was to ask who mends roofs.', 0],
  ['Roofs, and who mends them.', 'The term of reference was:', 1],
])('one term of reference: %s', (term, said, letters) => {
  const paper = paperOf({ [REVIEW]: `${SMALL[REVIEW] ?? ''}terms-of-reference: ['${term}']\n` });
  if (paper.kind !== 'update') throw new Error('no update');
  expect(paper.background?.paragraphs.at(-1)).toMatchObject({ html: said });
  expect(paper.background?.paragraphs.at(-1)?.letters).toHaveLength(letters);
});

test.each([
  ['', 'Action 1.2 is now rated Amber; there was no update before.'],
  [
    'as-at: 2020-02-10\nprogress: { 1.2: { rating: red, note: N. } }\n',
    'Action 1.2 is now rated Amber; it was rated Red.',
  ],
  [
    'as-at: 2020-02-10\nprogress: { 1.2: { note: N. } }\n',
    'Action 1.2 is now rated Amber; its update had no rating before.',
  ],
])('an addendum says what one rating is now and was before: %j', (before, said) => {
  const paper = paperOf(
    {
      [MEETING]: `${SMALL[MEETING] ?? ''}  - { number: 6, title: Addendum, report: addendum, review: repairs }\n`,
      [PROGRESS]: before,
      'data/reviews/repairs/progress/2020-02-24.yaml':
        'as-at: 2020-02-24\nprogress: { 1.2: { rating: amber, note: N. } }\n',
    },
    '6',
  );
  if (paper.kind !== 'addendum') throw new Error('no addendum');
  expect(paper.summary?.paragraphs.map(({ html }) => html)).toContain(said);
});

describe('a decision says why', () => {
  function decided(decision: string): string {
    const paper = paperOf({
      'data/meetings/2020-01-13-homes.yaml': `date: 2020-01-13\npanel: homes\nitems: [{ number: 4, title: Homes, report: update, review: repairs }]\ndecisions: [{ action: repairs/1.2, ${decision} }]\n`,
      'data/reviews/repairs/progress/2020-01-02.yaml':
        'as-at: 2020-01-02\nprogress: { 1.2: { rating: amber, note: N., revised-due: 2020-09-30, reason: Staff left. } }\n',
    });
    if (paper.kind !== 'update') throw new Error('no update');
    return (paper.decisions?.paragraphs.at(-1)?.html ?? '').replace(
      'On 13 January 2020 the Homes Panel ',
      '',
    );
  }

  test.each([
    [
      'decision: extension-granted, due: 2020-09-30, minute: "12"',
      'extended action 1.2 to 30 September 2020, as asked on 2 January 2020 (minute 12). Reason for the request: Staff left.',
    ],
    [
      'decision: extension-granted, due: 2020-08-31',
      'extended action 1.2 to 31 August 2020, not to 30 September 2020 as asked on 2 January 2020. Reason for the request: Staff left.',
    ],
    [
      'decision: extension-granted, due: 2020-04-30',
      'brought action 1.2 forward to 30 April 2020, not to 30 September 2020 as asked on 2 January 2020. Reason for the request: Staff left.',
    ],
    [
      'decision: extension-refused, reason: It has moved twice., minute: "12"',
      'refused to extend action 1.2 to 30 September 2020, asked for on 2 January 2020, because it has moved twice (minute 12). Reason for the request: Staff left.',
    ],
    [
      'decision: transferred, to: the Parks Trust, reason: It now has the powers., minute: "12"',
      'transferred action 1.2 to the Parks Trust, because it now has the powers (minute 12).',
    ],
    ['decision: paused, reason: Frost in May.', 'paused action 1.2. Reason given: Frost in May.'],
    [
      'decision: paused, reason: The men were ill; so was she.',
      'paused action 1.2. Reason given: The men were ill; so was she.',
    ],
  ])('%s', (decision, said) => {
    expect(decided(decision)).toBe(said);
  });
});
