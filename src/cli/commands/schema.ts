import { Argument } from 'commander';
import type { AddCommand } from '../command.js';
import type { SchemaOptions } from './schema.run.js';

/** `scrutiny schema`: JSON Schemas, with which an editor helps while one types. */
export const addSchema: AddCommand = (program, { host, finish }) => {
  program
    .command('schema')
    .description('print the JSON Schema of a kind of file, for editors')
    .addArgument(
      new Argument('[kind]', 'which; without it, all are printed as one JSON object').choices([
        'council',
        'meeting',
        'review',
        'progress',
      ]),
    )
    .option('--out <dir>', 'write them to this folder as council.json, meeting.json and so on')
    .action(
      async (
        kind: SchemaOptions['kind'],
        _options: unknown,
        command: { optsWithGlobals(): Omit<SchemaOptions, 'kind'> },
      ) => {
        const { schema } = await import('./schema.run.js');
        finish(await schema({ ...command.optsWithGlobals(), kind }, host));
      },
    );
};
