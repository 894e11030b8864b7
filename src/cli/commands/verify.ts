import type { AddCommand } from '../command.js';
import type { VerifyOptions } from './verify.run.js';

/** `scrutiny verify FILE`: is this the paper as it was made, and does the register still say so? */
export const addVerify: AddCommand = (program, { host, finish }) => {
  program
    .command('verify')
    .description('say whether a paper is as it was made, and whether the register still says the same')
    .argument('<file>', 'a paper, as PDF or HTML')
    .option('--confidential', 'show what a members’ copy says, too')
    .option('--builtin-templates', 'leave the register’s own templates aside')
    .option('--browser <path>', 'the browser to print with')
    .option('--json', 'for scripts: docs/evidence.md says what it holds')
    .addHelpText(
      'after',
      '\nExit codes: 0 identical to the byte; 1 altered since it was made, or the register now says something else;\n3 cannot be compared, since another version of scrutiny, of the browser or of the templates made it.',
    )
    .action(async (file: string, _options: unknown, command: { optsWithGlobals(): VerifyOptions }) => {
      const { verify } = await import('./verify.run.js');
      finish(await verify(file, command.optsWithGlobals(), host));
    });
};
