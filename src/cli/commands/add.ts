import type { AddCommand } from '../command.js';
import { ADDABLES } from '../editing/addables.js';
import { type Answers, addFields } from '../editing/fields.js';

/** `scrutiny add THING`: something new in the register. */
export const addAdd: AddCommand = (program, { host, finish }) => {
  const add = program
    .command('add')
    .description(
      'add a panel, officer, review, recommendation, action, meeting, item or decision to the register; asks for what is not given',
    );
  for (const { name, says, argument, fields } of ADDABLES) {
    const command = add.command(name).description(says);
    if (argument) command.argument(`[${argument.takes ?? argument.flag}]`, argument.says);
    addFields(command, fields).action(async () => {
      const { addThing } = await import('./add.run.js');
      const options: Answers = command.optsWithGlobals();
      const typed = argument && command.args[0] !== undefined ? { [argument.flag]: command.args[0] } : {};
      finish(await addThing(name, { ...options, ...typed }, host));
    });
  }
};
