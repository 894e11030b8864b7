/**
 * The station after `register/`: a register is read, every rule is asked, and the diagnostics leave the line.
 */
import type { IsoDate } from '../calendar/index.js';
import { type RegisterPlace, readPictures } from '../files/index.js';
import type { FormerTexts } from '../git/index.js';
import { adviceRules, buildReview, type Model, type Review, UNREPORTED } from '../model/index.js';
import { dayRules } from '../register/index.js';
import { parseSource } from '../source/index.js';
import { type RegisterRead, readModel } from '../workspace/index.js';

/** What `check` is to look at. */
export interface CheckWanted {
  readonly place: RegisterPlace;
  /** The day on which rules about a day are asked; by default that of the latest meeting on or before today. */
  readonly asAt: IsoDate | undefined;
  readonly today: IsoDate;
  /** What git remembers of each `reviews/KEY/review.yaml`, asked for before anything else. */
  readonly history: Promise<FormerTexts>;
}

/** Reads a register and asks every rule. */
export async function checkRegister({ place, asAt, today, history }: CheckWanted): Promise<RegisterRead> {
  const [{ brokenDayRules }, { brokenAdvice }, texts] = await Promise.all([
    dayRules(),
    adviceRules(),
    history,
  ]);
  const dayOf = (model: Model) => asAt ?? latestMeeting(model, today) ?? today;
  return readModel(place, dayOf, (model, otherFiles) => [
    ...readPictures(
      place,
      model.pictures.filter(({ path }) => otherFiles.has(path)),
    ).diagnostics,
    ...brokenAdvice(model),
    ...brokenDayRules({
      model,
      day: dayOf(model),
      today: asAt ?? today,
      former: formerReviews(model, texts),
    }),
  ]);
}

function latestMeeting({ meetings }: Model, today: IsoDate): IsoDate | undefined {
  return meetings.findLast(({ date }) => date <= today)?.date;
}

/** What git remembers of the reviews that the Executive has answered, oldest first. What cannot be read of it is left out. */
function formerReviews({ reviews }: Model, texts: FormerTexts): ReadonlyMap<string, readonly Review[]> {
  const answered = reviews.filter(({ executiveResponse }) => executiveResponse?.date !== undefined);
  const pathOf = ({ key }: Review) => `reviews/${key}/review.yaml`;
  return new Map(
    answered.map((review) => [
      review.key,
      (texts.get(pathOf(review)) ?? []).flatMap(({ text }) => {
        const { value } = parseSource({ shown: pathOf(review), path: pathOf(review), text });
        return buildReview(review.key, value, [], UNREPORTED) ?? [];
      }),
    ]),
  );
}
