// What the benchmarks share: registers on the disk, and whole processes that are timed beside each other.
import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { performance } from 'node:perf_hooks';

/** Writes files by their path in a folder, and gives the folder. */
export function write(folder, files) {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  return folder;
}

/** How long this Node takes for a command, in milliseconds. Throws where the command fails. */
export function timed(argv, cwd, env = {}) {
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
  const sorted = numbers.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)];
}

/** Medians of whole processes, interleaved, after one round that warms the disk. */
export function measured(named, rounds) {
  const times = Object.fromEntries(Object.keys(named).map((name) => [name, []]));
  for (const run of Object.values(named)) run();
  for (let round = 0; round < rounds; round += 1)
    for (const [name, run] of Object.entries(named)) times[name].push(run());
  return Object.fromEntries(Object.entries(times).map(([name, all]) => [name, median(all)]));
}
