import type { AddCommand } from '../command.js';
import { parseDayOption } from '../options.js';
import type { ChaseOptions } from './chase.run.js';

/** `scrutiny chase --meeting DATE`: a message for each owner who owes an update. */
export const addChase: AddCommand = (program, { host, finish }) => {
  program
    .command('chase')
    .description('write a message to each owner who still owes an update for a meeting')
    .option(
      '-m, --meeting <date>',
      'the meeting, such as 2018-02-19; without it, the meetings that there are',
      parseDayOption,
    )
    .option('--panel <key>', 'which panel, where two meet that day')
    .option(
      '--as-at <date>',
      'as if written on that day (default: today, or the meeting if that is past)',
      parseDayOption,
    )
    .option('--out <dir>', 'a folder for the messages as .eml files, which open in a mail program')
    .option('--confidential', 'ask about what is exempt from publication as well')
    .option('--json', 'for scripts: docs/json.md says what it holds')
    .action(async (_options: unknown, command: { optsWithGlobals(): ChaseOptions }) => {
      const { chase } = await import('./chase.run.js');
      finish(await chase(command.optsWithGlobals(), host));
    });
};
