import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { factsOn, partsOn } from '../support/facts.js';
import { folderWith, PROJECT } from '../support/folder.js';
import { atOffice } from '../support/office.js';
import { fixture, modelOf, soundModel } from '../support/registers.js';

/** A small register, as its files. */
function filesOf(name: string) {
  return fixture(join('cases', name));
}

/** Every word of a paper, with its facts. */
function wordsOf(name: string, date = '2026-03-02', item?: string): string {
  const asked = { date, ...(item ? { item } : {}) };
  return JSON.stringify(partsOn(soundModel(filesOf(name)), asked).parts[0]?.paper);
}

async function asked(name: string, today: string, ...argv: readonly string[]) {
  const cwd = folderWith({});
  cpSync(join(PROJECT, 'test', 'fixtures', 'cases', name), cwd, { recursive: true });
  return atOffice(today, argv, { cwd });
}

describe('what is known', () => {
  test('a-rejected-action: an action of a rejected recommendation is shown, counted and late', async () => {
    const words = wordsOf('a-rejected-action');
    expect(words).toContain('Build a slate works. Rejected; instead:');
    expect(words).toContain('Buy slates with the Trust');
    expect(words).toContain('36 days overdue at 20 February 2026');
    expect(factsOn(soundModel(filesOf('a-rejected-action')), { date: '2026-03-02' }).counts).toMatchObject({
      actions: 2,
    });
    const show = await asked(
      'a-rejected-action',
      '2026-03-02',
      'show',
      'repairs/2.1',
      '--as-at',
      '2026-03-02',
    );
    expect(show).toMatchObject({ code: 0, err: '' });
    expect(show.out).toContain('Buy slates with the Trust');
    const status = await asked('a-rejected-action', '2026-03-02', 'status', '--as-at', '2026-03-02');
    expect(status.out).toContain('repairs/2.1');
  });

  test('a-two-reports: both reports since the last paper are printed, the latest first', () => {
    const words = wordsOf('a-two-reports');
    const all = [...words.matchAll(/One roofer was hired; the other begins in March\./g)];
    expect(all).toHaveLength(1);
    expect(words).toContain('1 earlier report, of 10 February 2026.');
    expect(words).toContain('"heading":"Reported on 10 February 2026, rated Amber:"');
    expect(words).toMatch(/"progress":"[^"]*The second roofer begins on Monday\./);
    expect(words).toMatch(/"earlier":\[\{[^\]]*One roofer was hired/);
  });

  test('b-reported-in-words: who reported in words has reported, and no paper speaks of ratings', async () => {
    const words = wordsOf('b-reported-in-words');
    expect(words).not.toContain('No update');
    expect(words).toContain('Updates were received on both recommendations.');
    expect(words).not.toMatch(/rated|without a rating|Key to the ratings.{0,20}Green/);
    const facts = factsOn(soundModel(filesOf('b-reported-in-words')), { date: '2026-03-02' });
    expect(facts.counts).toMatchObject({ actions: 2, notRated: 2, noUpdate: 0 });
    expect(facts.actions.map(({ counted }) => counted)).not.toContain('no-update');
    const json = await asked(
      'b-reported-in-words',
      '2026-02-20',
      'status',
      '--as-at',
      '2026-02-20',
      '--json',
    );
    expect(JSON.parse(json.out).counts).toMatchObject({ actions: 2, notRated: 2, awaitingUpdate: 0 });
    const text = await asked('b-reported-in-words', '2026-02-20', 'status', '--as-at', '2026-02-20');
    expect(text.out).toContain('2  reported without a rating');
  });

  test('b-response-not-recorded: progress is welcome where no response is recorded', () => {
    const { diagnostics } = modelOf(filesOf('b-response-not-recorded'));
    expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
  });

  test('b-response-not-recorded-page: no response is printed, and the recommendations are counted', () => {
    const words = wordsOf('b-response-not-recorded-page');
    expect(words).not.toMatch(/awaited|Response:/i);
    expect(
      factsOn(soundModel(filesOf('b-response-not-recorded-page')), { date: '2026-03-02' }).counts?.actions,
    ).toBe(2);
  });

  test('b-deferred-answer: to defer a response is not to give it', async () => {
    const words = wordsOf('b-deferred-answer');
    expect(words).toContain('The Executive has deferred its response.');
    expect(words).not.toContain('The Executive answered');
    expect(words).not.toContain('put off');
    const show = await asked('b-deferred-answer', '2026-03-02', 'status', '--as-at', '2026-03-02', '--json');
    expect(JSON.parse(show.out).reviews[0].answered).toBe(false);
  });

  test('a-review-twice: an item that names a review twice is an error at the second name', () => {
    const { diagnostics } = modelOf(filesOf('a-review-twice'));
    expect(diagnostics.filter(({ severity }) => severity === 'error')).toMatchObject([
      { code: 'item-review-twice', message: "this item names the review 'repairs' twice" },
    ]);
  });

  test('b-last-paper-never-had: another panel’s paper is named as such', () => {
    const words = wordsOf('b-last-paper-never-had', '2026-03-02', '5');
    expect(words).toContain(
      'Since the last report, for the Homes Scrutiny Panel’s meeting of 6 October 2025',
    );
    expect(words).not.toContain('Since the last report to the panel');
  });

  test('b-handed-over: the paper says from whom the review came, and whose the report is', () => {
    const words = wordsOf('b-handed-over');
    expect(words).toContain('The Homes Scrutiny Panel handed this review over to the Streets');
    expect(words).toContain('the Homes Scrutiny Panel’s report');
    expect(words).not.toContain('the panel’s report');
  });

  test('b-handed-over: a tracker says it of the review too', () => {
    const files = filesOf('b-handed-over');
    const meeting = 'data/meetings/2026-03-02-homes.yaml';
    const model = soundModel({
      ...files,
      [meeting]: files[meeting]?.replace('report: update', 'report: tracker') ?? '',
    });
    expect(JSON.stringify(partsOn(model, { date: '2026-03-02' }).parts[0]?.paper)).toContain(
      'The Homes Scrutiny Panel handed this review over to the Streets Scrutiny Panel on 1 February 2026.',
    );
  });

  test.each([
    ['2026-06-30', 'Earlier date agreed on 12 February 2026 (minute 14).'],
    ['2027-06-30', 'Extended on 12 February 2026 (minute 14).'],
  ])('b-request-earlier: a tracker says of %s what was given', (due, said) => {
    const files = filesOf('b-request-earlier');
    const meeting = 'data/meetings/2026-03-02-homes.yaml';
    const model = soundModel({
      ...files,
      [meeting]: files[meeting]?.replace('report: update', 'report: tracker') ?? '',
      'data/meetings/2026-02-12-homes.yaml': `date: 2026-02-12\npanel: homes\nitems: []\ndecisions:\n  - { action: repairs/1.1, decision: extension-granted, due: ${due}, minute: 14 }\n`,
    });
    expect(JSON.stringify(partsOn(model, { date: '2026-03-02' }).parts[0]?.paper)).toContain(said);
  });

  test('b-wrong-panel: an item of a panel that does not monitor the review is a warning', async () => {
    const { code, out } = await asked('b-wrong-panel', '2026-03-02', 'check', '--strict');
    expect(code).toBe(1);
    expect(out).toContain('warning item-panel');
  });
});
