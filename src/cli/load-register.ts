import { relative, sep } from 'node:path';
import type { IsoDate } from '../calendar/index.js';
import { hasErrors } from '../diagnostics/index.js';
import { findRegister, type RegisterLocation } from '../files/index.js';
import type { Model } from '../model/index.js';
import type { PlaceOf } from '../queries/index.js';
import { meetingMissing } from '../workflows/choose-papers.js';
import { readToAnswer } from '../workflows/query.js';
import type { CommonOptions } from './command.js';
import { EXIT, type ExitCode } from './exit.js';
import type { Host } from './host.js';
import { showDiagnostics } from './print-diagnostics.js';
import { tally } from './reporters/text.js';

/** A register that was read to answer a question. */
export interface LoadedRegister {
  readonly place: RegisterLocation;
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
export function loadRegister(
  options: CommonOptions,
  host: Host,
  { day, only }: { readonly day: IsoDate; readonly only?: string },
): LoadedRegister | undefined {
  const place = findRegister(host.cwd, options.data);
  const { model, diagnostics, texts, unread } = readToAnswer(place, day, only);
  if (!model || hasErrors(diagnostics)) {
    showDiagnostics(diagnostics, texts, host);
    host.stderr.write('Correct these errors first.\n');
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
  const asked = loadRegister(options, host, { day: host.today });
  if (!asked) return EXIT.problems;
  throw meetingMissing(asked.model, host.today);
}

/** What is before the register's own name, seen from where the person is; nothing where it lies above. */
export function pathBefore(home: string): string {
  return home === '' || home.startsWith('..') ? '' : `${home.split(sep).join('/')}/`;
}
