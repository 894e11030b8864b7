// What each thing that is there for speed gives: the same commands with and without it, on a quiet machine and with every core loaded.
// `node test/bench/devices.mjs` prints rows for docs/performance.md; run it with each Node that is supported.
import { spawn, spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { makeRegister } from './make-register.mjs';

const ROUNDS = Number(process.env.BENCH_ROUNDS ?? 7);
const root = join(import.meta.dirname, '..', '..');
const bin = join(root, 'bin', 'scrutiny.js');
const work = mkdtempSync(join(tmpdir(), 'scrutiny-devices-'));

const thirty = register('thirty', { recommendations: 6, actionsEach: 5 });
const own = register('own', { recommendations: 6, actionsEach: 5 });
// Templates of a council's own are compiled when they are used.
cpSync(join(root, 'templates', 'update'), join(own, 'templates', 'update'), { recursive: true });
const unbundled = script(
  'unbundled',
  `const { runProcess } = await import('${join(root, 'dist', 'cli', 'index.js')}');\nprocess.exitCode = await runProcess();\n`,
);
const late = script(
  'late',
  `import { findRegister } from '${join(root, 'dist', 'files', 'index.js')}';
import { readModel } from '${join(root, 'dist', 'workspace', 'index.js')}';
import program from '${join(root, 'dist', 'program', 'scrutiny.cjs')}';
const { makePapers, openRegister } = program.library();
readModel(findRegister(process.cwd(), undefined), () => '2018-02-19');
await makePapers(openRegister('data'), { meeting: '2018-02-19' });
`,
);
const early = script(
  'early',
  `import program from '${join(root, 'dist', 'program', 'scrutiny.cjs')}';
const { makePapers, openRegister } = program.library();
await makePapers(openRegister('data'), { meeting: '2018-02-19' });
`,
);
const STATUS = ['status', '--as-at', '2018-04-01'];
const REPORT = ['report', '-m', '2018-02-19'];
const UNCACHED = { NODE_DISABLE_COMPILE_CACHE: '1' };

const devices = [
  {
    what: 'Node’s compile cache, `status`',
    run: [[bin, ...STATUS], root],
    without: [[bin, ...STATUS], root, UNCACHED],
  },
  {
    what: 'one file in place of some 600, `status`',
    run: [[bin, ...STATUS], root, UNCACHED],
    without: [[unbundled, ...STATUS], root],
  },
  {
    what: 'templates compiled beforehand, `report --format html`',
    run: [[bin, ...REPORT, '--format', 'html'], thirty],
    without: [[bin, ...REPORT, '--format', 'html'], own],
  },
  {
    what: 'the browser starts while the register is read, `report`',
    run: [[early], thirty],
    without: [[late], thirty],
  },
];

function register(name, shape) {
  const folder = join(work, name);
  for (const [path, text] of Object.entries(makeRegister(shape))) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  return folder;
}

function script(name, text) {
  const path = join(work, `${name}.mjs`);
  writeFileSync(path, text);
  return path;
}

function timed(argv, cwd, env = {}) {
  const begun = performance.now();
  const { status, stderr } = spawnSync(process.execPath, argv, {
    cwd,
    encoding: 'utf8',
    env: { ...process.env, ...env },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  if (status !== 0) throw new Error(`${argv.join(' ')}: ${stderr}`);
  return performance.now() - begun;
}

function median(numbers) {
  return numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)];
}

/** The medians with and without each device, interleaved, after one round that warms the disk. */
function measure() {
  const times = devices.map(() => ({ with: [], without: [] }));
  for (let round = 0; round <= ROUNDS; round += 1) {
    for (const [index, { run, without }] of devices.entries()) {
      const taken = { with: timed(...run), without: timed(...without) };
      if (round === 0) continue;
      times[index].with.push(taken.with);
      times[index].without.push(taken.without);
    }
  }
  return times.map((taken) => ({ with: median(taken.with), without: median(taken.without) }));
}

const quiet = measure();
const load = Array.from({ length: availableParallelism() }, () =>
  spawn(process.execPath, ['-e', 'for (;;);']),
);
const busy = measure();
for (const child of load) child.kill();
rmSync(work, { recursive: true, force: true });

const ratio = ({ with: own, without }) => `${(without / own).toFixed(2)} × (${Math.round(without - own)} ms)`;
console.log(`| Node ${process.versions.node} | quiet | every core loaded |\n| --- | --- | --- |`);
for (const [index, { what }] of devices.entries())
  console.log(`| ${what} | ${ratio(quiet[index])} | ${ratio(busy[index])} |`);
