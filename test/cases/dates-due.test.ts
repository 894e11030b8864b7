import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { partsOn } from '../support/facts.js';
import { folderWith, PROJECT } from '../support/folder.js';
import { atOffice } from '../support/office.js';
import { fixture, soundModel } from '../support/registers.js';

/** A case's register in a folder of its own, and commands that are run there. */
function registerOf(name: string) {
  const cwd = folderWith({});
  const review = join(cwd, 'data', 'reviews', 'repairs', 'review.yaml');
  cpSync(join(PROJECT, 'test', 'fixtures', 'cases', name), cwd, { recursive: true });
  return {
    run: (...argv: readonly string[]) => atOffice('2026-03-02', argv, { cwd }),
    review: () => readFileSync(review, 'utf8'),
    write: (text: string) => writeFileSync(review, text),
  };
}

/** Every word of the paper for 2 March 2026. */
function paperOf(name: string): string {
  return JSON.stringify(
    partsOn(soundModel(fixture(join('cases', name))), { date: '2026-03-02' }).parts[0]?.paper,
  );
}

describe('due dates as people write them', () => {
  test('b-due-forms: a date in another form is reported with its ISO form, and --fix writes it', async () => {
    const register = registerOf('b-due-forms');
    const before = await register.run('check', '--strict');
    expect(before.code).toBe(1);
    const told = [
      ["10:60 error date-format  'Mar-25' is a date, but", 'Write 2025-03: year, month.'],
      ['11:60 error date-invalid  there is no such day as 31 June 2025', 'See how many days that month has'],
      ["12:60 error date-format  '2025–03–31' is a date, but", 'Write 2025-03-31: year, month, day.'],
      [
        "13:60 error date-format  '2025-03-31T00:00:00' is a date, but",
        'Write 2025-03-31: year, month, day.',
      ],
      ["14:60 error date-format  '45747' is a date, but", 'Write 2025-03-31: year, month, day.'],
    ];
    const blocks = before.out.split('\n\n').filter((block) => block.includes(' error '));
    expect(blocks).toHaveLength(told.length);
    for (const [index, words] of told.entries())
      for (const word of words) expect(blocks[index]).toContain(word);

    await register.run('check', '--fix');
    const dues = [...register.review().matchAll(/due: (.*) \}/g)].map(([, due]) => due);
    expect(dues).toEqual([
      '2025-03',
      '"31 June 2025"',
      '2025-03-31',
      '2025-03-31',
      '2025-03-31',
      '"by 31 March 2025"',
      '"31 March 2025 (was 30 June 2024)"',
    ]);
  });

  test('b-due-forms: a date within words is printed as written and late, and other words never are', async () => {
    const register = registerOf('b-due-forms');
    await register.run('check', '--fix');
    register.write(register.review().replace('31 June 2025', 'ongoing'));
    const status = await register.run('status', '--as-at', '2026-03-02');
    expect(status.out).toContain('repairs/1.6  Amber  by 31 March 2025, 336 days late');
    expect(status.out).toContain('repairs/1.1  Amber  Mar 2025, 336 days late');
    expect((await register.run('check')).out).toContain(
      'review.yaml:16:60 info due-unread  these words name a time, but will never be shown as late',
    );
    expect(status.out).toMatch(/repairs\/1\.7 {2}Amber {2}31 March 2025 \(was 30 June 2024\) {2}/);
  });

  test('b-due-periods: each period is late after its last day, and six months count from the answer', async () => {
    const register = registerOf('b-due-periods');
    const lateOn = async (day: string) => {
      const { out } = await register.run('status', '--as-at', day, '--json');
      const { actions }: { actions: readonly { ref: string; overdueDays: number | null }[] } =
        JSON.parse(out);
      return actions.flatMap(({ ref, overdueDays }) => (overdueDays === null ? [] : [ref]));
    };
    const lateAfter = [
      ['1.5', '2024-12-01', '2024-12-02'],
      ['1.4', '2025-06-30', '2025-07-01'],
      ['1.3', '2025-11-30', '2025-12-01'],
      ['1.1', '2025-12-31', '2026-01-01'],
      ['1.2', '2026-03-31', '2026-04-01'],
    ] as const;
    for (const [ref, last, next] of lateAfter) {
      expect(await lateOn(last)).not.toContain(ref);
      expect(await lateOn(next)).toContain(ref);
    }
    expect(await lateOn('2099-01-01')).not.toContain('1.6');
    const check = await register.run('check', '--strict');
    expect(check.code).toBe(0);
    expect(check.out.match(/due-unread/g)).toHaveLength(2);
    expect(check.out).toContain(
      'review.yaml:15:60 info due-unread  these words name a time, but will never be shown as late',
    );
    const status = await register.run('status', '--as-at', '2026-03-02');
    expect(status.out).toContain('Q3 2025/26, 61 days late');
    expect(status.out).toContain('repairs/1.2  Amber  2025/26  ');
  });

  test('b-due-financial-year: 2025-26 is explained as a financial year', async () => {
    const { out, code } = await registerOf('b-due-financial-year').run('check');
    expect(code).toBe(1);
    expect(out).toContain('review.yaml:10:72 error date-invalid  there is no such month as 2025-26');
    expect(out).toContain('A financial year is written 2025/26, or 2026-03 for its last month.');
  });

  test('b-due-two-digit-year: a text that could be two dates is reported and not corrected', async () => {
    const register = registerOf('b-due-two-digit-year');
    const { out, code } = await register.run('check', '--fix');
    expect(code).toBe(1);
    expect(out).toContain("error date-format  '26-03-31' could be 2031-03-26 or 2026-03-31");
    expect(register.review()).toContain('due: 26-03-31 }');
  });

  test('b-revised-due-words: the end of a month is a day that can be missed', async () => {
    const register = registerOf('b-revised-due-words');
    const { out } = await register.run('status', '--as-at', '2026-03-02', '--json');
    expect(JSON.parse(out).actions[0].asked).toMatchObject({
      due: { date: null, words: 'end of June 2026', lastDay: '2026-06-30' },
    });
    expect(paperOf('b-revised-due-words')).toContain('other date requested: end of June 2026');
    expect((await register.run('check', '--strict')).out).toBe('No problems in 4 files.\n');
    expect((await register.run('show', 'repairs/1.1', '--as-at', '2026-03-02')).out).toContain(
      'Other date requested: 30 June 2026 (“end of June 2026”)',
    );
  });

  test('b-request-earlier: an earlier date is called so, and check asks whether the year is right', async () => {
    const { out, code } = await registerOf('b-request-earlier').run('check', '--strict');
    expect(code).toBe(0);
    expect(out).toContain(
      "info request-earlier  '1.1' asks for 2026-06-30, which is earlier than 2026-12-31",
    );
    expect(out).toContain('Is the year right? The paper calls it an earlier date, and not more time.');
    const words = paperOf('b-request-earlier');
    expect(words).toContain(', 30 June 2026 in place of 31 December 2026');
    expect(words).toContain('Reason for the request: Rain.');
    expect(words).not.toMatch(/more time/i);
    const show = await registerOf('b-request-earlier').run('show', 'repairs/1.1', '--as-at', '2026-03-02');
    expect(show.out).toContain('Earlier date requested: 30 June 2026');
  });

  test('b-request-past: a date that will have passed by the meeting is called so', async () => {
    const { out, code } = await registerOf('b-request-past').run('check', '--strict');
    expect(code).toBe(0);
    expect(out).toContain(
      "info request-past  '1.1' asks for 2026-02-25, which has passed by the meeting of 2026-03-02",
    );
    expect(paperOf('b-request-past')).toContain('to 25 February 2026 (already past)');
  });

  test('b-granted-past: time that was over when it was given draws a warning at the decision', async () => {
    const { out, code } = await registerOf('b-granted-past').run('check', '--strict');
    expect(code).toBe(1);
    expect(out).toContain(
      "2026-02-02-homes.yaml:6:62 warning grant-past  '1.1' is given until 2025-06-30, which is before the meeting of 2026-02-02",
    );
    expect(out).toContain('See that the year is right: 2026-06-30?');
  });
});
