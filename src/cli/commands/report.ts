import type { AddCommand } from '../command.js';
import { formatList, parseDayOption } from '../options.js';
import type { ReportOptions } from './report.run.js';

/** `scrutiny report`: the paper or papers for a meeting. */
export const addReport: AddCommand = (program, { host, finish }) => {
  program
    .command('report')
    .description('make the paper or papers for a meeting, as PDF and HTML')
    .option(
      '-m, --meeting <date>',
      'the meeting, such as 2018-02-19; without it, the meetings that there are',
      parseDayOption,
    )
    .option('--panel <key>', 'which panel, where two meet that day')
    .option('--item <number>', 'one item of the agenda; by default all that have a paper')
    .option('--format <formats>', 'pdf, html or docx (Word), or several with commas', formatList, [
      'pdf',
      'html',
    ])
    .option('--out <dir>', 'the folder for the papers (default: out/ beside the register)')
    .option('--as-at <date>', 'what was known on another day than the paper’s own', parseDayOption)
    .option('--split', 'the cover paper and each appendix as files of their own')
    .option('--confidential', 'the members’ copy, which holds what is exempt from publication')
    .option('--as-heard', 'beside each PDF, what a screen reader says of it, as a text file')
    .option('--open', 'open the paper when it is made')
    .option('--builtin-templates', 'leave the register’s own templates aside')
    .option('--browser <path>', 'the browser to print with')
    .action(async (_options: unknown, command: { optsWithGlobals(): ReportOptions }) => {
      const { report } = await import('./report.run.js');
      finish(await report(command.optsWithGlobals(), host));
    });
};
