import { join } from 'node:path';
import { fileExists, findRegister, type RegisterLocation } from '../../files/index.js';
import type { Model } from '../../model/index.js';
import { editRegister, type RegisterToEdit, readToEdit } from '../../workflows/edit-register.js';
import type { Planned } from '../../workflows/plan-additions.js';
import type { CommonOptions } from '../command.js';
import type { ExitCode } from '../exit.js';
import type { Host } from '../host.js';
import { sanitise } from '../sanitise.js';
import { askForMissing } from './ask.js';
import { type Answers, type Field, isOn, many, nameOfFlag } from './fields.js';
import { writeOneLine } from './one-line.js';
import { printEdits } from './print-edits.js';

/** One command that edits: what it may be told, and what it makes of that. */
export interface Editing {
  /** The command itself: `add action`. */
  readonly words: readonly string[];
  /** What is told, that which stands without a name first. */
  readonly fields: readonly Field[];
  readonly options: Answers & CommonOptions;
  /** Keys of the reviews that need be read; undefined where all are. */
  readonly only?: (answers: Answers, place: RegisterLocation) => readonly string[] | undefined;
  /** What is shown before the questions, and what is taken where a person only presses Enter. */
  readonly prepare?: (model: Model, answers: Answers) => Prepared;
  readonly plan: (register: RegisterToEdit, answers: Answers) => Planned;
}

export interface Prepared {
  readonly lines: readonly string[];
  readonly usual: Answers;
}

/** Asks what is missing, edits the register and tells what was written. */
export async function edit(editing: Editing, host: Host): Promise<ExitCode> {
  const { options, fields, plan } = editing;
  const place = findRegister(host.cwd, options.data);
  const isJson = isOn(options, 'json');
  const isDryRun = isOn(options, 'dryRun');
  const asked = await ask(editing, place, host);
  if ('kind' in asked) return printEdits({ place, result: asked, added: [], isDryRun, isJson }, host);
  const answers = await readProse(fields, asked.answers, host);
  // Whatever happens now, what was typed can be given again in one line.
  if (asked.line !== undefined) host.stderr.write(`The same in one line:\n  ${sanitise(asked.line)}\n`);
  let added: Planned['added'] = [];
  const result = await editRegister({
    place,
    day: host.today,
    only: editing.only?.(answers, place),
    basedOn: asked.basedOn,
    plan: (register) => {
      const made = plan(register, answers);
      added = made.added;
      return made.edits;
    },
    isDryRun,
    signal: host.signal,
  });
  return printEdits({ place, result, added, isDryRun, isJson }, host);
}

interface Asked {
  readonly answers: Answers;
  /** The files, where a person has looked at them and thought. */
  readonly basedOn?: RegisterToEdit['seen'];
  /** The command without questions, where some were asked. */
  readonly line?: string;
}

type Unreadable = Extract<ReturnType<typeof readToEdit>, { kind: 'broken' }>;

/** What was given, and the answers to what was not. For questions the register is read, so that they can offer what there is. */
async function ask(
  { fields, options, words, prepare }: Editing,
  place: RegisterLocation,
  host: Host,
): Promise<Asked | Unreadable> {
  const given = pickGiven(fields, options);
  const isOpen = ({ flag }: Field) => given[nameOfFlag(flag)] === undefined;
  const isBare = fields.every((field) => field.isArgument || isOpen(field));
  const line = writeOneLine(words, fields, given);
  if (!host.ask || !(isBare || fields.some((field) => field.isRequired && isOpen(field))))
    return { answers: await askForMissing({ fields, given, isBare }, host, line) };
  const register = readToEdit({ place, day: host.today });
  if ('kind' in register) return register;
  const { model, seen } = register;
  const named = fields.filter(({ isArgument }) => isArgument);
  const first = await askForMissing({ fields: named, given, model, isBare }, host, line);
  const { lines, usual } = prepare?.(model, first) ?? { lines: [], usual: {} };
  for (const said of lines) host.stderr.write(`  ${sanitise(said)}\n`);
  const answers = await askForMissing({ fields, given: first, model, isBare, usual }, host, line);
  return { answers, basedOn: seen, line: writeOneLine(words, fields, answers) };
}

/** The options that are fields, without those that every command has. */
function pickGiven(fields: readonly Field[], options: Answers): Answers {
  const names = fields.map(({ flag }) => nameOfFlag(flag));
  return Object.fromEntries(
    names.flatMap((name) => (options[name] === undefined ? [] : [[name, options[name]]])),
  );
}

/** Words for which a dash was written come from standard input. */
async function readProse(fields: readonly Field[], answers: Answers, host: Host): Promise<Answers> {
  const piped = fields.find(({ flag, isProse }) => isProse && answers[nameOfFlag(flag)] === '-');
  return piped ? { ...answers, [nameOfFlag(piped.flag)]: await host.readInput() } : answers;
}

/** The reviews that typed references name, where each names one that is there: then the others need not be read. */
export function reviewsNamed(
  answers: Answers,
  name: string,
  place: RegisterLocation,
): readonly string[] | undefined {
  const keys = (many(answers, name) ?? []).map((written) =>
    written.slice(0, Math.max(0, written.indexOf('/'))),
  );
  const isThere = (key: string) =>
    key !== '' && fileExists(join(place.folder, 'reviews', key, 'review.yaml'));
  return keys.length > 0 && keys.every(isThere) ? [...new Set(keys)] : undefined;
}
