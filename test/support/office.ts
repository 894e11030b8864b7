import { join } from 'node:path';
import { run } from '../../src/cli/index.js';
import { PROJECT } from './folder.js';
import { day, fakeHost } from './host.js';

/** A register in which everything has happened that the office can ask about. */
export const OFFICE = join(PROJECT, 'test', 'fixtures', 'office');

/** What a command said there, on a day. */
export async function atOffice(
  today: string,
  argv: readonly string[],
  { cwd = OFFICE, columns, env }: { cwd?: string; columns?: number; env?: Record<string, string> } = {},
) {
  const host = fakeHost({ cwd, today: day(today), ...(env ? { env } : {}) }, columns);
  const code = await run(argv, host);
  return { code, out: host.out(), err: host.err() };
}

/** The lines beneath a heading, up to the next blank one. */
export function under(heading: string, out: string): readonly string[] {
  const lines = out.split('\n');
  const start = lines.findIndex((line) => line.startsWith(heading));
  if (start === -1) return [];
  const rest = lines.slice(start + 1);
  return rest.slice(0, rest.indexOf(''));
}
