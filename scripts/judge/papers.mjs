// Papers of every kind, made by the command itself: what scripts/judge-pdf.sh and scripts/judge-html.sh put before judges that are not ours.
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { makeRegister } from '../../test/bench/make-register.mjs';
import { drawnRegister } from './drawn-register.mjs';
import { LONG_WORDS, ONE_ACTION, RICH, small, WIDE_TOTALS, WITHOUT_ACTIONS } from './written-registers.mjs';

const root = join(import.meta.dirname, '..', '..');
const DRAWN = Number(process.env.JUDGE_DRAWN ?? 50);

/** Registers by name: a folder of this project or files, and what is asked of each. The largest pages differ from large ones in print alone. */
const REGISTERS = {
  sample: {
    copy: 'data',
    reports: ['-m 2018-02-19', '-m 2018-03-26', '-m 2018-02-19 --split', '-m 2018-03-26 --as-at 2018-03-01'],
  },
  tracked: {
    copy: 'test/fixtures/tracker/data',
    reports: ['-m 2023-03-20', '-m 2024-04-15', '-m 2024-04-15 --split --item 5'],
  },
  exempt: {
    copy: 'test/fixtures/exempt/data',
    reports: ['-m 2020-03-02', '-m 2020-06-01', '-m 2020-03-02 --confidential'],
  },
  heard: { copy: 'test/fixtures/heard/data', reports: ['-m 2021-03-08', '-m 2021-06-14'] },
  awkward: {
    copy: 'test/fixtures/awkward/data',
    reports: ['-m 2019-10-07', '-m 2020-03-02 --panel homes', '-m 2020-06-01'],
  },
  office: { copy: 'test/fixtures/office/data', reports: ['-m 2024-10-07 --panel places'] },
  ...Object.fromEntries(
    [
      ['cabinet', '2025-12-04'],
      ['colours', '2025-12-10'],
      ['unanswered', '2025-11-17'],
      ['words', '2025-11-12'],
    ].map(([name, date]) => [
      `office-${name}`,
      { copy: `test/fixtures/cases/office-${name}/data`, reports: [`-m ${date}`] },
    ]),
  ),
  rich: { files: RICH, reports: ['-m 2020-03-02', '-m 2020-03-02 --split --item 4'] },
  words: { files: LONG_WORDS, reports: ['-m 2020-03-02'] },
  empty: { files: WITHOUT_ACTIONS, reports: ['-m 2020-03-02'] },
  single: { files: ONE_ACTION, reports: ['-m 2020-03-02'] },
  sections: { files: small({ council: 'numbering: by-section\n' }), reports: ['-m 2020-03-02'] },
  totals: { files: WIDE_TOTALS, reports: ['-m 2020-03-02'] },
  'two-hundred': {
    files: makeRegister({ recommendations: 25, actionsEach: 8 }),
    reports: ['-m 2018-02-19'],
  },
  'three-hundred': {
    isLarge: true,
    files: makeRegister({ recommendations: 60, actionsEach: 5 }),
    reports: ['-m 2018-02-19'],
  },
  'three-hundred-tracked': {
    isLarge: true,
    files: tracked(makeRegister({ recommendations: 60, actionsEach: 5 })),
    reports: ['-m 2018-02-19'],
  },
  ...Object.fromEntries(
    Array.from({ length: DRAWN }, (_, index) => {
      const { day, files } = drawnRegister(index + 1);
      return [`drawn-${index + 1}`, { files, reports: [`-m ${day} --item ${4 + (index % 3)}`] }];
    }),
  ),
};

function tracked(files) {
  return Object.fromEntries(
    Object.entries(files).map(([path, text]) => [path, text.replace('report: update', 'report: tracker')]),
  );
}

/**
 * Makes them in a folder, one report after another: each paper with its name and the path of its files, but for the ending; and, where
 * each is made twice, whether both are the same to the byte. Where the command makes none, what it says.
 */
export function* papers(folder, { formats, isTwice = false, isLargeToo = true }) {
  for (const [name, { copy, files = {}, reports, isLarge }] of Object.entries(REGISTERS)) {
    if (isLarge && !isLargeToo) continue;
    const home = join(folder, name);
    if (copy) cpSync(join(root, copy), join(home, 'data'), { recursive: true });
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(dirname(join(home, path)), { recursive: true });
      writeFileSync(join(home, path), text);
    }
    for (const [index, report] of reports.entries()) {
      const [out, again] = [`out-${index + 1}`, `out-${index + 1}-again`].map((each) => join(home, each));
      const refusal =
        makeInto(out, home, report, formats) ??
        (isTwice ? makeInto(again, home, report, formats) : undefined);
      if (refusal !== undefined) {
        yield { name: `${name}-${index + 1}`, refusal };
        continue;
      }
      for (const file of readdirSync(out, { recursive: true }).filter((each) => each.endsWith('.html'))) {
        const path = join(out, file.replace(/\.html$/, ''));
        const isSame =
          !isTwice ||
          formats.split(',').every((ending) => {
            const made = `${path}.${ending}`;
            return readFileSync(made).equals(readFileSync(made.replace(out, again)));
          });
        yield { name: `${name}-${index + 1}-${basename(path)}`, path, isSame };
      }
    }
  }
}

function makeInto(out, home, report, formats) {
  const { status, stderr } = spawnSync(
    process.execPath,
    [join(root, 'bin', 'scrutiny.js'), 'report', ...report.split(' '), '--format', formats, '--out', out],
    { cwd: home, encoding: 'utf8' },
  );
  // Errors are the last of what it says.
  return status === 0 ? undefined : `${report}: ${stderr.slice(-600)}`;
}
