import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { run } from '../../src/cli/index.js';
import { filesOf, REGISTERS } from '../support/arbitrary-register.js';
import { drawn } from '../support/campaign.js';
import { filesOf as exemptFiles, PAIRS } from '../support/exempt-registers.js';
import { folderWith, sampleCopy, writeFiles } from '../support/folder.js';
import { day, fakeHost } from '../support/host.js';

/** What a command says in a folder on a day; it must end as expected. */
async function said(cwd: string, today: string, argv: readonly string[], ends = 0): Promise<string> {
  const host = fakeHost({ cwd, today: day(today) });
  const code = await run([...argv], host);
  const out = host.out() + host.err();
  expect({ code, out: code === ends ? '' : out }).toEqual({ code: ends, out: '' });
  return out;
}

/** The register's files by name, to the byte. */
function register(cwd: string): Readonly<Record<string, string>> {
  const paths = readdirSync(join(cwd, 'data'), { recursive: true, encoding: 'utf8' }).sort();
  return Object.fromEntries(
    paths
      .filter((path) => path.endsWith('.yaml'))
      .map((path) => [path, readFileSync(join(cwd, 'data', path), 'utf8')]),
  );
}

const HEAD = 'Ref,Recommendation,Lead,Due,Update,Status,Ward\n';
const MARCH = `${HEAD}R1,Mend roofs within a week.,Repairs Manager,31/03/2026,One roofer was hired.,On track,North\nR2,Paint the doors.,Head of Homes,,,Not begun,\n`;
const JUNE = `${HEAD}R1,Mend roofs within a week.,Repairs Manager,30/06/2026,Both roofers work.,Done,North\nR2,Paint the doors.,Head of Homes,Autumn 2026,,Not begun,\nR3,Plant a hedge.,Parks Manager,2027,The hedge is ordered.,On track,South\n`;

async function inMarch(): Promise<string> {
  const cwd = folderWith({ 'tracker.csv': MARCH });
  await said(cwd, '2026-03-01', [
    'import',
    'tracker.csv',
    '--council',
    'Northmoor Council',
    '--panel',
    'Homes Panel',
  ]);
  return cwd;
}

describe('the next version of a tracker', () => {
  test('adds only what is new, dated, and leaves every other byte as it is', async () => {
    const cwd = await inMarch();
    const review = join(cwd, 'data/reviews/tracker/review.yaml');
    writeFileSync(review, readFileSync(review, 'utf8').replace('title:', '# kept by hand\ntitle:   '));
    const before = register(cwd);
    writeFileSync(join(cwd, 'homes in June.csv'), JUNE);
    const out = await said(cwd, '2026-06-01', ['import', 'homes in June.csv']);
    const after = register(cwd);

    expect(Object.keys(after).filter((path) => !(path in before))).toEqual([
      'reviews/tracker/progress/2026-06-01.yaml',
    ]);
    expect(after['reviews/tracker/progress/2026-03-01.yaml']).toBe(
      before['reviews/tracker/progress/2026-03-01.yaml'],
    );
    expect(after['reviews/tracker/progress/2026-06-01.yaml']).toBe(
      'as-at: 2026-06-01\n\nprogress:\n  R1:\n    note: |\n      Status: Done\n\n      Both roofers work.\n  R3:\n    note: |\n      Status: On track\n\n      The hedge is ordered.\n',
    );
    const lines = (after['reviews/tracker/review.yaml'] ?? '').split('\n');
    const kept = (before['reviews/tracker/review.yaml'] ?? '').split('\n');
    expect(kept.filter((line) => !lines.includes(line))).toEqual([]);
    expect(lines.filter((line) => !kept.includes(line)).map((line) => line.trim())).toEqual([
      'due: Autumn 2026',
      '- ref: R3',
      'text: Plant a hedge.',
      'owner: Parks Manager',
      'due: 2027',
      'x-ward: South',
    ]);
    expect(out).toContain(
      'tracker/R1  due: the tracker has “2026-06-30”. A date moves when a meeting grants it',
    );
    await said(cwd, '2026-06-01', ['check']);
  });

  test('the same again makes no edit, on whatever day', async () => {
    const cwd = await inMarch();
    const before = register(cwd);
    for (const today of ['2026-03-01', '2026-05-01']) {
      expect(await said(cwd, today, ['import', 'tracker.csv'])).toContain(
        'Nothing is new: the register has all of it.',
      );
      expect(register(cwd)).toEqual(before);
    }
  });

  test('shows what it would write, and writes nothing', async () => {
    const cwd = await inMarch();
    const before = register(cwd);
    writeFileSync(join(cwd, 'tracker.csv'), JUNE);
    const out = await said(cwd, '2026-06-01', ['import', 'tracker.csv', '--dry-run']);
    expect(out).toContain('Would be written\n  data/reviews/tracker/review.yaml:');
    expect(register(cwd)).toEqual(before);
    expect(existsSync(join(cwd, 'out/import-tracker.html'))).toBe(true);
  });

  test('without references, rows are known by their words', async () => {
    const cwd = folderWith({
      't.csv': 'Recommendation,Owner,Progress\nMend the roofs.,Amy,Begun.\nPaint the doors.,Ben,\n',
    });
    await said(cwd, '2026-03-01', [
      'import',
      't.csv',
      '--council',
      'Northmoor Council',
      '--panel',
      'Homes Panel',
    ]);
    writeFileSync(
      join(cwd, 't.csv'),
      'Recommendation,Owner,Progress\nPaint the doors.,Ben,Red.\nPlant a hedge.,Cai,\nMend the roofs.,Amy,Begun.\n',
    );
    await said(cwd, '2026-04-01', ['import', 't.csv']);
    const files = register(cwd);
    expect(files['reviews/t/progress/2026-04-01.yaml']).toBe(
      'as-at: 2026-04-01\n\nprogress:\n  2:\n    note: Red.\n',
    );
    expect(files['reviews/t/review.yaml']).toMatch(/- ref: 3\n {4}text: Plant a hedge\.\n/);
  });

  test('what a mapping says now is a report of now; owners whom the register knows are called by their key', async () => {
    const cwd = await inMarch();
    writeFiles(cwd, {
      'data/council.yaml': `${readFileSync(join(cwd, 'data/council.yaml'), 'utf8')}officers:\n  parks: { role: Parks Manager }\n`,
    });
    writeFileSync(join(cwd, 'tracker.csv'), JUNE);
    await said(cwd, '2026-06-01', [
      'import',
      'tracker.csv',
      '--map',
      'Done=green',
      '--map',
      'On track=amber',
      '--map',
      'Not begun=red',
    ]);
    const files = register(cwd);
    expect(files['reviews/tracker/review.yaml']).toContain('owner: parks');
    expect(files['reviews/tracker/progress/2026-06-01.yaml']).toBe(
      'as-at: 2026-06-01\n\nprogress:\n  R1:\n    rating: green\n    note: Both roofers work.\n  R2:\n    rating: red\n  R3:\n    rating: amber\n    note: The hedge is ordered.\n',
    );
  });

  test('a second report of one day is told, and not written over the first', async () => {
    const cwd = await inMarch();
    const before = register(cwd);
    writeFileSync(
      join(cwd, 'tracker.csv'),
      MARCH.replace('One roofer was hired.', 'Two roofers were hired.'),
    );
    expect(await said(cwd, '2026-03-01', ['import', 'tracker.csv'])).toContain(
      'tracker/R1  there is another report of 1 March 2026 already. Give the day of the new one with --as-at',
    );
    expect(register(cwd)).toEqual(before);
  });

  test('a sheet of updates alone finds its actions by their references', async () => {
    const cwd = await inMarch();
    writeFileSync(
      join(cwd, 'updates.csv'),
      'Reference,Reported on,Progress,Rating\nR2,2026-04-05,The paint is here.,\nR9,2026-04-05,Lost.,\n',
    );
    const out = await said(cwd, '2026-06-01', ['import', 'updates.csv', '--review', 'tracker']);
    expect(register(cwd)['reviews/tracker/progress/2026-04-05.yaml']).toBe(
      'as-at: 2026-04-05\n\nprogress:\n  R2:\n    note: The paint is here.\n',
    );
    expect(out).toContain('tracker/R9  reported on, and the register has no such reference');
  });

  test('a review that is not there is told with those that are', async () => {
    const cwd = await inMarch();
    expect(await said(cwd, '2026-06-01', ['import', 'tracker.csv', '--review', 'traker'], 2)).toContain(
      "There is no review 'traker'. Did you mean 'tracker'?",
    );
  });
});

describe('an export, imported into the register that it came from', () => {
  test.each(['xlsx', 'csv'])('%s of the sample makes no edit', async (format) => {
    const cwd = sampleCopy();
    const before = register(cwd);
    await said(cwd, '2018-03-20', ['export', '--format', format, '--out', `tracker.${format}`]);
    expect(await said(cwd, '2018-03-21', ['import', `tracker.${format}`])).toContain('Nothing is new');
    expect(register(cwd)).toEqual(before);
  });

  test('nor of registers as they are drawn', async () => {
    await fc.assert(
      fc.asyncProperty(REGISTERS, fc.constantFrom('xlsx', 'csv'), async (made, format) => {
        const cwd = folderWith(filesOf(made));
        const before = register(cwd);
        await said(cwd, '2021-01-01', ['export', '--format', format, '--out', `t.${format}`]);
        await said(cwd, '2021-01-02', ['import', `t.${format}`]);
        expect(register(cwd)).toEqual(before);
      }),
      drawn({ share: 15, campaign: 400 }),
    );
  });

  test('nor of registers with exempt matter, of which the public copy says that it is withheld', async () => {
    await fc.assert(
      fc.asyncProperty(
        PAIRS,
        fc.constantFrom('xlsx', 'csv'),
        fc.boolean(),
        async ({ open, one }, format, isConfidential) => {
          const cwd = folderWith({});
          writeFiles(cwd, exemptFiles(open, one));
          const before = register(cwd);
          await said(cwd, '2025-06-01', [
            'export',
            '--format',
            format,
            '--out',
            `t.${format}`,
            ...(isConfidential ? ['--confidential'] : []),
          ]);
          await said(cwd, '2025-06-02', ['import', `t.${format}`]);
          expect(register(cwd)).toEqual(before);
        },
      ),
      drawn({ share: 6, campaign: 200 }),
    );
  });
});
