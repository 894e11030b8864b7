/**
 * The station after `register/`: a register is read, every rule is asked, and the diagnostics leave the line.
 */
import type { IsoDate } from './calendar/index.js';
import { type RegisterPlace, readPictures } from './files/index.js';
import { adviceRules, type Model } from './model/index.js';
import { type RegisterRead, readModel } from './read-model.js';
import { dayRules } from './register/index.js';

/** What `check` is to look at. */
export interface CheckWanted {
  readonly place: RegisterPlace;
  /** The day on which rules about a day are asked; by default that of the latest meeting on or before today. */
  readonly asAt: IsoDate | undefined;
  readonly today: IsoDate;
}

/** Reads a register and asks every rule. */
export async function checkRegister({ place, asAt, today }: CheckWanted): Promise<RegisterRead> {
  const [{ brokenDayRules }, { brokenAdvice }] = await Promise.all([dayRules(), adviceRules()]);
  const dayOf = (model: Model) => asAt ?? latestMeeting(model, today) ?? today;
  return readModel(place, dayOf, (model, otherFiles) => [
    ...readPictures(
      place,
      model.pictures.filter(({ path }) => otherFiles.has(path)),
    ).diagnostics,
    ...brokenAdvice(model),
    ...brokenDayRules({ model, day: dayOf(model), today: asAt ?? today }),
  ]);
}

function latestMeeting({ meetings }: Model, today: IsoDate): IsoDate | undefined {
  return meetings.findLast(({ date }) => date <= today)?.date;
}
