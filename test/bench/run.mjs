// How long commands take, as ratios within one run: whole processes, interleaved, medians. Absolute times say more about the machine
// than about the program. `npm run bench` writes results.json here and docs/performance.md.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { measureGrowth } from './growth.mjs';
import { makeRegister } from './make-register.mjs';
import { measured, timed, write } from './processes.mjs';

const ROUNDS = Number(process.env.BENCH_ROUNDS ?? 15);
const root = join(import.meta.dirname, '..', '..');
const bin = join(root, 'bin', 'scrutiny.js');
const floor = join(import.meta.dirname, 'floor.mjs');
const work = mkdtempSync(join(tmpdir(), 'scrutiny-bench-'));

/** A county's register after five years: 500 reviews, 5,000 actions, 50,000 reports, 10 MB. */
function countyRegister() {
  const reportedOn = Array.from(
    { length: 11 },
    (_, half) => `${2014 + Math.floor(half / 2)}-0${half % 2 === 0 ? 2 : 8}-09`,
  );
  return makeRegister({ reviews: 500, recommendations: 2, actionsEach: 5, reportedOn, longestNote: 30 });
}

/** A register of so many actions in one paper, and that paper as finished HTML for the floor. */
function prepared(actions) {
  const folder = join(work, String(actions));
  write(folder, makeRegister({ recommendations: actions / 5, actionsEach: 5 }));
  timed([bin, 'report', '-m', '2018-02-19'], folder);
  const out = join(folder, 'out');
  const [meeting] = readdirSync(out);
  const paper = readdirSync(join(out, meeting)).find((name) => name.endsWith('.html'));
  return { folder, html: join(out, meeting, paper) };
}

const thirty = prepared(30);
const threeHundred = prepared(300);
const county = write(join(work, 'county'), countyRegister());
const show = 'show digital-safeguarding/4.2 --as-at 2018-04-01'.split(' ');
const changes = 'changes --since 2018-02-19 --until 2018-03-26'.split(' ');
const chase = 'chase --meeting 2018-02-19'.split(' ');
const runs = {
  node: () => timed(['-e', '0'], root),
  help: () => timed([bin, '--help'], root),
  check: () => timed([bin, 'check'], root),
  status: () => timed([bin, 'status', '--as-at', '2018-04-01'], root),
  show: () => timed([bin, ...show], root),
  changes: () => timed([bin, ...changes], root),
  chase: () => timed([bin, ...chase], root),
  html: () =>
    timed([bin, 'report', '-m', '2018-02-19', '--format', 'html', '--out', join(work, 'sample')], root),
  floor30: () => timed([floor, thirty.html, join(work, 'floor30.pdf')], root),
  report30: () => timed([bin, 'report', '-m', '2018-02-19'], thirty.folder),
  floor300: () => timed([floor, threeHundred.html, join(work, 'floor300.pdf')], root),
  report300: () => timed([bin, 'report', '-m', '2018-02-19'], threeHundred.folder),
};

const yamlFloor = join(import.meta.dirname, 'yaml-floor.mjs');
const COUNTY_DAY = ['--as-at', '2019-01-01'];
/** By how much more than the YAML library alone they may take. */
const COUNTY_RATIOS = { status: 1.6, check: 1.9 };
const countyFloor = {
  yaml: () => timed([yamlFloor, join(county, 'data')], root),
  status: () => timed([bin, 'status', ...COUNTY_DAY], county),
  check: () => timed([bin, 'check', ...COUNTY_DAY], county),
};
const MOST_MEGABYTES = 600;

/** The most memory that a command had at a time, in megabytes. */
function peakOf(argv, cwd) {
  const file = join(work, 'peak');
  const peak = join(import.meta.dirname, 'peak.cjs');
  spawnSync(process.execPath, ['--require', peak, ...argv], {
    cwd,
    env: { ...process.env, SCRUTINY_BENCH_PEAK: file },
    stdio: 'ignore',
  });
  return Number(readFileSync(file, 'utf8'));
}

const countyRuns = {
  'scrutiny show': { run: () => timed([bin, 'show', 'review-250/2.3'], county), limit: 1.5 },
  'scrutiny status': { run: () => timed([bin, 'status', '--as-at', '2019-01-01'], county), limit: 6 },
  'scrutiny changes': {
    run: () => timed([bin, 'changes', '--since', '2018-02-19', '--until', '2019-03-01'], county),
    limit: 6,
  },
  'scrutiny chase': { run: () => timed([bin, ...chase], county), limit: 6 },
};

const medians = measured(runs, ROUNDS);
const countyMedians = measured(
  Object.fromEntries(Object.entries(countyRuns).map(([name, { run }]) => [name, run])),
  Math.min(ROUNDS, 5),
);
const floors = measured(countyFloor, Math.min(ROUNDS, 5));
const peak = peakOf([bin, 'check', ...COUNTY_DAY], county);
const growing = measureGrowth((files) => {
  const folder = write(mkdtempSync(join(work, 'note-')), files);
  return timed([bin, 'report', '-m', '2026-03-02', '--format', 'html'], folder);
});
rmSync(work, { recursive: true, force: true });

const growth = { limit: 2.5, ...growing.toSorted((one, other) => other.ratio - one.ratio)[0] };
const ratios = [
  {
    what: '`scrutiny report`, 30 actions, PDF and HTML',
    against: 'the bare browser printing the same HTML',
    ratio: medians.report30 / medians.floor30,
    limit: 0.8,
  },
  {
    what: '`scrutiny report`, 300 actions, PDF and HTML',
    against: 'the bare browser printing the same HTML',
    ratio: medians.report300 / medians.floor300,
    limit: 1.05,
  },
  {
    what: '`scrutiny report --format html`, the sample',
    against: '`node -e 0`',
    ratio: medians.html / medians.node,
    limit: 6,
  },
  {
    what: '`scrutiny check`, the sample',
    against: '`node -e 0`',
    ratio: medians.check / medians.node,
    limit: 4,
  },
  ...['status', 'show', 'changes', 'chase'].map((name) => ({
    what: `\`scrutiny ${name}\`, the sample`,
    against: '`node -e 0`',
    ratio: medians[name] / medians.node,
    limit: 4,
  })),
  { what: '`scrutiny --help`', against: '`node -e 0`', ratio: medians.help / medians.node, limit: 2 },
  ...Object.entries(COUNTY_RATIOS).map(([name, limit]) => ({
    what: `\`scrutiny ${name}\`, a county`,
    against: 'the YAML library alone over the same files',
    ratio: floors[name] / floors.yaml,
    limit,
  })),
].map((row) => ({ ...row, ratio: Number(row.ratio.toFixed(2)), holds: row.ratio <= row.limit }));

const seconds = Object.entries(countyRuns).map(([what, { limit }]) => {
  const taken = Number((countyMedians[what] / 1000).toFixed(2));
  return { what, seconds: taken, limit, holds: taken <= limit };
});

const results = {
  rounds: ROUNDS,
  node: process.versions.node,
  medians: Object.fromEntries(Object.entries(medians).map(([name, ms]) => [name, Math.round(ms)])),
  ratios,
  county: seconds,
  peak: { megabytes: peak, limit: MOST_MEGABYTES, holds: peak <= MOST_MEGABYTES },
  growth: { ...growth, holds: growth.ratio <= growth.limit },
};
writeFileSync(join(import.meta.dirname, 'results.json'), `${JSON.stringify(results, undefined, 2)}\n`);
writeFileSync(join(root, 'docs', 'performance.md'), page(results));
for (const { what, ratio, limit, holds } of ratios)
  console.log(`${holds ? 'holds' : 'FAILS'}  ${ratio.toFixed(2)} (at most ${limit})  ${what}`);
for (const { what, seconds: taken, limit, holds } of seconds)
  console.log(
    `${holds ? 'holds' : 'FAILS'}  ${taken.toFixed(2)} s (at most ${limit} s)  ${what}, 500 reviews`,
  );
console.log(
  `${results.growth.holds ? 'holds' : 'FAILS'}  ${growth.ratio.toFixed(2)} (at most ${growth.limit})  twice the text of a note, worst of ${growing.length}: ${growth.what}`,
);
console.log(
  `${results.peak.holds ? 'holds' : 'FAILS'}  ${peak} MB (at most ${MOST_MEGABYTES} MB)  scrutiny check, 500 reviews`,
);
process.exitCode = [...ratios, ...seconds, results.growth, results.peak].every(({ holds }) => holds) ? 0 : 1;

function page({ rounds, medians: ms, ratios: rows, county: large, growth: worst, peak: most }) {
  return `# Performance

Measured by \`npm run bench\`: whole processes, ${rounds} interleaved rounds, medians. What counts is the ratio within one run; the times
themselves belong to the machine that ran it. The floor is a bare script which starts the same browser with the same library and prints our finished HTML.

| what | against | ratio | at most |
| --- | --- | --- | --- |
${rows.map(({ what, against, ratio, limit }) => `| ${what} | ${against} | ${ratio.toFixed(2)} | ${limit} |`).join('\n')}

The functions of the program that a command compiled are kept in the user's own cache, \`$XDG_CACHE_HOME/scrutiny\` or \`~/.cache/scrutiny\`; the round before those that count fills it, as it
unpacks the browser. \`NODE_DISABLE_COMPILE_CACHE=1\` keeps nothing.

How many pages a paper has is known only when it is printed, and from eleven on it opens with its contents. So its length is guessed from its words before it is printed, and where the guess was
wrong it is printed a second time from the same page; that can happen to papers of about ten pages, and takes such a paper about as long as its first printing. The page numbers themselves
are written while the paper is finished, so that a long one is never printed twice for them.

A county's register: 500 reviews, 5,000 actions, 50,000 reports, 10 MB of YAML in 6,000 files. \`show\` reads one of its reviews, with the
council and the meetings; the others read all of it. In seconds, which belong to the machine:

| what | seconds | at most |
| --- | --- | --- |
${large.map(({ what, seconds: taken, limit }) => `| \`${what}\` | ${taken.toFixed(2)} | ${limit} |`).join('\n')}

\`check\` needs at most ${most.megabytes} MB of memory for it (at most ${most.limit}).

${devices()}The time that a text takes grows with its length and not with its square, whatever it holds. Of ${growing.length} sorts of text (words, lists, brackets, marks of footnotes and their
like), a note of 80,000 characters took at most ${worst.ratio.toFixed(2)} times as long as one of 40,000 (${worst.what}), where 2.5 is the most that is allowed.

Medians in milliseconds: ${Object.entries(ms)
    .map(([name, time]) => `${name} ${time}`)
    .join(', ')}.
`;
}

/** What each device gives: written down once, since it takes two Nodes and a loaded machine to measure. */
function devices() {
  const path = join(import.meta.dirname, 'devices.md');
  return existsSync(path) ? `${readFileSync(path, 'utf8').trim()}\n\n` : '';
}
