/**
 * The station after `register/`: a register is read, every rule is asked, and the diagnostics leave the line.
 */
import type { IsoDate } from '../calendar/index.js';
import {
  countProblems,
  type Diagnostic,
  listProblems,
  type Problem,
  type ProblemCounts,
  type SourceTexts,
} from '../diagnostics/index.js';
import { type RegisterLocation, readPictures, smallPictures } from '../files/index.js';
import type { FormerTexts } from '../git/index.js';
import { adviceRules, buildReview, type Model, namesIn, type Review, UNREPORTED } from '../model/index.js';
import { dayRules } from '../register/index.js';
import { parseSource } from '../source/index.js';
import { type RegisterRead, readDocuments } from '../workspace/index.js';
import { formerReviewTexts } from './former-reviews.js';
import type { Register } from './open-register.js';
import { readDay, readOptionalDay } from './read-request.js';

export type { Problem } from '../diagnostics/index.js';

/** Which day a register is checked for. */
export interface CheckOptions {
  /** The day it is, `2018-03-01`: the library never asks a clock. */
  readonly today: string;
  /** The day on which rules about a day are asked; by default that of the latest meeting on or before `today`. */
  readonly asAt?: string | undefined;
  /** Where `PATH` is taken from, to find git; by default the program's own environment. */
  readonly env?: Readonly<Record<string, string | undefined>> | undefined;
}

/** What a check has found, as `scrutiny check --format json` prints it. */
export interface CheckedRegister extends ProblemCounts {
  /** How many files of YAML there are. */
  readonly files: number;
  /** Errors first, then warnings, then remarks; each by file and place. */
  readonly diagnostics: readonly Problem[];
}

/**
 * Checks a register as `scrutiny check` does. What is wrong with it is returned, never thrown.
 *
 * @throws UsageError where a day is not written as one
 *
 * @example
 * ```ts
 * import { checkRegister, openRegister } from 'scrutiny-papers';
 *
 * const { errors, diagnostics } = await checkRegister(openRegister('data'), { today: '2018-03-01' });
 * for (const { file, line, code, message } of diagnostics) console.log(`${file}:${line} ${code} ${message}`);
 * if (errors === 0) console.log('papers can be made'); // papers can be made
 * ```
 */
export async function checkRegister(
  register: Register,
  { today, asAt, env = process.env }: CheckOptions,
): Promise<CheckedRegister> {
  const found = await findProblems({
    place: register,
    today: readDay('today', today),
    asAt: readOptionalDay('asAt', asAt),
    history: formerReviewTexts(register, env),
  });
  const diagnostics = listProblems(found);
  return { files: found.files, ...countProblems(diagnostics), diagnostics };
}

/** What `check` is to look at. */
export interface CheckWanted {
  readonly place: RegisterLocation;
  /** The day on which rules about a day are asked; by default that of the latest meeting on or before today. */
  readonly asAt: IsoDate | undefined;
  readonly today: IsoDate;
  /** What git remembers of each `reviews/KEY/review.yaml`, asked for before anything else. */
  readonly history: Promise<FormerTexts>;
}

/** Reads a register and asks every rule. */
export async function findProblems({ place, asAt, today, history }: CheckWanted): Promise<RegisterRead> {
  // Git looks its history up while the register is read.
  const modelOf = readDocuments(place);
  const [{ brokenDayRules }, { brokenAdvice }, former] = await Promise.all([
    dayRules(),
    adviceRules(),
    history,
  ]);
  const dayOf = (model: Model) => asAt ?? latestMeeting(model, today) ?? today;
  return modelOf(dayOf, (model, otherFiles, texts) => [
    ...pictureProblems(
      place,
      model.pictures.filter(({ path }) => otherFiles.has(path)),
    ),
    ...brokenAdvice(model),
    ...brokenDayRules({
      model,
      day: dayOf(model),
      today: asAt ?? today,
      former: formerReviews(model, former, texts),
    }),
  ]);
}

/** Pictures that cannot be printed, and those that would be too small to read. */
function pictureProblems(place: RegisterLocation, wanted: Model['pictures']): readonly Diagnostic[] {
  const { value, diagnostics } = readPictures(place, wanted);
  return [...diagnostics, ...smallPictures(wanted, value)];
}

function latestMeeting({ meetings }: Model, today: IsoDate): IsoDate | undefined {
  return meetings.findLast(({ date }) => date <= today)?.date;
}

/** What git remembers of the reviews that the Executive has answered, oldest first. What cannot be read of it is left out. */
function formerReviews(
  { council, reviews }: Model,
  former: FormerTexts,
  texts: SourceTexts,
): ReadonlyMap<string, readonly Review[]> {
  const names = namesIn(council);
  const answered = reviews.filter(({ executiveResponse }) => executiveResponse?.date !== undefined);
  const pathOf = ({ key }: Review) => `reviews/${key}/review.yaml`;
  return new Map(
    answered.map((review) => [
      review.key,
      (former.get(pathOf(review)) ?? []).flatMap(({ text }) => {
        if (text === texts.byFile.get(review.span.file)) return review;
        const { value } = parseSource({ shown: pathOf(review), path: pathOf(review), text });
        return buildReview(review.key, value, [], UNREPORTED, names) ?? [];
      }),
    ]),
  );
}
