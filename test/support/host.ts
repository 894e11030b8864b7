import type { IsoDate } from '../../src/calendar/index.js';
import { parseIsoDate } from '../../src/calendar/index.js';
import type { Host } from '../../src/cli/index.js';

/** A day, for tests that write it out. */
export function day(text: string): IsoDate {
  const date = parseIsoDate(text);
  if (!date) throw new Error(`${text} is not a day`);
  return date;
}

export interface FakeHost extends Host {
  readonly out: () => string;
  readonly err: () => string;
}

/**
 * A world whose streams can be read. The real environment is passed on, so that the browser's cache is found.
 *
 * @param columns where stdout is to be a terminal of that width
 */
export function fakeHost(
  wanted: Partial<Pick<Host, 'cwd' | 'env' | 'today' | 'signal' | 'ask' | 'readInput'>> = {},
  columns?: number,
): FakeHost {
  const out: string[] = [];
  const err: string[] = [];
  return {
    cwd: process.cwd(),
    env: { ...process.env, NO_COLOR: '1', CI: '' },
    today: day('2018-04-01'),
    signal: new AbortController().signal,
    ask: undefined,
    readInput: async () => '',
    ...wanted,
    stdout: { write: (text) => void out.push(text), isTerminal: columns !== undefined, columns },
    stderr: { write: (text) => void err.push(text), isTerminal: false, columns: undefined },
    out: () => out.join(''),
    err: () => err.join(''),
  };
}
