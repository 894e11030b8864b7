import { expect, test } from 'vitest';
import { addDays, type IsoDate } from '../../src/calendar/index.js';
import { partsOn } from './facts.js';
import { folderWith } from './folder.js';
import { day } from './host.js';
import { atOffice } from './office.js';
import { SMALL, small, soundModel } from './registers.js';

type Files = Readonly<Record<string, string>>;

/** Files of the small register, and others beside them. */
export const REVIEW = 'data/reviews/repairs/review.yaml';
export const OLD_REPORT = 'data/reviews/repairs/progress/2020-02-10.yaml';
export const REPORT = 'data/reviews/repairs/progress/x.yaml';
export const REPORT_2 = 'data/reviews/repairs/progress/y.yaml';
export const HOMES = 'data/meetings/2020-03-02-homes.yaml';
export const NEXT = 'data/meetings/2020-06-01-homes.yaml';
export const OTHER = 'data/meetings/x.yaml';

/** The review of the small register with some of its words changed. */
export function reviewWith(from: string, to: string): string {
  const text = SMALL[REVIEW] ?? '';
  if (!text.includes(from)) throw new Error(`the small register has no ${from}`);
  return text.replace(from, to);
}

/** What was reported on action 1.1 on a day. */
export function report(asAt: string, entry: string): string {
  return `as-at: ${asAt}\nprogress:\n  1.1: { ${entry} }\n`;
}

interface Met {
  readonly panel?: string;
  readonly published?: string;
  readonly items?: readonly string[];
  readonly decisions?: readonly string[];
}

export const UPDATE = '{ number: 4, title: Homes Update, report: update, review: repairs }';

/** A meeting with these items and decisions. */
export function meeting(
  date: string,
  { panel = 'homes', published, items = [UPDATE], decisions = [] }: Met,
): string {
  const listed = (key: string, lines: readonly string[]) =>
    lines.length > 0 ? [`${key}:`, ...lines.map((line) => `  - ${line}`)] : [];
  return [
    `date: ${date}`,
    ...(published ? [`published: ${published}`] : []),
    `panel: ${panel}`,
    ...listed('items', items),
    ...listed('decisions', decisions),
    '',
  ].join('\n');
}

/** What a meeting decides on action 1.1. */
export function on11(decision: string): string {
  return `{ action: repairs/1.1, decision: ${decision} }`;
}

export const TRACKER = '{ number: 5, title: Tracker, report: tracker, review: all }';

/** The small register with a next meeting on 1 June 2020, whose agenda is published on 22 May. */
export function withNext(files: Files, items?: readonly string[]) {
  return small({
    [NEXT]: meeting('2020-06-01', { published: '2020-05-22', ...(items ? { items } : {}) }),
    ...files,
  });
}

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
