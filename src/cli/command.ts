import type { Command } from 'commander';
import type { ExitCode } from './exit.js';
import type { Host } from './host.js';

/** What a command file is given: the world, and a way to say how it ended. */
export interface CommandContext {
  readonly host: Host;
  /** Ends the run with this exit code. */
  finish(code: ExitCode): void;
}

/** Declares one command on the program. */
export type AddCommand = (program: Command, context: CommandContext) => void;

/** The options that every command has. */
export interface CommonOptions {
  readonly data?: string;
  readonly debug?: boolean;
}
