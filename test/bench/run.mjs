// How long commands take, as ratios within one run: whole processes, interleaved, medians. Absolute times say more about the machine
// than about the program. `npm run bench` writes results.json here and docs/performance.md.
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { makeRegister } from './make-register.mjs';

const ROUNDS = Number(process.env.BENCH_ROUNDS ?? 15);
const root = join(import.meta.dirname, '..', '..');
const bin = join(root, 'bin', 'scrutiny.js');
const floor = join(import.meta.dirname, 'floor.mjs');
const work = mkdtempSync(join(tmpdir(), 'scrutiny-bench-'));

/** A register of so many actions in one paper, and that paper as finished HTML for the floor. */
function prepared(actions) {
  const folder = join(work, String(actions));
  for (const [path, text] of Object.entries(makeRegister({ recommendations: actions / 5, actionsEach: 5 }))) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  timed([bin, 'report', '-m', '2018-02-19'], folder);
  const out = join(folder, 'out');
  const [meeting] = readdirSync(out);
  const paper = readdirSync(join(out, meeting)).find((name) => name.endsWith('.html'));
  return { folder, html: join(out, meeting, paper) };
}

function timed(argv, cwd) {
  const begun = performance.now();
  const { status, stderr } = spawnSync(process.execPath, argv, { cwd, encoding: 'utf8' });
  if (status !== 0) throw new Error(`${argv.join(' ')}: ${stderr}`);
  return performance.now() - begun;
}

function median(numbers) {
  const sorted = numbers.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)];
}

const thirty = prepared(30);
const threeHundred = prepared(300);
const runs = {
  node: () => timed(['-e', '0'], root),
  help: () => timed([bin, '--help'], root),
  check: () => timed([bin, 'check'], root),
  html: () =>
    timed([bin, 'report', '-m', '2018-02-19', '--format', 'html', '--out', join(work, 'sample')], root),
  floor30: () => timed([floor, thirty.html, join(work, 'floor30.pdf')], root),
  report30: () => timed([bin, 'report', '-m', '2018-02-19'], thirty.folder),
  floor300: () => timed([floor, threeHundred.html, join(work, 'floor300.pdf')], root),
  report300: () => timed([bin, 'report', '-m', '2018-02-19'], threeHundred.folder),
};

const times = Object.fromEntries(Object.keys(runs).map((name) => [name, []]));
for (const run of Object.values(runs)) run();
for (let round = 0; round < ROUNDS; round += 1)
  for (const [name, run] of Object.entries(runs)) times[name].push(run());
rmSync(work, { recursive: true, force: true });

const medians = Object.fromEntries(Object.entries(times).map(([name, all]) => [name, median(all)]));
const ratios = [
  {
    what: '`scrutiny report`, 30 actions, PDF and HTML',
    against: 'the bare browser printing the same HTML',
    ratio: medians.report30 / medians.floor30,
    limit: 1.25,
  },
  {
    what: '`scrutiny report`, 300 actions, PDF and HTML',
    against: 'the bare browser printing the same HTML',
    ratio: medians.report300 / medians.floor300,
    limit: 1.25,
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
  { what: '`scrutiny --help`', against: '`node -e 0`', ratio: medians.help / medians.node, limit: 2 },
].map((row) => ({ ...row, ratio: Number(row.ratio.toFixed(2)), holds: row.ratio <= row.limit }));

const results = {
  rounds: ROUNDS,
  node: process.versions.node,
  medians: Object.fromEntries(Object.entries(medians).map(([name, ms]) => [name, Math.round(ms)])),
  ratios,
};
writeFileSync(join(import.meta.dirname, 'results.json'), `${JSON.stringify(results, undefined, 2)}\n`);
writeFileSync(join(root, 'docs', 'performance.md'), page(results));
for (const { what, ratio, limit, holds } of ratios)
  console.log(`${holds ? 'holds' : 'FAILS'}  ${ratio.toFixed(2)} (at most ${limit})  ${what}`);
process.exitCode = ratios.every(({ holds }) => holds) ? 0 : 1;

function page({ rounds, medians: ms, ratios: rows }) {
  return `# Performance

Measured by \`npm run bench\`: whole processes, ${rounds} interleaved rounds, medians. What counts is the ratio within one run; the times
themselves belong to the machine that ran it. The floor is a bare script which starts the same browser with the same library and prints our finished HTML.

| what | against | ratio | at most |
| --- | --- | --- | --- |
${rows.map(({ what, against, ratio, limit }) => `| ${what} | ${against} | ${ratio.toFixed(2)} | ${limit} |`).join('\n')}

Medians in milliseconds: ${Object.entries(ms)
    .map(([name, time]) => `${name} ${time}`)
    .join(', ')}.
`;
}
