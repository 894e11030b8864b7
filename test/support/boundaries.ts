import { expect, test } from 'vitest';
import { addDays, type IsoDate } from '../../src/calendar/index.js';
import { partsOn } from './facts.js';
import { folderWith } from './folder.js';
import { day } from './host.js';
import { atOffice } from './office.js';
import { soundModel } from './registers.js';

type Files = Readonly<Record<string, string>>;

/** A rule that turns on a day, and what is said where something is dated the day before it, on it, and the day after. */
export interface Boundary {
  readonly rule: string;
  readonly on: string;
  /** The register with something dated on a day. */
  readonly files: (day: IsoDate) => Files;
  /** Where a person reads of it. */
  readonly read: (files: Files, day: IsoDate) => string | Promise<string>;
  /** Words of the day before, of the day, and of the day after; null where none of the others is said. No day says another's. */
  readonly said: readonly [before: string | null, on: string | null, after: string | null];
}

/** Tries each rule on its three days. */
export function testBoundaries(boundaries: readonly Boundary[]): void {
  test.each(
    boundaries.flatMap((boundary) =>
      (['the day before', 'the day', 'the day after'] as const).map(
        (name, index) => [boundary.rule, name, boundary, index] as const,
      ),
    ),
  )('%s: %s', async (_rule, _name, { on, files, read, said }, index) => {
    const tried = addDays(day(on), index - 1);
    const words = await read(files(tried), tried);
    const expected = said[index] ?? null;
    for (const text of new Set(said)) {
      if (text === null) continue;
      if (text === expected) expect(words).toContain(text);
      else expect(words).not.toContain(text);
    }
  });
}

/** Every word of the paper for a meeting, with its data. */
export function inPaper(date: string, more: { readonly item?: string; readonly asAt?: string } = {}) {
  return (files: Files): string => {
    const { parts, facts } = partsOn(soundModel(files), { date, ...more });
    return JSON.stringify([parts[0]?.paper, facts]);
  };
}

/** What a command says in a register, with its remarks. */
export function atCommand(today: string, ...argv: readonly string[]) {
  return async (files: Files): Promise<string> => {
    const { out, err } = await atOffice(today, argv, { cwd: folderWith(files) });
    return `${out}${err}`;
  };
}
