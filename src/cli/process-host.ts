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
    return await run(process.argv.slice(2), processHost(stop));
  } finally {
    letGo();
  }
}

function processHost(stop: AbortController): Host {
  const isAttended = process.stdin.isTTY && process.stderr.isTTY && !process.env['CI'];
  return {
    cwd: process.cwd(),
    env: process.env,
    today: todayHere(),
    stdout: outputTo(process.stdout),
    stderr: outputTo(process.stderr),
    ask: isAttended ? (question) => askOnce(question, stop) : undefined,
    readInput,
    signal: stop.signal,
  };
}

/** One line that is typed; undefined at Ctrl-D. A terminal that is asked gives Ctrl-C to whoever asks. */
async function askOnce(question: string, stop: AbortController): Promise<string | undefined> {
  const { createInterface } = await import('node:readline/promises');
  const lines = createInterface({ input: process.stdin, output: process.stderr });
  lines.on('SIGINT', () => stop.abort());
  try {
    const ended = new Promise<undefined>((resolve) => lines.once('close', () => resolve(undefined)));
    return await Promise.race([lines.question(question, { signal: stop.signal }), ended]);
  } catch (failure) {
    if (stop.signal.aborted) return undefined;
    throw failure;
  } finally {
    lines.close();
  }
}

async function readInput(): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of process.stdin) parts.push(Buffer.from(part));
  return Buffer.concat(parts).toString('utf8');
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
