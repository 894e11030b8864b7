import type { AddCommand } from '../command.js';
import { UPDATE_FIELDS, UPDATED } from '../editing/addables.js';
import { type Answers, addFields } from '../editing/fields.js';

/** `scrutiny update REVIEW/REF…`: what an owner reported. */
export const addUpdate: AddCommand = (program, { host, finish }) => {
  const command = program
    .command('update')
    .description("record what an owner reported, in the review's progress file of that day")
    .argument('[review/ref...]', UPDATED.says);
  addFields(command, UPDATE_FIELDS).action(async () => {
    const { update } = await import('./update.run.js');
    const options: Answers = command.optsWithGlobals();
    const typed = command.args.length > 0 ? { [UPDATED.flag]: command.args } : {};
    finish(await update({ ...options, ...typed }, host));
  });
};
