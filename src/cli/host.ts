import type { IsoDate } from '../calendar/index.js';
import type { BrowserWishes } from '../pdf/index.js';

/** Somewhere to print. */
export interface Output {
  write(text: string): void;
  /** Whether a person is looking: colour and progress go to terminals only. */
  readonly isTerminal: boolean;
  /** Width in characters, where it is known. */
  readonly columns: number | undefined;
}

/** The outside world as one object, so that a test can be the world. */
export interface Host {
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** The day it is, on this machine; asked once, and the only clock in the program. */
  readonly today: IsoDate;
  readonly stdout: Output;
  readonly stderr: Output;
  /** Asks the person at the terminal for a line, or has none any more; undefined where nobody sits there, so that nothing may be asked. */
  readonly ask: ((question: string) => Promise<string | undefined>) | undefined;
  /** All that comes through standard input. */
  readonly readInput: () => Promise<string>;
  /** Aborted when the person presses Ctrl-C or the process is told to end. */
  readonly signal: AbortSignal;
}

/** Which browser a command is to find: the one that is named, else whatever there is. */
export function browserWishes(
  { browser }: { readonly browser?: string },
  { env, signal }: Host,
): BrowserWishes {
  return { browser: browser ?? env['SCRUTINY_BROWSER'], env, signal };
}

/** Whether colour is welcome there: https://no-color.org, and never in CI logs. */
export function mayColour(output: Output, env: Host['env']): boolean {
  if (env['FORCE_COLOR'] !== undefined && env['FORCE_COLOR'] !== '0') return true;
  return output.isTerminal && !env['NO_COLOR'] && !env['CI'] && env['TERM'] !== 'dumb';
}
