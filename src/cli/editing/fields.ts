import { type Command, Option } from 'commander';

/** Whose keys may be chosen from. */
export type Choices = 'panels' | 'officers' | 'ratings' | 'reviews' | 'services' | readonly string[];

/** One thing that can be said of what is recorded: by an option, or in answer to a question. */
export interface Field {
  /** The option's long name, without dashes. */
  readonly flag: string;
  /** What stands for its value in help; an option without one is on or off. */
  readonly takes?: string;
  readonly says: string;
  /** The question; what has none is only an option. */
  readonly asks?: string;
  /** Names of answers without which it is not asked, though it may be given. */
  readonly asksWith?: readonly string[];
  readonly isRequired?: boolean;
  /** Stands after the command itself, without a name. */
  readonly isArgument?: boolean;
  readonly isMany?: boolean;
  /** Words that may have paragraphs; a dash takes them from standard input. */
  readonly isProse?: boolean;
  readonly choices?: Choices;
}

/** What was said, by the names that commander makes of the options. */
export type Answers = Readonly<Record<string, unknown>>;

/** Options for fields, and those that every command which edits has. */
export function addFields(command: Command, fields: readonly Field[]): Command {
  for (const { flag, takes, says, isMany } of fields) {
    const value = takes === undefined ? '' : isMany ? ` <${takes}...>` : ` <${takes}>`;
    command.addOption(new Option(`--${flag}${value}`, says));
  }
  return command
    .option('--dry-run', 'show what would be written, and write nothing')
    .option('--json', 'for scripts: docs/json.md says what it holds');
}

/** `success-measure` is `successMeasure` among the answers. */
export function nameOfFlag(flag: string): string {
  return flag.replace(/-[a-z]/g, (part) => part.charAt(1).toUpperCase());
}

/** One answer; nothing where none was given. */
export function one(answers: Answers, name: string): string | undefined {
  const answer = answers[name];
  return typeof answer === 'string' ? answer : undefined;
}

/** Answers of which there may be several. */
export function many(answers: Answers, name: string): readonly string[] | undefined {
  const answer = answers[name];
  if (typeof answer === 'string') return [answer];
  return Array.isArray(answer) ? answer.filter((part) => typeof part === 'string') : undefined;
}

/** An answer without which nothing can be recorded; it has been asked for before. */
export function needed(answers: Answers, name: string): string {
  return one(answers, name) ?? '';
}

/** An option that is on or off. */
export function isOn(answers: Answers, name: string): boolean {
  return answers[name] === true;
}
