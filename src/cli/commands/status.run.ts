import type { IsoDate } from '../../calendar/index.js';
import { statusWords } from '../../queries/index.js';
import { buildStatus } from '../../workflows/query.js';
import type { CommonOptions } from '../command.js';
import { EXIT, type ExitCode } from '../exit.js';
import type { Host } from '../host.js';
import { loadRegister } from '../load-register.js';
import { printJson, printSheet } from '../terminal/sheet.js';

export interface StatusOptions extends CommonOptions {
  readonly panel?: string;
  readonly review?: string;
  readonly owner?: string;
  readonly service?: string;
  readonly asAt?: IsoDate;
  readonly confidential?: boolean;
  readonly json?: boolean;
}

/** Says where everything stands. */
export async function status(options: StatusOptions, host: Host): Promise<ExitCode> {
  const day = options.asAt ?? host.today;
  const asked = loadRegister(options, host, { day });
  if (!asked) return EXIT.problems;
  const { panel, review, owner, service } = options;
  const isConfidential = options.confidential ?? false;
  const register = buildStatus(asked.model, { day, isConfidential, panel, review, owner, service });
  const { statusJson, statusSheet } = await statusWords();
  if (options.json) printJson(statusJson(register), host);
  else printSheet(statusSheet(register), host);
  return EXIT.done;
}
