/**
 * The stations after `register/` where a question is answered: a register is read, and what it says on a day leaves the line.
 */
import type { IsoDate } from '../calendar/index.js';
import { listProblems, type Problem } from '../diagnostics/index.js';
import type { RegisterLocation } from '../files/index.js';
import type { Model } from '../model/index.js';
import { type StatusJson, statusWords } from '../queries/index.js';
import { type DayRegister, type DayWanted, dayRegister, type Filter } from '../register/index.js';
import { type RegisterRead, readModel } from '../workspace/index.js';
import { assertKnown } from './assert-known.js';
import type { Register } from './open-register.js';
import { readDay } from './read-request.js';

export type { StatusJson } from '../queries/index.js';

/** Which status is asked for. */
export interface StatusOptions {
  /** The day that all of it speaks of, `2018-03-01`: the library never asks a clock. */
  readonly asAt: string;
  /** The key of a panel: the one that hears the updates on the day. */
  readonly panel?: string | undefined;
  /** The key of a review. */
  readonly review?: string | undefined;
  /** An officer's key, or an owner in plain words. */
  readonly owner?: string | undefined;
  /** The key of a service. */
  readonly service?: string | undefined;
  /** Whether exempt matter is shown; otherwise it is withheld. */
  readonly confidential?: boolean | undefined;
}

/** The status of a register, or why there is none. */
export interface RegisterStatus {
  /** As `scrutiny status --json` prints it; undefined where the register has errors. */
  readonly status: StatusJson | undefined;
  /** What is wrong with the register. Warnings do not prevent an answer. */
  readonly diagnostics: readonly Problem[];
}

/**
 * What is open, late, awaiting an update and due before the next meeting, as `scrutiny status` says it.
 *
 * @throws UsageError where a day is not written as one, or a panel, review, owner or service is not in the register
 *
 * @example
 * ```ts
 * import { openRegister, queryStatus } from 'scrutiny-papers';
 *
 * const { status } = await queryStatus(openRegister('data'), { asAt: '2018-03-01' });
 * console.log(`${status?.counts.late} of ${status?.counts.actions} actions are late`); // 2 of 18 actions are late
 * ```
 */
export async function queryStatus(register: Register, options: StatusOptions): Promise<RegisterStatus> {
  const { panel, review, owner, service, confidential: isConfidential = false } = options;
  const day = readDay('asAt', options.asAt);
  const read = readToAnswer(register, day);
  const diagnostics = listProblems(read);
  if (!read.model) return { status: undefined, diagnostics };
  const { statusJson } = await statusWords();
  const wanted = { day, isConfidential, panel, review, owner, service };
  return { status: statusJson(buildStatus(read.model, wanted)), diagnostics };
}

/**
 * Reads a register to answer a question.
 *
 * @param day the day on which waivers must hold
 * @param only the key of a review, where one alone is wanted
 */
export function readToAnswer(place: RegisterLocation, day: IsoDate, only?: string): RegisterRead {
  return readModel(place, () => day, undefined, only === undefined ? undefined : [only]);
}

/**
 * The register on a day, narrowed to what was asked for.
 *
 * @throws UsageError where what narrows it is not in the register
 */
export function buildStatus(model: Model, wanted: DayWanted): DayRegister {
  assertFilterValid(model, wanted);
  return dayRegister(model, wanted);
}

/**
 * Whether everything that narrows a question is in the register.
 *
 * @throws UsageError with the nearest name, or those that there are
 */
export function assertFilterValid(
  { council, reviews }: Model,
  { panel, review, owner, service }: Filter,
): void {
  assertKnown(
    'panel',
    panel,
    council.panels.map(({ key }) => key),
  );
  assertKnown(
    'review',
    review,
    reviews.map(({ key }) => key),
  );
  assertKnown(
    'service',
    service,
    council.services.map(({ key }) => key),
  );
  // An owner of exempt matter must not come to light as a suggestion.
  const owners = reviews
    .filter(({ exempt }) => !exempt)
    .flatMap(({ recommendations }) => recommendations.filter(({ exempt }) => !exempt))
    .flatMap(({ actions, ownAction }) => [...actions, ...(ownAction ? [ownAction] : [])])
    .filter(({ exempt }) => !exempt)
    .flatMap((action) =>
      action.owners.map((person) => (person.kind === 'officer' ? person.officer.key : person.words)),
    );
  assertKnown('owner', owner, [...council.officers.map(({ key }) => key), ...owners]);
}
