import type { AddCommand } from '../command.js';
import { parseDayOption } from '../options.js';
import type { ImportOptions } from './import.run.js';

/** `scrutiny import`: an existing tracker becomes a register. */
export const addImport: AddCommand = (program, { host, finish }) => {
  program
    .command('import')
    .description('read a tracker (CSV, Excel, Word) into the register, and say what became of every cell')
    .argument('<file>', 'the tracker: .csv, .xlsx, .xls, .ods or .docx')
    .option(
      '--map <mapping>',
      "what a heading or a status means: 'HEADING=FIELD', 'STATUS=RATING' or a file; may be given more than once",
      (map: string, before: readonly string[]) => [...before, map],
      [] as readonly string[],
    )
    .option('--review <key>', 'the review of the register that the tracker is the next version of')
    .option('--panel <panel>', 'whose review it is: a key, or the name of the panel of a new register')
    .option('--council <name>', 'the name of the council, for a new register')
    .option('--title <words>', 'the title of the review')
    .option('--as-at <date>', 'the day of reports that name none (default: today)', parseDayOption)
    .option('--report <file>', 'the page that says what became of every cell (default: out/import-FILE.html)')
    .option('--dry-run', 'say what would be written, and write nothing')
    .option('--json', 'for scripts')
    .action(async (file: string, _options: unknown, command: { optsWithGlobals(): ImportOptions }) => {
      const { importFile } = await import('./import.run.js');
      finish(await importFile(file, command.optsWithGlobals(), host));
    });
};
