import { describe, expect, test } from 'vitest';
import { partsOn } from '../support/facts.js';
import { lineWords } from '../support/page-words.js';
import { small, soundModel } from '../support/registers.js';

const REVIEW = 'data/reviews/repairs/review.yaml';
const PROGRESS = 'data/reviews/repairs/progress/2020-02-10.yaml';
const MEETING = 'data/meetings/2020-03-02-homes.yaml';

const ONE_LEVEL = [
  'title: Repairs',
  'panel: homes',
  'executive-response: { date: 2019-10-01, decision: agreed }',
  'recommendations:',
  '  - { ref: SC1, text: Mend roofs., owner: clerk, due: 2020-12-31 }',
  '  - { ref: SC2, text: Tell tenants., owner: clerk, due: 2020-12-31 }',
  '',
].join('\n');

const TWO_LEVELS = `${ONE_LEVEL}  - { ref: SC3, text: Hire., actions: [{ ref: SC3.1, text: Hire two roofers, owner: clerk, due: 2020-12-31 }] }\n`;

const AGENDA = [
  'date: 2020-03-02',
  'published: 2020-02-21',
  'panel: homes',
  'items:',
  '  - { number: 4, title: Homes Update, report: update, review: repairs }',
  '  - { number: 5, title: Tracker, report: tracker, review: repairs }',
  '  - { number: 6, title: Addendum, report: addendum, review: repairs }',
  '',
].join('\n');

/** A paper on recommendations that are tracked by themselves. */
function paperWith(
  review: string,
  progress: string,
  more: Readonly<Record<string, string>> = {},
  item = '4',
) {
  const model = soundModel(small({ [REVIEW]: review, [PROGRESS]: progress, [MEETING]: AGENDA, ...more }));
  const paper = partsOn(model, { date: '2020-03-02', item }).parts[0]?.paper;
  if (!paper) throw new Error('no paper');
  return paper;
}

function motionsOf(paper: ReturnType<typeof paperWith>): readonly string[] {
  return paper.asks?.paragraphs.map(({ html }) => lineWords(html)) ?? [];
}

function glanceOf(paper: ReturnType<typeof paperWith>) {
  if (paper.kind === 'addendum' || !paper.glance) throw new Error('no glance');
  return paper.glance;
}

const GREEN = 'as-at: 2020-02-10\nprogress: { SC1: { rating: green } }\n';

describe('a recommendation that is tracked by itself', () => {
  test('is never called an action: counts, motions, decisions', () => {
    const earlier = 'data/meetings/2020-01-13-homes.yaml';
    const paper = paperWith(ONE_LEVEL, GREEN, {
      [earlier]:
        'date: 2020-01-13\npanel: homes\nitems: [{ number: 4, title: Homes, report: update, review: repairs }]\ndecisions: [{ action: repairs/SC1, decision: reopened, reason: "It leaks." }]\n',
    });
    const { totalWords, sentence, remarks } = glanceOf(paper);
    expect(totalWords).toBe('recommendations in the plan');
    expect(sentence).toBe('One of the two recommendations is rated Green.');
    expect(remarks).toEqual([
      'Since the last report to the panel, for the meeting of 13 January 2020: 1 recommendation is rated for the first time (SC1).',
      'Members may wish to query: SC1 is Green without evidence.',
    ]);
    expect(motionsOf(paper)).toEqual([
      'agree that recommendation SC1 “Mend roofs” is complete (no evidence was given).',
      'request, by the next meeting, an update on recommendation SC2 “Tell tenants”: none was received from the Clerk.',
    ]);
    if (paper.kind !== 'update') throw new Error('no update paper');
    expect(JSON.stringify(paper.decisions)).toContain('reopened recommendation SC1, because it leaks.');
    expect(JSON.stringify([paper.glance, paper.asks, paper.decisions])).not.toMatch(/\bactions? SC/);
  });

  test('stands beside actions under the name of both', () => {
    const both = 'as-at: 2020-02-10\nprogress: { SC1: { rating: green }, SC3.1: { rating: green } }\n';
    const paper = paperWith(TWO_LEVELS, both);
    expect(glanceOf(paper).totalWords).toBe('recommendations and actions in the plan');
    expect(glanceOf(paper).sentence).toBe('Two of the three recommendations and actions are rated Green.');
    expect(motionsOf(paper)[0]).toBe(
      'agree that recommendations and actions SC1 “Mend roofs” and SC3.1 “Hire two roofers” are complete (no evidence was given).',
    );
  });

  test('is one in an addendum', () => {
    const paper = paperWith(ONE_LEVEL, 'as-at: 2020-02-24\nprogress: { SC1: { rating: red } }\n', {}, '6');
    if (paper.kind !== 'addendum') throw new Error('no addendum');
    expect(paper.arrivals?.groups.map(({ reference }) => reference)).toEqual(['Recommendation SC1']);
    expect(paper.asks?.heading).toBe('The panel is now asked to:');
    expect(JSON.stringify(paper.summary)).toContain('on recommendation SC1.');
  });
});

describe('members are warned before they sign off', () => {
  test('for which of several no evidence was given', () => {
    const paper = paperWith(
      ONE_LEVEL,
      'as-at: 2020-02-10\nprogress: { SC1: { rating: green, evidence: Minutes }, SC2: { rating: green } }\n',
    );
    expect(motionsOf(paper)).toEqual([
      'agree that recommendations SC1 “Mend roofs” and SC2 “Tell tenants” are complete (no evidence was given for SC2).',
    ]);
  });

  test('nothing where evidence was given', () => {
    const paper = paperWith(
      ONE_LEVEL,
      'as-at: 2020-02-10\nprogress: { SC1: { rating: green, evidence: Minutes }, SC2: { rating: amber } }\n',
    );
    expect(motionsOf(paper)).toEqual(['agree that recommendation SC1 “Mend roofs” is complete.']);
  });
});

describe('the purpose promises no more than the paper holds', () => {
  const purpose = (paper: ReturnType<typeof paperWith>) => paper.purpose?.paragraphs[0]?.html ?? '';

  test('decisions only where one is asked for', () => {
    expect(purpose(paperWith(ONE_LEVEL, GREEN))).toBe(
      'To update the Homes Panel on progress against the recommendations of “Repairs” (listed in Appendix A), and to ask for the panel’s decisions.',
    );
    const quiet = 'as-at: 2020-02-10\nprogress: { SC1: { rating: amber }, SC2: { rating: amber } }\n';
    const paper = paperWith(ONE_LEVEL, quiet);
    expect(purpose(paper)).toBe(
      'To update the Homes Panel on progress against the recommendations of “Repairs” (listed in Appendix A).',
    );
    expect(motionsOf(paper)).toEqual(['note the progress in Appendix A. No decision is needed.']);
  });

  test('a tracker of chosen reviews names them, since the panel asked for nothing', () => {
    expect(purpose(paperWith(ONE_LEVEL, GREEN, {}, '5'))).toBe(
      'To report where the two recommendations of “Repairs” stood on 21 February 2020.',
    );
  });
});
