import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { run } from '../../src/cli/index.js';
import { folderWith, PROJECT, sampleCopy } from '../support/folder.js';
import { day, fakeHost } from '../support/host.js';
import { SMALL, small } from '../support/registers.js';

const PROGRESS = 'data/reviews/repairs/progress/2020-02-10.yaml';

/** One error at 5:13, and one warning at 6:11. */
const WRONG = small({
  [PROGRESS]: (SMALL[PROGRESS] ?? '').replace('amber', 'ambre').replace('One roofer', '😀 One roofer'),
});

/** Nothing but a warning. */
const WARNED = small({ [PROGRESS]: (SMALL[PROGRESS] ?? '').replace('One roofer', '😀 One roofer') });

async function checked(files: Readonly<Record<string, string>>, ...options: readonly string[]) {
  const host = fakeHost({ cwd: folderWith(files), today: day('2020-03-10') });
  const code = await run(['check', ...options], host);
  return { code, out: host.out(), err: host.err() };
}

describe('scrutiny check', () => {
  test('has nothing to say about the sample register', async () => {
    const host = fakeHost({ cwd: PROJECT });
    expect(await run(['check', '--strict'], host)).toBe(0);
    expect(host.out()).toBe('No problems in 7 files.\n');
    expect(host.err()).toBe('');
  });

  test('says what is wrong, where, and what to write, on stdout; and exits with 1', async () => {
    const { code, out, err } = await checked(WRONG);
    expect(code).toBe(1);
    expect(err).toBe('');
    expect(out).toContain(
      [
        'data/reviews/repairs/progress/2020-02-10.yaml:5:13 error rating-unknown  ’ambre’ is not a rating that council.yaml knows'.replaceAll(
          '’',
          "'",
        ),
        '  5 │     rating: ambre',
        '    ╵             ^^^^^',
        "  Did you mean 'amber'?",
      ].join('\n'),
    );
    expect(out).toMatch(/\n1 error, 1 warning in 4 files\./);
  });

  test('lets warnings pass, and fails for them with --strict', async () => {
    expect((await checked(WARNED)).code).toBe(0);
    const strict = await checked(WARNED, '--strict');
    expect(strict.code).toBe(1);
    expect(strict.out).toMatch(/\n1 warning in 4 files\./);
  });

  test('names files from where the person is, when the register lies below', async () => {
    const cwd = folderWith(
      Object.fromEntries(Object.entries(WRONG).map(([path, text]) => [`homes/${path}`, text])),
    );
    const host = fakeHost({ cwd });
    expect(await run(['check', '--data', 'homes/data', '--format', 'json'], host)).toBe(1);
    expect(JSON.parse(host.out()).diagnostics[0].file).toBe(`homes/${PROGRESS}`);
  });

  test('paints for a terminal only', async () => {
    const cwd = folderWith(WRONG);
    const plain = fakeHost({ cwd });
    await run(['check'], plain);
    expect(plain.out()).not.toContain('\u001b[');
    const terminal = fakeHost({ cwd, env: { FORCE_COLOR: '1' } });
    await run(['check'], terminal);
    expect(terminal.out()).toContain('\u001b[31merror\u001b[0m');
  });

  test('tells an unknown format with those that there are', async () => {
    const host = fakeHost({ cwd: sampleCopy() });
    expect(await run(['check', '--format', 'xml'], host)).toBe(2);
    expect(host.err()).toContain('text, json, github, gitlab, sarif, junit');
  });

  test('asks for a register where there is none', async () => {
    const host = fakeHost({ cwd: folderWith({}) });
    expect(await run(['check'], host)).toBe(2);
    expect(host.err()).toContain('No register was found');
  });
});

describe('levels and waivers', () => {
  const warned = (council: string, progress = '') =>
    checked(
      small({
        'data/council.yaml': `${SMALL['data/council.yaml']}${council}`,
        [PROGRESS]: `${WARNED[PROGRESS]}${progress}`,
      }),
    );

  test('a council sets how much a rule weighs', async () => {
    expect((await warned('checks: { glyph-missing: error }\n')).code).toBe(1);
    expect((await warned('checks: { glyph-missing: info }\n')).out).toMatch(/ info glyph-missing/);
    expect((await warned('checks: { glyph-missing: off }\n')).out).toBe('No problems in 4 files.\n');
  });

  test('a waiver beside an entry silences its rule there until it ends, and then says so', async () => {
    const until = (date: string) =>
      warned('', `    allow: { rule: glyph-missing, reason: A quotation, until: ${date} }\n`);
    // The day is that of the latest meeting, 2 March 2020.
    expect((await until('2020-03-02')).out).toBe('No problems in 4 files.\n');
    expect((await until('2020-03-01')).out).toMatch(
      /glyph-missing[\s\S]*was allowed until 2020-03-01: data\/reviews\/repairs\/progress\/2020-02-10\.yaml:7:12/,
    );
  });

  test('a waiver of another rule, or beside another entry, silences nothing', async () => {
    expect((await warned('', '    allow: { rule: file-date, reason: A quotation }\n')).out).toContain(
      'glyph-missing',
    );
    expect(
      (await warned('', '  1.2:\n    rating: red\n    allow: { rule: glyph-missing, reason: Other }\n')).out,
    ).toContain('glyph-missing');
  });

  test('a waiver of the council holds for the whole register', async () => {
    expect((await warned('allow: { rule: glyph-missing, reason: Our names }\n')).out).toBe(
      'No problems in 4 files.\n',
    );
  });

  test('what leaves a hole in the register can be neither set nor waived, and that is said', async () => {
    const found = await warned('checks: { key-unknown: off }\nallow: { rule: yaml-tab, reason: None }\n');
    expect(found.code).toBe(1);
    expect(found.out).toMatch(/:6:11 error rule-unknown {2}'key-unknown' cannot be set/);
    expect(found.out).toMatch(/:7:16 error rule-unknown {2}'yaml-tab' cannot be waived/);
  });

  test('a rule that does not exist is reported with the nearest one', async () => {
    expect((await warned('checks: { glyph-mising: off }\n')).out).toMatch(
      /rule-unknown[\s\S]*Did you mean 'glyph-missing'\?/,
    );
  });
});

describe('formats for machines', () => {
  test('json: every part of a diagnostic, with line and column of both ends', async () => {
    const { out, code } = await checked(WRONG, '--format', 'json');
    expect(code).toBe(1);
    expect(JSON.parse(out)).toEqual({
      schema: 1,
      files: 4,
      errors: 1,
      warnings: 1,
      infos: 0,
      diagnostics: [
        {
          code: 'rating-unknown',
          severity: 'error',
          message: "'ambre' is not a rating that council.yaml knows",
          hint: "Did you mean 'amber'?",
          file: PROGRESS,
          line: 5,
          column: 13,
          endLine: 5,
          endColumn: 18,
          related: [],
        },
        expect.objectContaining({ code: 'glyph-missing', severity: 'warning', line: 6, column: 11 }),
      ],
    });
  });

  test('github: an annotation at the line', async () => {
    const { out } = await checked(WRONG, '--format', 'github');
    expect(out.split('\n')[0]).toBe(
      `::error file=${PROGRESS},line=5,endLine=5,col=13,endColumn=18,title=rating-unknown::'ambre' is not a rating that council.yaml knows. Did you mean 'amber'?`,
    );
    expect(out.split('\n')[1]).toMatch(/^::warning file=.*title=glyph-missing::/);
  });

  test('github: words of the register cannot become commands', async () => {
    const { out } = await checked(
      small({ [PROGRESS]: 'as-at: 2020-02-10\nprogress:\n  "1.1\\n::set-env name=A::b": { rating: red }\n' }),
      '--format',
      'github',
    );
    expect(out).not.toMatch(/^::set-env/m);
    expect(out.trim().split('\n')).toHaveLength(1);
  });

  test('gitlab: a code quality report whose fingerprints stay when lines move', async () => {
    const entries = JSON.parse((await checked(WRONG, '--format', 'gitlab')).out);
    expect(entries[0]).toMatchObject({
      check_name: 'rating-unknown',
      severity: 'major',
      location: { path: PROGRESS, lines: { begin: 5, end: 5 } },
    });
    expect(new Set(entries.map((entry: { fingerprint: string }) => entry.fingerprint)).size).toBe(2);
    const moved = small({ [PROGRESS]: `# A line above\n${WRONG[PROGRESS]}` });
    const later = JSON.parse((await checked(moved, '--format', 'gitlab')).out);
    expect(later[0].fingerprint).toBe(entries[0].fingerprint);
    expect(later[0].location.lines.begin).toBe(6);
  });

  test('sarif: a log with one result for each problem, and the rules that they broke', async () => {
    const log = JSON.parse((await checked(WRONG, '--format', 'sarif')).out);
    expect(log.version).toBe('2.1.0');
    const [run1] = log.runs;
    expect(
      run1.results.map((found: { ruleId: string; level: string }) => [found.ruleId, found.level]),
    ).toEqual([
      ['rating-unknown', 'error'],
      ['glyph-missing', 'warning'],
    ]);
    expect(run1.results[0].locations[0].physicalLocation).toEqual({
      artifactLocation: { uri: PROGRESS },
      region: { startLine: 5, startColumn: 13, endLine: 5, endColumn: 18 },
    });
    for (const found of run1.results) expect(run1.tool.driver.rules[found.ruleIndex].id).toBe(found.ruleId);
  });

  test('junit: a failure for each error, and with --strict for each warning', async () => {
    const { out } = await checked(WRONG, '--format', 'junit');
    expect(out).toContain('<testsuites name="scrutiny check" tests="2" failures="1" errors="0">');
    expect(out).toContain(
      `<failure type="rating-unknown" message="'ambre' is not a rating that council.yaml knows. Did you mean 'amber'?">${PROGRESS}:5:13</failure>`,
    );
    expect((await checked(WRONG, '--format', 'junit', '--strict')).out).toContain('failures="2"');
  });

  test('junit: marks of XML in the register stay words', async () => {
    const { out } = await checked(
      small({ [PROGRESS]: 'as-at: 2020-02-10\nprogress:\n  "<b>&\\x01": { rating: red }\n' }),
      '--format',
      'junit',
    );
    expect(out).toContain('&lt;b&gt;&amp;\ufffd');
    expect(out).not.toContain('<b>');
  });
});

test('reads the same from the folder of the register itself', async () => {
  const host = fakeHost({ cwd: join(folderWith(WRONG), 'data', 'reviews') });
  expect(await run(['check'], host)).toBe(1);
  expect(host.out()).toContain(`${PROGRESS}:5:13`);
});
