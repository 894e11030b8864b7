import type { AddCommand } from '../command.js';
import { parseDayOption } from '../options.js';
import type { ShowOptions } from './show.run.js';

/** `scrutiny show REVIEW/REF`: one recommendation's or action's life. */
export const addShow: AddCommand = (program, { host, finish }) => {
  program
    .command('show')
    .description(
      'tell the life of one recommendation or action, with the place of each thing in the register',
    )
    .argument('<review/ref>', 'such as digital-safeguarding/1.2')
    .option('--as-at <date>', 'what was known on that day (default: today)', parseDayOption)
    .option('--confidential', 'show what is exempt from publication')
    .option('--json', 'for scripts: docs/json.md says what it holds')
    .action(async (wanted: string, _options: unknown, command: { optsWithGlobals(): ShowOptions }) => {
      const { show } = await import('./show.run.js');
      finish(await show(wanted, command.optsWithGlobals(), host));
    });
};
