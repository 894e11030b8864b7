import type { AddCommand } from '../command.js';
import type { ExplainOptions } from './explain.run.js';

/** `scrutiny explain`: why a problem is one, with a bad and a good example. */
export const addExplain: AddCommand = (program, { host, finish }) => {
  program
    .command('explain')
    .description('say why a problem is one, with a bad and a good example')
    .argument('[code]', 'the code beside the problem, such as rating-unknown; without it, all are listed')
    .option('--json', 'as JSON')
    .action(
      async (code: string | undefined, _options: unknown, command: { optsWithGlobals(): ExplainOptions }) => {
        const { explain } = await import('./explain.run.js');
        finish(explain(code, command.optsWithGlobals(), host));
      },
    );
};
