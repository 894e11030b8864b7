import { relative, sep } from 'node:path';
import type { IsoDate } from '../calendar/index.js';
import { hasErrors, nearest, UsageError } from '../diagnostics/index.js';
import { findRegister, type RegisterPlace } from '../files/index.js';
import type { Model } from '../model/index.js';
import { joinWords } from '../phrases/index.js';
import type { PlaceOf } from '../queries/index.js';
import type { Narrowed } from '../register/index.js';
import { readModel } from '../workspace/index.js';
import { meetingMissing } from './choose-papers.js';
import type { CommonOptions } from './command.js';
import { EXIT, type ExitCode } from './exit.js';
import type { Host } from './host.js';
import { showDiagnostics } from './print-diagnostics.js';
import { tally } from './reporters/text.js';

/** A register that was read to answer a question. */
export interface RegisterAsked {
  readonly place: RegisterPlace;
  readonly model: Model;
  /** Keys of reviews that were left unread. */
  readonly unread: ReadonlySet<string>;
  /** How a path inside the register is called where the person is. */
  readonly shown: (path: string) => string;
  readonly placeOf: PlaceOf;
}

/**
 * Reads the register for a question; undefined where it has errors, which are then shown. Warnings do not stand in the way of an answer:
 * they are counted, and `check` tells them.
 *
 * @param day the day on which waivers must hold
 * @param only the key of a review, where one alone is wanted
 */
export function registerAsked(
  options: CommonOptions,
  host: Host,
  { day, only }: { readonly day: IsoDate; readonly only?: string },
): RegisterAsked | undefined {
  const place = findRegister(host.cwd, options.data);
  const { model, diagnostics, texts, unread } = readModel(place, () => day, undefined, only);
  if (!model || hasErrors(diagnostics)) {
    showDiagnostics(diagnostics, texts, host);
    host.stderr.write('The register has to be put right first.\n');
    return undefined;
  }
  if (diagnostics.length > 0)
    host.stderr.write(`note: ${tally(diagnostics)} in the register; 'scrutiny check' shows more\n`);
  const before = pathBefore(relative(host.cwd, place.home));
  return {
    place,
    model,
    unread,
    shown: (path) => `${before}${place.name}/${path}`,
    placeOf: ({ file, start }) => ({
      file: `${before}${file}`,
      line: texts.positionOf(file, start).line,
    }),
  };
}

/**
 * Where no meeting is named.
 *
 * @throws UsageError with the meetings that there are, once the register can be read
 */
export function askForMeeting(options: CommonOptions, host: Host): ExitCode {
  const asked = registerAsked(options, host, { day: host.today });
  if (!asked) return EXIT.problems;
  throw meetingMissing(asked.model, host.today);
}

/** What stands before the register's own name, seen from where the person is; nothing where it lies above. */
function pathBefore(home: string): string {
  return home === '' || home.startsWith('..') ? '' : `${home.split(sep).join('/')}/`;
}

/**
 * Whether everything that narrows a question is in the register.
 *
 * @throws UsageError with the nearest name, or those that there are
 */
export function mustKnow({ council, reviews }: Model, { panel, review, owner, service }: Narrowed): void {
  known(
    'panel',
    panel,
    council.panels.map(({ key }) => key),
  );
  known(
    'review',
    review,
    reviews.map(({ key }) => key),
  );
  known(
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
      action.owners.map((person) => (person.kind === 'officer' ? person.key : person.words)),
    );
  known('owner', owner, [...council.officers.map(({ key }) => key), ...owners]);
}

function known(noun: string, written: string | undefined, names: readonly string[]): void {
  if (written === undefined || names.includes(written)) return;
  throw new UsageError(`There is no ${noun} '${written}'. ${namesThere(noun, written, names)}`);
}

/** The nearest name, or those that there are. */
export function namesThere(noun: string, written: string, names: readonly string[]): string {
  const near = nearest(written, names);
  if (near !== undefined) return `Did you mean '${near}'?`;
  const [...few] = [...new Set(names)].slice(0, 12);
  if (few.length === 0) return `The register has no ${noun} yet.`;
  return names.length > few.length
    ? `Some that there are: ${few.join(', ')}.`
    : `There ${few.length === 1 ? 'is' : 'are'} ${joinWords(few)}.`;
}
