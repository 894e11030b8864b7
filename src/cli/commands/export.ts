import { Option } from 'commander';
import type { AddCommand } from '../command.js';
import { parseDayOption } from '../options.js';
import type { ExportOptions } from './export.run.js';

/** `scrutiny export`: the register for other programs. */
export const addExport: AddCommand = (program, { host, finish }) => {
  program
    .command('export')
    .description('write the register for other programs: Excel, CSV, JSON or a calendar')
    .addOption(
      new Option('--format <format>', 'the kind of file')
        .choices(['xlsx', 'csv', 'json', 'ics'])
        .default('xlsx'),
    )
    .option('--panel <key>', 'only what this panel hears about')
    .option('--review <key>', 'only this review')
    .option('--as-at <date>', 'what was known on that day (default: today)', parseDayOption)
    .option('--confidential', 'with what is exempt from publication')
    .option('--out <file>', 'the file to write (default: out/register-DATE.FORMAT), or - for stdout')
    .action(async (_options: unknown, command: { optsWithGlobals(): ExportOptions }) => {
      const { exportRegister } = await import('./export.run.js');
      finish(await exportRegister(command.optsWithGlobals(), host));
    });
};
