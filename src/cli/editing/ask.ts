import { Interrupted, nearest, UsageError } from '../../diagnostics/index.js';
import { isKeyLike, type Model } from '../../model/index.js';
import type { Host } from '../host.js';
import { sanitiseLine } from '../sanitise.js';
import { type Answers, type Choices, type Field, nameOfFlag } from './fields.js';

/** What is asked, of whom, and what is known already. */
export interface Asking {
  readonly fields: readonly Field[];
  readonly given: Answers;
  /** What to choose from. */
  readonly model?: Model;
  /** Whether nothing was given at all, so that everything is asked; otherwise only what is needed. */
  readonly isBare: boolean;
  /** What is taken where a person only presses Enter. */
  readonly usual?: Answers;
}

/**
 * The answers to all questions that are open. Without a terminal nothing is asked: what is missing is named.
 *
 * @param line the command that was typed, to which options are added
 * @throws UsageError naming the options that are missing
 */
export async function askForMissing(asking: Asking, host: Host, line: string): Promise<Answers> {
  const { fields, given, isBare } = asking;
  const isOpen = ({ flag }: Field) => given[nameOfFlag(flag)] === undefined;
  const missing = fields.filter((field) => field.isRequired && isOpen(field));
  if (!host.ask) {
    if (missing.length > 0) throw new UsageError(missingSentence(missing, line));
    return given;
  }
  const answers: Record<string, unknown> = { ...given };
  for (const field of fields) {
    if (!isOpen(field) || !isAsked(field, answers, isBare)) continue;
    const answer = await askOne(field, asking, host);
    if (answer !== undefined) answers[nameOfFlag(field.flag)] = answer;
  }
  return answers;
}

function isAsked({ asks, asksWith, isRequired }: Field, answers: Answers, isBare: boolean): boolean {
  const isDue = asksWith === undefined || asksWith.some((name) => answers[name] !== undefined);
  return asks !== undefined && (isRequired || (isBare && isDue));
}

function missingSentence(missing: readonly Field[], line: string): string {
  const named = missing.map(({ flag, takes = flag, isArgument, says }) => ({
    says,
    written: isArgument ? `<${takes}>` : `--${flag} <${takes}>`,
  }));
  const lines = named.map(({ written, says }) => `\n  ${written}   ${says}`);
  return `${missing.length === 1 ? 'This is' : 'These are'} missing:${lines.join('')}\nWrite: ${[line, ...named.map(({ written }) => written)].join(' ')}`;
}

/** Asks until there is an answer that can be one. Enter alone leaves out what is not needed. */
async function askOne(
  field: Field,
  { model, usual }: Asking,
  host: Host,
): Promise<string | readonly string[] | undefined> {
  const choices = field.choices === undefined || !model ? [] : listChoices(field.choices, model);
  const known = usual?.[nameOfFlag(field.flag)];
  const offer = typeof known === 'string' ? known : undefined;
  if (choices.length > 0) host.stderr.write(`  ${sanitiseLine(choices.join(', '))}\n`);
  for (;;) {
    const hint = offer !== undefined ? ` [${sanitiseLine(offer)}]` : field.isRequired ? '' : ' (or Enter)';
    const typed = (await askLine(`${field.asks ?? ''}${hint}: `, host)).trim();
    if (typed === '') {
      if (offer !== undefined) return offer;
      if (!field.isRequired) return undefined;
      host.stderr.write('  This is needed.\n');
      continue;
    }
    const parts = field.isMany ? splitList(typed) : [typed];
    const wrong = parts.find((part) => !mayBe(part, field, choices, model));
    if (wrong === undefined) return field.isMany ? parts : typed;
    const near = nearest(wrong, choices);
    host.stderr.write(
      `  There is no '${sanitiseLine(wrong)}'.${near === undefined ? '' : ` Did you mean ${near}?`}\n`,
    );
  }
}

/** Whether an answer can be one: people may be named in plain words, ratings by their labels. */
function mayBe(part: string, field: Field, choices: readonly string[], model: Model | undefined): boolean {
  if (field.choices === undefined || choices.includes(part)) return true;
  if (field.choices === 'officers') return !isKeyLike(part);
  if (field.choices === 'ratings')
    return model?.council.ratings.some(({ label }) => label.toLowerCase() === part.toLowerCase()) ?? true;
  return field.choices === 'reviews' && part === 'all' && field.isMany === true;
}

/** Several answers with commas between. A pair such as `1.3=2026-06-30` stays one. */
function splitList(typed: string): readonly string[] {
  return typed
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '');
}

/**
 * One line from the person at the terminal.
 *
 * @throws Interrupted where there is none any more
 */
export async function askLine(question: string, host: Host): Promise<string> {
  const typed = await host.ask?.(question);
  if (typed === undefined) throw new Interrupted('stopped before anything was written');
  return typed;
}

function listChoices(choices: Choices, { council, reviews }: Model): readonly string[] {
  switch (choices) {
    case 'panels':
      return council.panels.map(({ key }) => key);
    case 'officers':
      return council.officers.map(({ key }) => key);
    case 'ratings':
      return council.ratings.map(({ key }) => key);
    case 'services':
      return council.services.map(({ key }) => key);
    case 'reviews':
      return reviews.map(({ key }) => key);
    default:
      return choices;
  }
}
