import type { IsoDate } from '../../calendar/index.js';
import { UsageError } from '../../diagnostics/index.js';
import { findReview, type Review } from '../../model/index.js';
import { date } from '../../phrases/index.js';
import { showWords } from '../../queries/index.js';
import { buildTimeline, listReferences } from '../../register/index.js';
import { namesThere } from '../../workflows/assert-known.js';
import type { CommonOptions } from '../command.js';
import { EXIT, type ExitCode } from '../exit.js';
import type { Host } from '../host.js';
import { loadRegister } from '../load-register.js';
import { printJson, printSheet } from '../terminal/sheet.js';

export interface ShowOptions extends CommonOptions {
  readonly asAt?: IsoDate;
  readonly confidential?: boolean;
  readonly json?: boolean;
}

/** Tells one life. Of all reviews only the one in question is read. */
export async function show(wanted: string, options: ShowOptions, host: Host): Promise<ExitCode> {
  const day = options.asAt ?? host.today;
  const parts = splitAddress(wanted);
  const asked = loadRegister(options, host, { day, ...(parts ? { only: parts.key } : {}) });
  if (!asked) return EXIT.problems;
  const { model, unread, placeOf } = asked;
  if (!parts) throw new UsageError(notBoth(wanted, model.reviews));
  const { key, ref } = parts;
  const review = findReview(model, key);
  if (!review)
    throw new UsageError(`There is no review '${key}'. ${namesThere('review', key, [...unread].toSorted())}`);
  const life = buildTimeline(model, review, ref, { day, isConfidential: options.confidential ?? false });
  if (!life) throw new UsageError(notThere(review, ref, day));
  const { showJson, showSheet } = await showWords();
  if (options.json) printJson(showJson(life, placeOf), host);
  else printSheet(showSheet(life, placeOf), host);
  return EXIT.done;
}

/** Split at the first slash: a reference may have more of them. Undefined where the review or the reference is missing. */
function splitAddress(wanted: string): { readonly key: string; readonly ref: string } | undefined {
  const slash = wanted.indexOf('/');
  return slash < 1 || slash === wanted.length - 1
    ? undefined
    : { key: wanted.slice(0, slash), ref: wanted.slice(slash + 1) };
}

/** Where a reference stands without its review, or a review without a reference. */
function notBoth(wanted: string, reviews: readonly Review[]): string {
  const word = wanted.replace(/^\/|\/$/, '');
  const likely = reviews.flatMap((review) => {
    const refs = listReferences(review);
    const [first] = review.key === word ? refs : refs.filter((ref) => ref === word);
    return first === undefined ? [] : [`${review.key}/${first}`];
  });
  const [example = 'digital-safeguarding/1.2'] = likely;
  return `Write the review's key, a slash and the reference, such as ${example}; '${wanted}' is not of that kind.`;
}

function notThere(review: Review, ref: string, day: IsoDate): string {
  const refs = listReferences(review);
  return refs.includes(ref)
    ? `${review.key}/${ref} was not yet there on ${date(day)}.`
    : `The review '${review.key}' has no ${ref}. ${namesThere('recommendation', ref, refs)}`;
}
