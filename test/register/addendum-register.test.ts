import { describe, expect, test } from 'vitest';
import { type AddendumRegister, addendumRegister } from '../../src/register/index.js';
import { day } from '../support/host.js';
import { fixture, soundModel } from '../support/registers.js';

const FILES = fixture('tracker');
const FLOODING = 'data/reviews/street-flooding/review.yaml';

function addendum(
  files: Readonly<Record<string, string>>,
  { asAt, isConfidential = false }: { readonly asAt?: string; readonly isConfidential?: boolean } = {},
): AddendumRegister {
  const model = soundModel(files);
  const meeting = model.meetings.find(
    ({ date, panel }) => date === '2024-04-15' && panel.key === 'communities',
  );
  const item = meeting?.items.find(({ report }) => report === 'addendum');
  if (!meeting || !item) throw new Error('no addendum');
  return addendumRegister(model, {
    meeting,
    item,
    asAt: asAt === undefined ? undefined : day(asAt),
    isConfidential,
  });
}

/** What came in, in few words. */
function said({ arrivals }: AddendumRegister): readonly string[] {
  return arrivals.map(
    ({ action, arrivals: came }) =>
      `${action.review.key}/${action.action.ref} ${came
        .map((arrival) =>
          arrival.kind === 'report'
            ? `report ${arrival.entry.asAt}`
            : arrival.kind === 'decision'
              ? `${arrival.decided.decision.decision} ${arrival.decided.meeting.date}`
              : arrival.kind === 'agreed'
                ? `agreed ${arrival.on}`
                : 'withheld',
        )
        .join(', ')}`,
  );
}

function progress(review: string, asAt: string, lines: string): Readonly<Record<string, string>> {
  return { [`data/reviews/${review}/progress/${asAt}.yaml`]: `as-at: ${asAt}\nprogress:\n${lines}` };
}

function changed(path: string, from: string, to: string): Readonly<Record<string, string>> {
  const text = FILES[path] ?? '';
  if (!text.includes(from)) throw new Error(`${path} has no ${from}`);
  return { [path]: text.replace(from, to) };
}

describe('an addendum', () => {
  test('holds what is dated after the agenda was published, in the order of the plan', () => {
    expect(said(addendum(FILES))).toEqual([
      'empty-homes/R2b report 2024-04-12',
      'street-flooding/2.1 report 2024-04-11',
      'street-flooding/3.1 report 2024-04-11',
    ]);
  });

  test('is as at the day of the meeting, and no other', () => {
    expect(addendum(FILES)).toMatchObject({ day: '2024-04-15', published: '2024-04-05', isOtherDay: false });
    expect(addendum(FILES, { asAt: '2024-04-11' })).toMatchObject({ day: '2024-04-11', isOtherDay: true });
  });

  test.each([
    ['2024-04-05', false],
    ['2024-04-06', true],
    ['2024-04-15', true],
    ['2024-04-16', false],
  ])('takes a report of %s: %s', (asAt, isIn) => {
    const files = {
      ...FILES,
      ...progress('young-carers', asAt, '  1.2: { rating: amber, note: A page is found. }\n'),
    };
    expect(said(addendum(files)).includes(`young-carers/1.2 report ${asAt}`)).toBe(isIn);
  });

  test('as at an earlier day holds what had come in by then', () => {
    expect(said(addendum(FILES, { asAt: '2024-04-11' }))).toEqual([
      'street-flooding/2.1 report 2024-04-11',
      'street-flooding/3.1 report 2024-04-11',
    ]);
    expect(said(addendum(FILES, { asAt: '2024-04-01' }))).toEqual([]);
  });

  test('knows beside each what the agenda’s paper knew, and nothing newer', () => {
    const found = addendum(FILES).arrivals.map(({ before }) => [
      before?.state.latest?.asAt,
      before?.counted.in,
    ]);
    expect(found).toEqual([
      ['2024-01-09', 'no-update'],
      ['2024-04-02', 'rating'],
      ['2024-04-02', 'rating'],
    ]);
  });

  test('holds what another panel decided in between, and neither this meeting’s decisions nor what the paper knew', () => {
    const decided = (date: string) =>
      `date: ${date}\npanel: children\ndecisions:\n  - { action: young-carers/1.2, decision: paused, reason: The page is rebuilt. }\n`;
    const of = (date: string) =>
      said(addendum({ ...FILES, [`data/meetings/${date}-children.yaml`]: decided(date) })).filter((line) =>
        line.startsWith('young-carers'),
      );
    expect(of('2024-04-10')).toEqual(['young-carers/1.2 paused 2024-04-10']);
    expect(of('2024-04-04')).toEqual([]);
    expect(of('2024-04-15')).toEqual([]);
    const own = {
      ...FILES,
      ...changed(
        'data/meetings/2024-04-15-communities.yaml',
        'venue:',
        'decisions:\n  - { action: young-carers/1.2, decision: paused, reason: Later. }\nvenue:',
      ),
    };
    expect(said(addendum(own))).toEqual(said(addendum(FILES)));
  });

  test('holds an action that was agreed in between', () => {
    const files = {
      ...FILES,
      ...changed(
        'data/reviews/young-carers/review.yaml',
        '      - { ref: 1.2,',
        '      - { ref: 1.3, text: Tell every parent., agreed: 2024-04-09 }\n      - { ref: 1.2,',
      ),
    };
    expect(said(addendum(files))).toContain('young-carers/1.3 agreed 2024-04-09');
  });

  test('holds the Executive’s answer where it was given in between', () => {
    const files = {
      ...FILES,
      ...changed('data/reviews/empty-homes/review.yaml', 'date: 2023-05-09', 'date: 2024-04-08'),
    };
    expect(addendum(files).answered.map(({ review }) => review.key)).toEqual(['empty-homes']);
    expect(addendum(FILES).answered).toEqual([]);
  });
});

describe('what is exempt', () => {
  const exemptAction = {
    ...FILES,
    ...changed(FLOODING, '{ ref: 2.1,', '{ ref: 2.1, exempt: { paragraph: 3 },'),
  };

  test('as an action is not in a public addendum, whether something came in or not', () => {
    expect(said(addendum(exemptAction))).toEqual([
      'empty-homes/R2b report 2024-04-12',
      'street-flooding/3.1 report 2024-04-11',
    ]);
    expect(said(addendum(exemptAction, { isConfidential: true }))).toEqual(said(addendum(FILES)));
  });

  test('as a report is said to be withheld, beside what is public of the action', () => {
    const files = {
      ...FILES,
      ...changed(
        'data/reviews/street-flooding/progress/2024-04-11.yaml',
        '  2.1:\n',
        '  2.1:\n    exempt: { paragraph: 3 }\n',
      ),
    };
    const open = addendum(files);
    expect(said(open)[1]).toBe('street-flooding/2.1 withheld');
    expect(JSON.stringify(open.arrivals.map(({ arrivals }) => arrivals))).not.toContain('has written to say');
    expect(said(addendum(files, { isConfidential: true }))).toEqual(said(addendum(FILES)));
  });
});
