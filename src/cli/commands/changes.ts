import { Option } from 'commander';
import type { AddCommand } from '../command.js';
import { parseDayOption } from '../options.js';
import type { ChangesOptions } from './changes.run.js';

/** `scrutiny changes --since DATE`: what moved between two days. */
export const addChanges: AddCommand = (program, { host, finish }) => {
  program
    .command('changes')
    .description('say what moved between two days or two meetings')
    .requiredOption('--since <date>', 'from the end of this day', parseDayOption)
    .option('--until <date>', 'to the end of this day (default: today)', parseDayOption)
    .addOption(
      new Option('--as-at <date>', 'the same as --until').argParser(parseDayOption).conflicts('until'),
    )
    .option('--panel <key>', 'only what this panel hears about')
    .option('--review <key>', 'only this review')
    .addOption(
      new Option('--format <name>', 'for people, for a comment on a merge request, or for scripts')
        .choices(['text', 'md', 'json'])
        .default('text'),
    )
    .option('--json', 'the same as --format json')
    .option('--confidential', 'show what is exempt from publication')
    .action(async (_options: unknown, command: { optsWithGlobals(): ChangesOptions }) => {
      const { changes } = await import('./changes.run.js');
      finish(await changes(command.optsWithGlobals(), host));
    });
};
