import type { AddCommand } from '../command.js';
import { parseDayOption } from '../options.js';
import type { StatusOptions } from './status.run.js';

/** `scrutiny status`: where everything stands. */
export const addStatus: AddCommand = (program, { host, finish }) => {
  program
    .command('status')
    .description('say what is open, late, awaiting an update and due before the next meeting')
    .option('--panel <key>', 'only what this panel hears about')
    .option('--review <key>', 'only this review')
    .option('--owner <key>', 'only what this officer, or owner in plain words, has a part in')
    .option('--service <key>', 'only what officers of this service have a part in')
    .option('--as-at <date>', 'what was known on that day (default: today)', parseDayOption)
    .option('--confidential', 'show what is exempt from publication')
    .option('--json', 'for scripts: docs/json.md says what it holds')
    .action(async (_options: unknown, command: { optsWithGlobals(): StatusOptions }) => {
      const { status } = await import('./status.run.js');
      finish(await status(command.optsWithGlobals(), host));
    });
};
