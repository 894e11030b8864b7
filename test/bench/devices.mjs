// What each thing that is there for speed gives: the same commands with and without it, on a quiet machine and with every core loaded.
// `node test/bench/devices.mjs` prints rows for docs/performance.md; run it with each Node that is supported.
import { spawn } from 'node:child_process';
import { appendFileSync, cpSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { makeRegister } from './make-register.mjs';
import { measured, timed, write } from './processes.mjs';

const ROUNDS = Number(process.env.BENCH_ROUNDS ?? 7);
const root = join(import.meta.dirname, '..', '..');
const bin = join(root, 'bin', 'scrutiny.js');
const work = mkdtempSync(join(tmpdir(), 'scrutiny-devices-'));

const thirty = register('thirty', { recommendations: 6, actionsEach: 5 });
const own = register('own', { recommendations: 6, actionsEach: 5 });
// Templates of a council's own are compiled when they are used.
for (const folder of ['update', 'shared']) {
  const copy = join(own, 'templates', folder);
  cpSync(join(root, 'templates', folder), copy, { recursive: true });
  // What has the text of a template that ships is as compiled as that is.
  for (const name of readdirSync(copy))
    if (name.endsWith('.hbs')) appendFileSync(join(copy, name), '{{! own }}');
}
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
    what: 'compiled functions kept, `status`',
    run: [[bin, ...STATUS], root],
    without: [[bin, ...STATUS], root, UNCACHED],
  },
  {
    what: 'compiled functions kept, `report`',
    run: [[bin, ...REPORT], thirty],
    without: [[bin, ...REPORT], thirty, UNCACHED],
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
  return write(join(work, name), makeRegister(shape));
}

function script(name, text) {
  const path = join(work, `${name}.mjs`);
  writeFileSync(path, text);
  return path;
}

/** The medians with and without each device. */
function measure() {
  const runs = devices.flatMap(({ run, without }, index) => [
    [`${index} with`, () => timed(...run)],
    [`${index} without`, () => timed(...without)],
  ]);
  const medians = measured(Object.fromEntries(runs), ROUNDS);
  return devices.map((_, index) => ({
    with: medians[`${index} with`],
    without: medians[`${index} without`],
  }));
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
