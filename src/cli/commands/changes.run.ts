import type { IsoDate } from '../../calendar/index.js';
import { UsageError } from '../../diagnostics/index.js';
import { date } from '../../phrases/index.js';
import { changesWords } from '../../queries/index.js';
import { changesBetween } from '../../register/index.js';
import { assertFilterValid } from '../../workflows/query.js';
import type { CommonOptions } from '../command.js';
import { EXIT, type ExitCode } from '../exit.js';
import type { Host } from '../host.js';
import { loadRegister } from '../load-register.js';
import { sanitise } from '../sanitise.js';
import { printJson, printSheet } from '../terminal/sheet.js';

export interface ChangesOptions extends CommonOptions {
  readonly since: IsoDate;
  readonly until?: IsoDate;
  readonly asAt?: IsoDate;
  readonly panel?: string;
  readonly review?: string;
  readonly format: 'text' | 'md' | 'json';
  readonly json?: boolean;
  readonly confidential?: boolean;
}

/** Says what moved. */
export async function changes(options: ChangesOptions, host: Host): Promise<ExitCode> {
  const { since, panel, review } = options;
  const until = options.until ?? options.asAt ?? host.today;
  const asked = loadRegister(options, host, { day: until });
  if (!asked) return EXIT.problems;
  if (until < since)
    throw new UsageError(
      `There is nothing between ${date(since)} and ${date(until)}: the second day comes before the first.`,
    );
  assertFilterValid(asked.model, { panel, review });
  const isConfidential = options.confidential ?? false;
  const found = changesBetween(asked.model, { since, until, isConfidential, panel, review });
  const { changesJson, changesSheet, writeMarkdown } = await changesWords();
  if (options.json || options.format === 'json') printJson(changesJson(found), host);
  else if (options.format === 'md') host.stdout.write(sanitise(writeMarkdown(changesSheet(found))));
  else printSheet(changesSheet(found), host);
  return EXIT.done;
}
