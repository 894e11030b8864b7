import { parseIsoDate } from '../calendar/index.js';
import type { Host, Output } from './host.js';
import { run } from './main.js';

const STOPS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** Runs the command line of this process on this machine. */
export async function runProcess(): Promise<number> {
  const stop = new AbortController();
  const letGo = () => {
    for (const signal of STOPS) process.off(signal, abort);
  };
  // The second signal, whichever it is, finds nobody who listens, and the system ends the program.
  const abort = () => {
    letGo();
    stop.abort();
  };
  for (const signal of STOPS) process.on(signal, abort);
  // A reader that has seen enough (`scrutiny status | head`) is no fault of ours.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
  });
  try {
    return await run(process.argv.slice(2), processHost(stop.signal));
  } finally {
    letGo();
  }
}

function processHost(signal: AbortSignal): Host {
  return {
    cwd: process.cwd(),
    env: process.env,
    today: todayHere(),
    stdout: outputTo(process.stdout),
    stderr: outputTo(process.stderr),
    signal,
  };
}

function todayHere() {
  const now = new Date();
  const written = [now.getFullYear(), now.getMonth() + 1, now.getDate()]
    .map((part) => String(part).padStart(2, '0'))
    .join('-');
  const today = parseIsoDate(written);
  if (!today) throw new RangeError(`the clock of this machine says ${written}`);
  return today;
}

function outputTo(stream: NodeJS.WriteStream): Output {
  return {
    write: (text) => void stream.write(text),
    isTerminal: stream.isTTY === true,
    columns: stream.columns,
  };
}
