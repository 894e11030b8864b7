import type { AddCommand } from '../command.js';
import type { DoctorOptions } from './doctor.run.js';

/** `scrutiny doctor`: what will be used to make papers, tried out. */
export const addDoctor: AddCommand = (program, { host, finish }) => {
  program
    .command('doctor')
    .description('say which browser, typeface and versions are used, try them, and name what to mend')
    .option('--browser <path>', 'examine this browser')
    .option('--json', 'as JSON')
    .action(async (_options: unknown, command: { optsWithGlobals(): DoctorOptions }) => {
      const { doctor } = await import('./doctor.run.js');
      finish(await doctor(command.optsWithGlobals(), host));
    });
};
