import { Command, CommanderError } from 'commander';
import { Interrupted, MachineError, UsageError } from '../diagnostics/index.js';
import { ownVersion } from '../files/index.js';
import type { AddCommand } from './command.js';
import { addAdd } from './commands/add.js';
import { addChanges } from './commands/changes.js';
import { addChase } from './commands/chase.js';
import { addCheck } from './commands/check.js';
import { addDoctor } from './commands/doctor.js';
import { addExplain } from './commands/explain.js';
import { addExport } from './commands/export.js';
import { addImport } from './commands/import.js';
import { addReport } from './commands/report.js';
import { addSchema } from './commands/schema.js';
import { addShow } from './commands/show.js';
import { addStatus } from './commands/status.js';
import { addTemplates } from './commands/templates.js';
import { addUpdate } from './commands/update.js';
import { addVerify } from './commands/verify.js';
import { PROSE_FLAGS } from './editing/addables.js';
import { EXIT, type ExitCode } from './exit.js';
import type { Host } from './host.js';
import { sanitise, sanitiseLine } from './sanitise.js';

const COMMANDS: readonly AddCommand[] = [
  addReport,
  addCheck,
  addExplain,
  addStatus,
  addShow,
  addChanges,
  addChase,
  addAdd,
  addUpdate,
  addImport,
  addExport,
  addVerify,
  addTemplates,
  addSchema,
  addDoctor,
];

/**
 * Runs one command line and returns its exit code. Every kind of failure ends here; nothing else prints an error or exits.
 */
export async function run(argv: readonly string[], host: Host): Promise<ExitCode> {
  let code: ExitCode = EXIT.done;
  const finish = (ended: ExitCode) => {
    code = ended;
  };
  const program = newProgram(host);
  for (const add of COMMANDS) add(program, { host, finish });
  try {
    mustBeOnOneLine(argv);
    await program.parseAsync([...argv], { from: 'user' });
    return code;
  } catch (failure) {
    return endedBy(failure, host, argv.includes('--debug'));
  }
}

function newProgram(host: Host): Command {
  return new Command('scrutiny')
    .description(
      "Keeps a council's scrutiny recommendations as YAML in git and makes committee papers from them.",
    )
    .version(ownVersion(), '-V, --version', 'print the version')
    .option(
      '--data <dir>',
      'the folder which holds the register (default: the nearest data/ with a council.yaml)',
    )
    .option('--debug', 'show where in the program a failure arose')
    .helpOption('-h, --help', 'show what can be typed')
    .helpCommand('help [command]', 'show what can be typed after a command')
    .showSuggestionAfterError(true)
    .exitOverride()
    .hook('preAction', (_program, command) => mustHaveValues(command))
    .configureOutput({
      writeOut: (text) => host.stdout.write(text),
      writeErr: (text) => host.stderr.write(sanitise(text)),
      getOutHelpWidth: () => host.stdout.columns ?? 100,
      getErrHelpWidth: () => host.stderr.columns ?? 100,
      getOutHasColors: () => false,
      getErrHasColors: () => false,
    })
    .addHelpText(
      'after',
      '\nExit codes: 0 done, 1 the register has problems, 2 the command line is wrong, 3 the machine cannot do it,\n70 a fault of this program, 130 interrupted.',
    );
}

/** A line end in what was typed would begin a line of its own wherever it is said again, and a build server may take that for a command. */
function mustBeOnOneLine(argv: readonly string[]): void {
  const broken = argv.find((argument, index) => /[\n\r]/.test(argument) && !isProse(argv, index));
  if (broken !== undefined)
    throw new UsageError(`'${sanitiseLine(broken)}' has a line end in it. Write it on one line.`);
}

/** What an update or an action says may have paragraphs. */
function isProse(argv: readonly string[], index: number): boolean {
  const [flag = ''] = (argv[index] ?? '').split('=');
  return PROSE_FLAGS.has(flag) || PROSE_FLAGS.has(argv[index - 1] ?? '');
}

/** An option or an argument without a value is most often a variable of the shell that is not set. */
function mustHaveValues(command: Command): void {
  const options = [
    ...command.options,
    ...(command.parent?.options ?? []),
    ...(command.parent?.parent?.options ?? []),
  ];
  const values: Readonly<Record<string, unknown>> = command.optsWithGlobals();
  const empty = options.find((option) => isEmpty(values[option.attributeName()]))?.flags;
  if (empty !== undefined)
    throw new UsageError(`nothing is written after '${empty}'. Write a value, or leave the option out.`);
  const index = command.args.findIndex(isEmpty);
  const name = command.registeredArguments[index]?.name();
  if (index !== -1) throw new UsageError(`'${name ?? 'the argument'}' is empty. Write a value there.`);
}

function isEmpty(value: unknown): boolean {
  return typeof value === 'string' && value.trim() === '';
}

function endedBy(failure: unknown, host: Host, debug: boolean): ExitCode {
  const say = (text: string) => host.stderr.write(`${sanitise(text)}\n`);
  const trace = failure instanceof Error && debug ? `\n${failure.stack ?? ''}` : '';
  if (failure instanceof CommanderError) {
    return failure.exitCode === 0 ? EXIT.done : EXIT.usage;
  }
  if (failure instanceof UsageError) {
    say(`error: ${failure.message}${trace}`);
    return EXIT.usage;
  }
  if (failure instanceof MachineError) {
    say(`error: ${failure.message}${trace}`);
    return EXIT.machine;
  }
  if (failure instanceof Interrupted || host.signal.aborted) {
    say(failure instanceof Interrupted ? 'interrupted: nothing was written' : 'interrupted');
    return EXIT.interrupted;
  }
  const reason = failure instanceof Error ? failure.message : String(failure);
  say(
    `error: scrutiny itself has failed (${reason}). This is a fault of the program, not of your register; please report it with the command that you typed${debug ? '' : ', run again with --debug'}.${trace}`,
  );
  return EXIT.bug;
}
