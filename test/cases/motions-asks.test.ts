import { describe, expect, test } from 'vitest';
import type { Model } from '../../src/model/index.js';
import { addendumRegister, trackerRegister } from '../../src/register/index.js';
import { addendumPaper, trackerPaper } from '../../src/view/index.js';
import { registerIn, wordsOn } from '../support/read-register.js';

function inCase(name: string): Model {
  return registerIn(`test/fixtures/cases/${name}`);
}

function motionsOf(name: string): readonly string[] {
  return (wordsOn(inCase(name), '2026-03-02').asks?.paragraphs ?? []).map(({ html }) => html);
}

describe('the motions', () => {
  test('b-request-earlier: an earlier date is called so, and is no more time', () => {
    expect(motionsOf('b-request-earlier')).toEqual([
      'To agree an earlier date for action 1.1, 30 June 2026; it is due on 31 December 2026. The reason given: Rain.',
    ]);
  });

  test('b-request-past: a date that has passed is called so', () => {
    expect(motionsOf('b-request-past').join(' ')).toContain(
      'until 25 February 2026, a date that has already passed;',
    );
  });

  test('b-sign-off-and-extend: one motion, and what was due is past', () => {
    expect(motionsOf('b-sign-off-and-extend')).toEqual([
      'To decide whether action 1.1 is complete and can be signed off and, if not, whether to extend it to 30 June 2026; it was due on 31 January 2026. The reason given: Rain.',
    ]);
  });

  test('b-asked-twice: no action is in two motions', () => {
    const motions = motionsOf('b-asked-twice');
    expect(motions.filter((motion) => /\b1\.1\b/.test(motion))).toHaveLength(1);
    expect(motions[0]).toMatch(/more time, until .* It is rated Red/);
  });

  test('b-days-late: days of lateness name their day', () => {
    const words = wordsOn(inCase('b-days-late'), '2026-03-02');
    expect(words.asks?.paragraphs.map(({ html }) => html)).toEqual([
      'To consider action 1.1 (20 days overdue at 20 February 2026).',
    ]);
    expect(words.appendixB?.groups[0]?.rows[0]?.dueRemarks).toContain('20 days overdue at 20 February 2026');
  });

  test('b-late-answer: a late response is among what the panel is asked to consider', () => {
    expect(motionsOf('b-late-answer')).toContain(
      'To note that the Executive’s response was due by 4 January 2026 and is 47 days overdue at 20 February 2026; to ask for it by the next meeting.',
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
      'One action is exempt (paragraph 3 of Part 1 of Schedule 12A); this copy does not say whether anything has come in on it.',
    ]);
    expect(summary(true)?.[0]).toBe(
      'Nothing has come in since the agenda was published on 20 February 2026; the published report is unchanged.',
    );
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
