import { relative, resolve } from 'node:path';
import type { IsoDate } from '../../calendar/index.js';
import { UsageError } from '../../diagnostics/index.js';
import { type ExportFormat, exportPath, makeExport, writeExport } from '../../workflows/export.js';
import type { CommonOptions } from '../command.js';
import { EXIT, type ExitCode } from '../exit.js';
import type { Host } from '../host.js';
import { loadRegister } from '../load-register.js';
import { sanitiseLine } from '../sanitise.js';

export interface ExportOptions extends CommonOptions {
  readonly format: ExportFormat;
  readonly panel?: string;
  readonly review?: string;
  readonly asAt?: IsoDate;
  readonly confidential?: boolean;
  readonly out?: string;
}

/** Writes the register for other programs. */
export async function exportRegister(options: ExportOptions, host: Host): Promise<ExitCode> {
  const day = options.asAt ?? host.today;
  const { format, panel, review, out } = options;
  if (out === '-' && format === 'xlsx')
    throw new UsageError(
      'a workbook cannot be shown at the terminal: name a file after --out, or leave it out.',
    );
  const asked = loadRegister(options, host, { day });
  if (!asked) return EXIT.problems;
  const isConfidential = options.confidential ?? false;
  const bytes = await makeExport(asked.model, format, { day, isConfidential, panel, review });
  if (out === '-') {
    host.stdout.write(Buffer.from(bytes).toString('utf8'));
    return EXIT.done;
  }
  const path =
    out === undefined ? exportPath(asked.place, format, day, isConfidential) : resolve(host.cwd, out);
  writeExport(path, bytes, isConfidential, host.signal);
  host.stdout.write(`${sanitiseLine(relative(host.cwd, path))}\n`);
  return EXIT.done;
}
