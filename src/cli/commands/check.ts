import { Option } from 'commander';
import type { AddCommand } from '../command.js';
import { parseDayOption } from '../options.js';
import type { CheckOptions } from './check.run.js';

/** `scrutiny check`: every problem of the register at once, each at its place. */
export const addCheck: AddCommand = (program, { host, finish }) => {
  program
    .command('check')
    .description(
      'say everything that is wrong with the register, each at its place, and what to write instead',
    )
    .addOption(
      new Option('--format <name>', 'for people, or for a service that reads it')
        .choices(['text', 'json', 'github', 'gitlab', 'sarif', 'junit'])
        .default('text'),
    )
    .option(
      '--fix',
      'mend dates, tabs, non-breaking spaces and spaces at the ends of lines first, and nothing else',
    )
    .option('--strict', 'warnings fail too')
    .option(
      '--as-at <date>',
      'the day for rules about a day (default: the latest meeting up to today)',
      parseDayOption,
    )
    .action(async (_options: unknown, command: { optsWithGlobals(): CheckOptions }) => {
      const { check } = await import('./check.run.js');
      finish(await check(command.optsWithGlobals(), host));
    });
};
