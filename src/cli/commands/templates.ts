import type { AddCommand } from '../command.js';
import type { TemplatesOptions } from './templates.run.js';

/** `scrutiny templates`: which file serves each part of a paper, and a copy of one to change. */
export const addTemplates: AddCommand = (program, { host, finish }) => {
  program
    .command('templates')
    .description('say which file serves each part of a paper, or copy one out to change')
    .argument(
      '[part]',
      'copy this part, such as appendix-b.hbs or paper.css, to templates/ beside the register',
    )
    .option('--json', 'as JSON')
    .action(
      async (
        part: string | undefined,
        _options: unknown,
        command: { optsWithGlobals(): TemplatesOptions },
      ) => {
        const { templates } = await import('./templates.run.js');
        finish(templates(part, command.optsWithGlobals(), host));
      },
    );
};
