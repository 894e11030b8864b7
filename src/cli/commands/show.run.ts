import type { IsoDate } from '../../calendar/index.js';
import { UsageError } from '../../diagnostics/index.js';
import { date } from '../../language/index.js';
import type { Review } from '../../model/index.js';
import { showWords } from '../../office/index.js';
import { lifeOf, referencesOf } from '../../register/index.js';
import { namesThere, registerAsked } from '../asked.js';
import type { CommonOptions } from '../command.js';
import { EXIT, type ExitCode } from '../exit.js';
import type { Host } from '../host.js';
import { printJson, printSheet } from '../terminal/sheet.js';

export interface ShowOptions extends CommonOptions {
  readonly asAt?: IsoDate;
  readonly confidential?: boolean;
  readonly json?: boolean;
}

/** Tells one life. Of all reviews only the one in question is read. */
export async function show(wanted: string, options: ShowOptions, host: Host): Promise<ExitCode> {
  const day = options.asAt ?? host.today;
  const { key, ref } = partsOf(wanted);
  const asked = registerAsked(options, host, { day, only: key });
  if (!asked) return EXIT.problems;
  const { model, unread, placeOf } = asked;
  const review = model.reviews.find((known) => known.key === key);
  if (!review)
    throw new UsageError(`There is no review '${key}'. ${namesThere('review', key, [...unread].toSorted())}`);
  const life = lifeOf(model, review, ref, { day, isConfidential: options.confidential ?? false });
  if (!life) throw new UsageError(notThere(review, ref, day));
  const { showJson, showSheet } = await showWords();
  if (options.json) printJson(showJson(model.council, life, placeOf), host);
  else printSheet(showSheet(model.council, life, placeOf), host);
  return EXIT.done;
}

/** Split at the first slash: a reference may have more of them. */
function partsOf(wanted: string): { readonly key: string; readonly ref: string } {
  const slash = wanted.indexOf('/');
  const key = slash === -1 ? wanted : wanted.slice(0, slash);
  const ref = slash === -1 ? '' : wanted.slice(slash + 1);
  if (key === '' || ref === '')
    throw new UsageError(
      `Write the review's key, a slash and the reference, such as ${key === '' ? 'digital-safeguarding' : key}/1.2; '${wanted}' is not of that kind.`,
    );
  return { key, ref };
}

function notThere(review: Review, ref: string, day: IsoDate): string {
  const refs = referencesOf(review);
  return refs.includes(ref)
    ? `${review.key}/${ref} was not yet there on ${date(day)}.`
    : `The review '${review.key}' has no ${ref}. ${namesThere('recommendation', ref, refs)}`;
}
