/**
 * The kinds of failure that are not about the register's contents. Each ends a run in one place, `cli/main.ts`,
 * with its own exit code; problems in the register are diagnostics, not exceptions.
 */

/** The command line is wrong, or names something that the register does not have. Ends with exit code 2. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

/** The machine cannot do it: no browser, no disk space, no permission. Ends with exit code 3. */
export class MachineError extends Error {
  override readonly name = 'MachineError';
}

/** A file is no longer what an edit was made from: somebody else has written it meanwhile. Ends with exit code 3. */
export class FileChanged extends MachineError {
  /** Absolute. */
  readonly path: string;

  constructor(path: string) {
    super(`${path} was changed by somebody else meanwhile. Nothing was written.`);
    this.path = path;
  }
}

/** The person at the keyboard stopped it. Ends with exit code 130. */
export class Interrupted extends Error {
  override readonly name = 'Interrupted';
}
